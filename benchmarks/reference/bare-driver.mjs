/**
 * The driver alone, in a process of its own: the same statements in the same transactions over the same table, without
 * Strapi, knex or HTTP. One registration a transaction, ten at a time; or many in one.
 */
import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/support/paths.mjs';
import { aRegistrant } from '../support/registrant.mjs';
import { serve } from '../support/rpc.mjs';
import { registrationByHand } from './by-hand.mjs';

const require = createRequire(inRoot('package.json'));

const WRITERS = 10;
const database = JSON.parse(process.env.BENCH_DATABASE);
const { register } = registrationByHand({
  isPostgres: database.kind === 'postgres',
  schema: database.schema,
});

const openPostgres = () => {
  const { Pool } = require('pg');
  const pool = new Pool({ connectionString: database.url, max: WRITERS });
  const texts = new Map();
  const numbered = (sql) => {
    if (!texts.has(sql)) {
      let position = 0;
      texts.set(
        sql,
        sql.replace(/\?/g, () => `$${(position += 1)}`)
      );
    }
    return texts.get(sql);
  };
  return {
    writers: WRITERS,
    transaction: async (work) => {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await work(async (sql, bindings) => (await client.query(numbered(sql), bindings)).rows);
        await client.query('COMMIT');
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
};

/** One connection takes one transaction after the other: more writers would only wait for each other. */
const openSqlite = () => {
  const Database = require('better-sqlite3');
  const connection = new Database(database.filename);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  const statements = new Map();
  const prepared = (sql) => {
    if (!statements.has(sql)) statements.set(sql, connection.prepare(sql));
    return statements.get(sql);
  };
  return {
    writers: 1,
    transaction: async (work) => {
      prepared('BEGIN').run();
      await work(async (sql, bindings) => {
        const statement = prepared(sql);
        if (statement.reader) return statement.all(bindings);
        statement.run(bindings);
        return [];
      });
      prepared('COMMIT').run();
    },
    close: async () => connection.close(),
  };
};

const driver = database.kind === 'postgres' ? openPostgres() : openSqlite();

serve({
  /** `together` share a transaction, as if so many people had come during the one before. */
  async registrationsPerSecond({ sessionId, seconds, together = 1 }) {
    const startedAt = performance.now();
    const until = startedAt + seconds * 1000;
    let accepted = 0;
    const write = async () => {
      while (performance.now() < until) {
        const people = Array.from({ length: together }, aRegistrant);
        await driver.transaction((query) => register(query, sessionId, people));
        accepted += together;
      }
    };
    // Of a crowd that goes together there is only one at a time.
    const writers = together === 1 ? driver.writers : 1;
    await Promise.all(Array.from({ length: writers }, write));
    return (accepted * 1000) / (performance.now() - startedAt);
  },
  stop: driver.close,
});
