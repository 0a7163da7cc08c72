/** Whether a mail may be tried now. A probe asks for all whether the server is back: nothing holds it up. */
export type MailTurn = { kind: 'go'; isProbe: boolean } | { kind: 'wait'; seconds: number };

/**
 * Remembers that the mail server cannot be reached, so that ten thousand mails do not each wait for their own
 * time-out: one of them asks again every few seconds, the others are put off for as long as the outage has lasted, at
 * most five minutes. One broken line is no outage.
 */
export const createMailServerWatch = () => {
  let failures = 0;
  let failingSince = 0;
  let nextProbeAt = 0;
  const putOffSeconds = (now: Date) =>
    Math.min(LONGEST, Math.max(SHORTEST, Math.ceil((now.getTime() - failingSince) / 1000)));

  return {
    turn(now: Date): MailTurn {
      if (failures < OUTAGE) return { kind: 'go', isProbe: false };
      if (now.getTime() < nextProbeAt) return { kind: 'wait', seconds: putOffSeconds(now) };
      nextProbeAt = now.getTime() + PROBE_EVERY_MS;
      return { kind: 'go', isProbe: true };
    },

    /** Answers for how many seconds to put the mail off. */
    unreachable(now: Date): number {
      if (failures === 0) failingSince = now.getTime();
      failures += 1;
      nextProbeAt = now.getTime() + PROBE_EVERY_MS;
      return putOffSeconds(now);
    },

    /** It spoke: whatever it said. */
    reached(): void {
      failures = 0;
    },
  };
};

export type MailServerWatch = ReturnType<typeof createMailServerWatch>;

/** So many failures in a row are one. */
const OUTAGE = 3;
const PROBE_EVERY_MS = 10_000;
const SHORTEST = 15;
const LONGEST = 300;
