import type { AttendanceKind, ScheduledKind } from './job-catalog';
import { daysBefore } from './local-time';
import type { Offsets } from './reminder-offsets';
import { endsAt, type SessionTimes } from './session';

/** Whom a message is for: everybody who is registered, those on stage, or whoever runs the programme. */
export type Audience = 'registrants' | 'speakers' | 'manager';

export type ScheduleRules = Record<Audience, Offsets>;

export type ScheduledMessage = {
  kind: ScheduledKind;
  audience: Audience;
  /** Minutes before the start; of what comes after the end, minutes after it, below zero. */
  offsetMinutes: number;
  dueAt: Date;
  /** From then on it is of no use any more. */
  uselessAt: Date;
};

/** A session's times, and the zone by whose clocks its days are counted. */
export type ZonedTimes = SessionTimes & { timezone: string };

/**
 * Everything that is to be said about a session, the earliest first. Days before it are counted by the clock in the
 * session's zone, so that a change of clocks moves no message to another time of day; hours and minutes are exact.
 */
export const scheduleOf = (session: ZonedTimes, rules: ScheduleRules): ScheduledMessage[] =>
  [
    ...before(session, 'registrants', rules.registrants, reminderKind(rules.registrants)),
    ...before(session, 'speakers', rules.speakers, () => 'speaker-alert'),
    ...before(session, 'manager', rules.manager, () => 'manager-summary'),
    ...AFTER_THE_END.map(({ kind, minutes }) => after(session, kind, minutes)),
  ].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());

export type Verdict =
  | { kind: 'to_come' }
  | { kind: 'due' }
  /** `overtaken`: a later one says more. `too_late`: it is of no use. `told_by_move`: the news of the move said it. */
  | { kind: 'skipped'; reason: 'overtaken' | 'too_late' | 'told_by_move' };

/** As much of a message as tells whether it says more than another. */
type Said = Pick<ScheduledMessage, 'audience' | 'offsetMinutes' | 'dueAt'>;

/** What is on record for this start, whether or not it is still part of the schedule. */
export const saidFor = (
  startsAt: Date,
  runs: readonly (Pick<RunSlot, 'kind' | 'offsetMinutes' | 'startsAt'> & { dueAt: Date })[]
): Said[] =>
  runs
    .filter((run) => run.startsAt.getTime() === startsAt.getTime())
    .map(({ kind, offsetMinutes, dueAt }) => ({
      audience: audienceOf(kind),
      offsetMinutes,
      dueAt,
    }));

/**
 * What is to be done about one message of a schedule that is not on record yet. After downtime, or when an editor has
 * changed the offsets, several may be overdue: the latest reminder says all that the ones before it would have said.
 */
export const judge = (
  message: ScheduledMessage,
  {
    said,
    schedule,
    startMovedAt,
    now,
  }: {
    said: readonly Said[];
    schedule: readonly ScheduledMessage[];
    startMovedAt: Date | null;
    now: Date;
  }
): Verdict => {
  if (now < message.dueAt) return { kind: 'to_come' };
  if (now >= message.uselessAt) return { kind: 'skipped', reason: 'too_late' };
  if (message.offsetMinutes < 0) return { kind: 'due' };
  const others: readonly Said[] = [...schedule, ...said];
  if (others.some((other) => overtakes(other, message) && other.dueAt <= now)) {
    return { kind: 'skipped', reason: 'overtaken' };
  }
  const isTold =
    message.audience === 'registrants' && startMovedAt !== null && message.dueAt <= startMovedAt;
  return isTold ? { kind: 'skipped', reason: 'told_by_move' } : { kind: 'due' };
};

/** What a session's schedule consists of, without its instants. */
export const slotsOf = (
  rules: ScheduleRules
): Pick<ScheduledMessage, 'kind' | 'offsetMinutes'>[] => {
  const kindOf = reminderKind(rules.registrants);
  return [
    ...rules.registrants.map((offsetMinutes) => ({ kind: kindOf(offsetMinutes), offsetMinutes })),
    ...rules.speakers.map((offsetMinutes) => ({ kind: 'speaker-alert' as const, offsetMinutes })),
    ...rules.manager.map((offsetMinutes) => ({ kind: 'manager-summary' as const, offsetMinutes })),
    ...AFTER_THE_END.map(({ kind, minutes }) => ({ kind, offsetMinutes: -minutes })),
  ];
};

/**
 * What a message is told apart by beside its offset. A reminder's kind follows from the whole list: when an editor
 * changes that, what went out already must not go out once more under another name.
 */
