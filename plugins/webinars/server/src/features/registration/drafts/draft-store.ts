import { normalizeEmail } from '../../../../../shared/email-address';
import type { Locale } from '../../../../../shared/locales';
import type { DRAFT_STATES } from '../../../../../shared/drafts';
import { requiredInstant } from '../../../platform/instant';
import { readJson } from '../../../platform/read-json';
import type { Tx } from '../../../platform/transaction';

export type Draft = {
  publicId: string;
  tokenVersion: number;
  state: (typeof DRAFT_STATES)[number];
  /** documentIds, in the visitor's order. */
  sessions: string[];
  /** What has been filled in so far, in the names of a registration's body. */
  fields: Record<string, unknown>;
  language: Locale;
  createdAt: Date;
  expiresAt: Date;
};

type Row = Record<string, unknown>;

const TABLE = 'webinars_drafts';

export const insert = async (tx: Tx, draft: Draft): Promise<void> => {
  await tx.table(TABLE).insert({
    public_id: draft.publicId,
    token_version: draft.tokenVersion,
    state: draft.state,
    ...contentOf(draft),
    language: draft.language,
    created_at: draft.createdAt,
    expires_at: draft.expiresAt,
  });
};

/** A draft that has not expired. */
export const find = async (
  rows: Pick<Tx, 'table'>,
  publicId: string,
  now: Date
): Promise<Draft | null> => {
  const row = await rows
    .table<Row>(TABLE)
    .where({ public_id: publicId })
    .where('expires_at', '>', now)
    .first();
  return row === undefined ? null : toDraft(row);
};

/** Locks an open draft, by a write that changes nothing. The first statement of a transaction. */
export const lock = async (tx: Tx, publicId: string, now: Date): Promise<Draft | null> => {
  const [row] = await tx.raw<Row>(
    `UPDATE ${tx.name(TABLE)} SET state = state WHERE public_id = ? AND expires_at > ? RETURNING *`,
    [publicId, now]
  );
  return row === undefined ? null : toDraft(row);
};

export const save = async (tx: Pick<Tx, 'table'>, draft: Draft): Promise<void> => {
  await tx
    .table(TABLE)
    .where({ public_id: draft.publicId })
    .update({ state: draft.state, ...contentOf(draft) });
};

/** Deletes the drafts of a person, and answers their public ids. */
export const deleteOfPerson = async (tx: Tx, emailKey: string): Promise<string[]> => {
  const rows = await tx.raw<Row>(
    `DELETE FROM ${tx.name(TABLE)} WHERE email_key = ? RETURNING public_id`,
    [emailKey]
  );
  return rows.map(({ public_id: publicId }) => String(publicId));
};

export const findOfPerson = async (
  rows: Pick<Tx, 'table'>,
  emailKey: string,
  now: Date
): Promise<Draft[]> => {
  const found = await rows
    .table<Row>(TABLE)
    .where({ email_key: emailKey })
    .where('expires_at', '>', now)
    .orderBy('created_at')
    .select('*');
  return found.map(toDraft);
};

export const purge = async (tx: Tx, now: Date): Promise<void> => {
  await tx.table(TABLE).where('expires_at', '<=', now).delete();
};

const contentOf = ({ sessions, fields }: Draft) => ({
  sessions: JSON.stringify(sessions),
  fields: JSON.stringify(fields),
  email_key: emailKeyOf(fields),
});

/** By which the drafts of a person are found when that person is to be erased. */
const emailKeyOf = ({ email }: Draft['fields']) =>
  typeof email === 'string' ? normalizeEmail(email) : null;

const toDraft = (row: Row): Draft => ({
  publicId: String(row.public_id),
  tokenVersion: Number(row.token_version),
  state: row.state as Draft['state'],
  sessions: readJson(row.sessions) as string[],
  fields: readJson(row.fields) as Draft['fields'],
  language: row.language as Locale,
  createdAt: requiredInstant(row.created_at),
  expiresAt: requiredInstant(row.expires_at),
});
