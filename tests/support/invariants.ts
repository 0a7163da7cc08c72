import type { Row, TestApp } from './strapi';

const SEATED = ['awaiting_payment', 'offered', 'confirmed', 'attended', 'no_show'];
const ENDED = ['cancelled', 'rejected', 'expired'];

/** Something that can read our tables: a running application, or a connection beside it. */
export type Tables = Pick<TestApp, 'rows'>;

export type SessionFigures = {
  capacity: number | null;
  held: number;
  waitlisted: number;
  rows: Row[];
};

/** Asserts what must be true of a session's registrations at any moment, and answers the figures. */
export const expectInvariants = async (app: Tables, sessionId: string): Promise<SessionFigures> => {
  const where = { session_document_id: sessionId };
  const [inventory] = await app.rows('webinars_inventory', where);
  const rows = await app.rows('webinars_registrations', where);
  const held = rows.filter(({ state }) => SEATED.includes(String(state)));
  const waiting = rows.filter(({ state }) => state === 'waitlisted');
  const active = rows.filter(({ state }) => !ENDED.includes(String(state)));
  const capacity = numberOrNull(inventory?.capacity);
  const seatLimit = numberOrNull(inventory?.seat_limit);

  expect({ held: Number(inventory?.held), waitlisted: Number(inventory?.waitlisted) }).toEqual({
    held: held.length,
    waitlisted: waiting.length,
  });
  expect(held.length).toBeLessThanOrEqual(seatLimit ?? Infinity);
  expect(duplicatesOf(active, 'email_key')).toEqual([]);
  expect(duplicatesOf(rows, 'public_id')).toEqual([]);
  expect(duplicatesOf(rows, 'reference')).toEqual([]);
  expect(duplicatesOf(waiting, 'waitlist_sequence')).toEqual([]);
  const sequences = waiting.map(({ waitlist_sequence: sequence }) => Number(sequence));
  expect(Math.max(0, ...sequences)).toBeLessThan(Number(inventory?.next_waitlist_sequence));
  expect(await linkedRows(app, sessionId)).toBe(rows.length);
  return { capacity, held: held.length, waitlisted: waiting.length, rows };
};

/**
 * The counters against the rows while others write: one statement, hence one moment. Nor are there ever more seats held
 * than there may be, nor does anybody wait beside a free one (while offers run).
 */
export const expectCountersNow = async (app: TestApp, sessionId: string): Promise<void> => {
  const count = (states: string[]) =>
    `(SELECT count(*) FROM ${app.database.name('webinars_registrations')} r
      WHERE r.session_document_id = i.session_document_id
        AND r.state IN (${states.map((state) => `'${state}'`).join(', ')}))`;
  const result: unknown = await app.strapi.db.connection.raw(
    `SELECT i.*, ${count(SEATED)} AS seated, ${count(['waitlisted'])} AS waiting
     FROM ${app.database.name('webinars_inventory')} i WHERE session_document_id = ?`,
    [sessionId]
  );
  const rows = (Array.isArray(result) ? result : (result as { rows: Row[] }).rows) as Row[];
  const [figures] = rows;
  const [seated, waiting] = [Number(figures?.seated), Number(figures?.waiting)];
  expect({ held: Number(figures?.held), waitlisted: Number(figures?.waitlisted) }).toEqual({
    held: seated,
    waitlisted: waiting,
  });
  expect(seated).toBeLessThanOrEqual(numberOrNull(figures?.seat_limit) ?? Infinity);
  expect(Math.min(waiting, freeSeats(numberOrNull(figures?.capacity), seated))).toBe(0);
};

export const freeSeats = (capacity: number | null, held: number): number =>
  capacity === null ? Infinity : Math.max(0, capacity - held);

/** A registration that is not linked to its session is invisible in the Content Manager. */
const linkedRows = async (app: Tables, sessionId: string) => {
  const [session] = await app.rows('webinars_sessions', { document_id: sessionId });
  const links = await app.rows('webinars_registrations_session_lnk', { session_id: session?.id });
  return links.length;
};

const duplicatesOf = (rows: readonly Row[], column: string): unknown[] => {
  const seen = new Set<unknown>();
  return rows.map((row) => row[column]).filter((value) => seen.size === seen.add(value).size);
};

const numberOrNull = (value: unknown) =>
  value === null || value === undefined ? null : Number(value);
