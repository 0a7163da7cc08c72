import type { Core } from '@strapi/strapi';
import { jobsOf } from './container';

export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await jobsOf(strapi).stop();
};
