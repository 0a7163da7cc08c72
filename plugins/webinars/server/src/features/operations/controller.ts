import type { Core } from '@strapi/strapi';
import { localeQuery } from '../../../../shared/catalog';
import { configOf } from '../../container';
import { bearerOf } from '../../platform/http/bearer';
import { sendCacheable } from '../../platform/http/cacheable';
import { parseRequest } from '../../platform/http/define-controller';
import { defineController } from '../../to-refusal';
import { API_PAGE, API_PAGE_POLICY } from './api-page';
import { operationsOf } from './service';

export const controller = ({ strapi }: { strapi: Core.Strapi }) => {
  const policy = () => ({
    isPublic: configOf(strapi).publicApi === 'open',
    maxAgeSeconds: 300,
    staleSeconds: 3600,
  });

  return defineController({
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
      sendCacheable(ctx, operationsOf(strapi).describeApi(), policy());
    },

    /** The same document, to be read and tried out by people. */
    async showDocs(ctx) {
      parseRequest(localeQuery, ctx.query);
      ctx.set({ 'Content-Security-Policy': API_PAGE_POLICY, 'Referrer-Policy': 'no-referrer' });
      ctx.type = 'text/html; charset=utf-8';
      sendCacheable(ctx, API_PAGE, policy());
    },

    async showDocsScript(ctx) {
      parseRequest(localeQuery, ctx.query);
      ctx.type = 'text/javascript; charset=utf-8';
      sendCacheable(ctx, await operationsOf(strapi).apiPage.script(), policy());
    },

    async showDocsStyle(ctx) {
      parseRequest(localeQuery, ctx.query);
      ctx.type = 'text/css; charset=utf-8';
      sendCacheable(ctx, await operationsOf(strapi).apiPage.style(), policy());
    },
  });
};
