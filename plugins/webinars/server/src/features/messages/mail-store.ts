import { createHash, randomUUID } from 'node:crypto';
import type { RegistrantMailKind, SessionRevisions } from '../../domain/job-catalog';
import type { Reach } from '../../domain/mail-preferences';
import { REGISTRATION_STATES, type RegistrationState } from '../../domain/registration';
import { readInstant } from '../../platform/instant';
import type { Statements, Tx } from '../../platform/transaction';
import type { Locale } from '../../../../shared/locales';
import { hasEntry, INVITING_KINDS } from './mail-kinds';
import type { MailRecipient } from './letter/mail-subject';
import type { Bounce } from './suppression/service';

/** A mail that somebody wants sent. `key` is the job's. */
export type WantedMail = { key: string; kind: RegistrantMailKind; registrationId: string };

/** A mail that is ours to send now. */
export type ClaimedMail = {
  id: string;
  key: string;
  /** With its angle brackets. Stays the same however often the mail is tried. */
  messageId: string;
  /** 1 for the first attempt. */
  attempt: number;
};

/** A registrant, and the session's version by which what is known of it can be told to be outdated. */
export type Addressee = StoredAddressee & {
  /** Whether anything goes to that address, and what its owner does without. */
  reach: Reach;
};

export type StoredAddressee = {
  recipient: MailRecipient;
  emailKey: string;
  sessionId: string;
  sessionRevisions: SessionRevisions;
  sessionVersion: string;
};

export type MailOutcome = {
  mail: Pick<ClaimedMail, 'id' | 'attempt'>;
  /** `queued`: to be tried again. */
  state: 'queued' | 'sent' | 'failed' | 'skipped';
  /** What the mail server said; null where it was not asked. */
  outcome: 'accepted' | 'deferred' | 'refused' | 'unreachable' | null;
  responseCode: number | null;
  reason: string | null;
  /** The server does not know the address: nothing more goes there. */
  bounce?: Bounce;
  at: Date;
  /** Mails that this one makes superfluous once it is accepted. */
  told?: readonly WantedMail[];
};

type Row = Record<string, unknown>;
type Reader = Pick<Tx, 'table'>;

/**
 * Puts the mails on record as being sent, before anything is looked at: whoever cancels a registration afterwards
 * finds that its invitation may be on the way. Answers those that are to be sent; a mail that was sent before, that
 * another one has made superfluous, or whose registration is gone, is not among them.
 */
export const claim = async (
  tx: Statements,
  wanted: readonly WantedMail[],
  { host, now }: { host: string; now: Date }
): Promise<Map<string, ClaimedMail>> => {
  const instant = tx.isPostgres ? 'CAST(? AS timestamptz)' : '?';
  const rows = await tx.raw<{ id: string; mail_key: string; message_id: string; attempts: number }>(
    `WITH wanted (id, mail_key, kind, message_id, registration) AS (
       VALUES ${wanted.map(() => '(?, ?, ?, ?, ?)').join(', ')}
     )
     INSERT INTO ${tx.name('webinars_mails')} AS mail
       (id, mail_key, kind, message_id, locale, registration_document_id, session_document_id,
        state, attempts, created_at)
     SELECT wanted.id, wanted.mail_key, wanted.kind, wanted.message_id, person.language,
       person.document_id, person.session_document_id, 'sending', 1, ${instant}
     FROM wanted JOIN ${tx.name('webinars_registrations')} AS person
       ON person.document_id = wanted.registration
     WHERE true
     ON CONFLICT (mail_key) DO UPDATE
       SET state = 'sending', attempts = mail.attempts + 1, last_code = NULL, reason = NULL
       WHERE mail.state <> 'sent' AND ${IS_NOT_MERGED}
     RETURNING id, mail_key, message_id, attempts`,
    [
      ...wanted.flatMap(({ key, kind, registrationId }) => [
        randomUUID(),
        key,
        kind,
        messageIdOf(key, host),
        registrationId,
      ]),
      now,
    ]
  );
  return new Map(
    rows.map((row) => [
      row.mail_key,
      {
        id: row.id,
        key: row.mail_key,
        messageId: row.message_id,
        attempt: Number(row.attempts),
      },
    ])
  );
};

