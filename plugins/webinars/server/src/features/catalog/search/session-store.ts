import type { SessionsQuery } from '../../../../../shared/catalog';
import type { Locale } from '../../../../../shared/locales';
import { shortMemory } from '../../../platform/short-memory';
import type { Reads } from '../../../platform/transaction';
import { createFullTextSearch, type Found } from './full-text-search';
import { searchTerms } from './search-words';
import {
  allOf,
  byColumns,
  byRareValue,
  byRating,
  byValueOfEach,
  inTime,
  valueBindings,
  valueSql,
  wantedValues,
  type Condition,
  type SessionFilter,
  type ValueFilter,
} from './session-filters';

export type SessionOrder = 'datetime' | '-datetime' | 'popularity' | 'rating' | 'relevance';

export type SessionSearch = SessionFilter & Pick<SessionsQuery, 'search'>;

export type PageRequest = { offset: number; limit: number; order: SessionOrder };

/** A session as the catalogue keeps it: facts in JSON, and its seats at this moment. */
export type CatalogEntry = {
  facts: string;
  capacity: number | null;
  held: number | null;
  waitlisted: number | null;
};

/** Total counts are remembered for so long, and only as long as the catalogue does not change. */
const COUNTS = { seconds: 10, most: 1_000 };

/**
 * A search for what many have in common looks at all of them, whichever page is asked for: so many of the first are
 * remembered for as long as the total, which is what the first pages show.
 */
const FIRST_HITS = 100;

/** Up to so many rows with a value it is cheaper to begin with them than to walk in the order of the list. */
const RARE = 2_000;

