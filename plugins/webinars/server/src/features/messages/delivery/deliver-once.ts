import { setTimeout as delay } from 'node:timers/promises';
import { E_TIMEOUT, withTimeout, type Semaphore } from 'async-mutex';
import { isAddressGone } from '../../../domain/mail-bounce';
import type { Clock } from '../../../platform/clock';
import { PutOff, type JobContext } from '../../../platform/jobs';
import { MailFailure, type Mail, type Mailer } from './mailer';
import type { MailPace } from './mail-pace';
import type { MailServerWatch } from './mail-server-watch';
import type { ClaimedMail, MailOutcome, WantedMail } from '../mail-store';

export type DeliveryDeps = {
  clock: Clock;
  mailer: Mailer;
  watch: MailServerWatch;
  pace: MailPace;
  /**
   * As many as there are connections to the mail server, each held until the outcome is on record: whatever dies
   * between the two, at most one mail per connection goes out again.
   */
  connections: Semaphore;
  /** Keys of the mails that this process is busy with. */
  underWay: Set<string>;
  store: { record(outcome: MailOutcome): Promise<void> };
  warn: (message: string) => void;
};

/** One mail that a job wants sent. */
export type WantedDelivery = {
  /** Puts it on record as being sent. Null when it was sent before, or there is nobody to send it to. */
  claim: () => Promise<ClaimedMail | null>;
  /** Whether it still makes sense, and if so how it is made; null when what it is about has gone. */
  consider: () => Promise<Considered>;
  /** Goes before those that are not, when all connections are busy. */
  isUrgent?: boolean;
};

export type Considered =
  | { skip: string }
  /** Not now: it is considered again after so many seconds. */
  | { wait: string; seconds: number }
  /** With other mails that this one makes superfluous. */
  | { compose: () => Promise<Mail | null>; told?: readonly WantedMail[] };

export type Attempt = Pick<JobContext, 'key' | 'isLastAttempt' | 'signal'>;

/**
 * Claims a mail, looks whether it still makes sense, renders it, hands it to the mail server, and writes down what that
 * said. A mail that was accepted before is not sent again.
 */
export const deliverOnce = async (
  deps: DeliveryDeps,
  wanted: WantedDelivery,
  attempt: Attempt
): Promise<void> => {
  const { underWay } = deps;
  // A hand-over that outlives its job's time goes on; whoever has the job then must not begin another.
  if (underWay.has(attempt.key)) throw new PutOff(AWHILE_SECONDS);
  underWay.add(attempt.key);
  try {
    await attemptOnce(deps, wanted, attempt);
  } finally {
    underWay.delete(attempt.key);
  }
};

const AWHILE_SECONDS = 10;

const attemptOnce = async (
  deps: DeliveryDeps,
  { claim, consider, isUrgent = false }: WantedDelivery,
  { isLastAttempt, signal }: Attempt
): Promise<void> => {
  const { clock, store, watch, pace, connections } = deps;
  const full = pace.waitSeconds(clock.now());
  if (full > A_MOMENT_SECONDS) throw new PutOff(spread(full));
  const turn = watch.turn(clock.now());
  if (turn.kind === 'wait') throw new PutOff(turn.seconds);

  const claimed = await claim();
  if (claimed === null) return;
  const settle = (state: 'skipped' | 'queued', reason: string) =>
    store.record({ ...notAsked, mail: claimed, state, reason, at: clock.now() });
  const skip = (reason: string) => settle('skipped', reason);

  const decision = await consider();
  if ('skip' in decision) return skip(decision.skip);
  if ('wait' in decision) {
    await settle('queued', decision.wait);
    throw new PutOff(decision.seconds);
  }

  const handOver = async () => {
    // Meanwhile the server may have gone, or the job belong to somebody else because the wait was too long.
    const present = turn.isProbe ? turn : watch.turn(clock.now());
    if (signal.aborted || present.kind === 'wait') {
      await settle('queued', 'no_connection');
      throw new PutOff(present.kind === 'wait' ? present.seconds : 1);
    }
    const room = await roomFor(deps, signal);
    if (room > 0) {
      await settle('queued', 'limit_reached');
      throw new PutOff(spread(room));
    }
    const outcome = await composeAndDeliver(deps, decision.compose, claimed, isLastAttempt);
    if (outcome === null) return skip('session_gone');
    await store.record({ ...outcome, told: decision.told ?? [] });
    react(deps, outcome);
  };
  try {
    // One connection each, the urgent first.
    await withTimeout(connections, PATIENCE_MS).runExclusive(handOver, 1, isUrgent ? 1 : 0);
  } catch (error) {
    if (error !== E_TIMEOUT) throw error;
    await settle('queued', 'no_connection');
    throw new PutOff(1);
  }
};

