import type { SeatHolder, SeatMove } from '../../../../shared/editing';
import type { RegistrationBody } from '../../../../shared/registration';
import type { Locale } from '../../../../shared/locales';
import type { CANCELLATION_REASONS, CONSENT_KINDS } from '../../../../shared/vocabulary';
import { ENDED_STATES, isActive, type RegistrationState } from '../../domain/registration';
import type { SessionLife, SessionState } from '../../domain/session';
import type { PriceTag } from '../../domain/pricing';
import { readInstant, requiredInstant } from '../../platform/instant';
import { insertRows } from '../../platform/insert-rows';
import type { Tx } from '../../platform/transaction';
import { personColumns } from './details-store';

export type SessionForRegistration = SessionLife &
  PriceTag & {
    rowId: number;
    documentId: string;
    currency: string;
    timezone: string;
    opensAt: Date | null;
    closesAt: Date | null;
    requiresApproval: boolean;
    allowWaitlist: boolean;
  };

export type ExistingRegistration = {
  rowId: number;
  documentId: string;
  emailKey: string;
  manageLinkSentAt: Date | null;
};

export type Consent = {
  kind: (typeof CONSENT_KINDS)[number];
  given: boolean;
  version: string;
  locale: Locale;
  at: string;
};

export type NewRegistration = {
  documentId: string;
  publicId: string;
  reference: string;
  person: Omit<RegistrationBody, 'language'>;
  emailKey: string;
  language: Locale;
  consents: readonly Consent[];
  state: RegistrationState;
  waitlistSequence: number | null;
  paymentAmount: number | null;
  paymentCurrency: string | null;
  holdExpiresAt: Date | null;
  registeredAt: Date;
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
};

export const loadSession = async (tx: Tx, sessionId: string): Promise<SessionForRegistration> => {
  const [row] = await tx.prepared<Row>(
    `SELECT ${SESSION_COLUMNS.join(', ')} FROM ${tx.name('webinars_sessions')}
     WHERE document_id = ? LIMIT 1`,
    [sessionId]
  );
  if (row === undefined) throw new Error(`inventory without session ${sessionId}`);
  return toSession(row);
};

/** The documentId of the session at an address: a documentId, or a slug. */
export const findSessionId = async (
  rows: Pick<Tx, 'table'>,
  idOrSlug: string
): Promise<string | null> => {
  const found = await rows
    .table<Row>('webinars_sessions')
    .where({ document_id: idOrSlug })
    .orWhere({ slug: idOrSlug })
    .limit(2)
    .select(['document_id']);
  const ids = found.map((row) => text(row.document_id));
  return ids.find((id) => id === idOrSlug) ?? ids[0] ?? null;
};

