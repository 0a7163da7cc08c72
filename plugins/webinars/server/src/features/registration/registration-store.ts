import type { RegistrationBody } from '../../../../shared/registration';
import type { Locale } from '../../../../shared/locales';
import type { CANCELLATION_REASONS, CONSENT_KINDS } from '../../../../shared/vocabulary';
import { ENDED_STATES, SEATED_STATES, type RegistrationState } from '../../domain/registration';
import type { SeatCounts, SessionLife, SessionState } from '../../domain/session';
import type { PriceTag } from '../../domain/pricing';
import { readInstant, requiredInstant } from '../../platform/instant';
import type { Tx } from '../../platform/transaction';

/** A session's inventory row: its seats, the waitlist's order, and the lock that every change of seats takes. */
export type Inventory = SeatCounts & {
  sessionId: string;
  /** The most seats that may be held: the capacity, or what was held already when it was lowered. */
  seatLimit: number | null;
  nextWaitlistSequence: number;
  /** The counters as the lock found them: what is saved is the difference. */
  asLocked: Readonly<{ held: number; waitlisted: number; nextWaitlistSequence: number }>;
};

export type SessionForRegistration = SessionLife &
  PriceTag & {
    rowId: number;
    documentId: string;
    currency: string;
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
  holdExpiresAt: Date | null;
  registeredAt: Date;
  cancellationReason: CancellationReason | null;
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

const lock = async (tx: Tx, session: string, bindings: unknown[]): Promise<Inventory | null> => {
  const [row] = await tx.raw<Row>(
    `UPDATE ${tx.name('webinars_inventory')} SET revision = revision + 1
     WHERE session_document_id = ${session} RETURNING *`,
    bindings
  );
  return row === undefined ? null : toInventory(row);
};

export const loadSession = async (tx: Tx, sessionId: string): Promise<SessionForRegistration> => {
  const row = await tx
    .table<Row>('webinars_sessions')
    .where({ document_id: sessionId })
    .first(SESSION_COLUMNS);
  if (row === undefined) throw new Error(`inventory without session ${sessionId}`);
  return toSession(row);
};

/** How often the session was moved, and whether it still takes place. */
export const loadRevision = async (tx: Tx, sessionId: string) => {
  const row = await tx
    .table<Row>('webinars_sessions')
    .where({ document_id: sessionId })
    .first(['revision', 'state']);
  return { revision: Number(row?.revision ?? 0), state: row?.state as SessionState };
};

/** Those of the given people who have an active registration for the session already. */
export const findActive = async (
  tx: Tx,
  sessionId: string,
  emailKeys: readonly string[]
): Promise<Map<string, ExistingRegistration>> => {
  const rows = await tx
    .table<Row>('webinars_registrations')
    .where({ session_document_id: sessionId })
    .whereIn('email_key', [...emailKeys])
    .whereRaw(IS_ACTIVE)
    .select(['id', 'document_id', 'email_key', 'manage_link_sent_at']);
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
  const inserted = await tx
    .table<Row>('webinars_registrations')
    .insert(registrations.map((registration) => toRow(session, registration)))
    .returning('id');
  await tx
    .table('webinars_registrations_session_lnk')
    .insert(inserted.map(({ id }) => ({ registration_id: id, session_id: session.rowId })));
};

/**
 * Writes the seat counters back as what was added to them, so that the CHECK refuses more seats than the limit even
 * for a bug in the lock: a total that was worked out from stale counters would look right to it.
 */
export const saveSeats = async (tx: Tx, inventory: Inventory): Promise<void> => {
  const { asLocked } = inventory;
  await tx.raw(
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

export const hasRegistrations = async (tx: Tx, sessionId: string): Promise<boolean> => {
  const row = await tx
    .table<Row>('webinars_registrations')
    .where({ session_document_id: sessionId })
    .first('id');
  return row !== undefined;
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
  await tx.table('webinars_inventory').where({ session_document_id: sessionId }).delete();
};

/** Lowered below what is held, the capacity throws nobody out: the limit stays at what is held. */
export const saveCapacity = async (tx: Tx, { sessionId, capacity, held }: Inventory) => {
  await tx
    .table('webinars_inventory')
    .where({ session_document_id: sessionId })
    .update({ capacity, seat_limit: capacity === null ? null : Math.max(capacity, held) });
};

/**
 * Copies the seat counters of changed inventories to their sessions, where editors see them. The counters carry the
 * revision that was copied, so that a doubled or missed run is made good by the next.
 */
export const copyCounts = async (tx: Tx): Promise<number> => {
  const changed = await tx.raw<Row>(
    `UPDATE ${tx.name('webinars_inventory')} SET counted_revision = revision
     WHERE counted_revision < revision RETURNING session_document_id, held, waitlisted`
  );
  for (const row of changed) {
    await tx
      .table('webinars_sessions')
      .where({ document_id: text(row.session_document_id) })
      .update({ registration_count: row.held, waitlist_count: row.waitlisted });
  }
  return changed.length;
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

/** Moves a registration to `cancelled`, unless somebody else moved it first: then answers false. */
export const markCancelled = async (
  tx: Tx,
  registration: StoredRegistration,
  { reason, at }: { reason: CancellationReason; at: Date }
): Promise<boolean> => {
  const count = await tx
    .table('webinars_registrations')
    .where({ id: registration.rowId, state: registration.state })
    .update({
      state: 'cancelled',
      cancellation_reason: reason,
      cancelled_at: at,
      hold_expires_at: null,
      revision: registration.revision + 1,
      updated_at: at,
    });
  return count === 1;
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

const SESSION_COLUMNS = [
  'id',
  'document_id',
  'state',
  'datetime',
  'duration',
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
  'hold_expires_at',
  'registered_at',
  'cancellation_reason',
];

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
    ...counters,
    asLocked: counters,
  };
};

const toSession = (row: Row): SessionForRegistration => ({
  rowId: count(row.id),
  documentId: text(row.document_id),
  state: row.state as SessionState,
  startsAt: requiredInstant(row.datetime),
  durationMinutes: count(row.duration),
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
    first_name: person.firstName,
    last_name: person.lastName,
    email: person.email,
    email_key: registration.emailKey,
    phone: person.phone,
    company: person.company,
    position: person.position,
    website: person.website,
    industry_vertical: person.industryVertical,
    current_challenges: JSON.stringify(person.currentChallenges),
    expertise_interest: JSON.stringify(person.expertiseInterest),
    consultation_interest: person.consultationInterest,
    specific_questions: person.specificQuestions,
    learning_objectives: person.learningObjectives,
    follow_up_preferences: person.followUpPreferences,
    interested_services: JSON.stringify(person.interestedServices),
    special_requirements: person.specialRequirements,
    accessibility_needs: person.accessibilityNeeds,
    terms_accepted: person.termsAccepted,
    privacy_consent: person.privacyConsent,
    marketing_consent: person.marketingConsent,
    consultant_follow_up_consent: person.consultantFollowUpConsent,
    data_processing_consent: person.dataProcessingConsent,
    consent_record: JSON.stringify(registration.consents),
    language: registration.language,
    timezone: person.timezone,
    state: registration.state,
    waitlist_sequence: registration.waitlistSequence,
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
