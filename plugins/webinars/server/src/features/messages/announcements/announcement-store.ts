import type {
  AnnouncementBody,
  AnnouncementPurpose,
  LeftOut,
} from '../../../../../shared/announcements';
import { announcedMailKey, ANNOUNCEMENT_IN_KEY } from '../../../domain/job-catalog';
import { readInstant, requiredInstant } from '../../../platform/instant';
import { insertRows } from '../../../platform/insert-rows';
import { readJson } from '../../../platform/read-json';
import type { Statements, Tx } from '../../../platform/transaction';

type Row = Record<string, unknown>;
type Reader = Pick<Tx, 'table'>;

export type StoredAnnouncement = {
  id: string;
  purpose: AnnouncementPurpose;
  filter: AnnouncementBody['filter'];
  texts: AnnouncementBody['texts'];
  perMinute: number;
  state: 'running' | 'stopped';
  writtenBy: string | null;
  createdAt: Date;
  stoppedAt: Date | null;
  recipients: number;
  leftOut: LeftOut[];
};

/** What of an announcement never changes once it is there: who writes what to whom. */
export type NewAnnouncement = Omit<StoredAnnouncement, 'state' | 'stoppedAt' | 'recipients'>;

const ROWS_AT_ONCE = 500;

/** With everybody who is to get it: nobody who comes later does. */
export const insert = async (
  tx: Tx,
  { id, ...announcement }: NewAnnouncement,
  registrationIds: readonly string[]
): Promise<void> => {
  await insertRows(tx, 'webinars_announcements', [
    {
      id,
      purpose: announcement.purpose,
      filter: JSON.stringify(announcement.filter),
      texts: JSON.stringify(announcement.texts),
      per_minute: announcement.perMinute,
      state: 'running',
      written_by: announcement.writtenBy,
      created_at: announcement.createdAt,
      recipients: registrationIds.length,
      left_out: JSON.stringify(announcement.leftOut),
    },
  ]);
  for (let first = 0; first < registrationIds.length; first += ROWS_AT_ONCE) {
    const page = registrationIds.slice(first, first + ROWS_AT_ONCE);
    await insertRows(
      tx,
      'webinars_announcement_recipients',
      page.map((registrationId, index) => ({
        announcement_id: id,
        place: first + index,
        registration_document_id: registrationId,
        mail_key: announcedMailKey(id, registrationId),
      }))
    );
  }
};

export const find = async ({ table }: Reader, id: string): Promise<StoredAnnouncement | null> => {
  const row = await table<Row>('webinars_announcements').where({ id }).first();
  return row === undefined ? null : toAnnouncement(row);
};

/** Latest first. */
export const list = async (
  { table }: Reader,
  { limit, offset }: { limit: number; offset: number }
): Promise<{ announcements: StoredAnnouncement[]; total: number }> => {
  const rows = await table<Row>('webinars_announcements')
    .orderBy([{ column: 'created_at', order: 'desc' }, 'id'])
    .limit(limit)
    .offset(offset);
  const counted: Row | undefined = await table('webinars_announcements')
    .count({ total: '*' })
    .first();
  return { announcements: rows.map(toAnnouncement), total: Number(counted?.total ?? 0) };
};

/**
 * Locks an announcement that is to go on from the given place; null when it has gone on already, or was stopped. The
 * first statement of its transaction writes, so that a twin of the job waits, and then finds nothing to do.
 */
export const lockRunning = async (
  tx: Tx,
  { id, reached }: { id: string; reached: number }
): Promise<StoredAnnouncement | null> => {
  const [row] = await tx
    .table<Row>('webinars_announcements')
    .where({ id, state: 'running', reached })
    .update({ state: 'running' })
    .returning('*');
  return row === undefined ? null : toAnnouncement(row);
};

/** Those who are next, in the order of their places. */
export const nextRecipients = async (
  { table }: Reader,
  { id, reached, limit }: { id: string; reached: number; limit: number }
): Promise<string[]> => {
  const ids: unknown[] = await table<Row>('webinars_announcement_recipients')
    .where({ announcement_id: id })
    .where('place', '>=', reached)
    .where('place', '<', reached + limit)
    .orderBy('place')
    .pluck('registration_document_id');
  return ids.map(String);
};

export const advance = async (tx: Tx, id: string, reached: number): Promise<void> => {
  await tx.table('webinars_announcements').where({ id }).update({ reached });
};

/** False when it was stopped before. */
export const markStopped = async (tx: Tx, id: string, at: Date): Promise<boolean> => {
  const count = await tx
    .table('webinars_announcements')
    .where({ id, state: 'running' })
    .update({ state: 'stopped', stopped_at: at });
  return count === 1;
};