export const slotOf = (kind: ScheduledKind): string =>
  audienceOf(kind) === 'registrants' && kind.startsWith('reminder-') ? 'reminder' : kind;

/** One message of a session's schedule, for one start of the session. */
export type RunSlot = Pick<ScheduledMessage, 'kind' | 'offsetMinutes'> & {
  sessionId: string;
  startsAt: Date;
};

/** The same for two that must not both go out. */
export const runKey = ({ sessionId, startsAt, kind, offsetMinutes }: RunSlot): string =>
  `${sessionId} ${startsAt.getTime()} ${slotOf(kind)} ${offsetMinutes}`;

/** Whether it can be due at all: cheap, where reading the clocks of a zone is not. */
export const mayBeDue = (startsAt: Date, offsetMinutes: number, now: Date) =>
  startsAt.getTime() - offsetMinutes * MINUTE - LARGEST_CLOCK_CHANGE_MS <= now.getTime();

/** The follow-up of somebody whose attendance is recorded after it was due; null while it is to come, or when too old. */
export const overdueFollowUp = (
  session: SessionTimes,
  attendance: 'attended' | 'no_show',
  now: Date
): (Pick<ScheduledMessage, 'offsetMinutes' | 'dueAt'> & { kind: AttendanceKind }) | null => {
  const kind = attendance === 'attended' ? 'follow-up-attended' : 'follow-up-missed';
  const { offsetMinutes, dueAt, uselessAt } = after(session, kind, FOLLOW_UP_AFTER_MINUTES);
  return dueAt <= now && now < uselessAt ? { kind, offsetMinutes, dueAt } : null;
};

/** Whether news of a session is so old that nobody is told any more. */
export const isFollowUpUseless = (dueAt: Date, now: Date) => now >= followUpUselessAt(dueAt);

const followUpUselessAt = (dueAt: Date) =>
  new Date(dueAt.getTime() + FOLLOW_UP_DAYS * DAY_MINUTES * MINUTE);

const overtakes = (other: Said, message: Said) =>
  other.audience === message.audience &&
  other.offsetMinutes >= 0 &&
  other.offsetMinutes < message.offsetMinutes;

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/** Some zone left out a whole day once. */
const LARGEST_CLOCK_CHANGE_MS = 26 * 60 * MINUTE;

/** News of a session that is over is worth sending for so long. */
const FOLLOW_UP_DAYS = 3;

const FOLLOW_UP_AFTER_MINUTES = 120;

const AFTER_THE_END = [
  { kind: 'follow-up-attended', minutes: FOLLOW_UP_AFTER_MINUTES },
  { kind: 'follow-up-missed', minutes: FOLLOW_UP_AFTER_MINUTES },
  { kind: 'feedback-request', minutes: DAY_MINUTES },
] as const;

const isDays = (offsetMinutes: number) => offsetMinutes % DAY_MINUTES === 0;

/** The day before the first of several reminders is still early; the last hours are no time for details. */
const reminderKind = (offsets: Offsets) => {
  const days = offsets.filter((offset) => offset >= DAY_MINUTES);
  const longest = Math.max(...days);
  return (offset: number): ScheduledKind => {
    if (offset < DAY_MINUTES) return 'reminder-last-chance';
    return offset === longest && days.length > 1 ? 'reminder-initial' : 'reminder-final';
  };
};

/** Whom a kind of message is for. */
export const audienceOf = (kind: ScheduledKind): Audience => {
  if (kind === 'speaker-alert') return 'speakers';
  return kind === 'manager-summary' ? 'manager' : 'registrants';
};

const before = (
  { startsAt, timezone }: ZonedTimes,
  audience: Audience,
  offsets: Offsets,
  kindOf: (offsetMinutes: number) => ScheduledKind
): ScheduledMessage[] =>
  offsets.map((offsetMinutes) => ({
    kind: kindOf(offsetMinutes),
    audience,
    offsetMinutes,
    dueAt: isDays(offsetMinutes)
      ? daysBefore(startsAt, { days: offsetMinutes / DAY_MINUTES, zone: timezone })
      : new Date(startsAt.getTime() - offsetMinutes * MINUTE),
    uselessAt: startsAt,
  }));

const after = (session: SessionTimes, kind: ScheduledKind, minutes: number): ScheduledMessage => {
  const dueAt = new Date(endsAt(session).getTime() + minutes * MINUTE);
  return {
    kind,
    audience: 'registrants',
    offsetMinutes: -minutes,
    dueAt,
    uselessAt: followUpUselessAt(dueAt),
  };
};