/** The sessions of the catalogue: every list is one indexed query, whatever it shows. */
export const createSessionStore = (statements: Reads) => {
  const { raw, prepared, name, isPostgres } = statements;
  const counts = shortMemory<number>(COUNTS);
  const firstHits = shortMemory<readonly Hit[]>(COUNTS);
  const rarity = shortMemory<boolean>({ seconds: 60, most: 1_000 });
  const fullText = createFullTextSearch(statements);

  const isRare = (filter: ValueFilter, wanted: readonly string[]) =>
    rarity(JSON.stringify([filter, wanted]), async () => {
      const [row] = await raw<{ total: number | string }>(
        `SELECT count(*) AS total FROM (SELECT 1 FROM ${name('webinars_catalog_values')} AS v
         WHERE ${valueSql(wanted)} LIMIT ${RARE}) AS found`,
        valueBindings(filter, wanted)
      );
      return Number(row?.total) < RARE;
    });

  const byValues = async (filter: SessionFilter, except: ValueFilter | null): Promise<Filter[]> => {
    const asked = Object.entries(wantedValues(filter)) as [ValueFilter, string[]][];
    const conditions: Filter[] = [];
    for (const [field, wanted] of asked) {
      if (field === except) continue;
      const few = await isRare(field, wanted);
      const by = few ? byRareValue : byValueOfEach;
      conditions.push({ ...by(statements, field, wanted), isRare: few });
    }
    return conditions;
  };

  const entriesOf = (
    inner: string,
    bindings: readonly unknown[],
    direction: 'ASC' | 'DESC'
  ): Promise<CatalogEntry[]> =>
    raw(
      `SELECT f.card AS facts, i.capacity, i.held, i.waitlisted
       FROM (${inner}) AS page
       JOIN ${name('webinars_catalog_facts')} AS f ON f.catalog_id = page.id
       LEFT JOIN ${name('webinars_inventory')} AS i
         ON i.session_document_id = page.session_document_id
       ORDER BY page.place ${direction}, page.starts_at, page.session_document_id`,
      bindings
    );

  const entriesOfHits = async (hits: readonly Hit[]): Promise<CatalogEntry[]> => {
    if (hits.length === 0) return [];
    const rows = await raw<CatalogEntry & { id: number | string }>(
      `SELECT f.catalog_id AS id, f.card AS facts, i.capacity, i.held, i.waitlisted
       FROM ${name('webinars_catalog_facts')} AS f
       JOIN ${name('webinars_catalog')} AS c ON c.id = f.catalog_id
       LEFT JOIN ${name('webinars_inventory')} AS i
         ON i.session_document_id = c.session_document_id
       WHERE f.catalog_id IN (${hits.map(() => '?').join(', ')})`,
      hits.map(({ id }) => Number(id))
    );
    const entries = new Map(rows.map((row) => [String(row.id), row]));
    return hits.flatMap(({ id }) => entries.get(String(id)) ?? []);
  };

  const pageSql = ({ sql, isRare }: Filter, { place, order, index }: Omit<Order, 'direction'>) =>
    `SELECT c.id, c.session_document_id, c.starts_at, c.${place} AS place
     FROM ${name('webinars_catalog')} AS c ${hint(isRare ? 'NOT INDEXED' : `INDEXED BY ${index}`)}
     WHERE ${sql} ORDER BY ${order} LIMIT ? OFFSET ?`;

  /** SQLite knows no statistics: it would take the index of time for everything. */
  const hint = (sql: string) => (isPostgres ? '' : sql);

  const pageOf = (where: Filter, { order, limit, offset }: PageRequest) => {
    const by = ORDERS[order === 'relevance' ? 'datetime' : order];
    return entriesOf(pageSql(where, by), [...where.bindings, limit, offset], by.direction);
  };

  /** A page of what many have in common; `key` stands for the search. */
  const commonPageOf = async (where: Filter, page: PageRequest, key: string) => {
    const { order, limit, offset } = page;
    if (offset + limit > FIRST_HITS) return pageOf(where, page);
    const by = ORDERS[order === 'relevance' ? 'datetime' : order];
    const hits = await firstHits(`${order} ${key}`, () =>
      raw(pageSql(where, by), [...where.bindings, FIRST_HITS, 0])
    );
    return entriesOfHits(hits.slice(offset, offset + limit));
  };

  const filterOf = async (filter: SessionFilter): Promise<Filter> => {
    const values = await byValues(filter, null);
    const columns = [...inTime(filter), ...byRating(filter), ...Object.values(byColumns(filter))];
    return { ...allOf([...columns, ...values]), isRare: values.some(({ isRare }) => isRare) };
  };

  const count = async ({ sql, bindings, isRare }: Filter): Promise<number> => {
    const [row] = await raw<{ total: number | string }>(
      `SELECT count(*) AS total FROM ${name('webinars_catalog')} AS c
       ${isRare ? hint('NOT INDEXED') : ''} WHERE ${sql}`,
      bindings
    );
    return Number(row?.total ?? 0);
  };

  /** Where a page has room left, it says itself how many there are. */
  const totalOf = (
    rows: readonly unknown[],
    { offset, limit }: PageRequest,
    countAll: () => Promise<number>
  ): Promise<number> => {
    const isLast = rows.length < limit && (rows.length > 0 || offset === 0);
    return isLast ? Promise.resolve(offset + rows.length) : countAll();
  };

  return {
    /** Every condition but that of one filter, for its facet. */
    async conditions(
      search: SessionSearch,
      except: { values?: ValueFilter; columns?: boolean } = {}
    ): Promise<Condition[]> {
      const terms = search.search === undefined ? null : searchTerms(search.search);
      return [
        ...inTime(search),
        ...byRating(search),
        ...(except.columns ? [] : Object.values(byColumns(search))),
        ...(await byValues(search, except.values ?? null)),
        ...(terms === null ? [] : [fullText.containing(terms)]),
      ];
    },

    /** A page, and how many there are in all. `version` of the catalogue: for as long, a total is remembered. */
    async findSessions(search: SessionSearch, page: PageRequest, version: number) {
      const filter = await filterOf(search);
      const terms = search.search === undefined ? null : searchTerms(search.search);
      if (terms?.length === 0) return { entries: [], total: 0 };

      const found: Found | null =
        terms === null ? null : await fullText.find({ terms, version }, filter, page);
      if (found?.kind === 'ranked') {
        const entries = await entriesOf(found.sql, found.bindings, 'ASC');
        return { entries, total: await totalOf(entries, page, () => found.count()) };
      }
      const { isRare } = filter;
      const where = found === null ? filter : { ...allOf([filter, found.condition]), isRare };
      const minute = Math.floor(search.now.getTime() / 60_000);
      const { now: _now, ...asked } = search;
      const key = JSON.stringify([version, minute, asked]);
      const entries =
        found === null ? await pageOf(where, page) : await commonPageOf(where, page, key);
      const total = await totalOf(entries, page, () => counts(key, () => count(where)));
      return { entries, total };
    },

    /** A page alone. */
    findEntries: async (search: SessionFilter, page: PageRequest) =>
      pageOf(await filterOf(search), page),

    /** Everything about one session, by its documentId or else by its slug. */
    async findSession(idOrSlug: string, locale: Locale): Promise<CatalogEntry | null> {
      const rows = await prepared<CatalogEntry & { document_id: string }>(
        `SELECT f.detail AS facts, i.capacity, i.held, i.waitlisted,
           c.session_document_id AS document_id
         FROM ${name('webinars_catalog')} AS c
         JOIN ${name('webinars_catalog_facts')} AS f ON f.catalog_id = c.id
         LEFT JOIN ${name('webinars_inventory')} AS i
           ON i.session_document_id = c.session_document_id
         WHERE c.locale = ? AND (c.session_document_id = ? OR c.slug = ?)`,
        [locale, idOrSlug, idOrSlug]
      );
      // A documentId wins over a slug that looks like it.
      return rows.find((row) => row.document_id === idOrSlug) ?? rows[0] ?? null;
    },
  };
};

type Hit = { id: number | string };

/** `isRare`: few sessions have a value that is asked for. */
type Filter = Condition & { isRare: boolean };

type Order = { place: string; direction: 'ASC' | 'DESC'; order: string; index: string };

/** Each as one of the indexes has it. Sessions that begin at once keep their order over pages. */
const ORDERS: Record<Exclude<SessionOrder, 'relevance'>, Order> = {
  datetime: {
    place: 'starts_at',
    direction: 'ASC',
    order: 'c.starts_at, c.session_document_id',
    index: 'webinars_catalog_time_idx',
  },
  '-datetime': {
    place: 'starts_at',
    direction: 'DESC',
    order: 'c.starts_at DESC, c.session_document_id',
    index: 'webinars_catalog_time_idx',
  },
  popularity: {
    place: 'popularity',
    direction: 'DESC',
    order: 'c.popularity DESC, c.starts_at, c.session_document_id',
    index: 'webinars_catalog_popularity_idx',
  },
  rating: {
    place: 'rating',
    direction: 'DESC',
    order: 'c.rating DESC, c.starts_at, c.session_document_id',
    index: 'webinars_catalog_rating_idx',
  },
};
