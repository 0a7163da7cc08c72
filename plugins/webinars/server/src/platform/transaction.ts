import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { Mutex, Semaphore } from 'async-mutex';
import type { Knex } from 'knex';

type Database = Core.Strapi['db'];

/** The part of Strapi that a transaction needs. */
export type TransactionHost = {
  db: Pick<
    Database,
    'connection' | 'dialect' | 'getConnection' | 'getSchemaName' | 'inTransaction' | 'transaction'
  >;
  log: { error(message: string): void };
};

/** What code inside a transaction may touch the database with; anything else would use a second connection. */
export type Tx = {
  /** A query builder for a table, in the transaction and in the right schema. */
  table<Row extends object = Record<string, unknown>>(name: string): Knex.QueryBuilder<Row, Row[]>;
  /** Hand-made SQL in the transaction. Name tables through `name()`. */
  raw<Result = unknown>(sql: string, bindings?: readonly unknown[]): Promise<Result[]>;
  /**
   * The same for hot SQL, which PostgreSQL prepares once for each connection. Only for texts of which there are few,
   * and which name the columns that they answer: with `*`, they fail from the moment on that a table gets another one.
   */
  prepared<Result = unknown>(sql: string, bindings?: readonly unknown[]): Promise<Result[]>;
  /** The quoted, schema-qualified name of a table. */
  name(table: string): string;
  isPostgres: boolean;
  /** One after the other within the transaction: a lock of the database keeps out only other transactions. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Runs after the commit, never after a rollback. For waking a worker, not for work that must happen. */
  afterCommit(callback: () => void): void;
};

/** The same outside of a transaction: each statement is one of its own. */
export type Statements = Omit<Tx, 'afterCommit' | 'inTurn' | 'prepared'>;

/** What somebody waits for, and what only reads. */
export type Reads = Omit<Statements, 'table'> & {
  /** As in a transaction: for hot SQL of few texts. */
  prepared: Tx['prepared'];
  /** The same for reads through Strapi's own queries, at the cost of BEGIN, SET and COMMIT. */
  within<Result>(work: () => Promise<Result>): Promise<Result>;
};

export type RunInTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/**
 * Opens a transaction, or joins the one that is already open around the caller. At most `maxWriters` of ours run at
 * once; the rest queue here instead of filling the connection pool, where writers that need a second connection would
 * deadlock, and where one hot row gets slower with every waiting lock.
 */
export const createTransaction = ({
  strapi,
  maxWriters,
}: {
  strapi: TransactionHost;
  maxWriters: number;
}): RunInTransaction => {
  const writers = new Semaphore(maxWriters);

  return (work) => {
    const run = async () =>
      strapi.db.transaction(({ trx, onCommit }) => work(createTx(strapi, trx, onCommit)));
    return strapi.db.inTransaction() ? run() : writers.runExclusive(run);
  };
};

type Transaction = Parameters<Parameters<Database['transaction']>[0] & object>[0];

const turns = new WeakMap<object, Mutex>();

/** All who join a transaction share its turns. */
const turnsOf = (trx: object): Mutex => {
  const known = turns.get(trx) ?? new Mutex();
  turns.set(trx, known);
  return known;
};

const createTx = (
  strapi: TransactionHost,
  trx: Transaction['trx'],
  onCommit: Transaction['onCommit']
): Tx => {
  const isPostgres = strapi.db.dialect.client === 'postgres';
  return {
    table: (name) => strapi.db.getConnection(name).transacting(trx),
    raw: async (sql, bindings = []) => rowsOf(await trx.raw(sql, [...bindings])),
    prepared: async (sql, bindings = []) =>
      rowsOf(await trx.raw(sql, [...bindings]).options({ name: statementName(sql) })),
    name: (table) => qualifiedName(strapi, table),
    isPostgres,
    inTurn: (work) => turnsOf(trx).runExclusive(work),
    afterCommit: (callback) =>
      onCommit(() => {
        try {
          callback();
        } catch (error) {
          // The commit has happened: a throw here would tell the caller that it had not.
          strapi.log.error(`[webinars] after commit: ${String(error)}`);
        }
      }),
  };
};

/** For work of one statement, which needs no BEGIN and COMMIT around it. */
export const createStatements = (strapi: TransactionHost): Statements => ({
  table: (name) => strapi.db.getConnection(name),
  raw: async (sql, bindings = []) => rowsOf(await strapi.db.connection.raw(sql, [...bindings])),
  name: (table) => qualifiedName(strapi, table),
  isPostgres: strapi.db.dialect.client === 'postgres',
});

/**
 * Statements that PostgreSQL gives up after `longestMs` (0: never), so that a read which takes too long holds no
 * connection that others wait for. The timer is knex's, in this process: no read costs a round trip more for it. SQLite
 * cannot stop a statement, and nothing else happens in this process until it has ended.
 */
export const createReads = (
  strapi: TransactionHost,
  { longestMs }: { longestMs: number }
): Reads => {
  const { name, isPostgres } = createStatements(strapi);
  const isBounded = isPostgres && longestMs > 0;
  const ask = async (query: Knex.Raw) =>
    isBounded ? await query.timeout(longestMs, { cancel: true }) : await query;
  const query = (sql: string, bindings: readonly unknown[]) =>
    strapi.db.connection.raw(sql, [...bindings]);
  return {
    name,
    isPostgres,
    raw: async (sql, bindings = []) => rowsOf(await ask(query(sql, bindings))),
    prepared: async (sql, bindings = []) =>
      rowsOf(await ask(query(sql, bindings).options({ name: statementName(sql) }))),
    within: async (work) => {
      if (!isBounded) return work();
      return await strapi.db.transaction(async ({ trx }) => {
        await trx.raw(`SET LOCAL statement_timeout = ${longestMs}`);
        return work();
      });
    },
  };
};

const statementNames = new Map<string, string>();

/** One name for one text: PostgreSQL refuses another text of the same name. */
const statementName = (sql: string): string => {
  const known = statementNames.get(sql);
  if (known !== undefined) return known;
  const name = `webinars_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`;
  statementNames.set(sql, name);
  return name;
};

/** Quotes a table name and puts `DATABASE_SCHEMA` in front of it where one is set. */
export const qualifiedName = (strapi: Pick<TransactionHost, 'db'>, table: string): string => {
  const schema = strapi.db.getSchemaName();
  return schema ? `"${schema}"."${table}"` : `"${table}"`;
};

/** `pg` answers `{ rows }`, better-sqlite3 an array. */
export const rowsOf = <Row>(result: unknown): Row[] => {
  if (Array.isArray(result)) return result;
  return (result as { rows?: Row[] }).rows ?? [];
};
