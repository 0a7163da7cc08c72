/**
 * Remembers that the mail server cannot be reached, so that ten thousand mails do not each wait for their own
 * time-out: one of them asks again every few seconds, the others are put off for as long as the outage has lasted, at
 * most five minutes.
 */
export const createMailServerWatch = () => {
  let downSince: number | null = null;
  let nextProbeAt = 0;

  return {
    /** Seconds to wait before trying, or null: try now. */
    secondsToWait(now: Date): number | null {
      if (downSince === null) return null;
      if (now.getTime() >= nextProbeAt) {
        nextProbeAt = now.getTime() + PROBE_EVERY_MS;
        return null;
      }
      return putOffSeconds(now.getTime() - downSince);
    },

    /** Answers for how many seconds to put the mail off. */
    unreachable(now: Date): number {
      downSince ??= now.getTime();
      nextProbeAt = now.getTime() + PROBE_EVERY_MS;
      return putOffSeconds(now.getTime() - downSince);
    },

    /** It spoke: whatever it said. */
    reached(): void {
      downSince = null;
    },
  };
};

export type MailServerWatch = ReturnType<typeof createMailServerWatch>;

const PROBE_EVERY_MS = 10_000;
const SHORTEST = 15;
const LONGEST = 300;

const putOffSeconds = (outageMs: number) =>
  Math.min(LONGEST, Math.max(SHORTEST, Math.ceil(outageMs / 1000)));
