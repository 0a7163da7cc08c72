import type { NamedRow, SpeakerRow, TopicCardRow } from './catalog-rows';
import type { CatalogStore } from './catalog-store';
import { groupByDocument } from './localized';

/** The names that topics and speakers refer to, by documentId. */
export const loadNames = async (
  store: CatalogStore,
  { topics, speakers }: { topics: readonly TopicCardRow[]; speakers: readonly SpeakerRow[] }
): Promise<Map<string, NamedRow[]>> => {
  const idsOf = (refs: { documentId: string }[]) => [
    ...new Set(refs.map(({ documentId }) => documentId)),
  ];
  const rows = await store.loadNames({
    category: idsOf(topics.flatMap(({ category }) => category ?? [])),
    tag: idsOf(topics.flatMap(({ tags }) => tags ?? [])),
    industry: idsOf(speakers.flatMap(({ industries }) => industries ?? [])),
  });
  return groupByDocument(rows);
};
