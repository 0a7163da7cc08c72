import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { qualifiedName, rowsOf } from '../platform/transaction';
import { RULES, type CheckRule, type UniqueRule } from './constraint-rules';
import { ADDED_COLUMNS, internalTables, type Dialect } from './internal-tables';

/**
 * Creates the internal tables and puts every rule of `constraint-rules.ts` into the database. At each boot, after
 * Strapi's schema sync: on SQLite a changed column makes Strapi rebuild its table, which loses the triggers. What is
 * there and unchanged stays untouched, so that a second instance does not lock tables that the first one serves. The
 * boot lock is held meanwhile: instances that start together do this one after the other.
 *
 * Throws when rows that exist already break a rule; the error names it.
 */
export const applyConstraints = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.db.transaction(async ({ trx }) => {
    const dialect: Dialect = {
      isPostgres: strapi.db.dialect.client === 'postgres',
      name: (table) => qualifiedName(strapi, table),
    };
    const query: Query = async (sql, bindings = []) => {
      const result: unknown = await strapi.db.connection.raw(sql, [...bindings]).transacting(trx);
      return rowsOf<Record<string, unknown>>(result);
    };

    const indexes = await (dialect.isPostgres ? indexesOnPostgres(query, strapi) : new Set());
    for (const statement of internalTables(dialect)) {
      if (!indexes.has(indexIn(statement))) await query(statement);
    }

    for (const { table, column, type } of ADDED_COLUMNS) {
      if (await hasColumn(query, strapi, { table, column })) continue;
      await query(`ALTER TABLE ${dialect.name(table)} ADD COLUMN ${column} ${type}`);
    }

    const wanted = guardsOf(dialect);
    const present = await (dialect.isPostgres ? presentOnPostgres : presentOnSqlite)(query, strapi);
    const names = new Set(wanted.map((guard) => guard.name));

    for (const guard of present) {
      if (!names.has(guard.name)) await query(dropOf(dialect, guard));
    }
    for (const guard of wanted) {
      const before = present.find(({ name }) => name === guard.name);
      if (before?.definition === guard.definition) continue;
      if (before !== undefined) await query(dropOf(dialect, before));
      for (const statement of guard.create) await query(statement);
    }
  });
};

/** PostgreSQL locks the table before it looks whether the index is there: those who write meanwhile would wait. */
const indexesOnPostgres = async (query: Query, strapi: Core.Strapi): Promise<Set<unknown>> => {
  const rows = await query(
    'SELECT indexname FROM pg_indexes WHERE schemaname = COALESCE(?, current_schema())',
    [strapi.db.getSchemaName() ?? null]
  );
  return new Set(rows.map(({ indexname }) => indexname));
};

/** Looked up before, because altering a table locks it even where there is nothing to alter. */
const hasColumn = async (
  query: Query,
  strapi: Core.Strapi,
  { table, column }: { table: string; column: string }
): Promise<boolean> => {
  const rows =
    strapi.db.dialect.client === 'postgres'
      ? await query(
          `SELECT 1 FROM information_schema.columns
           WHERE table_schema = COALESCE(?, current_schema()) AND table_name = ? AND column_name = ?`,
          [strapi.db.getSchemaName() ?? null, table, column]
        )
      : await query('SELECT 1 FROM pragma_table_info(?) WHERE name = ?', [table, column]);
  return rows.length > 0;
};

const indexIn = (statement: string) => /^CREATE INDEX IF NOT EXISTS (\w+)/.exec(statement)?.[1];

