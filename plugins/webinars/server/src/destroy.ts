import type { Core } from '@strapi/strapi';
import { jobsOf } from './container';
import { releaseDatabase } from './platform/single-process';
import { messagesOf } from './features/messages';

export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await jobsOf(strapi).stop();
  messagesOf(strapi).close();
  releaseDatabase(strapi);
};