/** What another mail has said stays said, whatever becomes of the job. */
const IS_NOT_MERGED = `(mail.reason IS NULL OR mail.reason <> 'merged')`;

/** RFC 5322, 3.6.4. The key decides, so that a repetition can be told from another mail. */
export const messageIdOf = (key: string, host: string) =>
  `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${host}>`;

/** Whom mails go to, by documentId. */
export const loadAddressees = async (
  { table }: Reader,
  registrationIds: readonly string[]
): Promise<Map<string, StoredAddressee>> => {
  const rows = await table<Row>('webinars_registrations')
    .join('webinars_sessions', 'session_document_id', 'webinars_sessions.document_id')
    .whereIn('webinars_registrations.document_id', [...registrationIds])
    .select(
      ...RECIPIENT_COLUMNS.map((column) => `webinars_registrations.${column}`),
      'webinars_sessions.document_id as session_id',
      'webinars_sessions.revision as session_revision',
      'webinars_sessions.moved_revision as session_moved_revision',
      'webinars_sessions.access_revision as session_access_revision',
      'webinars_sessions.updated_at as session_updated_at'
    );
  return new Map(rows.map((row) => [String(row.document_id), toAddressee(row)]));
};

const RECIPIENT_COLUMNS = [
  'document_id',
  'public_id',
  'token_version',
  'reference',
  'revision',
  'state',
  'waitlist_sequence',
  'hold_expires_at',
  'rejection_reason',
  'first_name',
  'last_name',
  'email',
  'email_key',
  'language',
  'timezone',
];

const toAddressee = (row: Row): StoredAddressee => ({
  recipient: {
    documentId: String(row.document_id),
    publicId: String(row.public_id),
    tokenVersion: Number(row.token_version),
    reference: String(row.reference),
    revision: Number(row.revision ?? 0),
    state: row.state as RegistrationState,
    waitlistSequence: row.waitlist_sequence === null ? null : Number(row.waitlist_sequence),
    holdExpiresAt: readInstant(row.hold_expires_at),
    rejectionReason: row.rejection_reason === null ? null : String(row.rejection_reason),
    firstName: String(row.first_name),
    lastName: String(row.last_name),
    email: String(row.email),
    language: row.language as Locale,
    timezone: row.timezone === null ? null : String(row.timezone),
  },
  emailKey: String(row.email_key),
  sessionId: String(row.session_id),
  sessionRevisions: {
    movedRevision: Number(row.session_moved_revision ?? 0),
    accessRevision: Number(row.session_access_revision ?? 0),
  },
  sessionVersion: `${String(row.session_revision)} ${readInstant(row.session_updated_at)?.getTime()}`,
});

/** Whether the registrant may have an entry in the calendar that has to be taken out again. */
export const wasInvited = async ({ table }: Reader, registrationId: string): Promise<boolean> => {
  const row = await table<Row>('webinars_mails')
    .where({ registration_document_id: registrationId })
    .whereIn('kind', [...INVITING_KINDS])
    .whereNot({ state: 'skipped' })
    .first('id');
  return row !== undefined;
};

/** Public ids of the same person's seats in the other parts of a series, in their order. */
export const otherParts = async (
  { table }: Reader,
  registrationId: string,
  series: string
): Promise<string[]> => {
  const publicIds = await table<Row>('webinars_registrations as part')
    .join('webinars_sessions as session', 'part.session_document_id', 'session.document_id')
    .where('session.series', series)
    .whereNot('part.document_id', registrationId)
    .whereIn('part.state', REGISTRATION_STATES.filter(hasEntry))
    .where(
      'part.email_key',
      table<Row>('webinars_registrations')
        .where({ document_id: registrationId })
        .select('email_key')
    )
    .orderBy('session.datetime')
    .orderBy('part.id')
    .pluck('part.public_id');
  return publicIds.map(String);
};

