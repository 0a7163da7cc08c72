import { retryDelaySeconds } from './backoff';
import type { ClaimedJob, Outcome } from './engine';
import { GiveUp, PutOff, type JobContext, type JobPolicy } from './port';
import { reasonOf } from './reason';

/** No job runs longer: a stop waits for what runs, and whoever stops a server waits about as long for it. */
export const LONGEST_RUN_SECONDS = 30;

export type Lane = {
  type: string;
  policy: Required<JobPolicy>;
  run(job: ClaimedJob, context: JobContext): Promise<void>;
};

/**
 * Runs one job once and says how that ended; never throws. `abort` fires at the time limit, or by its owner. A handler
 * that does not listen is left behind: its slot is free again, and its result is not waited for.
 */
export const attemptJob = async (
  lane: Lane,
  job: ClaimedJob,
  abort: AbortController
): Promise<Outcome> => {
  const isLastAttempt = job.attempt > job.retryLimit;
  try {
    await withinSeconds(lane.policy.timeoutSeconds, abort, () =>
      lane.run(job, {
        key: job.key,
        attempt: job.attempt,
        isLastAttempt,
        signal: abort.signal,
      })
    );
    return { kind: 'done', job };
  } catch (error) {
    if (error instanceof PutOff) {
      return { kind: 'later', job, delaySeconds: Math.max(1, error.seconds) };
    }
    const reason = reasonOf(error);
    if (error instanceof GiveUp || isLastAttempt) return { kind: 'dead', job, reason };
    const delaySeconds = retryDelaySeconds(job.attempt, lane.policy, Math.random());
    return { kind: 'retry', job, delaySeconds, reason };
  }
};

/** Settles like `work`, or rejects when the time is up or `abort` fires first. */
export const withinSeconds = async (
  seconds: number,
  abort: AbortController,
  work: () => Promise<void>
): Promise<void> => {
  const limit = setTimeout(() => abort.abort(new TimeLimit(seconds)), seconds * 1000);
  let giveUp = () => {};
  const aborted = new Promise<never>((_, reject) => {
    giveUp = () => reject(abort.signal.reason);
    abort.signal.addEventListener('abort', giveUp);
  });
  try {
    // Called in an async function: a throw at once must reach the race, too, or nobody would watch `aborted`.
    const worked = (async () => work())();
    await Promise.race([worked, aborted]);
  } finally {
    clearTimeout(limit);
    abort.signal.removeEventListener('abort', giveUp);
  }
};

class TimeLimit extends Error {
  constructor(seconds: number) {
    super(`not finished after ${seconds} s`);
    this.name = 'TimeLimit';
  }
}
