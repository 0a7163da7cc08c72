import type { Locale } from '../../../../shared/locales';
import { FOLLOW_UPS, isReminder, type BulkMailFacts } from '../../domain/bulk-mail';
import { bulkMailJob, type ScheduledKind } from '../../domain/job-catalog';
import { isZone } from '../../domain/local-time';
import type { PersonalReminder } from '../../domain/merged-reminders';
import type { RegistrationState } from '../../domain/registration';
import { runKey, scheduleOf, type ScheduleRules } from '../../domain/reminder-schedule';
import type { SessionState } from '../../domain/session';
import { readInstant, requiredInstant } from '../../platform/instant';
import type { Statements } from '../../platform/transaction';
import { loadReminderRules, SCHEDULE_COLUMNS, schedulesIn } from '../sessions';

export type BulkFacts = Omit<BulkMailFacts, 'kind' | 'plannedStart' | 'dueAt'> & {
  emailKey: string;
};

/** What there is to look at before mails to these registrants go out. Who is not there any more is not among them. */
export const loadBulkFacts = async (
  rows: Statements,
  registrationIds: readonly string[]
): Promise<Map<string, BulkFacts>> => {
  const { quietHours } = await loadReminderRules(rows);
  const found = await rows
    .table<Row>('webinars_registrations as person')
    .join('webinars_sessions as session', 'person.session_document_id', 'session.document_id')
    .whereIn('person.document_id', [...registrationIds])
    .select(
      'person.document_id',
      'person.state',
      'person.joined_at',
      'person.rating',
      'person.email_key',
      'person.timezone',
      'session.state as session_state',
      'session.datetime',
      'session.timezone as session_timezone'
    );
  return new Map(found.map((row) => [String(row.document_id), { ...toFacts(row), quietHours }]));
};

const toFacts = (row: Row): Omit<BulkFacts, 'quietHours'> => ({
  emailKey: String(row.email_key),
  session: {
    state: row.session_state as SessionState,
    startsAt: requiredInstant(row.datetime),
  },
  registration: {
    state: row.state as RegistrationState,
    joinedAt: readInstant(row.joined_at),
    hasRated: row.rating !== null,
  },
  zone: zoneOf(row.timezone, row.session_timezone),
});

/** A zone that is none anybody's clock knows is worth no failure. */
const zoneOf = (own: unknown, sessions: unknown) => {
  const zones = [own, sessions].map((zone) => String(zone ?? ''));
  return zones.find(isZone) ?? 'UTC';
};

export type MailState = { state: string; reason: string | null };

/** What became of mails, by their keys. */
export const mailStatesOf = async (
  { table }: Statements,
  keys: readonly string[]
): Promise<Map<string, MailState>> => {
  const rows = await table<Row>('webinars_mails')
    .whereIn('mail_key', [...keys])
    .select('mail_key', 'state', 'reason');
  return new Map(
    rows.map((row) => [
      String(row.mail_key),
      { state: String(row.state), reason: row.reason === null ? null : String(row.reason) },
    ])
  );
};

export type StoredFollowUp = { key: string; kind: string; state: string };

/** What was wanted of these registrants' follow-ups, for whatever start of the session, by documentId. */
export const followUpsOf = async (
  { table }: Statements,
  registrationIds: readonly string[]
): Promise<Map<string, StoredFollowUp[]>> => {
  const rows = await table<Row>('webinars_mails')
    .whereIn('registration_document_id', [...registrationIds])
    .whereIn('kind', FOLLOW_UPS)
    .select('registration_document_id', 'mail_key', 'kind', 'state');
  const found = new Map<string, StoredFollowUp[]>();
  for (const row of rows) {
    const id = String(row.registration_document_id);
    const mail = { key: String(row.mail_key), kind: String(row.kind), state: String(row.state) };
    found.set(id, [...(found.get(id) ?? []), mail]);
  }
  return found;
};

/** Registrants' normalised addresses and languages, by documentId. */
export const peopleOf = async (
  { table }: Statements,
  registrationIds: readonly string[]
): Promise<Map<string, { emailKey: string; locale: Locale }>> => {
  const found = await table<Row>('webinars_registrations')
    .whereIn('document_id', [...registrationIds])
    .select('document_id', 'email_key', 'language');
  return new Map(
    found.map((row) => [
      String(row.document_id),
      { emailKey: String(row.email_key), locale: row.language as Locale },
    ])
  );
};

/** How many registrations for sessions to come somebody has, by their normalised addresses. */
export const countComing = async (
  { table }: Statements,
  emailKeys: readonly string[],
  now: Date
): Promise<Map<string, number>> => {
  const found = await table<Row>('webinars_registrations as person')
    .join('webinars_sessions as session', 'person.session_document_id', 'session.document_id')
    .whereIn('person.email_key', [...new Set(emailKeys)])
    .select('person.email_key', 'person.state as seat_state', 'session.datetime');
  const coming = found.filter((row) => isComing(row, now));
  return countEach(coming.map((row) => String(row.email_key)));
};