/** Writes down what became of mails. A mail that was accepted stays so, whatever a twin of its job says later. */
export const record = async (tx: Tx, outcomes: readonly MailOutcome[]): Promise<void> => {
  const written = new Set<unknown>();
  for (const alike of groupAlike(outcomes)) {
    const [{ state, responseCode, reason, at }] = alike;
    const rows = await tx
      .table<Row>('webinars_mails as mail')
      .whereIn(
        'id',
        alike.map(({ mail }) => mail.id)
      )
      .whereNot({ state: 'sent' })
      .whereRaw(state === 'sent' ? 'true' : IS_NOT_MERGED)
      .update({ state, last_code: responseCode, reason, sent_at: state === 'sent' ? at : null })
      .returning('id');
    for (const { id } of rows) written.add(id);
  }
  for (const { state, told = [], at } of outcomes) {
    if (state === 'sent' && told.length > 0) await recordMerged(tx, told, at);
  }
  const attempts = await withoutErased(
    tx,
    outcomes.filter(({ outcome }) => outcome !== null),
    written
  );
  if (attempts.length === 0) return;
  await tx
    .table('webinars_mail_attempts')
    .insert(
      attempts.map(({ mail, outcome, responseCode, reason, at }) => ({
        mail_id: mail.id,
        attempt: mail.attempt,
        at,
        outcome,
        response_code: responseCode,
        detail: reason,
      }))
    )
    .onConflict(['mail_id', 'attempt'])
    .ignore();
};

/** What another mail has said is on record as left out: it is not claimed any more. */
const recordMerged = async (tx: Tx, told: readonly WantedMail[], at: Date): Promise<void> => {
  for (const { key, kind, registrationId } of told) {
    await tx.raw(
      `INSERT INTO ${tx.name('webinars_mails')} AS mail
         (id, mail_key, kind, locale, registration_document_id, session_document_id, state, reason,
          created_at)
       SELECT CAST(? AS text), CAST(? AS text), CAST(? AS text), person.language, person.document_id,
         person.session_document_id, 'skipped', 'merged', ${tx.isPostgres ? 'CAST(? AS timestamptz)' : '?'}
       FROM ${tx.name('webinars_registrations')} AS person WHERE person.document_id = ?
       ON CONFLICT (mail_key) DO UPDATE SET state = 'skipped', reason = 'merged'
         WHERE mail.state IN ('queued', 'sending')`,
      [randomUUID(), key, kind, at, registrationId]
    );
  }
};

/** A mail whose registrant was erased while it was sent is on no record; it must not undo that of all others. */
const withoutErased = async (
  tx: Tx,
  attempts: readonly MailOutcome[],
  written: ReadonlySet<unknown>
): Promise<MailOutcome[]> => {
  const doubtful = attempts.map(({ mail }) => mail.id).filter((id) => !written.has(id));
  if (doubtful.length === 0) return [...attempts];
  const rows = await tx
    .table<Row>('webinars_mails')
    .whereIn('id', doubtful)
    .forUpdate()
    .select('id');
  const known = new Set([...written, ...rows.map(({ id }) => id)]);
  return attempts.filter(({ mail }) => known.has(mail.id));
};

/** Nearly always all of them were accepted, and one statement is enough. */
const groupAlike = (outcomes: readonly MailOutcome[]): [MailOutcome, ...MailOutcome[]][] => {
  const groups = new Map<string, [MailOutcome, ...MailOutcome[]]>();
  for (const outcome of outcomes) {
    const key = `${outcome.state} ${outcome.responseCode} ${outcome.reason}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [outcome]);
    else group.push(outcome);
  }
  return [...groups.values()];
};

/** Forgets all mails to these registrants, with what the mail server said to them. */
export const eraseMails = async (
  tx: Tx,
  registrationIds: readonly string[]
): Promise<{ mails: number; attempts: number }> => {
  const mails = () =>
    tx.table<Row>('webinars_mails').whereIn('registration_document_id', [...registrationIds]);
  const attempts = await tx
    .table('webinars_mail_attempts')
    .whereIn('mail_id', mails().select('id'))
    .delete();
  return { attempts, mails: await mails().delete() };
};
