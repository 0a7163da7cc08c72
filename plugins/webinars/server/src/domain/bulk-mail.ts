import type { BulkMailKind, FollowUpKind, ReminderKind, ScheduledKind } from './job-catalog';
import { quietUntil, type QuietHours } from './quiet-hours';
import type { RegistrationState } from './registration';
import { isFollowUpUseless } from './reminder-schedule';
import type { SessionState } from './session';

export type BulkMailFacts = {
  kind: BulkMailKind;
  /** When the session was to begin when this was planned, and when the mail was to go out. */
  plannedStart: Date;
  dueAt: Date;
  session: { state: SessionState; startsAt: Date };
  registration: { state: RegistrationState; joinedAt: Date | null; hasRated: boolean };
  quietHours: QuietHours | null;
  /** Where the recipient lives, as far as it is known: else the session's. */
  zone: string;
};

export type BulkMailReview =
  | { kind: 'send' }
  | { kind: 'skip'; reason: string }
  /** Attendance says the contrary. Until that has been told it may be corrected once more. */
  | { kind: 'contradicted'; reason: string }
  | { kind: 'wait'; until: Date };

/** Whether a planned mail still makes sense in the moment in which it is to go out, and whether it may go out then. */
export const reviewBulkMail = (facts: BulkMailFacts, now: Date): BulkMailReview => {
  const { quietHours, zone, kind, plannedStart, registration } = facts;
  const reason = reasonAgainst(facts, now);
  if (reason !== null) return { kind: 'skip', reason };
  const ownReason = reasonAgainstRegistrant(kind, registration);
  if (ownReason !== null) {
    const isContrary = isContradicted(kind, registration.state);
    return { kind: isContrary ? 'contradicted' : 'skip', reason: ownReason };
  }
  const until = quietHours === null ? null : quietUntil(quietHours, { zone, now });
  if (until === null) return { kind: 'send' };
  const isTooLate =
    isReminder(kind) && until.getTime() > plannedStart.getTime() - LATEST_MINUTES * MINUTE;
  return isTooLate ? { kind: 'send' } : { kind: 'wait', until };
};

export const isReminder = (kind: ScheduledKind): kind is ReminderKind =>
  REMINDERS.some((reminder) => reminder === kind);

/** Whether it goes to registrants, many at once. */
export const isBulk = (kind: ScheduledKind): kind is BulkMailKind =>
  kind !== 'speaker-alert' && kind !== 'manager-summary';

/** After the end one person hears one of each of these, once. */
const SAID_ONCE: readonly (readonly string[])[] = [
  ['follow-up-attended', 'follow-up-missed'],
  ['feedback-request'],
] satisfies FollowUpKind[][];

export const FOLLOW_UPS = SAID_ONCE.flat();

/** Whether one of them makes the other one needless. */
export const areAlike = (kind: string, other: string): boolean =>
  SAID_ONCE.some((kinds) => kinds.includes(kind) && kinds.includes(other));

const REMINDERS: readonly ReminderKind[] = [
  'reminder-initial',
  'reminder-final',
  'reminder-last-chance',
];

/** Somebody's quiet is worth less than the session, half an hour before it begins. */
const LATEST_MINUTES = 30;
const MINUTE = 60_000;

const isContradicted = (kind: BulkMailKind, state: RegistrationState): boolean =>
  (kind === 'follow-up-attended' && state === 'no_show') ||
  (kind === 'follow-up-missed' && state === 'attended');

const reasonAgainst = (facts: BulkMailFacts, now: Date): string | null => {
  const { kind, session, plannedStart, dueAt } = facts;
  if (session.state === 'cancelled') return 'session_cancelled';
  if (session.startsAt.getTime() !== plannedStart.getTime()) return 'session_moved';
  if (isReminder(kind) && session.state === 'completed') return 'session_completed';
  if (isReminder(kind) && now >= session.startsAt) return 'session_begun';
  if (!isReminder(kind) && isFollowUpUseless(dueAt, now)) return 'too_late';
  return null;
};

/** Why a mail of a schedule does not concern a registrant; null when it does. */
export const reasonAgainstRegistrant = (
  kind: BulkMailKind,
  registration: BulkMailFacts['registration']
): string | null => {
  if (!isReminder(kind)) return reasonAgainstFollowUp(kind, registration);
  return registration.state === 'confirmed' ? null : `registration_${registration.state}`;
};

const reasonAgainstFollowUp = (
  kind: FollowUpKind,
  { state, joinedAt, hasRated }: BulkMailFacts['registration']
): string | null => {
  const hasAttended = state === 'attended' || (state === 'confirmed' && joinedAt !== null);
  if (kind === 'follow-up-missed') {
    if (hasAttended) return 'has_attended';
    return state === 'confirmed' || state === 'no_show' ? null : `registration_${state}`;
  }
  if (!hasAttended) return state === 'confirmed' ? 'has_not_attended' : `registration_${state}`;
  return kind === 'feedback-request' && hasRated ? 'feedback_given' : null;
};
