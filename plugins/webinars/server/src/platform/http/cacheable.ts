import { createHash } from 'node:crypto';
import type { Context } from 'koa';

export type CachePolicy = {
  /** Whether caches between here and the visitor may keep the answer. */
  isPublic: boolean;
  maxAgeSeconds: number;
  staleSeconds: number;
};

/**
 * Sends JSON that may be cached, with a strong ETag over its bytes; answers 304 to whoever has it already. Strapi
 * has no middleware for conditional requests, and Koa's own check needs status and ETag first.
 */
export const sendCacheable = (ctx: Context, body: object, policy: CachePolicy): void => {
  const json = JSON.stringify(body);
  ctx.status = 200;
  ctx.type = 'application/json';
  ctx.body = json;
  ctx.etag = createHash('sha256').update(json).digest('base64url');
  ctx.set('Cache-Control', cacheControl(policy));
  if (ctx.fresh) ctx.status = 304;
};

const cacheControl = ({ isPublic, maxAgeSeconds, staleSeconds }: CachePolicy) =>
  `${isPublic ? 'public' : 'private'}, max-age=${maxAgeSeconds}, stale-while-revalidate=${staleSeconds}`;
