import type { Context } from 'koa';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export class RateLimited extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('rate_limited');
  }
}

export type RateLimit = { consume(key: string): Promise<void> };

/** So many a period and key, counted in this process. `points: 0` switches the limit off. */
export const createRateLimit = ({
  points,
  perSeconds,
}: {
  points: number;
  perSeconds: number;
}): RateLimit => {
  if (points === 0) return { consume: () => Promise.resolve() };
  const limiter = new RateLimiterMemory({ points, duration: perSeconds });
  return {
    consume: async (key) => {
      try {
        await limiter.consume(key);
      } catch (verdict) {
        if (!(verdict instanceof RateLimiterRes)) throw verdict;
        throw new RateLimited(Math.max(1, Math.ceil(verdict.msBeforeNext / 1000)));
      }
    },
  };
};

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
  return subnetOf(claimed ?? ctx.req.socket.remoteAddress ?? 'unknown');
};

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
