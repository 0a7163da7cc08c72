import type {
  Availability,
  Pagination,
  Session,
  SessionCard,
  SessionsQuery,
  UpcomingSession,
} from '../../../../shared/catalog';
import type { Locale } from '../../../../shared/locales';
import { DomainError } from '../../domain/errors';
import { siteAddress } from '../../domain/site-address';
import type { SessionDetailRow, SessionRow } from './catalog-rows';
import type { CatalogDeps, Reading } from './catalog-deps';
import type { CatalogStore, SessionSearch } from './catalog-store';
import { loadNames } from './load-names';
import { groupByDocument } from './localized';
import { paginationOf } from './present-parts';
import {
  isPublic,
  presentAvailability,
  presentSession,
  presentSessionCard,
  presentUpcoming,
  type DetailPresentation,
} from './present-session';
import type { PageReading, PromoteSession } from './promote-session';
import { timeWindow } from './timeframe';

/** One page of cards. */
export const listSessions =
  (deps: CatalogDeps) =>
  async (query: SessionsQuery): Promise<{ items: SessionCard[]; pagination: Pagination }> => {
    const { store, clock } = deps;
    const now = clock.now();
    const settings = await store.loadSettings();
    const search = {
      ...query,
      now,
      window: timeWindow(query, { now, timezone: query.timezone ?? settings.timezone }),
      topicIds: await topicsOf(store, query),
      rowIds: await sessionsOfSpeaker(store, query.speaker),
    };
    const { rowIds, total } = await store.findSessionPage(search, {
      offset: (query.page - 1) * query.pageSize,
      limit: query.pageSize,
      order: orderOf(query),
    });
    const rows = await store.loadSessions(rowIds);
    const reading = { locale: query.locale, timezone: query.timezone ?? null };
    const presentation = { ...(await gatherCards(deps, rows, reading)), settings, now };
    return {
      items: rows
        .filter((row) => isPublic(row, now))
        .map((row) => presentSessionCard(row, presentation)),
      pagination: paginationOf(query, total),
    };
  };

/** The next sessions to begin, with no more than a footer needs. */
export const listUpcoming =
  (deps: CatalogDeps) =>
  async ({ limit, ...reading }: Reading & { limit: number }): Promise<UpcomingSession[]> => {
    const { store, clock, siteUrl } = deps;
    const now = clock.now();
    const settings = await store.loadSettings();
    const { rowIds } = await store.findSessionPage(
      {
        ...EVERYTHING,
        now,
        window: { isOver: false, startsFrom: justAfter(now), startsBefore: null },
      },
      { offset: 0, limit, order: 'asc' }
    );
    const rows = await store.loadSessions(rowIds);
    const presentation = { ...(await gatherCards(deps, rows, reading)), settings, now };
    const patterns = settings.sessionUrlPatterns;
    const linkTo = ({ slug, locale }: { slug: string; locale: Locale }) =>
      siteAddress({ siteUrl, page: 'session', patterns, language: locale, name: slug });
    return rows
      .filter((row) => isPublic(row, now))
      .map((row) => presentUpcoming(row, { ...presentation, linkTo }));
  };

/** Everything that a landing page needs. Throws `session_not_found` for drafts, too. */
export const showSession =
  ({ promote, ...deps }: CatalogDeps & { promote: PromoteSession }) =>
  async (idOrSlug: string, reading: PageReading): Promise<Session> => {
    const { row, now } = await findPublic(deps, idOrSlug);
    const detail = { ...(await gatherDetail(deps, row, reading)), now };
    const session = presentSession(row, detail);
    const { settings } = detail;
    return { ...session, ...(await promote({ row, session, settings, reading, now })) };
  };

/** Seats as they are at this moment. */
export const showAvailability =
  (deps: CatalogDeps) =>
  async (idOrSlug: string): Promise<Availability> => {
    const { row, now } = await findPublic(deps, idOrSlug);
    const { store } = deps;
    const seats = await store.loadSeats([row.documentId]);
    return presentAvailability(row, { seats, settings: await store.loadSettings(), now });
  };

export const findPublic = async ({ store, clock }: CatalogDeps, idOrSlug: string) => {
  const now = clock.now();
  const row = await store.findSession(idOrSlug);
  if (row === null || !isPublic(row, now)) throw new DomainError('session_not_found');
  return { row, now };
};

export const gatherDetail = async (
  { store, publicUrl }: CatalogDeps,
  row: SessionDetailRow,
  reading: Reading
): Promise<Omit<DetailPresentation, 'now'>> => {
  const seats = await store.loadSeats([row.documentId]);
  const topics = await store.loadTopics(topicIdsOf([row]));
  const speakers = await store.loadSpeakers(speakerIdsOf([row]));
  return {
    ...reading,
    publicUrl,
    seats,
    topics: groupByDocument(topics),
    speakers: groupByDocument(speakers),
    names: await loadNames(store, { topics, speakers }),
    settings: await store.loadSettings(),
  };
};

export const gatherCards = async (
  { store, publicUrl }: CatalogDeps,
  rows: readonly SessionRow[],
  reading: Reading
) => {
  const seats = await store.loadSeats(rows.map(({ documentId }) => documentId));
  const topics = await store.loadTopicCards(topicIdsOf(rows));
  const speakers = await store.loadSpeakerCards(speakerIdsOf(rows));
  return {
    ...reading,
    publicUrl,
    seats,
    topics: groupByDocument(topics),
    speakers: groupByDocument(speakers),
    names: await loadNames(store, { topics, speakers: [] }),
  };
};

const EVERYTHING = {
  price: 'all',
  language: 'all',
  sessionType: 'all',
  topicIds: null,
  rowIds: null,
} satisfies Omit<SessionSearch, 'now' | 'window'>;

/** A session that begins at this very instant runs already. */
const justAfter = (now: Date) => new Date(now.getTime() + 1);

const orderOf = ({ sort, timeframe }: SessionsQuery) => {
  if (sort !== undefined) return sort === '-datetime' ? 'desc' : 'asc';
  return timeframe === 'past' ? 'desc' : 'asc';
};

const topicsOf = async (store: CatalogStore, { category, difficulty }: SessionsQuery) => {
  if (category === undefined && difficulty === undefined) return null;
  return store.findTopicIds({ category, difficulty, isActive: false });
};

const sessionsOfSpeaker = async (store: CatalogStore, speaker: string | undefined) => {
  if (speaker === undefined) return null;
  const speakerId = await store.findSpeakerId(speaker);
  return speakerId === null ? [] : store.findSessionsOf(speakerId);
};

const topicIdsOf = (rows: readonly SessionRow[]) => [
  ...new Set(rows.flatMap(({ topicDocumentId }) => topicDocumentId ?? [])),
];

const speakerIdsOf = (rows: readonly SessionRow[]) => [
  ...new Set(
    rows.flatMap(({ speakerDocumentId, panelists, moderator }) => [
      ...(speakerDocumentId ? [speakerDocumentId] : []),
      ...(panelists ?? []).map(({ documentId }) => documentId),
      ...(moderator ? [moderator.documentId] : []),
    ])
  ),
];
