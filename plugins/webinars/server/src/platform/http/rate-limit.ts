import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';

export class RateLimited extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('rate_limited');
  }
}

/** `points`: how much this costs, 1 unless said. */
export type RateLimit = { consume(key: string, points?: number): Promise<void> };

export type RateLimitOptions = {
  /** Tells the limits apart that count in one place. */
  name: string;
  /** 0 switches the limit off. */
  points: number;
  perSeconds: number;
};

/** So many a period and key, counted in this process. */
export const createRateLimit = ({ name, points, perSeconds }: RateLimitOptions): RateLimit =>
  points === 0
    ? UNLIMITED
    : limitedBy(new RateLimiterMemory({ keyPrefix: name, points, duration: perSeconds }));

/**
 * The same for all instances that share a PostgreSQL, counted there; on SQLite, which one process serves, in memory.
 * Keys are addresses of people: hashed with `secret`, they say nothing to whoever reads the table. Whoever has used
 * everything up is refused from memory.
 */
export const createSharedRateLimit = (
  strapi: Core.Strapi,
  { secret, ...options }: RateLimitOptions & { secret: string }
): RateLimit => {
  if (options.points === 0 || strapi.db.dialect.client !== 'postgres') {
    return createRateLimit(options);
  }
  const { name, points, perSeconds } = options;
  let limit: RateLimit | null = null;
  return {
    consume: (key, cost) => {
      // The table is there once the application has booted.
      limit ??= limitedBy(
        new RateLimiterPostgres({
          storeClient: strapi.db.connection,
          storeType: 'knex',
          schemaName: strapi.db.getSchemaName(),
          tableName: 'webinars_rate_limits',
          tableCreated: true,
          keyPrefix: name,
          points,
          duration: perSeconds,
          inMemoryBlockOnConsumed: points + 1,
        })
      );
      return limit.consume(createHmac('sha256', secret).update(key).digest('base64url'), cost);
    },
  };
};

const UNLIMITED: RateLimit = { consume: () => Promise.resolve() };

const limitedBy = (limiter: RateLimiterAbstract): RateLimit => ({
  consume: async (key, cost = 1) => {
    try {
      await limiter.consume(key, cost);
    } catch (verdict) {
      if (!(verdict instanceof RateLimiterRes)) throw verdict;
      throw new RateLimited(Math.max(1, Math.ceil(verdict.msBeforeNext / 1000)));
    }
  },
});

/**
 * The visitor's address as a key: IPv6 by /64, since one subscriber owns all of it. Behind `hops` proxies it is the
 * address that the outermost of them saw: whatever stands further left in X-Forwarded-For, the visitor wrote.
 */
export const addressKey = (ctx: Context, hops: number): string => {
  const forwarded = ctx
    .get('X-Forwarded-For')
    .split(',')
    .map((part) => part.trim());
  const claimed = hops > 0 ? forwarded.filter(Boolean).at(-hops) : undefined;
  return subnetOf(withoutPort(claimed ?? ctx.req.socket.remoteAddress ?? 'unknown'));
};

/** Some proxies append the port: `203.0.113.9:51234`, `[2001:db8::1]:443`. */
const withoutPort = (address: string) =>
  /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;

export const subnetOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = address.includes('::') ? Math.max(0, 8 - left.length - right.length) : 0;
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
};
