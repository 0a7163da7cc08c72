import { insertRows } from '../../platform/insert-rows';
import type { Statements, Tx } from '../../platform/transaction';

/** One thing that a visitor did; `detail` says which step, channel, place or source. Empty: none. */
export type Signal = {
  at: Date;
  day: string;
  sessionId: string;
  type: string;
  detail: string;
  visitor: string;
};

const SIGNALS = 'webinars_signals';
const DAILY = 'webinars_daily_signals';
const SALTS = 'webinars_daily_salts';

/** Sources are what visitors make of them: of each kind, so many a day and session are told apart. */
const DETAILS_A_DAY = 50;

/** The salt of a day, the same for all instances. Those of days that are over go. */
export const saltOfDay = async (tx: Tx, day: string, newSalt: string): Promise<string> => {
  await dropSaltsBefore(tx, day);
  const [row] = await tx.raw<{ salt: string }>(
    `INSERT INTO ${tx.name(SALTS)} (day, salt) VALUES (?, ?)
     ON CONFLICT (day) DO UPDATE SET day = excluded.day RETURNING salt`,
    [day, newSalt]
  );
  return row?.salt ?? newSalt;
};

export const dropSaltsBefore = async (tx: Tx, day: string): Promise<void> => {
  await tx.table(SALTS).where('day', '<', day).delete();
};

/** Losing the last moment of them in a crash does no harm: nobody waits for the disk. */
export const insertSignals = async (tx: Tx, signals: readonly Signal[]): Promise<void> => {
  if (tx.isPostgres) await tx.raw('SET LOCAL synchronous_commit = off');
  await insertRows(
    tx,
    SIGNALS,
    signals.map(({ sessionId, ...signal }) => ({ ...signal, session_document_id: sessionId }))
  );
};

export const newestSignal = async (rows: Pick<Statements, 'raw' | 'name'>) => {
  const [row] = await rows.raw<{ newest: number | string | null }>(
    `SELECT max(id) AS newest FROM ${rows.name(SIGNALS)}`
  );
  return row?.newest ?? null;
};

/** Days of which there are signals, the oldest first. */
export const signalDays = async (rows: Pick<Statements, 'raw' | 'name'>): Promise<string[]> => {
  const days = await rows.raw<{ day: string }>(
    `SELECT DISTINCT day FROM ${rows.name(SIGNALS)} ORDER BY day`
  );
  return days.map(({ day }) => day);
};

/** Counts a day anew: a whole day stays until it is dropped as a whole. */
export const rollUpDay = async (tx: Tx, day: string): Promise<void> => {
  const daily = tx.name(DAILY);
  await tx.raw(`DELETE FROM ${daily} WHERE day = ?`, [day]);
  await tx.raw(
    `INSERT INTO ${daily} (day, session_document_id, type, detail, events, visitors)
     SELECT day, session_document_id, type, detail, events, visitors FROM (
       SELECT day, session_document_id, type, detail,
         count(*) AS events, count(DISTINCT visitor) AS visitors,
         row_number() OVER (
           PARTITION BY session_document_id, type ORDER BY count(*) DESC, detail
         ) AS place
       FROM ${tx.name(SIGNALS)} WHERE day = ? GROUP BY day, session_document_id, type, detail
     ) AS counted WHERE place <= ?`,
    [day, DETAILS_A_DAY]
  );
};

/** Where editors see them. Only of sessions that were looked at of late: nothing else has changed. */
export const copyViews = async (tx: Tx): Promise<void> => {
  const sessions = tx.name('webinars_sessions');
  await tx.raw(
    `UPDATE ${sessions} SET view_count = (
       SELECT COALESCE(sum(events), 0) FROM ${tx.name(DAILY)} AS d
       WHERE d.session_document_id = ${sessions}.document_id AND d.type = 'page_view')
     WHERE document_id IN (
       SELECT session_document_id FROM ${tx.name(SIGNALS)} WHERE type = 'page_view')`
  );
};

export const dropSignalsOf = async (tx: Tx, day: string): Promise<void> => {
  await tx.table(SIGNALS).where({ day }).delete();
};
