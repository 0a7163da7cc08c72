import type { Core } from '@strapi/strapi';
import { unwatchCatalogue } from './answer-cache';
import { drainOf, jobsOf } from './container';
import { analyticsOf } from './features/analytics';
import { messagesOf } from './features/messages';
import { releaseBootLock } from './platform/boot-lock';
import { releaseDatabase } from './platform/single-process';
import { surviveLostDatabase } from './platform/survive-lost-database';

/** Requests first: what they are about to promise needs the queue. Then the jobs that run, 30 seconds at most. */
export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await releaseBootLock(strapi);
  await drainOf(strapi)({ patienceMs: 10_000 });
  await analyticsOf(strapi).flush();
  await unwatchCatalogue(strapi);
  await jobsOf(strapi).stop();
  messagesOf(strapi).close();
  releaseDatabase(strapi);
  surviveLostDatabase(strapi).end();
};
