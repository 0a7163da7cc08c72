import type { Tx } from './transaction';

/**
 * Inserts rows; `returning` names a column to answer of each. A single row, which is what comes when nobody else does,
 * is prepared; lists have too many lengths for that.
 */
export const insertRows = async <Value = unknown>(
  tx: Tx,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
  { returning = null }: { returning?: string | null } = {}
): Promise<Value[]> => {
  if (rows.length === 0) return [];
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const bindings = rows.flatMap((row) => columns.map((column) => row[column] ?? null));
  const head = `${tx.name(table)} (${columns.join(', ')})`;
  const insertion = { head, width: columns.length, count: rows.length, returning };
  const answered =
    rows.length === 1
      ? await tx.prepared<Record<string, Value>>(singleInsertSql(insertion), bindings)
      : await tx.raw<Record<string, Value>>(insertSql(insertion), bindings);
  return returning === null ? [] : answered.map((row) => row[returning] as Value);
};

type Insertion = { head: string; width: number; count: number; returning: string | null };

const insertSql = ({ head, width, count, returning }: Insertion) => {
  const places = `(${Array(width).fill('?').join(', ')})`;
  const values = Array(count).fill(places).join(', ');
  return `INSERT INTO ${head} VALUES ${values}${returning === null ? '' : ` RETURNING ${returning}`}`;
};

const singleInserts = new Map<string, string>();

const singleInsertSql = (insertion: Insertion): string => {
  const key = `${insertion.head} ${insertion.returning}`;
  const sql = singleInserts.get(key) ?? insertSql(insertion);
  singleInserts.set(key, sql);
  return sql;
};