/** How often the session was moved, and whether it still takes place. */
export const loadRevision = async (tx: Tx, sessionId: string) => {
  const row = await tx
    .table<Row>('webinars_sessions')
    .where({ document_id: sessionId })
    .first(['revision', 'moved_revision', 'state']);
  return {
    revision: Number(row?.revision ?? 0),
    movedRevision: Number(row?.moved_revision ?? 0),
    state: row?.state as SessionState,
  };
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

/** Inserts registrations and their links to the session. The unique index of active rows is the lock's belt. */
export const insertRegistrations = async (
  tx: Tx,
  session: SessionForRegistration,
  registrations: readonly NewRegistration[]
): Promise<void> => {
  const rowIds = await insertRows<number>(
    tx,
    'webinars_registrations',
    registrations.map((registration) => toRow(session, registration)),
    { returning: 'id' }
  );
  await insertRows(
    tx,
    'webinars_registrations_session_lnk',
    rowIds.map((rowId) => ({ registration_id: rowId, session_id: session.rowId }))
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

export const findSeatHolders = async (
  tx: Tx,
  sessionId: string,
  states: readonly RegistrationState[]
): Promise<SeatHolder<Date>[]> => {
  const rows = await tx
    .table<Row>('webinars_registrations')
    .where({ session_document_id: sessionId })
    .whereIn('state', [...states])
    .orderBy([{ column: 'state' }, { column: 'waitlist_sequence' }, { column: 'id' }])
    .select(['document_id', 'reference', 'state', 'hold_expires_at', 'registered_at']);
  return rows.map((row) => ({
    documentId: text(row.document_id),
    reference: text(row.reference),
    status: row.state as RegistrationState,
    holdExpiresAt: readInstant(row.hold_expires_at),
    registeredAt: requiredInstant(row.registered_at),
  }));
};

const LATEST_MOVES = 100;

export const findSeatMoves = async (tx: Tx, sessionId: string): Promise<SeatMove<Date>[]> => {
  const rows = await tx
    .table<Row>('webinars_activities')
    .where({ session_document_id: sessionId, subject_type: 'registration' })
    .whereNotNull('to_state')
    .orderBy('id', 'desc')
    .limit(LATEST_MOVES);
  return rows.map((row) => ({
    at: requiredInstant(row.at),
    action: text(row.action),
    registration: text(row.subject_id),
    from: row.from_state === null ? null : text(row.from_state),
    to: row.to_state === null ? null : text(row.to_state),
    actor: text(row.actor_kind),
  }));
};

type Row = Record<string, unknown>;

/**
 * Spelled like the condition of the unique index of active rows. With parameters instead, SQLite does not see that the
 * index applies, and reads every registration of the session.
 */
const IS_ACTIVE = `state NOT IN (${ENDED_STATES.map((state) => `'${state}'`).join(', ')})`;

const SESSION_COLUMNS = [
  'id',
  'document_id',
  'state',
  'datetime',
  'duration',
  'timezone',
  'scheduled_publish_at',
  'registration_opens_at',
  'registration_closes_at',
  'requires_approval',
  'allow_waitlist',
  'price',
  'currency',
  'early_bird_price',
  'early_bird_end_date',
];

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
];

const text = (value: unknown) => String(value);
const count = (value: unknown) => Number(value);
const countOrNull = (value: unknown) =>
  value === null || value === undefined ? null : Number(value);

const toSession = (row: Row): SessionForRegistration => ({
  rowId: count(row.id),
  documentId: text(row.document_id),
  state: row.state as SessionState,
  startsAt: requiredInstant(row.datetime),
  durationMinutes: count(row.duration),
  timezone: text(row.timezone),
  publishAt: readInstant(row.scheduled_publish_at),
  opensAt: readInstant(row.registration_opens_at),
  closesAt: readInstant(row.registration_closes_at),
  requiresApproval: Boolean(row.requires_approval),
  allowWaitlist: Boolean(row.allow_waitlist),
  price: count(row.price ?? 0),
  currency: text(row.currency),
  earlyBirdPrice: countOrNull(row.early_bird_price),
  earlyBirdEndsAt: readInstant(row.early_bird_end_date),
});

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
});

const toRow = (session: SessionForRegistration, registration: NewRegistration): Row => {
  const { person, registeredAt } = registration;
  return {
    document_id: registration.documentId,
    public_id: registration.publicId,
    reference: registration.reference,
    token_version: 1,
    revision: 0,
    session_document_id: session.documentId,
    ...personColumns(person),
    email: person.email,
    email_key: registration.emailKey,
    terms_accepted: person.termsAccepted,
    privacy_consent: person.privacyConsent,
    consent_record: JSON.stringify(registration.consents),
    language: registration.language,
    state: registration.state,
    waitlist_sequence: registration.waitlistSequence,
    hold_expires_at: registration.holdExpiresAt,
    registration_source: person.registrationSource ?? 'website',
    utm: person.utm === null ? null : JSON.stringify(person.utm),
    referral_code: person.referralCode,
    payment_status: registration.paymentAmount === null ? 'not_required' : 'pending',
    payment_amount: registration.paymentAmount,
    payment_currency: registration.paymentCurrency,
    questions_asked: 0,
    chat_messages: 0,
    registered_at: registeredAt,
    manage_link_sent_at: registeredAt,
    created_at: registeredAt,
    updated_at: registeredAt,
    published_at: registeredAt,
    locale: null,
  };
};
