import type { Row, TestApp } from './strapi';

/**
 * Multiplies one session by SQL, a minute between one and the next: its row and its links, its inventory and its rows of
 * the catalogue. Every fifth has the expertise `Common`, every thousandth `Rare`; all are found by "talk", every
 * thousandth by "seldom".
 */
export const multiplySession = async (
  app: TestApp,
  documentId: string,
  count: number
): Promise<void> => {
  const { connection } = app.strapi.db;
  const name = app.database.name;
  await connection.transaction(async (trx) => {
    const run = (sql: string, bindings: unknown[] = []) => trx.raw(sql, bindings as never[]);
    const later = app.isPostgres ? `+ n * interval '1 minute'` : '+ n * 60000';
    const numbers = app.isPostgres
      ? `SELECT generate_series(1, ${count}) AS n`
      : `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count}) SELECT n FROM numbers`;

    /** The rows of a table that `where` chooses, again for each number; `own` says what differs. */
    const copyRows = async (table: string, own: Record<string, string>, where: string) => {
      const columns = await app.strapi.db.getConnection(table).transacting(trx).columnInfo();
      const same = Object.keys(columns).filter((column) => !(column in own) && column !== 'id');
      const named = [...Object.keys(own), ...same].map((column) => `"${column}"`);
      const values = [...Object.values(own), ...same.map((column) => `old."${column}"`)];
      await run(
        `INSERT INTO ${name(table)} (${named.join(', ')}) SELECT ${values.join(', ')} FROM ${where}`,
        [documentId]
      );
    };
    const ofEach = (table: string, key: string) =>
      `${name(table)} AS old CROSS JOIN (${numbers}) AS numbers WHERE old.${key} = ?`;
    const copyId = `'${documentId}-' || n`;

    await copyRows(
      'webinars_sessions',
      {
        document_id: copyId,
        slug: `old.slug || '-' || n`,
        datetime: `old.datetime ${later}`,
      },
      ofEach('webinars_sessions', 'document_id')
    );
    for (const relation of ['topic', 'speaker']) {
      const links = `webinars_sessions_${relation}_lnk`;
      await copyRows(
        links,
        { session_id: 'copy.id' },
        `${name('webinars_sessions')} AS model
         JOIN ${name(links)} AS old ON old.session_id = model.id
         JOIN ${name('webinars_sessions')} AS copy ON copy.topic_document_id = model.topic_document_id
           AND copy.id <> model.id
         WHERE model.document_id = ?`
      );
    }
    await copyRows(
      'webinars_inventory',
      { session_document_id: copyId },
      ofEach('webinars_inventory', 'session_document_id')
    );
    await copyRows(
      'webinars_catalog',
      {
        session_document_id: copyId,
        slug: `old.slug || '-' || n`,
        starts_at: `old.starts_at ${later}`,
        over_at: `old.over_at ${later}`,
        language: `CASE n % 2 WHEN 0 THEN 'en' ELSE 'de' END`,
        session_type: `CASE n % 4 WHEN 0 THEN 'workshop' ELSE 'single-speaker' END`,
        is_paid: 'CASE n % 3 WHEN 0 THEN 1 ELSE 0 END',
        difficulty: `CASE n % 5 WHEN 0 THEN 'advanced' ELSE 'beginner' END`,
        rating: '(n % 50) / 10.0',
        popularity: 'n % 1000',
      },
      ofEach('webinars_catalog', 'session_document_id')
    );

    const ofModel = (table: string) =>
      `${name('webinars_catalog')} AS model JOIN ${name(table)} AS old ON old.catalog_id = model.id
       JOIN ${name('webinars_catalog')} AS copy ON copy.locale = model.locale AND copy.id <> model.id
       WHERE model.session_document_id = ?`;
    const named = (json: string) =>
      `replace(${json}, '"slug":"' || model.slug || '"', '"slug":"' || copy.slug || '"')`;
    await copyRows(
      'webinars_catalog_facts',
      { catalog_id: 'copy.id', card: named('old.card'), detail: named('old.detail') },
      ofModel('webinars_catalog_facts')
    );
    await copyRows(
      'webinars_catalog_values',
      { catalog_id: 'copy.id' },
      ofModel('webinars_catalog_values')
    );
    const copies = `${name('webinars_catalog')} AS copy WHERE copy.session_document_id <> '${documentId}'`;
    for (const [value, every] of [
      ['Common', 5],
      ['Rare', 1000],
    ] as const) {
      await run(
        `INSERT INTO ${name('webinars_catalog_values')} (catalog_id, kind, value, label)
         SELECT copy.id, 'expertise', '${value.toLowerCase()}', '${value}' FROM ${copies}
         AND copy.popularity % ${every} = 0`
      );
    }
    const title = `CASE copy.popularity WHEN 0 THEN ${app.isPostgres ? `'''talk'':1A ''seldom'':1A'` : `'talk seldom'`}
      ELSE ${app.isPostgres ? `'''talk'':1A'` : `'talk'`} END`;
    await run(
      app.isPostgres
        ? `INSERT INTO ${name('webinars_catalog_search')} (catalog_id, words)
           SELECT copy.id, (${title})::tsvector FROM ${copies}`
        : `INSERT INTO ${name('webinars_catalog_search')} (rowid, title, people, body)
           SELECT copy.id, ${title}, '', '' FROM ${copies}`
    );
  });
  if (!app.isPostgres) return;
  for (const table of MULTIPLIED) await connection.raw(`VACUUM ANALYZE ${name(table)}`);
};