/**
 * Not asked of the database: SQLite, which takes few for confirmed, would look at all of them rather than at one
 * person's.
 */
const isComing = (row: Row, now: Date) =>
  row.seat_state === 'confirmed' && requiredInstant(row.datetime) > now;

const countEach = (keys: readonly string[]): Map<string, number> => {
  const counted = new Map<string, number>();
  for (const key of keys) counted.set(key, (counted.get(key) ?? 0) + 1);
  return counted;
};

export type StoredReminder = PersonalReminder & {
  key: string;
  /** Of the mail itself; null where there is none yet. */
  mailState: string | null;
  /** What hands it out; null before it is due. */
  run: { isSkipped: boolean; plannedAt: Date } | null;
};

/** Every reminder, past and to come, of one person's seats in sessions to come, but for those that came too late. */
export const loadReminders = async (
  rows: Statements,
  emailKey: string,
  now: Date
): Promise<StoredReminder[]> => {
  const { schedule } = await loadReminderRules(rows);
  const found = await rows
    .table<Row>('webinars_registrations as person')
    .join('webinars_sessions as session', 'person.session_document_id', 'session.document_id')
    .where('person.email_key', emailKey)
    .select(
      'person.document_id',
      'person.state as seat_state',
      'person.registered_at',
      'session.document_id as session_id',
      'session.state as session_state',
      'session.datetime',
      'session.duration',
      'session.timezone',
      'session.start_moved_at',
      ...SCHEDULE_COLUMNS.map((column) => `session.${column}`)
    );
  const coming = found.filter((row) => isComing(row, now) && isOn(row));
  const seatedAt = await loadSeatedAt(
    rows,
    coming.map((row) => String(row.document_id))
  );
  const reminders = coming.flatMap((row) => remindersIn(row, { schedule, seatedAt }));
  return withStates(rows, reminders);
};

const isOn = ({ session_state: state }: Row) => state === 'published' || state === 'live';

/** When a seat came that was not there from the beginning. */
const loadSeatedAt = async (
  { table }: Statements,
  registrationIds: readonly string[]
): Promise<Map<string, Date>> => {
  const rows = await table<Row>('webinars_activities')
    .where({ subject_type: 'registration', to_state: 'confirmed' })
    .whereIn('subject_id', [...registrationIds])
    .orderBy('id')
    .select('subject_id', 'at');
  return new Map(rows.map((row) => [String(row.subject_id), requiredInstant(row.at)]));
};

const remindersIn = (
  row: Row,
  { schedule, seatedAt }: { schedule: ScheduleRules; seatedAt: ReadonlyMap<string, Date> }
): PersonalReminder[] => {
  const registrationId = String(row.document_id);
  const startsAt = requiredInstant(row.datetime);
  const seated = seatedAt.get(registrationId) ?? requiredInstant(row.registered_at);
  const movedAt = readInstant(row.start_moved_at);
  const session = {
    startsAt,
    durationMinutes: Number(row.duration),
    timezone: String(row.timezone),
  };
  return scheduleOf(session, { ...schedulesIn(row, schedule), speakers: [], manager: [] })
    .filter(({ dueAt }) => dueAt >= seated && (movedAt === null || dueAt > movedAt))
    .flatMap(({ kind, offsetMinutes, dueAt }) =>
      isReminder(kind)
        ? [
            {
              sessionId: String(row.session_id),
              registrationId,
              kind,
              offsetMinutes,
              startsAt,
              dueAt,
            },
          ]
        : []
    );
};

const withStates = async (
  rows: Statements,
  reminders: readonly PersonalReminder[]
): Promise<StoredReminder[]> => {
  const keyed = reminders.map((reminder) => ({ ...reminder, key: bulkMailJob(reminder).key }));
  const mails = await mailStatesOf(
    rows,
    keyed.map(({ key }) => key)
  );
  const runs = await rows
    .table<Row>('webinars_message_runs')
    .whereIn('session_document_id', [...new Set(reminders.map(({ sessionId }) => sessionId))])
    .select('*');
  const runOf = new Map(
    runs.map((row) => [
      runKey({
        sessionId: String(row.session_document_id),
        startsAt: requiredInstant(row.starts_at),
        kind: row.kind as ScheduledKind,
        offsetMinutes: Number(row.offset_minutes),
      }),
      { isSkipped: row.state === 'skipped', plannedAt: requiredInstant(row.planned_at) },
    ])
  );
  return keyed.map((reminder) => ({
    ...reminder,
    mailState: mails.get(reminder.key)?.state ?? null,
    run: runOf.get(runKey(reminder)) ?? null,
  }));
};

type Row = Record<string, unknown>;
