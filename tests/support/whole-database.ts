import type { Row, TestApp } from './strapi';

/** Every row of every table, ours, Strapi's and the job queue's, as text, but for what may be written at any moment. */
export const wholeDatabase = async (app: TestApp): Promise<Record<string, string[]>> => {
  const tables = app.isPostgres ? await postgresTables(app) : await sqliteTables(app);
  const texts: Record<string, string[]> = {};
  for (const table of tables) {
    const rows = await query(
      app,
      app.isPostgres ? `SELECT t::text AS row FROM ${table} AS t` : `SELECT * FROM ${table}`
    );
    texts[table] = rows
      .map((row) => JSON.stringify(app.isPostgres ? row.row : row))
      .filter((row) => !row.includes(WEEKLY))
      .sort();
  }
  return texts;
};

/** Strapi's upload plugin counts once a week, whatever else happens at that moment. */
const WEEKLY = 'plugin_upload_metrics';

/** Where in the database any of these texts is found, whatever its case. */
export const findTraces = async (app: TestApp, texts: readonly string[]): Promise<string[]> =>
  Object.entries(await wholeDatabase(app)).flatMap(([table, rows]) =>
    texts
      .filter((text) => rows.some((row) => row.toLowerCase().includes(text.toLowerCase())))
      .map((text) => `${table}: ${text}`)
  );

const postgresTables = async (app: TestApp) => {
  const schema = app.strapi.db.getSchemaName();
  const rows = await query(
    app,
    `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname IN ('${schema}', '${schema}_pgboss') ORDER BY 1`
  );
  return rows.map(({ name }) => String(name));
};

const sqliteTables = async (app: TestApp) => {
  const rows = await query(app, `SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1`);
  return rows.map(({ name }) => `"${String(name)}"`);
};

const query = async ({ strapi }: TestApp, sql: string): Promise<Row[]> => {
  const result: unknown = await strapi.db.connection.raw(sql);
  return (Array.isArray(result) ? result : (result as { rows: Row[] }).rows) as Row[];
};
