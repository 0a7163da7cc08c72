import { REGISTRATION_STATES } from '../../../domain/registration';
import { FEED_KINDS, hasEntry, INVITING_KINDS } from '../mail-kinds';
import type { TokenSubject } from '../../../platform/tokens';
import { readInstant, requiredInstant } from '../../../platform/instant';
import type { Statements, Tx } from '../../../platform/transaction';

type Row = Record<string, unknown>;
type Reader = Pick<Tx, 'table'>;

/** Which address of each of these people holds: the first of who never had it replaced. */
export const versionsOf = async (
  { table }: Reader,
  emailKeys: readonly string[]
): Promise<(emailKey: string) => number> => {
  const rows = await table<Row>(TABLE).whereIn('email_key', [...new Set(emailKeys)]);
  const versions = new Map(rows.map((row) => [String(row.email_key), Number(row.token_version)]));
  return (emailKey) => versions.get(emailKey) ?? FIRST_VERSION;
};

/** The feed of whoever this registration belongs to. */
export const findFeed = async (
  { table }: Reader,
  publicId: string
): Promise<(TokenSubject & { emailKey: string }) | null> => {
  const row = await table<Row>('webinars_registrations')
    .where({ public_id: publicId })
    .first('email_key');
  if (row === undefined) return null;
  const emailKey = String(row.email_key);
  const versionOf = await versionsOf({ table }, [emailKey]);
  return { publicId, tokenVersion: versionOf(emailKey), emailKey };
};

/** From now on the addresses that were known lead nowhere. */
export const revokeFeed = async (tx: Tx, emailKey: string, now: Date): Promise<void> => {
  await tx.raw(
    `INSERT INTO ${tx.name(TABLE)} AS feed (email_key, token_version, renewed_at) VALUES (?, ?, ?)
     ON CONFLICT (email_key)
     DO UPDATE SET token_version = feed.token_version + 1, renewed_at = excluded.renewed_at`,
    [emailKey, FIRST_VERSION + 1, now]
  );
};

const FIRST_VERSION = 1;

/** What there is to say of somebody's own calendar, without the key that opens it. */
type FeedAboutPerson = {
  /** When its address was mailed for the first time. */
  mailedAt: Date;
  /** How often the person had the address replaced, and when for the last time. */
  replacements: number;
  replacedAt: Date | null;
};

/** Null: its address was never mailed to the person. */
export const feedAbout = async (
  { table }: Reader,
  emailKey: string
): Promise<FeedAboutPerson | null> => {
  const told = await table<Row>('webinars_mails as mail')
    .join('webinars_registrations as person', 'mail.registration_document_id', 'person.document_id')
    .where('person.email_key', emailKey)
    .whereIn('mail.kind', [...FEED_KINDS])
    .where('mail.state', 'sent')
    .orderBy('mail.sent_at')
    .first('mail.sent_at');
  if (told === undefined) return null;
  const row = await table<Row>(TABLE).where({ email_key: emailKey }).first();
  return {
    mailedAt: requiredInstant(told.sent_at),
    replacements: row === undefined ? 0 : Number(row.token_version) - FIRST_VERSION,
    replacedAt: readInstant(row?.renewed_at),
  };
};

export const eraseFeed = (tx: Tx, emailKey: string): Promise<number> =>
  tx.table(TABLE).where({ email_key: emailKey }).delete();

export type FeedEntry = {
  registrationId: string;
  /** When the registration or its session was saved last. */
  changedAt: Date;
};

/** Who has an entry in the calendar, or had one that was called off; the latest sessions first. */
export const findEntries = async (
  { table }: Statements,
  emailKey: string,
  limit: number
): Promise<FeedEntry[]> => {
  const rows = await table<Row>('webinars_registrations as person')
    .join('webinars_sessions as session', 'person.session_document_id', 'session.document_id')
    .where('person.email_key', emailKey)
    .where((known) => {
      void known.whereIn('person.state', REGISTRATION_STATES.filter(hasEntry)).orWhere((ended) => {
        void ended
          .whereIn('person.state', ['cancelled', 'expired'])
          .whereIn('person.document_id', invited(table, emailKey));
      });
    })
    .orderBy('session.datetime', 'desc')
    .orderBy('person.id', 'desc')
    .limit(limit)
    .select('person.document_id', 'person.updated_at', 'session.updated_at as session_updated_at');
  return rows.map((row) => ({
    registrationId: String(row.document_id),
    changedAt: new Date(
      Math.max(
        requiredInstant(row.updated_at).getTime(),
        requiredInstant(row.session_updated_at).getTime()
      )
    ),
  }));
};

const invited = (table: Statements['table'], emailKey: string) =>
  table<Row>('webinars_mails')
    .whereIn(
      'registration_document_id',
      table<Row>('webinars_registrations').where({ email_key: emailKey }).select('document_id')
    )
    .whereIn('kind', [...INVITING_KINDS])
    .whereNot({ state: 'skipped' })
    .select('registration_document_id');

const TABLE = 'webinars_personal_feeds';
