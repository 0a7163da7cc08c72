import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL', ''),
  // `TRUST_PROXY` is the number of proxies in front: rate limits see the visitor's address only behind as many.
  proxy: { koa: env.int('TRUST_PROXY', 0) > 0 },
  http: {
    serverOptions: {
      // Who dribbles a request holds a connection no longer than this; a large upload over a slow line takes minutes.
      headersTimeout: 10_000,
      requestTimeout: 300_000,
      connectionsCheckingInterval: 2_000,
    },
  },
  // Nothing of ours calls out by itself, not even to ask for a newer Strapi.
  logger: { updates: { enabled: false } },
  app: { keys: env.array('APP_KEYS', []) },
});
