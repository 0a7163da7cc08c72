import type { Reads } from '../../../platform/transaction';
import { VALUE_KINDS, allOf, type Condition, type ValueFilter } from './session-filters';

/** How many sessions share all of these columns. */
export type ColumnCount = {
  language: string | null;
  sessionType: string | null;
  isPaid: number;
  categorySlug: string | null;
  categoryId: string | null;
  categoryName: string | null;
  difficulty: string | null;
  panelSize: string;
  hasConsultation: number;
  isAvailable: number;
  total: number | string;
};

export type ValueCount = {
  kind: string;
  value: string;
  label: string | null;
  total: number | string;
};

/** Counts for what the list can be filtered by. */
export const createFacetStore = ({ raw, name }: Reads) => ({
  /** All columns in one walk: a programme knows few combinations of them. */
  countColumns: (conditions: readonly Condition[]): Promise<ColumnCount[]> => {
    const { sql, bindings } = allOf(conditions);
    return raw(
      `SELECT ${COLUMNS}, count(*) AS total FROM ${name('webinars_catalog')} AS c
       WHERE ${sql} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`,
      bindings
    );
  },

  countValues: (
    conditions: readonly Condition[],
    filters: readonly ValueFilter[]
  ): Promise<ValueCount[]> => {
    const { sql, bindings } = allOf(conditions);
    return raw(
      `SELECT own.kind, own.value, min(own.label) AS label, count(*) AS total
       FROM ${name('webinars_catalog')} AS c
       JOIN ${name('webinars_catalog_values')} AS own ON own.catalog_id = c.id
         AND own.kind IN (${filters.map(() => '?').join(', ')})
       WHERE ${sql} GROUP BY own.kind, own.value`,
      [...filters.map((filter) => VALUE_KINDS[filter]), ...bindings]
    );
  },
});

const COLUMNS = `c.language, c.session_type AS "sessionType", c.is_paid AS "isPaid",
  c.category_slug AS "categorySlug", c.category_id AS "categoryId",
  c.category_name AS "categoryName", c.difficulty, c.panel_size AS "panelSize",
  c.has_consultation AS "hasConsultation", c.is_available AS "isAvailable"`;
