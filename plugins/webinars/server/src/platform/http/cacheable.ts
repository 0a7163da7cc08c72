import { createHash } from 'node:crypto';
import type { Context } from 'koa';

export type CachePolicy = {
  /** Whether caches between here and the visitor may keep the answer. */
  isPublic: boolean;
  maxAgeSeconds: number;
  staleSeconds: number;
};

/**
 * Sends an answer that may be cached, with a strong ETag over its bytes; answers 304 to whoever has it already. An
 * object goes out as JSON, a text as the type that the caller has set. Strapi has no middleware for conditional
 * requests, and Koa's own check needs status and ETag first.
 */
export const sendCacheable = (ctx: Context, body: object | string, policy: CachePolicy): void => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  ctx.status = 200;
  if (typeof body !== 'string') ctx.type = 'application/json';
  ctx.body = text;
  ctx.etag = createHash('sha256').update(text).digest('base64url');
  ctx.set('Cache-Control', cacheControl(policy));
  if (ctx.fresh) ctx.status = 304;
};

const cacheControl = ({ isPublic, maxAgeSeconds, staleSeconds }: CachePolicy) =>
  `${isPublic ? 'public' : 'private'}, max-age=${maxAgeSeconds}, stale-while-revalidate=${staleSeconds}`;
