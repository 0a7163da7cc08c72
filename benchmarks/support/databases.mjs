import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot } from '../../scripts/support/paths.mjs';

const require = createRequire(inRoot('package.json'));

let created = 0;

/**
 * An empty database: a file in the checkout (a temporary folder may lie in memory, where nothing is durable), or a
 * schema of the given server.
 */
export const createDatabase = async (kind, postgresUrl) => {
  created += 1;
  return kind === 'sqlite'
    ? createFile()
    : createSchema(postgresUrl, `bench_${process.pid}_${created}`);
};

const createFile = () => {
  mkdirSync(inRoot('.tmp'), { recursive: true });
  const folder = mkdtempSync(inRoot('.tmp', 'bench-'));
  const filename = path.join(folder, 'data.db');
  return {
    kind: 'sqlite',
    filename,
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: filename, DATABASE_URL: '' },
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

const createSchema = async (url, schema) => {
  await runSql(url, `CREATE SCHEMA "${schema}"`);
  return {
    kind: 'postgres',
    url,
    schema,
    env: { DATABASE_CLIENT: 'postgres', DATABASE_URL: url, DATABASE_SCHEMA: schema },
    drop: async () => {
      await runSql(url, `DROP SCHEMA IF EXISTS "${schema}" CASCADE`);
      await runSql(url, `DROP SCHEMA IF EXISTS "${schema}_pgboss" CASCADE`);
    },
  };
};

const runSql = async (url, sql) => {
  const { Client } = require('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

/** What the tables are measured with; the durability is asked for, not assumed. */
export const describeDatabase = async (kind, postgresUrl) => {
  if (kind === 'postgres') {
    const [row] = await runSql(
      postgresUrl,
      `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync,
              current_setting('synchronous_commit') AS commit, current_setting('shared_buffers') AS buffers`
    );
    return `PostgreSQL ${row.version} (fsync ${row.fsync}, synchronous_commit ${row.commit}, shared_buffers ${row.buffers}), pg ${versionOf('pg')}`;
  }
  const Database = require('better-sqlite3');
  const database = new Database(':memory:');
  const version = database.prepare('SELECT sqlite_version() AS version').pluck().get();
  database.close();
  return `SQLite ${version} (WAL, synchronous=FULL), better-sqlite3 ${versionOf('better-sqlite3')}`;
};

export const versionOf = (name) => require(`${name}/package.json`).version;
