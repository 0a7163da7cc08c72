import type { NamedRow, SpeakerRow, TopicCardRow } from './catalog-rows';
import type { NameKind } from './name-store';
import type { CatalogStore } from './catalog-store';
import { groupByDocument } from './text/localized';

type Naming = {
  topics: readonly Pick<TopicCardRow, 'category' | 'tags'>[];
  speakers: readonly Pick<SpeakerRow, 'industries'>[];
};

/** The names that topics and speakers refer to, by documentId. */
export const loadNames = async (
  store: CatalogStore,
  naming: Naming
): Promise<Map<string, NamedRow[]>> => groupByDocument(await store.loadNames(namedBy(naming)));

/** Which names topics and speakers refer to. */
export const namedBy = ({ topics, speakers }: Naming): Record<NameKind, string[]> => {
  const idsOf = (refs: { documentId: string }[]) => [
    ...new Set(refs.map(({ documentId }) => documentId)),
  ];
  return {
    category: idsOf(topics.flatMap(({ category }) => category ?? [])),
    tag: idsOf(topics.flatMap(({ tags }) => tags ?? [])),
    industry: idsOf(speakers.flatMap(({ industries }) => industries ?? [])),
  };
};
