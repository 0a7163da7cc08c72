import type {
  Pagination,
  Speaker,
  SpeakersQuery,
  Topic,
  TopicsQuery,
} from '../../../../shared/catalog';
import { inOrderOf, type Locale } from '../../../../shared/locales';
import { DomainError } from '../../domain/errors';
import { paginationOf } from '../../platform/http/pagination';
import type { CatalogDeps } from './catalog-deps';
import { loadNames } from './load-names';
import { groupByDocument } from './text/localized';
import { presentSpeaker } from './projection/present-speaker';
import { presentTopic } from './projection/present-topic';

/** The active topics by title, one page of them. */
export const listTopics =
  (deps: CatalogDeps) =>
  async (query: TopicsQuery): Promise<{ items: Topic[]; pagination: Pagination }> => {
    const { category, difficulty, locale } = query;
    const found = await deps.store.findTopicIds({ category, difficulty, isActive: true });
    const titled = [...groupByDocument(await deps.store.loadTitles(found))].map(
      ([documentId, versions]) => ({
        documentId,
        sortedBy: inOrderOf(versions, locale)[0]?.title ?? '',
      })
    );
    const ids = pageOf(sortAlphabetically(titled, locale), query);
    return {
      items: await presentTopics(deps, ids, locale),
      pagination: paginationOf(query, titled.length),
    };
  };

/** A published topic, archived ones included: sessions of the past still point to them. */
export const showTopic =
  (deps: CatalogDeps) =>
  async (idOrSlug: string, locale: Locale): Promise<Topic> => {
    const documentId = await deps.store.findTopicId(idOrSlug);
    const [topic] = documentId === null ? [] : await presentTopics(deps, [documentId], locale);
    if (topic === undefined || topic.status === 'draft') throw new DomainError('topic_not_found');
    return topic;
  };

/** The active speakers by name, one page of them. */
export const listSpeakers =
  (deps: CatalogDeps) =>
  async (query: SpeakersQuery): Promise<{ items: Speaker[]; pagination: Pagination }> => {
    const rows = await deps.store.listSpeakers();
    const named = rows.map(({ documentId, firstName, lastName }) => ({
      documentId,
      sortedBy: `${lastName} ${firstName}`,
    }));
    const ids = pageOf(sortAlphabetically(named, query.locale), query);
    return {
      items: await presentSpeakers(deps, ids, query.locale),
      pagination: paginationOf(query, named.length),
    };
  };

export const showSpeaker =
  (deps: CatalogDeps) =>
  async (idOrSlug: string, locale: Locale): Promise<Speaker> => {
    const documentId = await deps.store.findSpeakerId(idOrSlug);
    const [speaker] = documentId === null ? [] : await presentSpeakers(deps, [documentId], locale);
    if (speaker === undefined) throw new DomainError('speaker_not_found');
    return speaker;
  };

const presentTopics = async (
  { store, publicUrl }: CatalogDeps,
  documentIds: readonly string[],
  locale: Locale
): Promise<Topic[]> => {
  const rows = await store.loadTopics(documentIds);
  const settings = await store.loadContext();
  const names = await loadNames(store, { topics: rows, speakers: [] });
  const topics = groupByDocument(rows);
  return documentIds.flatMap(
    (id) => presentTopic(topics.get(id) ?? [], { locale, names, publicUrl }, settings) ?? []
  );
};

/** Who is no longer active is not shown by the directory; past sessions still name them. */
const presentSpeakers = async (
  { store, publicUrl }: CatalogDeps,
  documentIds: readonly string[],
  locale: Locale
): Promise<Speaker[]> => {
  const rows = (await store.loadSpeakers(documentIds)).filter(({ isActive }) => isActive);
  const names = await loadNames(store, { topics: [], speakers: rows });
  const speakers = groupByDocument(rows);
  return documentIds.flatMap(
    (id) => presentSpeaker(speakers.get(id) ?? [], { locale, names, publicUrl }) ?? []
  );
};

type Sortable = { documentId: string; sortedBy: string };

const sortAlphabetically = (items: readonly Sortable[], locale: Locale) => {
  const { compare } = new Intl.Collator(locale);
  return [...items].sort(
    (one, other) =>
      compare(one.sortedBy, other.sortedBy) || compare(one.documentId, other.documentId)
  );
};

const pageOf = (
  items: readonly Sortable[],
  { page, pageSize }: { page: number; pageSize: number }
) => items.slice((page - 1) * pageSize, page * pageSize).map(({ documentId }) => documentId);
