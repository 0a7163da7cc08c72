import { SEATED_STATES, type RegistrationState } from '../../domain/registration';
import type { SeatCounts } from '../../domain/session';
import type { Tx } from '../../platform/transaction';
import { WAS_THERE } from './attendance-conditions';

/** A session's inventory row: its seats, the waitlist's order, and the lock that every change of seats takes. */
export type Inventory = SeatCounts & {
  sessionId: string;
  /** The most seats that may be held: the capacity, or what was held already when it was lowered. */
  seatLimit: number | null;
  nextWaitlistSequence: number;
  /** Raised by every lock. */
  revision: number;
  /** The counters as the lock found them: what is saved is the difference. */
  asLocked: Readonly<{ held: number; waitlisted: number; nextWaitlistSequence: number }>;
};

/**
 * Locks a session's inventory, named by the session's documentId or slug. Always the first statement of a
 * transaction: it queues competitors on the row (PostgreSQL) and starts the write (SQLite).
 */
export const lockBySession = (tx: Tx, idOrSlug: string): Promise<Inventory | null> =>
  lock(
    tx,
    `(SELECT document_id FROM ${tx.name('webinars_sessions')} WHERE document_id = ? OR slug = ?
      ORDER BY document_id = ? DESC LIMIT 1)`,
    [idOrSlug, idOrSlug, idOrSlug]
  );

/** Locks the inventory of the session that a registration belongs to. */
export const lockByPublicId = (tx: Tx, publicId: string): Promise<Inventory | null> =>
  lock(
    tx,
    `(SELECT session_document_id FROM ${tx.name('webinars_registrations')} WHERE public_id = ?)`,
    [publicId]
  );

export const lockByDocumentId = (tx: Tx, documentId: string): Promise<Inventory | null> =>
  lock(
    tx,
    `(SELECT session_document_id FROM ${tx.name('webinars_registrations')} WHERE document_id = ?)`,
    [documentId]
  );

/**
 * Locks the inventories of all sessions in which a person has a registration, in the order of the sessions' ids: so do
 * all who lock several, and none waits for the other. Each statement finds the next by itself, because the first of a
 * transaction has to write.
 */
export const lockByEmailKey = async (tx: Tx, emailKey: string): Promise<Inventory[]> => {
  const locked: Inventory[] = [];
  for (;;) {
    const next = await lock(
      tx,
      `(SELECT MIN(i.session_document_id) FROM ${tx.name('webinars_inventory')} AS i
        JOIN ${tx.name('webinars_registrations')} AS r
          ON r.session_document_id = i.session_document_id
        WHERE r.email_key = ? AND i.session_document_id > ?)`,
      [emailKey, locked.at(-1)?.sessionId ?? '']
    );
    if (next === null) return locked;
    locked.push(next);
  }
};

const lock = async (tx: Tx, session: string, bindings: unknown[]): Promise<Inventory | null> => {
  const [row] = await tx.prepared<Row>(
    `UPDATE ${tx.name('webinars_inventory')} SET revision = revision + 1
     WHERE session_document_id = ${session}
     RETURNING session_document_id, capacity, seat_limit, held, waitlisted, next_waitlist_sequence,
       revision`,
    bindings
  );
  return row === undefined ? null : toInventory(row);
};

/** For looking only: without the lock. */
export const findInventory = async (
  tx: Pick<Tx, 'table'>,
  sessionId: string
): Promise<Inventory | null> => {
  const row = await tx
    .table<Row>('webinars_inventory')
    .where({ session_document_id: sessionId })
    .first();
  return row === undefined ? null : toInventory(row);
};

/**
 * Writes the seat counters back as what was added to them, so that the CHECK refuses more seats than the limit even
 * for a bug in the lock: a total that was worked out from stale counters would look right to it.
 */
export const saveSeats = async (tx: Tx, inventory: Inventory): Promise<void> => {
  const { asLocked } = inventory;
  await tx.prepared(
    `UPDATE ${tx.name('webinars_inventory')}
     SET held = held + ?, waitlisted = waitlisted + ?,
       next_waitlist_sequence = next_waitlist_sequence + ?, seat_limit = ?
     WHERE session_document_id = ?`,
    [
      inventory.held - asLocked.held,
      inventory.waitlisted - asLocked.waitlisted,
      inventory.nextWaitlistSequence - asLocked.nextWaitlistSequence,
      seatLimitOf(inventory),
      inventory.sessionId,
    ]
  );
};

/** A lowered capacity throws nobody out, but every seat that is freed brings the limit down to it. */
const seatLimitOf = ({ capacity, held, seatLimit }: Inventory) => {
  if (capacity === null || seatLimit === null) return capacity;
  return Math.min(seatLimit, Math.max(capacity, held));
};

export const loadCapacity = async (tx: Tx, sessionId: string): Promise<number | null> => {
  const row = await tx
    .table<Row>('webinars_sessions')
    .where({ document_id: sessionId })
    .first('capacity');
  return countOrNull(row?.capacity);
};

export const createInventory = async (tx: Tx, sessionId: string): Promise<void> => {
  const capacity = await loadCapacity(tx, sessionId);
  await tx
    .table('webinars_inventory')
    .insert({ session_document_id: sessionId, capacity, seat_limit: capacity });
};

