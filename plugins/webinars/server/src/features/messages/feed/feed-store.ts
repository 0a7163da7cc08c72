import { randomBytes } from 'node:crypto';
import { REGISTRATION_STATES } from '../../../domain/registration';
import { hasEntry, INVITING_KINDS } from '../mail-kinds';
import type { TokenSubject } from '../../../platform/tokens';
import { requiredInstant } from '../../../platform/instant';
import type { Statements, Tx } from '../../../platform/transaction';

type Row = Record<string, unknown>;
type Reader = Pick<Tx, 'table'>;

/** The feeds of these people, made for who has none yet. */
export const feedsOf = async (
  { table }: Reader,
  emailKeys: readonly string[],
  now: Date
): Promise<Map<string, TokenSubject>> => {
  const wanted = [...new Set(emailKeys)];
  await table(TABLE)
    .insert(wanted.map((emailKey) => newFeed(emailKey, now)))
    .onConflict('email_key')
    .ignore();
  const rows = await table<Row>(TABLE).whereIn('email_key', wanted);
  return new Map(rows.map((row) => [String(row.email_key), toSubject(row)]));
};

const newFeed = (emailKey: string, now: Date) => ({
  public_id: randomBytes(16).toString('hex'),
  email_key: emailKey,
  created_at: now,
});

export const findFeed = async (
  { table }: Reader,
  publicId: string
): Promise<(TokenSubject & { emailKey: string }) | null> => {
  const row = await table<Row>(TABLE).where({ public_id: publicId }).first();
  return row === undefined ? null : { ...toSubject(row), emailKey: String(row.email_key) };
};

/** From now on the address that was known leads nowhere. */
export const revokeFeed = async (tx: Tx, emailKey: string, now: Date): Promise<void> => {
  const { public_id: publicId } = newFeed(emailKey, now);
  await tx.raw(
    `INSERT INTO ${tx.name(TABLE)} AS feed (public_id, email_key, created_at) VALUES (?, ?, ?)
     ON CONFLICT (email_key) DO UPDATE SET token_version = feed.token_version + 1`,
    [publicId, emailKey, now]
  );
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

const toSubject = (row: Row): TokenSubject => ({
  publicId: String(row.public_id),
  tokenVersion: Number(row.token_version),
});

const TABLE = 'webinars_personal_feeds';
