import { createHash } from 'node:crypto';
import type { Context } from 'koa';

export type CachePolicy = {
  /** Whether caches between here and the visitor may keep the answer. */
  isPublic: boolean;
  maxAgeSeconds: number;
  staleSeconds: number;
};

/** An answer as everybody gets it who asks the same, whatever this caller has already. */
export type PublicAnswer = { text: string; contentType: string; etag: string };

/** Nothing personal is ever cacheable, and no link tells where its reader came from. */
export const PERSONAL = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };

export const sendPersonal = (ctx: Context, body: object): void => {
  ctx.set(PERSONAL);
  ctx.body = body;
};

/**
 * Sends an answer that may be cached, with a strong ETag over its bytes; answers 304 to whoever has it already. An
 * object goes out as JSON, a text as the type that the caller has set.
 */
export const sendCacheable = (ctx: Context, body: object | string, policy: CachePolicy): void => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  ctx.status = 200;
  if (typeof body !== 'string') ctx.type = 'application/json';
  ctx.body = text;
  ctx.set('Cache-Control', cacheControl(policy));
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  if (policy.isPublic) {
    sent.set(ctx, { text, etag, contentType: ctx.response.get('Content-Type') });
  }
  sendUnlessKnown(ctx, etag);
};

const sent = new WeakMap<Context, PublicAnswer>();

/** What `sendCacheable` has answered everybody with; null for anything else, refusals among it. */
export const publicAnswerOf = (ctx: Context): PublicAnswer | null => sent.get(ctx) ?? null;

/**
 * RFC 9110, 13.1.2: compares weakly, whatever Cache-Control says. Koa's own check (`ctx.fresh`) denies everybody who
 * sends `no-cache` along, and `fetch` does so by itself where a script sets If-None-Match.
 */
export const sendUnlessKnown = (ctx: Context, etag: string): void => {
  ctx.etag = etag;
  if (isKnown(etag, ctx.get('If-None-Match'))) ctx.status = 304;
};

const isKnown = (etag: string, ifNoneMatch: string) =>
  ifNoneMatch.trim() === '*' ||
  ifNoneMatch.split(',').some((known) => known.trim().replace(/^W\//, '') === etag);

const cacheControl = ({ isPublic, maxAgeSeconds, staleSeconds }: CachePolicy) =>
  `${isPublic ? 'public' : 'private'}, max-age=${maxAgeSeconds}, stale-while-revalidate=${staleSeconds}`;
