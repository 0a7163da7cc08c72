import { isDeepStrictEqual } from 'node:util';
import { MADE } from './programme.mjs';

const LINKS = ['topic', 'speaker', 'panelists', 'moderator'].map(
  (relation) => `webinars_sessions_${relation}_lnk`
);
const CATALOG = 'webinars_catalog';
const PARTS = ['facts', 'values', 'search'].map((part) => `${CATALOG}_${part}`);
const WRITTEN = ['webinars_sessions', ...LINKS, 'webinars_inventory', CATALOG, ...PARTS];

const SAMPLE = 100;

/**
 * Makes a large programme of a small one by SQL: each session again on later days, with everything that the product
 * has written of it: its row, its links, its inventory, and its rows of the catalogue in both languages. Sessions with
 * texts of their own stay alone.
 */
export const createMultiplier = (strapi, { isPostgres }) => {
  const { connection } = strapi.db;
  const name = (table) => (isPostgres ? `"${strapi.db.getSchemaName()}"."${table}"` : `"${table}"`);
  const words = recordWords(connection, { isPostgres });
  /** So many times each session was copied: every copy has a number of its own. */
  let copies = 0;

  /** Copies the rows of a table for whatever `from` joins them to; `own` are the columns that differ. */
  const copyRows = async (trx, table, { own, from }) => {
    const columns = await strapi.db.getConnection(table).transacting(trx).columnInfo();
    const same = Object.keys(columns).filter((column) => !(column in own) && column !== 'id');
    await trx.raw(
      `INSERT INTO ${name(table)} (${[...Object.keys(own), ...same].map(quoted).join(', ')})
       SELECT ${[...Object.values(own), ...same.map((column) => `old.${quoted(column)}`)].join(', ')}
       FROM ${from}`
    );
  };

  const multiply = async ({ sessions }) => {
    const sql = dialectOf(isPostgres);
    const countOf = async (where = '1 = 1') => {
      const table = name('webinars_sessions');
      const [row] = rowsOf(
        await connection.raw(`SELECT count(*) AS total FROM ${table} AS old WHERE ${where}`)
      );
      return Number(row.total);
    };
    const missing = sessions - (await countOf());
    const rounds = Math.ceil(missing / (await countOf(isModel(name))));

    await connection.transaction(async (trx) => {
      const run = (statement) => trx.raw(statement);
      const temporary = async (table, query) => {
        await run(`CREATE TEMPORARY TABLE ${table} AS ${query}`);
        if (isPostgres) await run(`ANALYZE ${table}`);
      };
      if (isPostgres) await run('SET LOCAL statement_timeout = 0');
      await temporary(
        'copies',
        `SELECT old.id AS source, old.document_id AS source_document_id, old.slug AS source_slug,
           substr(old.document_id, 1, 18) || ${sql.sixDigits('n')} AS document_id,
           old.slug || '-' || n AS slug, n,
           ${sql.written('old.datetime')} AS source_datetime,
           ${sql.written(sql.later('old.datetime', 'n'))} AS written_datetime
         FROM ${name('webinars_sessions')} AS old
         CROSS JOIN (${sql.series(copies + 1, copies + rounds)}) AS series
         WHERE ${isModel(name)} ORDER BY n, old.id LIMIT ${missing}`
      );
      await copyRows(trx, 'webinars_sessions', {
        own: {
          document_id: 'c.document_id',
          slug: 'c.slug',
          datetime: sql.later('old.datetime', 'c.n'),
        },
        from: `copies AS c JOIN ${name('webinars_sessions')} AS old ON old.id = c.source`,
      });
      await temporary(
        'twins',
        `SELECT c.*, s.id AS row_id FROM copies AS c
         JOIN ${name('webinars_sessions')} AS s ON s.document_id = c.document_id`
      );
      for (const table of LINKS) {
        await copyRows(trx, table, {
          own: { session_id: 't.row_id' },
          from: `twins AS t JOIN ${name(table)} AS old ON old.session_id = t.source`,
        });
      }
      await copyRows(trx, 'webinars_inventory', {
        own: { session_document_id: 't.document_id' },
        from: `twins AS t JOIN ${name('webinars_inventory')} AS old
          ON old.session_document_id = t.source_document_id`,
      });
      await copyRows(trx, CATALOG, {
        own: {
          session_document_id: 't.document_id',
          slug: 't.slug',
          starts_at: sql.later('old.starts_at', 't.n'),
          over_at: sql.later('old.over_at', 't.n'),
        },
        from: `twins AS t JOIN ${name(CATALOG)} AS old
          ON old.session_document_id = t.source_document_id`,
      });
      await temporary(
        'catalog_twins',
        `SELECT t.*, model.id AS model_id, copy.id AS catalog_id FROM twins AS t
         JOIN ${name(CATALOG)} AS model ON model.session_document_id = t.source_document_id
         JOIN ${name(CATALOG)} AS copy
           ON copy.session_document_id = t.document_id AND copy.locale = model.locale`
      );
      const ofModel = (table, key = 'catalog_id') =>
        `catalog_twins AS t JOIN ${table} AS old ON old.${key} = t.model_id`;
      await copyRows(trx, 'webinars_catalog_facts', {
        own: {
          catalog_id: 't.catalog_id',
          card: retold('old.card'),
          detail: retold('old.detail'),
        },
        from: ofModel(name('webinars_catalog_facts')),
      });
      await copyRows(trx, 'webinars_catalog_values', {
        own: { catalog_id: 't.catalog_id' },
        from: ofModel(name('webinars_catalog_values')),
      });
      await copyWords(trx, { isPostgres, name, ofModel, words });
      await run(`UPDATE ${name('webinars_catalog_version')} SET version = version + 1`);
      for (const table of ['catalog_twins', 'twins', 'copies']) await run(`DROP TABLE ${table}`);
    });
    copies += rounds;
    // What autovacuum would do within a minute. SQLite has nothing of the kind, and the product asks it for nothing.
    if (isPostgres) {
      for (const table of WRITTEN) await connection.raw(`VACUUM ANALYZE ${name(table)}`);
    }
  };

  const storedWords = async (id) => {
    if (!isPostgres) return null;
    const table = name('webinars_catalog_search');
    return rowsOf(await connection.raw(`SELECT words FROM ${table} WHERE catalog_id = ?`, [id]));
  };

  /** The last sessions that were copied, as the catalogue has them: all but their numbers. */
  const sample = async () => {
    const rows = rowsOf(
      await connection.raw(`SELECT c.*, f.card, f.detail FROM ${name(CATALOG)} AS c
        JOIN ${name('webinars_catalog_facts')} AS f ON f.catalog_id = c.id
        WHERE c.slug LIKE '${MADE}%-${copies}' ORDER BY c.slug, c.locale LIMIT ${SAMPLE}`)
    );
    const told = [];
    for (const { id, ...row } of rows) {
      const values = await connection.raw(
        `SELECT kind, value, label FROM ${name('webinars_catalog_values')}
         WHERE catalog_id = ? ORDER BY kind, value`,
        [id]
      );
      told.push({ row, values: rowsOf(values), words: await storedWords(id) });
    }
    return told;
  };

  return {
    multiply,
    sample,
    /** @throws where the product has written something else than what was copied */
    refuseDifference: async (before) => {
      const after = await sample();
      if (before.length === 0) throw new Error('no session was copied');
      before.forEach((row, index) => {
        if (isDeepStrictEqual(row, after[index])) return;
        const both = [row, after[index]].map((side) => JSON.stringify(side, null, 1));
        throw new Error(`The product writes another row:\n${both.join('\n\nits own:\n')}`);
      });
    },
  };
};

