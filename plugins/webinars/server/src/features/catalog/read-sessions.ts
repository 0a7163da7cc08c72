import {
  NAME_IN_URL,
  type Availability,
  type Pagination,
  type Session,
  type SessionCard,
  type SessionsQuery,
  type UpcomingSection,
  type UpcomingSession,
} from '../../../../shared/catalog';
import { DEFAULT_LOCALE, type Locale } from '../../../../shared/locales';
import { DomainError } from '../../domain/errors';
import { paginationOf } from '../../platform/http/pagination';
import type { SeatCounts } from '../../domain/session';
import { siteAddress } from '../../domain/site-address';
import type { CardFacts } from './projection/catalog-facts';
import type { SessionDetailRow } from './catalog-rows';
import type { CatalogDeps, Reading } from './catalog-deps';
import type { CatalogContext } from './catalog-store';
import {
  isPublic,
  presentAvailability,
  presentSession,
  presentSessionCard,
  presentUpcoming,
  textOf,
  type CardPresentation,
  type DetailPresentation,
} from './projection/present-session';
import type { PageReading, PromoteSession } from './promotion/promote-session';
import { readCardFacts, readDetailFacts } from './projection/read-facts';
import type { CatalogEntry, SessionOrder, SessionSearch } from './search/session-store';
import { timeWindow } from './search/timeframe';
import { upcomingSection } from './upcoming-section';

/** One page of cards. */
export const listSessions =
  (deps: CatalogDeps) =>
  async (query: SessionsQuery): Promise<{ items: SessionCard[]; pagination: Pagination }> => {
    const { store, clock } = deps;
    const { page, pageSize, sort: _sort, ...asked } = query;
    const now = clock.now();
    const context = await store.loadContext();
    const timezone = query.timezone ?? context.timezone;
    const { entries, total } = await store.findSessions(
      { ...asked, now, window: timeWindow(query, { now, timezone }) },
      { offset: (page - 1) * pageSize, limit: pageSize, order: orderOf(query) },
      context.version
    );
    const show = showCards(deps, {
      locale: query.locale,
      timezone: query.timezone ?? null,
      settings: context,
      now,
    });
    return {
      items: show(entries, presentSessionCard),
      pagination: paginationOf(query, total),
    };
  };

/** The next sessions to begin, with no more than a footer needs. */
export const listUpcoming =
  (deps: CatalogDeps) =>
  async ({
    limit,
    ...reading
  }: Reading & { limit: number }): Promise<{
    items: UpcomingSession[];
    section: UpcomingSection;
  }> => {
    const { store, clock, siteUrl } = deps;
    const now = clock.now();
    const context = await store.loadContext();
    const search = {
      ...EVERYTHING,
      locale: reading.locale,
      now,
      window: { isOver: false, startsFrom: justAfter(now), startsBefore: null },
    };
    const page = { offset: 0, limit, order: 'datetime' as const };
    const entries = await store.findEntries(search, page);
    const patterns = context.sessionUrlPatterns;
    const linkTo = ({ slug, locale }: { slug: string; locale: Locale }) =>
      siteAddress({ siteUrl, page: 'session', patterns, language: locale, name: slug });
    const show = showCards(deps, { ...reading, settings: context, now });
    return {
      items: show(entries, (row, presentation) =>
        presentUpcoming(row, { ...presentation, linkTo })
      ),
      section: upcomingSection(reading.locale, siteUrl),
    };
  };

/** Everything that a landing page needs. Throws `session_not_found` for drafts, too. */
export const showSession =
  ({ promote, ...deps }: CatalogDeps & { promote: PromoteSession }) =>
  async (idOrSlug: string, reading: PageReading): Promise<Session> => {
    const { row, presentation } = await findPublic(deps, idOrSlug, reading);
    const session = presentSession(row, presentation);
    const { settings, now } = presentation;
    const written = {
      title: textOf(row, presentation, 'seoTitle').text,
      description: textOf(row, presentation, 'seoDescription').text,
    };
    return { ...session, ...(await promote({ row, session, written, settings, reading, now })) };
  };

/** Seats as they are at this moment. */
export const showAvailability =
  (deps: CatalogDeps) =>
  async (idOrSlug: string): Promise<Availability> => {
    const reading = { locale: DEFAULT_LOCALE, timezone: null };
    const { row, presentation } = await findPublic(deps, idOrSlug, reading);
    return presentAvailability(row, presentation);
  };

/** A session that anybody may see, with everything that it is presented with. */
export const findPublic = async (
  { store, clock, publicUrl }: CatalogDeps,
  idOrSlug: string,
  reading: Reading
): Promise<{
  row: SessionDetailRow;
  presentation: DetailPresentation & { settings: CatalogContext };
}> => {
  const now = clock.now();
  const entry = NAME_IN_URL.test(idOrSlug)
    ? await store.findSession(idOrSlug, reading.locale)
    : null;
  if (entry === null) throw new DomainError('session_not_found');
  const { session: row, topics, speakers, names } = readDetailFacts(entry.facts);
  if (!isPublic(row, now)) throw new DomainError('session_not_found');
  return {
    row,
    presentation: {
      ...reading,
      now,
      publicUrl,
      seats: seatsOf(entry, row.documentId),
      topics,
      speakers,
      names,
      settings: await store.loadContext(),
    },
  };
};

export const showCards =
  (
    { publicUrl }: CatalogDeps,
    reading: Pick<CardPresentation, 'locale' | 'timezone' | 'settings' | 'now'>
  ) =>
  <Shown>(
    entries: readonly CatalogEntry[],
    present: (row: CardFacts['session'], presentation: CardPresentation) => Shown
  ): Shown[] =>
    entries.flatMap((entry) => {
      const { session, topics, speakers, names } = readCardFacts(entry.facts);
      if (!isPublic(session, reading.now)) return [];
      return present(session, {
        ...reading,
        publicUrl,
        seats: seatsOf(entry, session.documentId),
        topics,
        speakers,
        names,
      });
    });

/** A session without an inventory has nobody in it yet. */
const seatsOf = (
  { capacity, held, waitlisted }: CatalogEntry,
  documentId: string
): ReadonlyMap<string, SeatCounts> =>
  held === null
    ? new Map()
    : new Map([
        [
          documentId,
          {
            capacity: capacity === null ? null : Number(capacity),
            held: Number(held),
            waitlisted: Number(waitlisted),
          },
        ],
      ]);

const EVERYTHING = {
  price: 'all',
  language: 'all',
  sessionType: 'all',
  consultantType: 'all',
} satisfies Omit<SessionSearch, 'now' | 'window' | 'locale'>;

/** A session that begins at this very instant runs already. */
const justAfter = (now: Date) => new Date(now.getTime() + 1);

const orderOf = ({ sort, search, timeframe }: SessionsQuery): SessionOrder => {
  if (sort !== undefined) return sort;
  if (search !== undefined) return 'relevance';
  return timeframe === 'past' ? '-datetime' : 'datetime';
};
