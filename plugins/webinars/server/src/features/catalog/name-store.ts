import type { Reads } from '../../platform/transaction';
import type { NamedRow } from './catalog-rows';

const NAME_KINDS = ['category', 'tag', 'industry'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

export const createNameStore = ({ raw, name }: Pick<Reads, 'raw' | 'name'>) => ({
  /** Names of categories, tags and industries, in every language that there is. */
  async loadNames(ids: Readonly<Record<NameKind, readonly string[]>>): Promise<NamedRow[]> {
    const asked = NAME_KINDS.filter((kind) => ids[kind].length > 0);
    if (asked.length === 0) return [];
    const parts = asked.map(
      (kind) =>
        `SELECT document_id AS "documentId", locale, slug, name FROM ${name(NAME_TABLES[kind])}
         WHERE document_id IN (${ids[kind].map(() => '?').join(', ')})`
    );
    return raw(
      parts.join(' UNION ALL '),
      asked.flatMap((kind) => ids[kind])
    );
  },
});

const NAME_TABLES: Record<NameKind, string> = {
  category: 'webinars_categories',
  tag: 'webinars_tags',
  industry: 'webinars_industries',
};
