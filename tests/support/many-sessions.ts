import type { Row, TestApp } from './strapi';

/**
 * Multiplies one session of the catalogue by SQL, a minute between one and the next, without the content types behind
 * them: what is asked is how the catalogue is searched, not how it is built. Every fifth has the expertise `Common`,
 * every thousandth `Rare`; all are found by "talk", every thousandth by "seldom".
 */
export const multiplySession = async (
  app: TestApp,
  documentId: string,
  count: number
): Promise<void> => {
  const { connection } = app.strapi.db;
  const name = app.database.name;
  const run = (sql: string, bindings: unknown[] = []) => connection.raw(sql, bindings as never[]);
  const later = app.isPostgres ? `+ n * interval '1 minute'` : '+ n * 60000';
  const numbers = app.isPostgres
    ? `SELECT generate_series(1, ${count}) AS n`
    : `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count}) SELECT n FROM numbers`;
  await run(
    `INSERT INTO ${name('webinars_catalog')} (${COLUMNS.join(', ')})
     SELECT c.session_document_id || '-' || n, c.locale, c.slug || '-' || n, c.listed_from,
       c.starts_at ${later}, c.over_at ${later},
       CASE n % 2 WHEN 0 THEN 'en' ELSE 'de' END,
       CASE n % 4 WHEN 0 THEN 'workshop' ELSE 'single-speaker' END,
       CASE n % 3 WHEN 0 THEN 1 ELSE 0 END, c.category_id, c.category_slug, c.category_name,
       CASE n % 5 WHEN 0 THEN 'advanced' ELSE 'beginner' END, c.panel_size,
       c.has_consultation, c.is_available, (n % 50) / 10.0, n % 1000
     FROM ${name('webinars_catalog')} AS c CROSS JOIN (${numbers}) AS numbers
     WHERE c.session_document_id = ?`,
    [documentId]
  );
  const copies = `${name('webinars_catalog')} AS copy WHERE copy.session_document_id LIKE '${documentId}-%'`;
  await run(
    `INSERT INTO ${name('webinars_catalog_facts')} (catalog_id, card, detail)
     SELECT copy.id, f.card, f.detail FROM ${name('webinars_catalog')} AS c
     JOIN ${name('webinars_catalog_facts')} AS f ON f.catalog_id = c.id
     JOIN ${name('webinars_catalog')} AS copy ON copy.locale = c.locale
       AND copy.session_document_id LIKE '${documentId}-%'
     WHERE c.session_document_id = ?`,
    [documentId]
  );
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
  if (!app.isPostgres) return;
  for (const table of TABLES) await run(`VACUUM ANALYZE ${name(table)}`);
};

const TABLES = [
  'webinars_catalog',
  'webinars_catalog_facts',
  'webinars_catalog_values',
  'webinars_catalog_search',
];

const COLUMNS = [
  'session_document_id',
  'locale',
  'slug',
  'listed_from',
  'starts_at',
  'over_at',
  'language',
  'session_type',
  'is_paid',
  'category_id',
  'category_slug',
  'category_name',
  'difficulty',
  'panel_size',
  'has_consultation',
  'is_available',
  'rating',
  'popularity',
];

/**
 * How the database goes about each query of the catalogue that `work` asks, by the query's text. PostgreSQL is right to
 * read few rows as a whole: whoever has few asks it to avoid that, and sees whether an index would serve.
 */
export const plansOf = async (
  app: TestApp,
  work: () => Promise<unknown>,
  { hasFewRows = false } = {}
): Promise<Map<string, string[]>> => {
  const asked: { sql: string; bindings: unknown[] }[] = [];
  const record = ({ sql, bindings }: { sql: string; bindings: unknown[] }) => {
    if (/webinars_catalog\b|webinars_catalog_[fs]|webinars_catalog_va/.test(sql)) {
      asked.push({ sql, bindings });
    }
  };
  app.strapi.db.connection.on('query', record);
  await work();
  app.strapi.db.connection.removeListener('query', record);

  const plans = new Map<string, string[]>();
  const pool = app.strapi.db.connection.client;
  const connection = await pool.acquireConnection();
  const prefer = (scans: 'on' | 'off') => connection.query?.(`SET enable_seqscan = ${scans}`);
  try {
    if (hasFewRows) await prefer('off');
    for (const { sql, bindings } of asked) plans.set(sql, await explain(connection, sql, bindings));
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

/** Steps that look at every row of a table of the catalogue. */
export const fullScans = (plan: readonly string[]): string[] =>
  plan.filter(
    (step) =>
      /Seq Scan on webinars_catalog(?!_version)/.test(step) ||
      (/^SCAN (c|v|f|s|own|webinars_catalog\w*)\b/.test(step) && !/VIRTUAL TABLE/.test(step))
  );