const MULTIPLIED = [
  'webinars_sessions',
  'webinars_sessions_topic_lnk',
  'webinars_sessions_speaker_lnk',
  'webinars_inventory',
  'webinars_catalog',
  'webinars_catalog_facts',
  'webinars_catalog_values',
  'webinars_catalog_search',
];

export type Asked = { sql: string; plan: string[] };

/**
 * How the database goes about each query of these `tables` that `work` asks. PostgreSQL is right to read few rows as a
 * whole: whoever has few asks it to avoid that, and sees whether an index would serve.
 */
export const plansOf = async (
  app: TestApp,
  work: () => Promise<unknown>,
  { hasFewRows = false, tables = MULTIPLIED }: { hasFewRows?: boolean; tables?: string[] } = {}
): Promise<Asked[]> => {
  const asked: { sql: string; bindings: unknown[] }[] = [];
  const record = ({ sql, bindings }: { sql: string; bindings: unknown[] }) => {
    if (tablesIn(sql, tables).size > 0) asked.push({ sql, bindings });
  };
  app.strapi.db.connection.on('query', record);
  await work();
  app.strapi.db.connection.removeListener('query', record);

  const plans: Asked[] = [];
  const pool = app.strapi.db.connection.client;
  const connection = await pool.acquireConnection();
  const prefer = (scans: 'on' | 'off') => connection.query?.(`SET enable_seqscan = ${scans}`);
  try {
    if (hasFewRows) await prefer('off');
    for (const { sql, bindings } of asked) {
      plans.push({ sql, plan: await explain(connection, sql, bindings) });
    }
  } finally {
    await prefer('on');
    await pool.releaseConnection(connection);
  }
  return plans;
};

type Connection = {
  query?(sql: string, bindings: unknown[]): Promise<{ rows: Row[] }>;
  prepare(sql: string): { all(...bindings: unknown[]): Row[] };
};

const explain = async (connection: Connection, sql: string, bindings: unknown[]) => {
  if (connection.query !== undefined) {
    const { rows } = await connection.query(`EXPLAIN ${sql}`, bindings);
    return rows.map((row) => String(row['QUERY PLAN']));
  }
  const values = bindings.map((value) => (value instanceof Date ? value.getTime() : value));
  return connection
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...values)
    .map(({ detail }) => String(detail));
};

/** The large tables of a query, by what it calls them. */
const tablesIn = (sql: string, tables = MULTIPLIED): Map<string, string> =>
  new Map(
    [...sql.matchAll(/["`](webinars_\w+)["`](?:\s+as\s+["`]?(\w+))?/gi)].flatMap(
      ([, table = '', alias = table]) => (tables.includes(table) ? [[alias, table]] : [])
    )
  );

/** Large tables that a plan looks at as a whole. To walk along an index until there are enough is not that. */
export const fullScans = ({ sql, plan }: Asked): string[] => {
  const tables = tablesIn(sql);
  return plan.flatMap((step) => {
    if (/VIRTUAL TABLE/.test(step)) return [];
    if (/USING INDEX/.test(step) && /LIMIT/.test(sql)) return [];
    const [, inPostgres] = /Seq Scan on (\w+)/.exec(step) ?? [];
    const [, inSqlite = ''] = /^SCAN (\w+)/.exec(step) ?? [];
    const table = inPostgres ?? tables.get(inSqlite);
    return table !== undefined && MULTIPLIED.includes(table) ? [table] : [];
  });
};
