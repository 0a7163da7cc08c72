import type { Core } from '@strapi/strapi';
import { localeQuery } from '../../../../shared/catalog';
import { configOf } from '../../container';
import { bearerOf } from '../../platform/http/bearer';
import { sendCacheable } from '../../platform/http/cacheable';
import { parseRequest } from '../../platform/http/define-controller';
import { defineController } from '../../to-refusal';
import { operationsOf } from './service';

export const controller = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    async showHealth(ctx) {
      parseRequest(localeQuery, ctx.query);
      const data = await operationsOf(strapi).health();
      ctx.set('Cache-Control', 'no-store');
      ctx.status = data.status === 'down' ? 503 : 200;
      ctx.body = { data };
    },

    async showMetrics(ctx) {
      parseRequest(localeQuery, ctx.query);
      const { metrics, metricsType } = operationsOf(strapi);
      ctx.body = await metrics(bearerOf(ctx.get('Authorization')));
      ctx.set({ 'Cache-Control': 'no-store', 'Content-Type': metricsType });
    },

    async showOpenApi(ctx) {
      parseRequest(localeQuery, ctx.query);
      const isPublic = configOf(strapi).publicApi === 'open';
      const description = operationsOf(strapi).describeApi();
      sendCacheable(ctx, description, { isPublic, maxAgeSeconds: 300, staleSeconds: 3600 });
    },
  });
