import { clockIn } from './local-time';
import { quietUntil, type QuietHours } from './quiet-hours';
import type { ScheduledMessage } from './reminder-schedule';
import { endsAt, registrationWindow, type RegistrationWindow } from './session';

export type RehearsalWarningCode =
  | 'german_title_missing'
  | 'reminder_before_registration_opens'
  | 'late_registrants_unreminded'
  | 'clocks_change'
  | 'last_chance_in_quiet_hours'
  | 'meeting_url_missing'
  | 'speaker_missing'
  | 'speaker_address_missing'
  | 'manager_missing';

export type RehearsalWarning = {
  code: RehearsalWarningCode;
  /** The instant that it is about; null: none in particular. */
  at: Date | null;
  /** What it is about: kinds of mails, documentIds of speakers. */
  subjects: string[];
};

export type WarningFacts = {
  session: RegistrationWindow & { durationMinutes: number };
  /** The whole schedule, whatever of it falls into the rehearsed time. */
  schedule: readonly ScheduledMessage[];
  quietHours: QuietHours | null;
  hasGermanRegistrants: boolean;
  hasGermanTitle: boolean;
  hasMeetingUrl: boolean;
  speakers: readonly { id: string; hasAddress: boolean }[];
  hasManager: boolean;
  until: Date;
  from: Date;
};

/** What an organiser should know before it is too late. */
export const warningsOf = (facts: WarningFacts): RehearsalWarning[] => [
  ...whom(facts),
  ...whenSent(facts),
  ...whatIsMissing(facts),
];

const whom = ({ session, schedule, hasGermanRegistrants, hasGermanTitle }: WarningFacts) => {
  const { opensAt, closesAt } = registrationWindow(session);
  const reminders = remindersIn(schedule);
  const tooEarly = reminders.filter(({ dueAt }) => opensAt !== null && dueAt < opensAt);
  const last = reminders.at(-1);
  const isLate =
    last !== undefined && closesAt.getTime() - last.dueAt.getTime() > LATE_REGISTRANTS_MS;
  return [
    ...when(hasGermanRegistrants && !hasGermanTitle, { code: 'german_title_missing' }),
    ...tooEarly.map(({ kind, dueAt }) =>
      warning({ code: 'reminder_before_registration_opens', at: dueAt, subjects: [kind] })
    ),
    ...(isLate
      ? [warning({ code: 'late_registrants_unreminded', at: last.dueAt, subjects: [last.kind] })]
      : []),
  ];
};

const whenSent = ({ session, schedule, quietHours }: WarningFacts) => {
  const { timezone: zone, startsAt } = session;
  const offsetAt = (at: Date) => clockIn(zone, at) - at.getTime();
  const reminders = remindersIn(schedule);
  const across = reminders.filter(({ dueAt }) => offsetAt(dueAt) !== offsetAt(startsAt));
  const quiet = reminders.filter(
    ({ kind, dueAt }) =>
      kind === 'reminder-last-chance' &&
      quietHours !== null &&
      quietUntil(quietHours, { zone, now: dueAt }) !== null
  );
  return [
    ...across
      .slice(0, 1)
      .map(({ dueAt }) =>
        warning({ code: 'clocks_change', at: dueAt, subjects: across.map(({ kind }) => kind) })
      ),
    ...quiet.map(({ kind, dueAt }) =>
      warning({ code: 'last_chance_in_quiet_hours', at: dueAt, subjects: [kind] })
    ),
  ];
};

const whatIsMissing = (facts: WarningFacts) => {
  const { session, schedule, hasMeetingUrl, speakers, hasManager, from, until } = facts;
  const linkDueAt = new Date(session.startsAt.getTime() - LINK_DUE_MS);
  const isAhead = from < endsAt(session) && linkDueAt <= until;
  const unreachable = speakers.filter(({ hasAddress }) => !hasAddress);
  const summary = schedule.find(({ kind }) => kind === 'manager-summary');
  return [
    ...when(isAhead && !hasMeetingUrl, { code: 'meeting_url_missing', at: linkDueAt }),
    ...when(speakers.length === 0, { code: 'speaker_missing' }),
    ...when(unreachable.length > 0, {
      code: 'speaker_address_missing',
      subjects: unreachable.map(({ id }) => id),
    }),
    ...when(summary !== undefined && !hasManager, {
      code: 'manager_missing',
      at: summary?.dueAt ?? null,
      subjects: ['manager-summary'],
    }),
  ];
};

/** The earliest first. */
const remindersIn = (schedule: readonly ScheduledMessage[]) =>
  schedule.filter(
    ({ audience, offsetMinutes }) => audience === 'registrants' && offsetMinutes >= 0
  );

const when = (is: boolean, parts: WarningParts) => (is ? [warning(parts)] : []);

type WarningParts = Pick<RehearsalWarning, 'code'> & Partial<RehearsalWarning>;

const warning = ({ code, at = null, subjects = [] }: WarningParts): RehearsalWarning => ({
  code,
  at,
  subjects,
});

const HOUR = 60 * 60_000;

/** People should be able to try the way in two days before. */
const LINK_DUE_MS = 48 * HOUR;

/** Whoever registers within the last hours has the confirmation before their eyes. */
const LATE_REGISTRANTS_MS = 24 * HOUR;
