import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import knex, { type Knex } from 'knex';
import { scratchFolder } from './scratch-folder';

export type DatabaseKind = 'sqlite' | 'postgres';

export type TestDatabase = {
  kind: DatabaseKind;
  /** What the application has to be started with to use it. */
  env: Record<string, string>;
  /** A connection of the test's own, beside the application's. The caller destroys it. */
  connect(): Knex;
  /** The name of a table in hand-made SQL. */
  name(table: string): string;
  drop(): Promise<void>;
};

/** Reads tables beside the application, or after its end. */
export const openTables = (database: TestDatabase) => {
  const connection = database.connect();
  return {
    rows: async (table: string, where: Record<string, unknown> = {}) =>
      (await connection(table).where(where).orderByRaw('1')) as Record<string, unknown>[],
    close: () => connection.destroy(),
  };
};

/** Which database this run is about: `TEST_DATABASE=sqlite|postgres`, the latter with `TEST_DATABASE_URL`. */
export const databaseKind = (): DatabaseKind => {
  const kind = process.env.TEST_DATABASE || 'sqlite';
  if (kind === 'sqlite' || kind === 'postgres') return kind;
  throw new Error(`TEST_DATABASE=${kind} is neither "sqlite" nor "postgres"`);
};

export const isPostgres = () => databaseKind() === 'postgres';

/** A database that nobody else uses: a file, or a schema of the given server. */
export const createDatabase = async (
  label: string,
  kind: DatabaseKind = databaseKind()
): Promise<TestDatabase> => {
  const name = uniqueName(label);
  return kind === 'postgres' ? createSchema(name) : createFile(name);
};

let created = 0;

/** Unlike any other worker's, test file's or run's; short, because pg-boss adds to it. */
const uniqueName = (label: string) => {
  created += 1;
  const hash = createHash('sha256').update(label).digest('hex').slice(0, 8);
  return `t${process.env.JEST_WORKER_ID ?? '0'}_${process.pid}_${created}_${hash}`;
};

const createFile = (name: string): TestDatabase => {
  const folder = mkdtempSync(path.join(scratchFolder(), `webinars-${name}-`));
  const filename = path.join(folder, 'data.db');
  return {
    kind: 'sqlite',
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: filename, DATABASE_URL: '' },
    connect: () =>
      knex({ client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true }),
    name: (table) => `"${table}"`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

const createSchema = async (schema: string): Promise<TestDatabase> => {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE=postgres needs TEST_DATABASE_URL');
  const connect = () =>
    knex({ client: 'pg', connection: url, searchPath: [schema], pool: { min: 0, max: 12 } });
  const run = async (...statements: string[]) => {
    const connection = connect();
    try {
      for (const statement of statements) await connection.raw(statement);
    } finally {
      await connection.destroy();
    }
  };
  await run(`CREATE SCHEMA "${schema}"`);
  return {
    kind: 'postgres',
    env: { DATABASE_CLIENT: 'postgres', DATABASE_URL: url, DATABASE_SCHEMA: schema },
    connect,
    name: (table) => `"${schema}"."${table}"`,
    drop: () =>
      run(
        `DROP SCHEMA IF EXISTS "${schema}" CASCADE`,
        `DROP SCHEMA IF EXISTS "${schema}_pgboss" CASCADE`
      ),
  };
};
