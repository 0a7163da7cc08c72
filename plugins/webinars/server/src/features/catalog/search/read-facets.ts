import type { Facet, Facets, FacetsQuery } from '../../../../../shared/catalog';
import { shortMemory } from '../../../platform/short-memory';
import type { CatalogDeps } from '../catalog-deps';
import type { ColumnCount, ValueCount } from './facet-store';
import {
  byColumns,
  VALUE_KINDS,
  wantedValues,
  type ColumnFilter,
  type SessionFilter,
  type ValueFilter,
} from './session-filters';
import { timeWindow } from './timeframe';

/** Kept for so long at most, because sessions begin and end without anybody changing anything. */
const MEMORY = { seconds: 60, most: 500 };

/**
 * For each filter, what can be chosen and how many sessions it would show, while all other filters stay as they are:
 * a count is the total of the list that is asked for with this value.
 */
export const listFacets = (deps: CatalogDeps) => {
  const memory = shortMemory<Facets>(MEMORY);

  return async (query: FacetsQuery): Promise<Facets> => {
    const now = deps.clock.now();
    const { version, ...settings } = await deps.store.loadContext();
    const minute = Math.floor(now.getTime() / 60_000);
    return memory(JSON.stringify([version, minute, query]), () => {
      const timezone = query.timezone ?? settings.timezone;
      return countFacets(deps, { ...query, now, window: timeWindow(query, { now, timezone }) });
    });
  };
};

const countFacets = async (
  { store }: CatalogDeps,
  search: SessionFilter & Pick<FacetsQuery, 'search'>
): Promise<Facets> => {
  const columns = await store.countColumns(await store.conditions(search, { columns: true }));
  const asked = Object.keys(wantedValues(search)) as ValueFilter[];
  const free = VALUE_FILTERS.filter((filter) => !asked.includes(filter));
  const values = await store.countValues(await store.conditions(search), free);
  for (const filter of asked) {
    const others = await store.conditions(search, { values: filter });
    values.push(...(await store.countValues(others, [filter])));
  }
  return {
    ...columnFacets(columns, search),
    ...valueFacets(values),
  };
};

const VALUE_FILTERS = Object.keys(VALUE_KINDS) as ValueFilter[];

/** What a combination of columns says to each filter. */
const CHOICES: Record<ColumnFilter, (row: ColumnCount) => Omit<Facet, 'count'> | null> = {
  language: ({ language }) => choice(language),
  sessionType: ({ sessionType }) => choice(sessionType),
  price: ({ isPaid }) => choice(isPaid ? 'paid' : 'free'),
  difficulty: ({ difficulty }) => choice(difficulty),
  panelSize: ({ panelSize }) => choice(panelSize),
  category: ({ categorySlug, categoryName }) =>
    categorySlug === null ? null : { value: categorySlug, name: categoryName ?? categorySlug },
  hasFollowUpConsultation: ({ hasConsultation }) => choice(hasConsultation ? 'true' : 'false'),
  availableForConsultation: ({ isAvailable }) => choice(isAvailable ? 'true' : 'false'),
};

const choice = (value: string | null) => (value === null ? null : { value });

const COLUMN_FILTERS = Object.keys(CHOICES) as ColumnFilter[];

const columnFacets = (rows: readonly ColumnCount[], search: SessionFilter) => {
  const asked = Object.keys(byColumns(search)) as ColumnFilter[];
  const facetOf = (filter: ColumnFilter) => {
    const others = asked.filter((other) => other !== filter);
    const counted = rows.filter((row) => others.every((other) => isChosen(other, row, search)));
    return sumUp(
      counted.flatMap((row) => {
        const chosen = CHOICES[filter](row);
        return chosen === null ? [] : [{ ...chosen, count: Number(row.total) }];
      })
    );
  };
  return Object.fromEntries(COLUMN_FILTERS.map((filter) => [filter, facetOf(filter)])) as Record<
    ColumnFilter,
    Facet[]
  >;
};

const isChosen = (filter: ColumnFilter, row: ColumnCount, search: SessionFilter) => {
  const wanted = String(search[filter]);
  if (filter === 'category' && row.categoryId === wanted) return true;
  return CHOICES[filter](row)?.value === wanted;
};

const valueFacets = (counted: readonly ValueCount[]) =>
  Object.fromEntries(
    VALUE_FILTERS.map((filter) => [
      filter,
      sumUp(
        counted
          .filter(({ kind }) => kind === VALUE_KINDS[filter])
          .map(({ value, label, total }) => ({
            value: label !== null && NAMED_BY_TEXT.includes(filter) ? label : value,
            ...(label !== null && { name: label }),
            count: Number(total),
          }))
      ),
    ])
  ) as Record<ValueFilter, Facet[]>;

/** Free texts are filtered by as they are written. */
const NAMED_BY_TEXT: readonly ValueFilter[] = ['certifications', 'expertise'];

/** One entry for each value, the most frequent first. */
const sumUp = (facets: readonly Facet[]): Facet[] => {
  const sums = new Map<string, Facet>();
  for (const facet of facets) {
    const known = sums.get(facet.value);
    sums.set(facet.value, { ...facet, count: facet.count + (known?.count ?? 0) });
  }
  return [...sums.values()].sort(
    (one, other) => other.count - one.count || (one.value < other.value ? -1 : 1)
  );
};