/** Behind a slow server, waiting is no failed attempt: there is time to spare for a hand-over within the job's own. */
const PATIENCE_MS = 15_000;

/**
 * Waits for a moment itself: whoever goes back into the queue for a second is only in the way there. Answers how many
 * seconds there is no room, 0 when there is.
 */
const roomFor = async ({ clock, pace }: DeliveryDeps, signal: AbortSignal): Promise<number> => {
  for (;;) {
    const seconds = await pace.take(clock.now());
    if (seconds === 0 || seconds > A_MOMENT_SECONDS || signal.aborted) return seconds;
    // Whoever is called off meanwhile is seen in the next round.
    await delay(seconds * 1000, undefined, { signal }).catch(() => undefined);
  }
};

const A_MOMENT_SECONDS = 2;

/** Not all at the same moment, and at the latest in an hour: the limits may have been changed. */
const spread = (seconds: number) =>
  Math.min(LONGEST_SECONDS, Math.ceil(seconds + Math.random() * Math.min(seconds, 60)));

const LONGEST_SECONDS = 3600;

/**
 * Null when the session is gone. A mail is large: it exists from when a connection is free until the server has it,
 * not while those before it are sent, nor while the outcome is stored.
 */
const composeAndDeliver = async (
  deps: DeliveryDeps,
  compose: () => Promise<Mail | null>,
  claimed: ClaimedMail,
  isLastAttempt: boolean
): Promise<MailOutcome | null> => {
  const mail = await compose();
  return mail === null ? null : deliver(deps, mail, claimed, isLastAttempt);
};

const notAsked = { outcome: null, responseCode: null } as const;

/** Hands the mail over; an answer of the server is an outcome, not an exception. */
const deliver = async (
  { clock, mailer }: DeliveryDeps,
  mail: Mail,
  claimed: ClaimedMail,
  isLastAttempt: boolean
): Promise<MailOutcome> => {
  try {
    await mailer.send(mail, { idempotencyKey: claimed.messageId });
    return {
      mail: claimed,
      state: 'sent',
      outcome: 'accepted',
      responseCode: null,
      reason: null,
      at: clock.now(),
    };
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    const isFinal = error.kind === 'refused' || (error.kind === 'deferred' && isLastAttempt);
    return {
      mail: claimed,
      state: isFinal ? 'failed' : 'queued',
      outcome: error.kind,
      responseCode: error.responseCode,
      reason: error.message,
      ...bounceOf(error, mail.to.address),
      at: clock.now(),
    };
  }
};

const bounceOf = ({ kind, responseCode, detail }: MailFailure, address: string) =>
  kind === 'refused' && isAddressGone({ responseCode, ...detail })
    ? { bounce: { address, responseCode, statusCode: detail.statusCode } }
    : {};

/**
 * Tells the queue what to do next. An unreachable server is nobody's fault and costs the mail no attempt. A refused
 * mail is a job well done: its failure is on record, and no operator could mend a visitor's typing error.
 */
const react = (
  { clock, watch, warn }: DeliveryDeps,
  { mail, outcome, responseCode, reason }: MailOutcome
) => {
  if (outcome !== 'unreachable') watch.reached();
  if (outcome === 'accepted') return watch.accepted();
  warn(`[webinars] mail ${mail.id}, attempt ${mail.attempt}: ${reason}`);
  if (outcome === 'unreachable') throw new PutOff(watch.unreachable(clock.now()));
  if (outcome === 'deferred') watch.deferred(clock.now(), responseCode);
  if (outcome === 'deferred') throw new Error(reason ?? 'deferred');
};
