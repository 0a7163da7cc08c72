import { setTimeout as delay } from 'node:timers/promises';
import { assertNever } from '../../domain/errors';
import { areAlike, isReminder, reviewBulkMail } from '../../domain/bulk-mail';
import { contraryKey, type BulkMailKind, type JobCatalog } from '../../domain/job-catalog';
import { quietUntil } from '../../domain/quiet-hours';
import type { BulkFacts, StoredFollowUp, StoredReminder } from './bulk-store';
import type { Attempt } from './delivery/deliver-once';
import { groupOf, mayGoOut } from './reminder-group';
import {
  ALONE,
  sendReviewed,
  type MailTogether,
  type Review,
  type SendMailDeps,
} from './send-mail';

export type SendBulkDeps = SendMailDeps & {
  bulk: {
    loadFacts(registrationId: string): Promise<BulkFacts | null>;
    /** How many sessions to come the person has a seat in. */
    countComing(emailKey: string): Promise<number>;
    loadReminders(emailKey: string): Promise<StoredReminder[]>;
    loadFollowUps(registrationId: string): Promise<StoredFollowUp[]>;
  };
};

/**
 * Job: one of the many mails that a schedule sends. Hours may lie between its plan and this moment: what has changed
 * meanwhile is looked at once more, and what another mail has said is not said again.
 */
export const sendBulkMail =
  (deps: SendBulkDeps) =>
  (payload: JobCatalog['messages.send-bulk'], attempt: Attempt): Promise<void> => {
    const { kind, registrationId } = payload;
    const review = async (): Promise<Review> => {
      const facts = await deps.bulk.loadFacts(registrationId);
      return facts === null
        ? { skip: 'registration_gone' }
        : reviewNow(deps, payload, { key: attempt.key, facts });
    };
    return sendReviewed(deps, { kind, registrationId, review }, attempt);
  };

type Reviewed = { key: string; facts: BulkFacts };

const reviewNow = async (
  deps: SendBulkDeps,
  { kind, registrationId, startsAt, dueAt }: JobCatalog['messages.send-bulk'],
  { key, facts }: Reviewed
): Promise<Review> => {
  const followUp = { kind, registrationId, key };
  const now = deps.clock.now();
  const planned = { kind, plannedStart: new Date(startsAt), dueAt: new Date(dueAt) };
  const review = reviewBulkMail({ ...facts, ...planned }, now);
  switch (review.kind) {
    case 'skip':
      return { skip: review.reason };
    case 'contradicted':
      return unlessCorrected(deps, followUp, review.reason);
    case 'wait':
      return { wait: 'quiet_hours', seconds: secondsUntil(review.until, now) };
    case 'send':
      return isReminder(kind)
        ? together(deps, { key, facts }, now)
        : unlessFollowedUp(deps, followUp);
    default:
      return assertNever(review);
  }
};

const secondsUntil = (until: Date, now: Date) =>
  Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));

type FollowUp = { kind: BulkMailKind; registrationId: string; key: string };

/** The others that say this, or the contrary, to the same person. */
const othersLike = async ({ bulk }: SendBulkDeps, { kind, registrationId, key }: FollowUp) =>
  (await bulk.loadFollowUps(registrationId)).filter(
    (other) => other.key !== key && areAlike(other.kind, kind)
  );

/**
 * Attendance may be recorded, or corrected, when people have been told already, and so may the start of what is over.
 * Nobody is both thanked for having come and told what was missed, nor either of it twice.
 */
const unlessFollowedUp = async (deps: SendBulkDeps, followUp: FollowUp): Promise<Review> => {
  for (let looks = 1; ; looks += 1) {
    const states = (await othersLike(deps, followUp)).map(({ state }) => state);
    if (states.includes('sent')) return { skip: 'followed_up' };
    if (!states.includes('sending')) return ALONE;
    if (looks === MOST_LOOKS) return { wait: 'following_up', seconds: LOOK_AGAIN_SECONDS };
    // It may only be finding out that it is contradicted: two that come at once must not wait for each other.
    await delay(A_MOMENT_MS);
  }
};

/** Its job is the only one that will ever send it: it ends when what contradicts it has gone out, or never will. */
const unlessCorrected = async (
  deps: SendBulkDeps,
  followUp: FollowUp,
  reason: string
): Promise<Review> => {
  const others = await othersLike(deps, followUp);
  if (others.some(({ state }) => state === 'sent')) return { skip: 'followed_up' };
  const contrary = contraryKey(followUp.kind, followUp.key);
  const state = others.find(({ key }) => key === contrary)?.state;
  if (state === 'failed' || state === 'skipped') return { skip: reason };
  return { wait: 'following_up', seconds: LOOK_AGAIN_SECONDS };
};

/** Who has a seat in one session only is nearly everybody. */
const together = async (
  deps: SendBulkDeps,
  { key, facts }: Reviewed,
  now: Date
): Promise<Review> => {
  if ((await deps.bulk.countComing(facts.emailKey)) < 2) return ALONE;
  const reminders = await deps.bulk.loadReminders(facts.emailKey);
  const group = groupOf(reminders, key);
  if (group === undefined) return ALONE;
  const [leader, ...members] = group;
  if (leader.key === key) return { together: await mailsFor(deps, members) };
  return waitForLeader({ leader, member: members.find((each) => each.key === key), facts, now });
};

/** Of those that fall close, the ones that have not gone out already, and that are not left out anyway. */
const mailsFor = async (
  { store }: SendBulkDeps,
  members: readonly StoredReminder[]
): Promise<MailTogether[]> => {
  const mails: MailTogether[] = [];
  for (const { key, kind, registrationId } of members.filter(mayGoOut)) {
    const addressee = await store.loadAddressee(registrationId);
    if (addressee !== null) mails.push({ mail: { key, kind, registrationId }, addressee });
  }
  return mails;
};

/**
 * A reminder that another one is to speak of waits until that has gone out. It goes out by itself when the other one
 * did not mention it, does not go out at all, or takes so long that nobody knows what became of it.
 */
const waitForLeader = ({
  leader,
  member,
  facts: { quietHours, zone },
  now,
}: {
  leader: StoredReminder;
  member: StoredReminder | undefined;
  facts: BulkFacts;
  now: Date;
}): Review => {
  if (!mayGoOut(leader)) return ALONE;
  const plannedAt = member?.run?.plannedAt ?? now;
  const since = (quietHours && quietUntil(quietHours, { zone, now: plannedAt })) ?? plannedAt;
  const hasWaited = now.getTime() - since.getTime() >= LONGEST_WAIT_MS;
  return hasWaited ? ALONE : { wait: 'merging', seconds: LOOK_AGAIN_SECONDS };
};

const LONGEST_WAIT_MS = 60 * 60_000;
const LOOK_AGAIN_SECONDS = 30;
const MOST_LOOKS = 4;
const A_MOMENT_MS = 250;