const quoted = (column) => `"${column}"`;

/** Made for the programme, without components: those are rows of their own. */
const isModel = (name) => `old.slug LIKE '${MADE}%' AND old.slug NOT LIKE '${MADE}%-%'
  AND (SELECT count(*) FROM ${name('webinars_sessions_cmps')} AS p WHERE p.entity_id = old.id) = 0`;

/** What is kept of a session says its numbers, its name and its time. */
const retold = (json) =>
  [
    ['source_document_id', 'document_id', (id) => `'"' || t.${id} || '"'`],
    ['source', 'row_id', (id) => `'"session":{"id":' || t.${id} || ','`],
    ['source_slug', 'slug', (slug) => `'"slug":"' || t.${slug} || '"'`],
    ['source_datetime', 'written_datetime', (at) => `'"datetime":"' || t.${at} || '"'`],
  ].reduce(
    (text, [from, to, written]) => `replace(${text}, ${written(from)}, ${written(to)})`,
    json
  );

const dialectOf = (isPostgres) =>
  isPostgres
    ? {
        series: (from, to) => `SELECT generate_series(${from}, ${to}) AS n`,
        sixDigits: (n) => `lpad(${n}::text, 6, '0')`,
        later: (at, days) => `${at} + ${days} * interval '24 hours'`,
        written: (at) => `to_char(${at}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
      }
    : {
        series: (from, to) =>
          `WITH RECURSIVE series (n) AS (SELECT ${from} UNION ALL SELECT n + 1 FROM series WHERE n < ${to}) SELECT n FROM series`,
        sixDigits: (n) => `printf('%06d', ${n})`,
        later: (at, days) => `${at} + ${days} * 86400000`,
        written: (at) => `strftime('%Y-%m-%dT%H:%M:%fZ', (${at}) / 1000.0, 'unixepoch')`,
      };

/** FTS5 keeps no text: what the product gives it is listened to, by the number of its row. */
const recordWords = (connection, { isPostgres }) => {
  const words = new Map();
  if (isPostgres) return words;
  connection.on('query', ({ sql, bindings }) => {
    if (!sql.startsWith('INSERT INTO "webinars_catalog_search"')) return;
    for (let at = 0; at < bindings.length; at += 4) {
      words.set(Number(bindings[at]), bindings.slice(at + 1, at + 4));
    }
  });
  return words;
};

const copyWords = async (trx, { isPostgres, name, ofModel, words }) => {
  const table = name('webinars_catalog_search');
  if (isPostgres) {
    await trx.raw(
      `INSERT INTO ${table} (catalog_id, words) SELECT t.catalog_id, old.words FROM ${ofModel(table)}`
    );
    return;
  }
  await trx.raw('CREATE TEMPORARY TABLE heard (id integer PRIMARY KEY, title, people, body)');
  for (const { id } of rowsOf(await trx.raw('SELECT DISTINCT model_id AS id FROM catalog_twins'))) {
    await trx.raw('INSERT INTO heard VALUES (?, ?, ?, ?)', [id, ...words.get(Number(id))]);
  }
  await trx.raw(
    `INSERT INTO ${table} (rowid, title, people, body)
     SELECT t.catalog_id, old.title, old.people, old.body FROM ${ofModel('heard', 'id')}`
  );
  await trx.raw('DROP TABLE heard');
};

/** `pg` answers `{ rows }`, better-sqlite3 an array. */
const rowsOf = (result) => (Array.isArray(result) ? result : (result.rows ?? []));
