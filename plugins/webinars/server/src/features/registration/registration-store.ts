import type { Locale } from '../../../../shared/locales';
import type { CANCELLATION_REASONS } from '../../../../shared/vocabulary';
import { ENDED_STATES, isActive, type RegistrationState } from '../../domain/registration';
import { readInstant, requiredInstant } from '../../platform/instant';
import type { Tx } from '../../platform/transaction';

export type ExistingRegistration = {
  rowId: number;
  documentId: string;
  emailKey: string;
  manageLinkSentAt: Date | null;
};

export type CancellationReason = (typeof CANCELLATION_REASONS)[number];

export type StoredRegistration = {
  rowId: number;
  documentId: string;
  publicId: string;
  reference: string;
  tokenVersion: number;
  revision: number;
  sessionId: string;
  state: RegistrationState;
  waitlistSequence: number | null;
  language: Locale;
  timezone: string | null;
  firstName: string;
  lastName: string;
  email: string;
  company: string | null;
  /** What it costs, integer minor units; null: nothing. */
  paymentAmount: number | null;
  holdExpiresAt: Date | null;
  registeredAt: Date;
  cancellationReason: CancellationReason | null;
  joinedAt: Date | null;
};

/** Those of the given people who have an active registration for the session already. */
export const findActive = async (
  tx: Tx,
  sessionId: string,
  emailKeys: readonly string[]
): Promise<Map<string, ExistingRegistration>> => {
  const run = emailKeys.length === 1 ? tx.prepared<Row> : tx.raw<Row>;
  const rows = await run(
    `SELECT id, document_id, email_key, manage_link_sent_at
     FROM ${tx.name('webinars_registrations')}
     WHERE session_document_id = ? AND email_key IN (${emailKeys.map(() => '?').join(', ')})
       AND ${IS_ACTIVE}`,
    [sessionId, ...emailKeys]
  );
  return new Map(
    rows.map((row) => [
      text(row.email_key),
      {
        rowId: Number(row.id),
        documentId: text(row.document_id),
        emailKey: text(row.email_key),
        manageLinkSentAt: readInstant(row.manage_link_sent_at),
      },
    ])
  );
};

export const findByPublicId = (tx: Pick<Tx, 'table'>, publicId: string) =>
  findOne(tx, { public_id: publicId });

export const findByDocumentId = (tx: Pick<Tx, 'table'>, documentId: string) =>
  findOne(tx, { document_id: documentId });

const findOne = async (tx: Pick<Tx, 'table'>, where: Row): Promise<StoredRegistration | null> => {
  const row = await tx
    .table<Row>('webinars_registrations')
    .where(where)
    .first(REGISTRATION_COLUMNS);
  return row === undefined ? null : toStored(row);
};

/** All registrations of a person for a session, however they ended. */
export const findOfPerson = async (
  tx: Tx,
  sessionId: string,
  emailKey: string
): Promise<StoredRegistration[]> => {
  const rows = await tx
    .table<Row>('webinars_registrations')
    .where({ session_document_id: sessionId, email_key: emailKey })
    .orderBy('id')
    .select(REGISTRATION_COLUMNS);
  return rows.map(toStored);
};

/** Deletes registrations and their links to sessions, and says how many of each there were. */
export const deleteRegistrations = async (
  tx: Tx,
  registrations: readonly StoredRegistration[]
): Promise<{ rows: number; links: number }> => {
  const rowIds = registrations.map(({ rowId }) => rowId);
  const links = await tx
    .table('webinars_registrations_session_lnk')
    .whereIn('registration_id', rowIds)
    .delete();
  const rows = await tx.table('webinars_registrations').whereIn('id', rowIds).delete();
  return { rows, links };
};

export const hasRegistrations = async (tx: Tx, sessionId: string): Promise<boolean> => {
  const row = await tx
    .table<Row>('webinars_registrations')
    .where({ session_document_id: sessionId })
    .first('id');
  return row !== undefined;
};

/** How many wait before this one, plus one. */
export const waitlistRank = async (
  tx: Pick<Tx, 'table'>,
  sessionId: string,
  waitlistSequence: number
): Promise<number> => {
  const row = await tx
    .table<Row>('webinars_registrations')
    .where({ session_document_id: sessionId, state: 'waitlisted' })
    .where('waitlist_sequence', '<', waitlistSequence)
    .count({ before: '*' })
    .first();
  return Number(row?.before ?? 0) + 1;
};

/** The columns that a move sets beside the state. */
export type MoveColumns = {
  holdExpiresAt?: Date | null;
  waitlistSequence?: number;
  cancelledAt?: Date;
  cancellationReason?: CancellationReason;
  rejectionReason?: string | null;
};

/**
 * Moves a registration to another state, unless somebody else moved it first: then answers false. A hold ends with the
 * state that it belongs to.
 */
