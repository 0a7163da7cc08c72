import { shortMemory } from '../../../platform/short-memory';
import type { Reads } from '../../../platform/transaction';
import type { SearchTerm } from './search-words';
import type { Condition } from './session-filters';

/**
 * What a search finds: few sessions, which are put in the order of how well they fit, or a condition that many fulfil,
 * which are listed by date. Ranking what half of the programme has in common takes long and tells nobody anything.
 */
export type Found =
  | { kind: 'ranked'; sql: string; bindings: readonly unknown[]; count(): Promise<number> }
  | { kind: 'common'; condition: Condition };

type Page = { offset: number; limit: number; order: string };

/** `version` of the catalogue: for as long, it is remembered what is common. */
type Search = { terms: readonly SearchTerm[]; version: number };

/** From so many on, a word is common. */
const COMMON = 500;

/** To find out how common a word is takes the longer the more common it is. */
const MEMORY = { seconds: 60, most: 1_000 };

export const createFullTextSearch = (statements: Reads) =>
  statements.isPostgres ? inPostgres(statements) : inSqlite(statements);

const SEARCH = 'webinars_catalog_search';

/** SQLite: FTS5. Words are letters and digits, quoted all the same. */
const inSqlite = ({ raw, name }: Reads) => {
  const table = name(SEARCH);
  const commonness = shortMemory<boolean>(MEMORY);
  const matching = (terms: readonly SearchTerm[]): Condition => ({
    sql: `c.id IN (SELECT rowid FROM ${table} WHERE ${SEARCH} MATCH ?)`,
    bindings: [fts5Query(terms)],
  });

  return {
    containing: matching,

    async find({ terms, version }: Search, filter: Condition, page: Page): Promise<Found> {
      const query = fts5Query(terms);
      const isCommon = await commonness(`${version} ${query}`, async () => {
        const [row] = await raw<{ total: number }>(
          `SELECT count(*) AS total FROM
            (SELECT rowid FROM ${table} WHERE ${SEARCH} MATCH ? LIMIT ${COMMON})`,
          [query]
        );
        return Number(row?.total) >= COMMON;
      });
      if (isCommon || page.order !== 'relevance') {
        return { kind: 'common', condition: matching(terms) };
      }
      const from = `FROM ${table} CROSS JOIN ${name('webinars_catalog')} AS c ON c.id = ${table}.rowid
        WHERE ${SEARCH} MATCH ? AND ${filter.sql}`;
      return {
        kind: 'ranked',
        sql: `SELECT c.id, c.session_document_id, c.starts_at,
            bm25(${SEARCH}, 8.0, 4.0, 1.0) AS place
          ${from} ORDER BY place, c.starts_at, c.session_document_id LIMIT ? OFFSET ?`,
        bindings: [query, ...filter.bindings, page.limit, page.offset],
        count: async () => {
          const [counted] = await raw<{ total: number }>(`SELECT count(*) AS total ${from}`, [
            query,
            ...filter.bindings,
          ]);
          return Number(counted?.total ?? 0);
        },
      };
    },
  };
};

const fts5Query = (terms: readonly SearchTerm[]) =>
  terms
    .map((term) => {
      const { forms, beginnings } = withoutTwice(term);
      const alternatives = [
        ...forms.map((form) => `"${form}"`),
        ...beginnings.map((beginning) => `"${beginning}"*`),
      ];
      return `(${alternatives.join(' OR ')})`;
    })
    .join(' AND ');

/** Whatever begins like another beginning, or is one, is found by that one. */
const withoutTwice = ({ forms, beginnings }: SearchTerm): SearchTerm => {
  const shortest = beginnings.filter(
    (one) => !beginnings.some((other) => other !== one && one.startsWith(other))
  );
  return {
    forms: forms.filter((form) => !shortest.some((beginning) => form.startsWith(beginning))),
    beginnings: shortest,
  };
};

/** PostgreSQL: a tsvector of our own words. Never a named statement: its plan has to suit the words at hand. */
const inPostgres = ({ raw, name }: Reads) => {
  const hitsOf = shortMemory<readonly number[]>(MEMORY);
  const containing = (terms: readonly SearchTerm[]): Condition => ({
    sql: `EXISTS (SELECT 1 FROM ${name(SEARCH)} AS s WHERE s.catalog_id = c.id AND s.words @@ ?::tsquery)`,
    bindings: [tsquery(terms)],
  });

  return {
    containing,

    async find({ terms, version }: Search, filter: Condition, page: Page): Promise<Found> {
      const query = tsquery(terms);
      const ids = await hitsOf(`${version} ${query}`, async () => {
        const hits = await raw<{ id: number | string }>(
          `SELECT s.catalog_id AS id FROM ${name(SEARCH)} AS s WHERE s.words @@ ?::tsquery LIMIT ${COMMON}`,
          [query]
        );
        return hits.map(({ id }) => Number(id));
      });
      if (ids.length >= COMMON) return { kind: 'common', condition: containing(terms) };
      // By their numbers: how often a beginning of a word occurs is what the planner guesses worst.
      const condition = {
        sql: `c.id IN (${ids.length === 0 ? 'NULL' : ids.map(() => '?').join(', ')})`,
        bindings: ids,
      };
      if (page.order !== 'relevance') return { kind: 'common', condition };
      const from = `FROM ${name('webinars_catalog')} AS c
        JOIN ${name(SEARCH)} AS s ON s.catalog_id = c.id WHERE ${condition.sql} AND ${filter.sql}`;
      return {
        kind: 'ranked',
        sql: `SELECT c.id, c.session_document_id, c.starts_at, -ts_rank(s.words, ?::tsquery) AS place
          ${from} ORDER BY place, c.starts_at, c.session_document_id LIMIT ? OFFSET ?`,
        bindings: [query, ...ids, ...filter.bindings, page.limit, page.offset],
        count: async () => {
          const [counted] = await raw<{ total: number | string }>(
            `SELECT count(*) AS total ${from}`,
            [...ids, ...filter.bindings]
          );
          return Number(counted?.total ?? 0);
        },
      };
    },
  };
};

const tsquery = (terms: readonly SearchTerm[]) =>
  terms
    .map((term) => {
      const { forms, beginnings } = withoutTwice(term);
      const alternatives = [
        ...forms.map((form) => `'${form}'`),
        ...beginnings.map((beginning) => `'${beginning}':*`),
      ];
      return `(${alternatives.join(' | ')})`;
    })
    .join(' & ');
