import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import knex, { type Knex } from 'knex';
import { scratchFolder } from './scratch-folder';

export type DatabaseKind = 'sqlite' | 'postgres';

export type TestDatabase = {
  kind: DatabaseKind;
  /** What it is copied from: its file, or its name on the server. */
  source: string;
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

/** An empty database that nobody else uses: a file, or a database of the given server with an empty schema. */
export const createDatabase = async (
  label: string,
  kind: DatabaseKind = databaseKind()
): Promise<TestDatabase> => {
  const name = uniqueName(label);
  if (kind === 'sqlite') return fileIn(newFolder(name));
  await onServer((server) => server.raw(`CREATE DATABASE "${name}"`));
  const database = databaseOnServer(name);
  const connection = database.connect();
  await connection.raw(`CREATE SCHEMA "${SCHEMA}"`);
  await connection.destroy();
  return database;
};

/** A database like another, which nobody uses meanwhile. */
export const copyDatabase = async (
  source: string,
  label: string,
  kind: DatabaseKind
): Promise<TestDatabase> => {
  const name = uniqueName(label);
  if (kind === 'postgres') {
    await onServer(async (server) => {
      await server.raw(`CREATE DATABASE "${name}" TEMPLATE "${source}" ${await byFiles(server)}`);
    });
    return databaseOnServer(name);
  }
  const copy = fileIn(newFolder(name));
  copyFileSync(source, copy.source);
  return copy;
};

let created = 0;

/** Unlike any other worker's, test file's or run's; short, as names of databases have to be. */
const uniqueName = (label: string) => {
  created += 1;
  const hash = createHash('sha256').update(label).digest('hex').slice(0, 8);
  return `t${process.env.JEST_WORKER_ID ?? '0'}_${process.pid}_${created}_${hash}`;
};

const newFolder = (name: string) => mkdtempSync(path.join(scratchFolder(), `webinars-${name}-`));

const fileIn = (folder: string): TestDatabase => {
  const filename = path.join(folder, 'data.db');
  return {
    kind: 'sqlite',
    source: filename,
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: filename, DATABASE_URL: '' },
    connect: () =>
      knex({ client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true }),
    name: (table) => `"${table}"`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** Not `public`, so that whoever forgets to name it is found out. */
const SCHEMA = 'webinars_under_test';

/**
 * A database of its own rather than a schema in one: instances on one database boot one after the other, which test
 * files side by side would have to do as well.
 */
const databaseOnServer = (name: string): TestDatabase => {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return {
    kind: 'postgres',
    source: name,
    env: { DATABASE_CLIENT: 'postgres', DATABASE_URL: url.href, DATABASE_SCHEMA: SCHEMA },
    connect: () =>
      knex({ client: 'pg', connection: url.href, searchPath: [SCHEMA], pool: { min: 0, max: 12 } }),
    name: (table) => `"${SCHEMA}"."${table}"`,
    drop: () => onServer((server) => server.raw(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)),
  };
};

const serverUrl = (): string => {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE=postgres needs TEST_DATABASE_URL');
  return url;
};

/** Half the work of copying block by block, as a server would by itself. Before version 15 there is no other way. */
const byFiles = async (server: Knex): Promise<string> => {
  const { rows } = await server.raw('SHOW server_version_num');
  return Number(rows[0].server_version_num) >= 150_000 ? 'STRATEGY FILE_COPY' : '';
};

const onServer = async (work: (server: Knex) => PromiseLike<unknown>): Promise<void> => {
  const server = knex({ client: 'pg', connection: serverUrl(), pool: { min: 0, max: 1 } });
  try {
    await work(server);
  } finally {
    await server.destroy();
  }
};