export const moveState = async (
  tx: Tx,
  registration: StoredRegistration,
  { to, at, columns = {} }: { to: RegistrationState; at: Date; columns?: MoveColumns }
): Promise<boolean> => {
  const count = await tx
    .table('webinars_registrations')
    .where({ id: registration.rowId, state: registration.state })
    .update({
      state: to,
      hold_expires_at: columns.holdExpiresAt ?? null,
      // Whoever is told of a state that goes on is sent the link with it.
      ...(isActive(to) && { manage_link_sent_at: at }),
      ...(columns.waitlistSequence !== undefined && {
        waitlist_sequence: columns.waitlistSequence,
      }),
      ...(columns.cancelledAt !== undefined && { cancelled_at: columns.cancelledAt }),
      ...(columns.cancellationReason !== undefined && {
        cancellation_reason: columns.cancellationReason,
      }),
      ...(columns.rejectionReason !== undefined && { rejection_reason: columns.rejectionReason }),
      revision: registration.revision + 1,
      updated_at: at,
    });
  return count === 1;
};

/** The first in line, in their order. */
export const findFirstWaiting = async (
  tx: Tx,
  sessionId: string,
  limit: number
): Promise<StoredRegistration[]> => {
  const rows = await tx
    .table<Row>('webinars_registrations')
    .where({ session_document_id: sessionId, state: 'waitlisted' })
    .orderBy('waitlist_sequence')
    .limit(limit)
    .select(REGISTRATION_COLUMNS);
  return rows.map(toStored);
};

/** Gives those who wait a seat until `holdExpiresAt`. The caller holds the lock, so that nobody can have moved. */
export const markOffered = async (
  tx: Tx,
  registrations: readonly StoredRegistration[],
  { holdExpiresAt, at }: { holdExpiresAt: Date; at: Date }
): Promise<void> => {
  await tx.raw(
    `UPDATE ${tx.name('webinars_registrations')}
     SET state = 'offered', hold_expires_at = ?, revision = revision + 1, updated_at = ?,
       manage_link_sent_at = ?
     WHERE state = 'waitlisted' AND id IN (${registrations.map(() => '?').join(', ')})`,
    [holdExpiresAt, at, at, ...registrations.map(({ rowId }) => rowId)]
  );
};

/** Seats of a session that are held for longer than they may be. */
export const findLapsedHolds = async (
  tx: Tx,
  sessionId: string,
  now: Date
): Promise<StoredRegistration[]> => {
  const rows = await tx
    .table<Row>('webinars_registrations')
    .where({ session_document_id: sessionId })
    .whereIn('state', ['offered', 'awaiting_payment'])
    .where('hold_expires_at', '<=', now)
    .orderBy('hold_expires_at')
    .orderBy('id')
    .select(REGISTRATION_COLUMNS);
  return rows.map(toStored);
};

export const markManageLinkSent = async (tx: Tx, rowIds: readonly number[], at: Date) => {
  await tx
    .table('webinars_registrations')
    .whereIn('id', [...rowIds])
    .update({ manage_link_sent_at: at });
};

/** Active registrations of a session in the order of their rows: one page, for work that is done page by page. */
export const findActivePage = async (
  tx: Tx,
  { sessionId, after, limit }: { sessionId: string; after: number; limit: number }
): Promise<StoredRegistration[]> => {
  const rows = await tx
    .table<Row>('webinars_registrations')
    .where({ session_document_id: sessionId })
    .whereRaw(IS_ACTIVE)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .select(REGISTRATION_COLUMNS);
  return rows.map(toStored);
};

type Row = Record<string, unknown>;

/**
 * Spelled like the condition of the unique index of active rows. With parameters instead, SQLite does not see that the
 * index applies, and reads every registration of the session.
 */
const IS_ACTIVE = `state NOT IN (${ENDED_STATES.map((state) => `'${state}'`).join(', ')})`;

const REGISTRATION_COLUMNS = [
  'id',
  'document_id',
  'public_id',
  'reference',
  'token_version',
  'revision',
  'session_document_id',
  'state',
  'waitlist_sequence',
  'language',
  'timezone',
  'first_name',
  'last_name',
  'email',
  'company',
  'payment_amount',
  'hold_expires_at',
  'registered_at',
  'cancellation_reason',
  'joined_at',
];

const text = (value: unknown) => String(value);
const count = (value: unknown) => Number(value);
const countOrNull = (value: unknown) =>
  value === null || value === undefined ? null : Number(value);

const toStored = (row: Row): StoredRegistration => ({
  rowId: count(row.id),
  documentId: text(row.document_id),
  publicId: text(row.public_id),
  reference: text(row.reference),
  tokenVersion: count(row.token_version),
  revision: count(row.revision),
  sessionId: text(row.session_document_id),
  state: row.state as RegistrationState,
  waitlistSequence: countOrNull(row.waitlist_sequence),
  language: row.language as Locale,
  timezone: row.timezone === null ? null : text(row.timezone),
  firstName: text(row.first_name),
  lastName: text(row.last_name),
  email: text(row.email),
  company: row.company === null ? null : text(row.company),
  paymentAmount: countOrNull(row.payment_amount),
  holdExpiresAt: readInstant(row.hold_expires_at),
  registeredAt: requiredInstant(row.registered_at),
  cancellationReason: (row.cancellation_reason ?? null) as CancellationReason | null,
  joinedAt: readInstant(row.joined_at),
});
