import type { SuppressionReason } from '../../../../../shared/suppressions';
import { readInstant } from '../../../platform/instant';
import type { Tx } from '../../../platform/transaction';

type Row = Record<string, unknown>;
type Reader = Pick<Tx, 'table'>;

export type NewSuppression = {
  addressHash: string;
  emailKey: string;
  reason: SuppressionReason;
  /** What the mail server said, if it did. */
  responseCode: number | null;
  statusCode: string | null;
};

export type Suppression = {
  addressHash: string;
  /** Null once its owner was erased. */
  email: string | null;
  reason: SuppressionReason;
  responseCode: number | null;
  statusCode: string | null;
  createdAt: Date | null;
};

/** Answers those that were not on the list before. */
export const suppress = async (
  tx: Tx,
  suppressions: readonly NewSuppression[],
  at: Date
): Promise<string[]> => {
  if (suppressions.length === 0) return [];
  const rows: Row[] = await tx
    .table<Row>('webinars_suppressions')
    .insert(
      suppressions.map(({ addressHash, emailKey, reason, responseCode, statusCode }) => ({
        address_hash: addressHash,
        email_key: emailKey,
        reason,
        response_code: responseCode,
        status_code: statusCode,
        created_at: at,
      }))
    )
    .onConflict('address_hash')
    .ignore()
    .returning('address_hash');
  return rows.map(({ address_hash: hash }) => String(hash));
};

/** Answers those that were on the list. */
export const unsuppress = async (tx: Tx, hashes: readonly string[]): Promise<string[]> => {
  const rows = await tx.raw<Row>(
    `DELETE FROM ${tx.name('webinars_suppressions')}
     WHERE address_hash IN (${hashes.map(() => '?').join(', ')}) RETURNING address_hash`,
    hashes
  );
  return rows.map(({ address_hash: hash }) => String(hash));
};

/** Those of the hashes that are on the list. */
export const suppressedAmong = async (
  { table }: Reader,
  hashes: readonly string[]
): Promise<Set<string>> => {
  const rows = await table<Row>('webinars_suppressions')
    .whereIn('address_hash', [...hashes])
    .select('address_hash');
  return new Set(rows.map(({ address_hash: hash }) => String(hash)));
};

/** Latest first. */
export const list = async (
  { table }: Reader,
  { limit, offset }: { limit: number; offset: number }
): Promise<{ suppressions: Suppression[]; total: number }> => {
  const rows = await table<Row>('webinars_suppressions')
    .orderBy([{ column: 'created_at', order: 'desc' }, 'address_hash'])
    .limit(limit)
    .offset(offset)
    .select('*');
  const counted = await table<Row>('webinars_suppressions').count({ total: '*' }).first();
  return { suppressions: rows.map(toSuppression), total: Number(counted?.total ?? 0) };
};

export const suppressionsOf = async (
  { table }: Reader,
  hashes: readonly string[]
): Promise<Suppression[]> => {
  const rows = await table<Row>('webinars_suppressions').whereIn('address_hash', [...hashes]);
  return rows.map(toSuppression);
};

/** Forgets whose addresses these are; they stay on the list. */
export const forgetAddresses = (tx: Tx, hashes: readonly string[]): Promise<number> =>
  tx
    .table('webinars_suppressions')
    .whereIn('address_hash', [...hashes])
    .whereNotNull('email_key')
    .update({ email_key: null });

const toSuppression = (row: Row): Suppression => ({
  addressHash: String(row.address_hash),
  email: row.email_key === null ? null : String(row.email_key),
  reason: row.reason as SuppressionReason,
  responseCode: row.response_code === null ? null : Number(row.response_code),
  statusCode: row.status_code === null ? null : String(row.status_code),
  createdAt: readInstant(row.created_at),
});
