import { RateLimited, type RateLimit } from '../../../platform/http/rate-limit';

/** How many mails may go out: a provider's limits, or one's own. */
export type MailPace = {
  /** Seconds to wait while it is known that nothing may go out; 0: there may be room. Takes no room. */
  waitSeconds(now: Date): number;
  /** Takes the room of one mail; answers for how many seconds there is none, 0 when it was there. */
  take(now: Date): Promise<number>;
};

/** @param limits from the shortest to the longest: what a long one refuses has cost only short ones. */
export const createMailPace = (limits: readonly RateLimit[]): MailPace => {
  let fullUntil = 0;
  return {
    waitSeconds: (now) => Math.max(0, Math.ceil((fullUntil - now.getTime()) / 1000)),

    async take(now) {
      try {
        for (const limit of limits) await limit.consume('mails');
        return 0;
      } catch (verdict) {
        if (!(verdict instanceof RateLimited)) throw verdict;
        fullUntil = now.getTime() + verdict.retryAfterSeconds * 1000;
        return verdict.retryAfterSeconds;
      }
    },
  };
};
