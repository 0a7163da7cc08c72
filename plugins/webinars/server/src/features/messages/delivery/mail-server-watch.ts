/** Whether a mail may be tried now. A probe asks for all whether the server is back: nothing holds it up. */
export type MailTurn = { kind: 'go'; isProbe: boolean } | { kind: 'wait'; seconds: number };

/**
 * Remembers that the mail server cannot be reached, so that ten thousand mails do not each wait for their own
 * time-out: one of them asks again every few seconds, the others are put off for as long as the outage has lasted, at
 * most five minutes. One broken line is no outage.
 *
 * A server that asks for patience is answered by all mails, not by the one that heard it: they go out one at a time,
 * at a distance that doubles each time it asks again, and halves with each mail that it takes.
 */
export const createMailServerWatch = () => {
  let failures = 0;
  let failingSince = 0;
  let nextProbeAt = 0;
  let doubts = 0;
  let distanceMs = 0;
  let nextMailAt = 0;
  const putOffSeconds = (now: Date) =>
    Math.min(
      LONGEST_SECONDS,
      Math.max(SHORTEST_SECONDS, Math.ceil((now.getTime() - failingSince) / 1000))
    );

  const patientTurn = (now: Date): MailTurn => {
    if (distanceMs === 0) return { kind: 'go', isProbe: false };
    if (now.getTime() < nextMailAt) {
      return { kind: 'wait', seconds: Math.max(PATIENT_SECONDS, Math.ceil(distanceMs / 1000)) };
    }
    nextMailAt = now.getTime() + distanceMs;
    return { kind: 'go', isProbe: true };
  };

  return {
    turn(now: Date): MailTurn {
      if (failures < OUTAGE) return patientTurn(now);
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

    /** It said "not now", which may be about this mail only, unless it says so twice in a row, or hangs up. */
    deferred(now: Date, responseCode: number | null): void {
      if (responseCode === null || !PATIENCE.includes(responseCode)) return;
      doubts += responseCode === HANGS_UP ? 2 : 1;
      if (doubts < 2) return;
      distanceMs = Math.min(FARTHEST_MS, Math.max(NEAREST_MS, distanceMs * 2));
      nextMailAt = now.getTime() + distanceMs;
    },

    accepted(): void {
      doubts = 0;
      distanceMs = distanceMs > NEAREST_MS ? distanceMs / 2 : 0;
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

/** RFC 5321: the service is not available, the mailbox is busy, an error or too little room for now. */
const PATIENCE = [421, 450, 451, 452];
const HANGS_UP = 421;
const NEAREST_MS = 1_000;
const FARTHEST_MS = 60_000;
/** Whoever comes too early for such a server is put off for so long at least. */
const PATIENT_SECONDS = 5;

const SHORTEST_SECONDS = 15;
const LONGEST_SECONDS = 300;
