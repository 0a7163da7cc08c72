import type { Core } from '@strapi/strapi';
import { deadJobsBody, deadJobsQuery, queueParams, queuesQuery } from '../../../../shared/jobs';
import { currentActor } from '../../platform/document-middleware';
import { parseRequest } from '../../platform/http/define-controller';
import { defineController } from '../../to-refusal';
import { operationsOf } from './service';

const NO_STORE = { 'Cache-Control': 'no-store' };

/** For administrators: how the job queue is, what died in it, and what to do about that. */
export const jobsController = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    async list(ctx) {
      parseRequest(queuesQuery, ctx.query);
      const data = await operationsOf(strapi).listQueues();
      ctx.set(NO_STORE);
      ctx.body = { data };
    },

    async listDead(ctx) {
      const query = parseRequest(deadJobsQuery, ctx.query);
      const { items, pagination } = await operationsOf(strapi).listDeadJobs(query);
      ctx.set(NO_STORE);
      ctx.body = { data: items, meta: { pagination } };
    },

    async retry(ctx) {
      const dead = parseRequest(deadJobsBody, ctx.request.body ?? {});
      const actor = currentActor(strapi);
      ctx.body = { data: await operationsOf(strapi).retryDeadJobs({ dead, actor }) };
    },

    async discard(ctx) {
      const dead = parseRequest(deadJobsBody, ctx.request.body ?? {});
      const actor = currentActor(strapi);
      ctx.body = { data: await operationsOf(strapi).discardDeadJobs({ dead, actor }) };
    },

    async pause(ctx) {
      const { type } = parseRequest(queueParams, ctx.params);
      await operationsOf(strapi).pauseQueue({ type, actor: currentActor(strapi) });
      ctx.body = { data: { type, paused: true } };
    },

    async resume(ctx) {
      const { type } = parseRequest(queueParams, ctx.params);
      await operationsOf(strapi).resumeQueue({ type, actor: currentActor(strapi) });
      ctx.body = { data: { type, paused: false } };
    },
  });