/** Puts on record that whoever has not been sent it yet gets it no more. What is on its way arrives. */
export const skipOpen = async (tx: Tx, id: string, at: Date): Promise<void> => {
  await tx.raw(
    `INSERT INTO ${tx.name('webinars_mails')} AS mail
       (id, mail_key, kind, locale, registration_document_id, session_document_id, state, reason,
        created_at)
     SELECT recipient.announcement_id || ':' || recipient.place, recipient.mail_key, 'announcement', person.language,
       person.document_id, person.session_document_id, 'skipped', 'stopped',
       ${tx.isPostgres ? 'CAST(? AS timestamptz)' : '?'}
     FROM ${tx.name('webinars_announcement_recipients')} AS recipient
     JOIN ${tx.name('webinars_registrations')} AS person
       ON person.document_id = recipient.registration_document_id
     WHERE recipient.announcement_id = ?
     ON CONFLICT (mail_key) DO UPDATE SET state = 'skipped', reason = 'stopped'
       WHERE mail.state = 'queued'`,
    [at, id]
  );
};

export type Tally = {
  /** How many of the recipients have not been erased. */
  recipients: number;
  mails: { state: string; reason: string | null; count: number }[];
};

/**
 * What has become of these announcements. Their mails are counted in an index; who has none yet, or was erased, is
 * looked for only where mails are missing.
 */
export const tally = async (
  rows: Statements,
  announcements: readonly Pick<StoredAnnouncement, 'id' | 'recipients'>[]
): Promise<Map<string, Tally>> => {
  const mails = await countMails(
    rows,
    announcements.map(({ id }) => id)
  );
  const counted = announcements.map(({ id, recipients }) => {
    const own = mails.filter((each) => each.id === id);
    return { id, recipients, mails: own, isComplete: sum(own) === recipients };
  });
  const incomplete = counted.filter(({ isComplete }) => !isComplete).map(({ id }) => id);
  const left = await countRecipients(rows, incomplete);
  return new Map(
    counted.map(({ id, recipients, isComplete, ...found }) => [
      id,
      { mails: found.mails, recipients: isComplete ? recipients : (left.get(id) ?? 0) },
    ])
  );
};

export const sum = (counted: readonly { count: number }[]) =>
  counted.reduce((total, { count }) => total + count, 0);

const countMails = async ({ raw, name }: Statements, ids: readonly string[]) => {
  if (ids.length === 0) return [];
  const found = await raw<Row>(
    `SELECT ${ANNOUNCEMENT_IN_KEY} AS id, state, reason, COUNT(*) AS count
     FROM ${name('webinars_mails')}
     WHERE kind = 'announcement' AND ${ANNOUNCEMENT_IN_KEY} IN (${ids.map(() => '?').join(', ')})
     GROUP BY ${ANNOUNCEMENT_IN_KEY}, state, reason ORDER BY reason`,
    ids
  );
  return found.map(({ id, state, reason, count }) => ({
    id: String(id),
    state: String(state),
    reason: orNull(reason),
    count: Number(count),
  }));
};

const countRecipients = async (
  { table }: Statements,
  ids: readonly string[]
): Promise<Map<string, number>> => {
  if (ids.length === 0) return new Map();
  const found = await table<Row>('webinars_announcement_recipients')
    .whereIn('announcement_id', [...ids])
    .groupBy('announcement_id')
    .select('announcement_id')
    .count({ count: '*' });
  return new Map(found.map((row: Row) => [String(row.announcement_id), Number(row.count)]));
};

/** Answers how many places these registrations had. */
export const eraseRecipients = (tx: Tx, registrationIds: readonly string[]): Promise<number> =>
  tx
    .table('webinars_announcement_recipients')
    .whereIn('registration_document_id', [...registrationIds])
    .delete();

const toAnnouncement = (row: Row): StoredAnnouncement => ({
  id: String(row.id),
  purpose: row.purpose as AnnouncementPurpose,
  filter: toFilter(readJson(row.filter) as StoredFilter),
  texts: readJson(row.texts) as StoredAnnouncement['texts'],
  perMinute: Number(row.per_minute),
  state: row.state as StoredAnnouncement['state'],
  writtenBy: orNull(row.written_by),
  createdAt: requiredInstant(row.created_at),
  stoppedAt: readInstant(row.stopped_at),
  recipients: Number(row.recipients),
  leftOut: readJson(row.left_out) as LeftOut[],
});

const orNull = (value: unknown): string | null => (value === null ? null : String(value));

/** JSON knows no instants. */
type StoredFilter = Omit<StoredAnnouncement['filter'], 'registeredFrom' | 'registeredUntil'> & {
  registeredFrom?: string;
  registeredUntil?: string;
};

const toFilter = ({
  registeredFrom,
  registeredUntil,
  ...filter
}: StoredFilter): StoredAnnouncement['filter'] => ({
  ...filter,
  ...(registeredFrom !== undefined && { registeredFrom: new Date(registeredFrom) }),
  ...(registeredUntil !== undefined && { registeredUntil: new Date(registeredUntil) }),
});
