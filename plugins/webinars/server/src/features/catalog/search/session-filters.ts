import type { SessionsQuery } from '../../../../../shared/catalog';
import type { Reads } from '../../../platform/transaction';
import { keyOf, type ValueKind } from '../projection/project-session';
import type { TimeWindow } from './timeframe';

/** What sessions are asked for; the search is a matter of its own. */
export type SessionFilter = Omit<
  SessionsQuery,
  'timeframe' | 'from' | 'to' | 'search' | 'sort' | 'page' | 'pageSize' | 'timezone'
> & {
  window: TimeWindow;
  now: Date;
  /** Those that no list shows, because they were called off. */
  isCalledOff?: boolean;
};

/** Filters by columns and by values, named as callers name them. */
export type ColumnFilter =
  | 'availableForConsultation'
  | 'category'
  | 'difficulty'
  | 'hasFollowUpConsultation'
  | 'language'
  | 'panelSize'
  | 'price'
  | 'sessionType';
export type ValueFilter =
  | 'certifications'
  | 'consultantType'
  | 'experienceLevel'
  | 'expertise'
  | 'industry'
  | 'series'
  | 'speaker';

export type Condition = { sql: string; bindings: readonly unknown[] };

/** Of which kind the values of a filter are. */
export const VALUE_KINDS: Readonly<Record<ValueFilter, ValueKind>> = {
  certifications: 'certification',
  consultantType: 'consultantType',
  experienceLevel: 'experienceLevel',
  expertise: 'expertise',
  industry: 'industry',
  series: 'series',
  speaker: 'speaker',
};

const LONGEST_DURATION_MS = 24 * 3_600_000;

/** What is listed in this time. `c` stands for the row of the catalogue. */
export const inTime = ({
  locale,
  now,
  window,
  isCalledOff = false,
}: SessionFilter): Condition[] => {
  const { isOver, startsFrom, startsBefore } = window;
  return [
    { sql: 'c.locale = ?', bindings: [locale] },
    isCalledOff
      ? { sql: 'c.listed_from IS NULL', bindings: [] }
      : { sql: 'c.listed_from <= ?', bindings: [now] },
    { sql: isOver ? 'c.over_at <= ?' : 'c.over_at > ?', bindings: [now] },
    // Follows from the line before; said aloud, so that an index in the order of time begins there.
    isOver
      ? { sql: 'c.starts_at <= ?', bindings: [now] }
      : { sql: 'c.starts_at > ?', bindings: [new Date(now.getTime() - LONGEST_DURATION_MS)] },
    ...(startsFrom === null ? [] : [{ sql: 'c.starts_at >= ?', bindings: [startsFrom] }]),
    ...(startsBefore === null ? [] : [{ sql: 'c.starts_at < ?', bindings: [startsBefore] }]),
  ];
};

/** Conditions by the filter that they belong to; what is not asked for has none. */
export const byColumns = (filter: SessionFilter): Partial<Record<ColumnFilter, Condition>> => {
  const { category, difficulty, language, panelSize, price, sessionType } = filter;
  return {
    ...(category !== undefined && {
      category: {
        sql: '(c.category_slug = ? OR c.category_id = ?)',
        bindings: [category, category],
      },
    }),
    ...(difficulty !== undefined && { difficulty: is('difficulty', difficulty) }),
    ...(panelSize !== undefined && { panelSize: is('panel_size', panelSize) }),
    ...(language !== 'all' && { language: is('language', language) }),
    ...(sessionType !== 'all' && { sessionType: is('session_type', sessionType) }),
    ...(price !== 'all' && { price: is('is_paid', price === 'paid' ? 1 : 0) }),
    ...(filter.hasFollowUpConsultation !== undefined && {
      hasFollowUpConsultation: is('has_consultation', filter.hasFollowUpConsultation ? 1 : 0),
    }),
    ...(filter.availableForConsultation !== undefined && {
      availableForConsultation: is('is_available', filter.availableForConsultation ? 1 : 0),
    }),
  };
};

const is = (column: string, value: unknown): Condition => ({
  sql: `c.${column} = ?`,
  bindings: [value],
});

/** The rating is a filter without values to choose from. */
export const byRating = ({ consultantRating }: SessionFilter): Condition[] =>
  consultantRating === undefined ? [] : [{ sql: 'c.rating >= ?', bindings: [consultantRating] }];

/** The values that are asked for, any of which will do. */
export const wantedValues = (filter: SessionFilter): Partial<Record<ValueFilter, string[]>> => {
  const { certifications, consultantType, experienceLevel, expertise, industry, series, speaker } =
    filter;
  return {
    ...(certifications !== undefined && { certifications: certifications.map(keyOf) }),
    ...(expertise !== undefined && { expertise: expertise.map(keyOf) }),
    ...(industry !== undefined && { industry }),
    ...(experienceLevel !== undefined && { experienceLevel: [experienceLevel] }),
    ...(speaker !== undefined && { speaker: [speaker] }),
    // PostgreSQL keeps no text with that character, and fails at the question.
    ...(series !== undefined && { series: [series.replaceAll('\0', '')] }),
    ...(consultantType !== 'all' && { consultantType: [consultantType] }),
  };
};

/** Walks the sessions in their order and looks at each: for values that many have. */
export const byValueOfEach = (
  { name }: Reads,
  filter: ValueFilter,
  wanted: readonly string[]
): Condition => ({
  sql: `EXISTS (SELECT 1 FROM ${name('webinars_catalog_values')} AS v
    WHERE v.catalog_id = c.id AND ${valueSql(wanted)})`,
  bindings: valueBindings(filter, wanted),
});

/** Begins with whoever has the value: for values that few have. */
export const byRareValue = (
  { name }: Reads,
  filter: ValueFilter,
  wanted: readonly string[]
): Condition => ({
  sql: `c.id IN (SELECT v.catalog_id FROM ${name('webinars_catalog_values')} AS v
    WHERE ${valueSql(wanted)})`,
  bindings: valueBindings(filter, wanted),
});

export const valueSql = (wanted: readonly string[]) =>
  `v.kind IN (?, ?) AND v.value IN (${wanted.map(() => '?').join(', ')})`;

export const valueBindings = (filter: ValueFilter, wanted: readonly string[]) => {
  const kind = VALUE_KINDS[filter];
  return [kind, `${kind}-alias`, ...wanted];
};

export const allOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => sql).join(' AND '),
  bindings: conditions.flatMap(({ bindings }) => bindings),
});