type Query = (sql: string, bindings?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

type GuardKind = 'check' | 'index' | 'trigger';

/** What the catalogue of the database knows of a guard. */
type PresentGuard = { kind: GuardKind; name: string; table: string; definition: string };

type Guard = PresentGuard & { create: readonly string[] };

const guardsOf = (dialect: Dialect): Guard[] => [
  ...RULES.flatMap((rule) => {
    if (rule.kind === 'unique') return [indexOf(rule, dialect)];
    return dialect.isPostgres ? [checkOf(rule, dialect)] : triggersOf(rule);
  }),
  ...appendOnlyOf('webinars_activities', dialect),
];

const indexOf = ({ name, table, on, where }: UniqueRule, dialect: Dialect): Guard => {
  const condition = where === undefined ? '' : ` WHERE ${where}`;
  const sql = `CREATE UNIQUE INDEX ${name} ON ${dialect.name(table)} (${on.join(', ')})${condition}`;
  return guard('index', { name, table, sql, dialect });
};

const checkOf = ({ name, table, expression }: CheckRule, dialect: Dialect): Guard => {
  const condition = expression.replace(COLUMN, '"$1"');
  const sql = `ALTER TABLE ${dialect.name(table)} ADD CONSTRAINT ${name} CHECK (${condition})`;
  return guard('check', { name, table, sql, dialect });
};

/** SQLite cannot add a CHECK to a table; a trigger refuses the same rows and carries the name in its message. */
const triggersOf = ({ name, table, expression }: CheckRule): Guard[] =>
  (['INSERT', 'UPDATE'] as const).map((event) => {
    const trigger = `${name}_${event.toLowerCase()}`;
    const condition = expression.replace(COLUMN, 'NEW."$1"');
    const sql = `CREATE TRIGGER ${trigger} BEFORE ${event} ON "${table}" FOR EACH ROW WHEN NOT (${condition}) BEGIN SELECT RAISE(ABORT, '${name}'); END`;
    return { kind: 'trigger', name: trigger, table, definition: sql, create: [sql] };
  });

const COLUMN = /\{(\w+)\}/g;

const appendOnlyOf = (table: string, dialect: Dialect): Guard[] => {
  if (!dialect.isPostgres) {
    return (['UPDATE', 'DELETE'] as const).map((event) => {
      const name = `${table}_append_only_ck_${event.toLowerCase()}`;
      const sql = `CREATE TRIGGER ${name} BEFORE ${event} ON "${table}" BEGIN SELECT RAISE(ABORT, '${table}_append_only_ck'); END`;
      return { kind: 'trigger', name, table, definition: sql, create: [sql] };
    });
  }
  const name = `${table}_append_only_ck`;
  const refuse = `CREATE OR REPLACE FUNCTION ${dialect.name(name)}() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '${name}' USING ERRCODE = 'restrict_violation', CONSTRAINT = '${name}'; END $$`;
  const sql = `CREATE TRIGGER ${name} BEFORE UPDATE OR DELETE OR TRUNCATE ON ${dialect.name(table)} FOR EACH STATEMENT EXECUTE FUNCTION ${dialect.name(name)}()`;
  const trigger = guard('trigger', { name, table, sql, dialect });
  return [{ ...trigger, create: [refuse, ...trigger.create] }];
};

const guard = (
  kind: GuardKind,
  { name, table, sql, dialect }: { name: string; table: string; sql: string; dialect: Dialect }
): Guard => {
  if (!dialect.isPostgres) return { kind, name, table, definition: sql, create: [sql] };
  // PostgreSQL rewrites what it is given, so that the text cannot be compared: a comment keeps its fingerprint.
  const definition = createHash('sha256').update(sql).digest('hex').slice(0, 16);
  const subject = {
    check: `CONSTRAINT ${name} ON ${dialect.name(table)}`,
    index: `INDEX ${dialect.name(name)}`,
    trigger: `TRIGGER ${name} ON ${dialect.name(table)}`,
  }[kind];
  return {
    kind,
    name,
    table,
    definition,
    create: [sql, `COMMENT ON ${subject} IS '${definition}'`],
  };
};

const dropOf = (dialect: Dialect, { kind, name, table }: PresentGuard) => {
  if (kind === 'index') return `DROP INDEX ${dialect.name(name)}`;
  if (kind === 'check') return `ALTER TABLE ${dialect.name(table)} DROP CONSTRAINT ${name}`;
  return `DROP TRIGGER ${name}${dialect.isPostgres ? ` ON ${dialect.name(table)}` : ''}`;
};

/** Guards are known by their names: `webinars_…_ck` and `webinars_…_once`. */
const presentOnSqlite = async (query: Query): Promise<PresentGuard[]> => {
  const rows = await query(
    `SELECT type AS kind, name, tbl_name AS "table", sql AS definition FROM sqlite_master
     WHERE (type = 'trigger' AND (name GLOB 'webinars_*_ck_insert' OR name GLOB 'webinars_*_ck_update'
         OR name GLOB 'webinars_*_ck_delete'))
       OR (type = 'index' AND name GLOB 'webinars_*_once')`
  );
  return rows.map(toPresentGuard);
};

/** CHECKs and UNIQUEs of the internal tables are part of those: only what `constraint-rules.ts` speaks of is listed. */
const presentOnPostgres = async (query: Query, strapi: Core.Strapi): Promise<PresentGuard[]> => {
  const schema = strapi.db.getSchemaName() ?? 'public';
  const rows = await query(
    `SELECT 'check' AS kind, c.conname AS name, t.relname AS "table",
            obj_description(c.oid, 'pg_constraint') AS definition
       FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
      WHERE n.nspname = ? AND c.contype = 'c' AND c.conname ~ '^webinars_.*_ck$' AND t.relname = ANY(?)
     UNION ALL
     SELECT 'index', i.relname, t.relname, obj_description(i.oid, 'pg_class')
       FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
       JOIN pg_namespace n ON n.oid = t.relnamespace
      WHERE n.nspname = ? AND i.relname ~ '^webinars_.*_once$' AND t.relname = ANY(?)
     UNION ALL
     SELECT 'trigger', g.tgname, t.relname, obj_description(g.oid, 'pg_trigger')
       FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid JOIN pg_namespace n ON n.oid = t.relnamespace
      WHERE n.nspname = ? AND NOT g.tgisinternal AND g.tgname ~ '^webinars_.*_ck$'`,
    [schema, RULED_TABLES, schema, RULED_TABLES, schema]
  );
  return rows.map(toPresentGuard);
};

const RULED_TABLES = [...new Set(RULES.map(({ table }) => table))];

const toPresentGuard = (row: Record<string, unknown>): PresentGuard => ({
  kind: row.kind as GuardKind,
  name: String(row.name),
  table: String(row.table),
  definition: String(row.definition ?? ''),
});