/** Sessions that came into the database past the document service get their row here. */
export const createMissingInventories = async (tx: Tx): Promise<void> => {
  const counts = countsSql(tx);
  await tx.raw(
    `INSERT INTO ${tx.name('webinars_inventory')}
       (session_document_id, capacity, seat_limit, held, waitlisted, next_waitlist_sequence)
     SELECT s.document_id, s.capacity,
       CASE WHEN s.capacity IS NULL OR s.capacity > c.held THEN s.capacity ELSE c.held END,
       c.held, c.waitlisted, c.last_sequence + 1
     FROM ${tx.name('webinars_sessions')} AS s JOIN (${counts}) AS c ON c.document_id = s.document_id
     WHERE NOT EXISTS (SELECT 1 FROM ${tx.name('webinars_inventory')} AS i
       WHERE i.session_document_id = s.document_id)`
  );
};

/** Sessions whose counters differ from their rows. Always none; a check that says so is worth having. */
export const findDrift = (tx: Tx): Promise<{ session_document_id: string }[]> =>
  tx.raw(
    `SELECT i.session_document_id FROM ${tx.name('webinars_inventory')} AS i
     JOIN (${countsSql(tx)}) AS c ON c.document_id = i.session_document_id
     WHERE i.held <> c.held OR i.waitlisted <> c.waitlisted`
  );

const countsSql = (tx: Tx) =>
  `SELECT s.document_id,
     COUNT(CASE WHEN r.state IN (${quoted(SEATED_STATES)}) THEN 1 END) AS held,
     COUNT(CASE WHEN r.state = 'waitlisted' THEN 1 END) AS waitlisted,
     COALESCE(MAX(r.waitlist_sequence), 0) AS last_sequence
   FROM ${tx.name('webinars_sessions')} AS s
   LEFT JOIN ${tx.name('webinars_registrations')} AS r ON r.session_document_id = s.document_id
   GROUP BY s.document_id`;

const quoted = (states: readonly RegistrationState[]) =>
  states.map((state) => `'${state}'`).join(', ');

export const deleteInventory = async (tx: Tx, sessionId: string): Promise<void> => {
  for (const table of ['webinars_inventory', 'webinars_erased_attendees']) {
    await tx.table(table).where({ session_document_id: sessionId }).delete();
  }
};

/** Lowered below what is held, the capacity throws nobody out: the limit stays at what is held. */
export const saveCapacity = async (tx: Tx, inventory: Inventory): Promise<Inventory> => {
  const { sessionId, capacity, held } = inventory;
  const seatLimit = capacity === null ? null : Math.max(capacity, held);
  await tx
    .table('webinars_inventory')
    .where({ session_document_id: sessionId })
    .update({ capacity, seat_limit: seatLimit });
  return { ...inventory, seatLimit };
};

/**
 * Copies the seat counters of changed inventories to their sessions, where editors see them. The counters carry the
 * revision that was copied, so that a doubled or missed run is made good by the next.
 */
export const copyCounts = async (tx: Tx): Promise<{ sessionId: string; revision: number }[]> => {
  // What somebody holds is left to the next run, and all who lock several sessions take them in the same order.
  const free = `SELECT session_document_id FROM ${tx.name('webinars_inventory')}
    WHERE counted_revision < revision ORDER BY session_document_id
    ${tx.isPostgres ? 'FOR UPDATE SKIP LOCKED' : ''}`;
  const changed = await tx.raw<Row>(
    `UPDATE ${tx.name('webinars_inventory')} SET counted_revision = revision
     WHERE session_document_id IN (${free})
     RETURNING session_document_id, held, waitlisted, revision`
  );
  for (const row of changed) {
    const [attended] = await tx.raw<Row>(
      `SELECT COUNT(*) AS size FROM ${tx.name('webinars_registrations')}
       WHERE session_document_id = ? AND ${WAS_THERE}`,
      [row.session_document_id]
    );
    const erased = await tx
      .table<Row>('webinars_erased_attendees')
      .where({ session_document_id: row.session_document_id })
      .first(['held', 'attended']);
    await tx
      .table('webinars_sessions')
      .where({ document_id: text(row.session_document_id) })
      .update({
        registration_count: count(row.held) + count(erased?.held ?? 0),
        waitlist_count: row.waitlisted,
        attendance_count: count(attended?.size) + count(erased?.attended ?? 0),
      });
  }
  return changed.map((row) => ({
    sessionId: text(row.session_document_id),
    revision: count(row.revision),
  }));
};

/** Remembers that people who had a seat when the session began were there, and nothing else about them. */
export const countErased = async (
  tx: Tx,
  sessionId: string,
  { held, attended }: { held: number; attended: number }
): Promise<void> => {
  await tx.raw(
    `INSERT INTO ${tx.name('webinars_erased_attendees')} AS erased (session_document_id, held, attended)
     VALUES (?, ?, ?)
     ON CONFLICT (session_document_id) DO UPDATE
       SET held = erased.held + excluded.held, attended = erased.attended + excluded.attended`,
    [sessionId, held, attended]
  );
};

type Row = Record<string, unknown>;

const text = (value: unknown) => String(value);
const count = (value: unknown) => Number(value);
const countOrNull = (value: unknown) =>
  value === null || value === undefined ? null : Number(value);

const toInventory = (row: Row): Inventory => {
  const counters = {
    held: count(row.held),
    waitlisted: count(row.waitlisted),
    nextWaitlistSequence: count(row.next_waitlist_sequence),
  };
  return {
    sessionId: text(row.session_document_id),
    capacity: countOrNull(row.capacity),
    seatLimit: countOrNull(row.seat_limit),
    revision: count(row.revision),
    ...counters,
    asLocked: counters,
  };
};
