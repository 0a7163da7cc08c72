import { sessionsQuery, type FeedFilters, type SessionCard } from '../../../../../shared/catalog';
import type { Locale } from '../../../../../shared/locales';
import type { CalendarEvent } from '../../../domain/calendar-invite';
import { DomainError } from '../../../domain/errors';
import { siteAddress } from '../../../domain/site-address';
import type { CatalogDeps } from '../catalog-deps';
import type { FeedStore } from './feed-store';
import type { NewsFeed } from './news-feed';
import { presentBrand } from './present-brand';
import { presentSessionCard } from '../projection/present-session';
import type { PromotionStore } from './promotion-store';
import { listSessions, showCards } from '../read-sessions';
import { eventOf, type Organizer } from './show-calendar';
import { sitemapXml } from './sitemap';
import { timeWindow } from '../search/timeframe';

type Deps = CatalogDeps & { feeds: FeedStore; promotion: PromotionStore; organizer: Organizer };

const PAGE_SIZE = 100;
/** A calendar that somebody subscribes to is read every hour: no more pages of events than these. */
const MOST_PAGES = 3;
const MOST_CANCELLED = 100;
const MOST_NEWS = 50;

/** The sessions that are asked for, those that were called off among them, as events with the UIDs of their own files. */
export const calendarFeed =
  (deps: Deps) =>
  async (filters: FeedFilters): Promise<{ events: CalendarEvent[]; name: string }> => {
    const { store, feeds, promotion, publicUrl } = deps;
    const { locale } = filters;
    const settings = await store.loadContext();
    const cards = [...(await allCards(deps, filters)), ...(await cancelledCards(deps, filters))];
    const stamps = await feeds.loadStamps(cards.map(({ documentId }) => documentId));
    const siblings = await feeds.loadSiblings(cards.map(({ documentId }) => documentId));
    const brand = presentBrand(await promotion.loadBrands(settings.version), { locale, publicUrl });
    return {
      name: nameOf(brand.name, locale),
      events: cards.flatMap((session) => {
        const row = stamps.get(session.documentId);
        const parts = siblings.get(session.documentId) ?? [];
        return row === undefined
          ? []
          : eventOf({ row, session, siblings: parts, settings, locale }, deps);
      }),
    };
  };

const allCards = async (deps: Deps, filters: FeedFilters): Promise<SessionCard[]> => {
  const cards: SessionCard[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { items, pagination } = await listSessions(deps)({
      ...filters,
      page,
      pageSize: PAGE_SIZE,
    });
    cards.push(...items);
    if (page >= pagination.pageCount) break;
  }
  return cards;
};

/** What was called off and would be yet to come: calendars have to hear of it. */
const cancelledCards = async (deps: Deps, filters: FeedFilters): Promise<SessionCard[]> => {
  const { store, clock } = deps;
  const now = clock.now();
  const context = await store.loadContext();
  const timezone = filters.timezone ?? context.timezone;
  const window = timeWindow(filters, { now, timezone });
  if (window.isOver) return [];
  const { entries } = await store.findSessions(
    { ...filters, now, window, isCalledOff: true },
    { offset: 0, limit: MOST_CANCELLED, order: 'datetime' },
    context.version
  );
  const reading = { locale: filters.locale, timezone: filters.timezone ?? null };
  return showCards(deps, { ...reading, settings: context, now })(entries, presentSessionCard);
};

/** What is to come, for readers of news. */
export const newsFeed =
  (deps: Deps) =>
  async (locale: Locale, feedUrl: string): Promise<NewsFeed> => {
    const { store, feeds, promotion, publicUrl, siteUrl, host } = deps;
    const { sessionUrlPatterns: patterns, version } = await store.loadContext();
    const { items } = await listSessions(deps)({
      ...sessionsQuery.parse({ locale }),
      pageSize: MOST_NEWS,
    });
    const stamps = await feeds.loadStamps(items.map(({ documentId }) => documentId));
    const brand = presentBrand(await promotion.loadBrands(version), { locale, publicUrl });
    const api = `${publicUrl}/api/webinars/sessions`;
    return {
      title: nameOf(brand.name, locale),
      locale,
      homeUrl: siteUrl || api,
      feedUrl,
      items: items.flatMap((session) => {
        const stamp = stamps.get(session.documentId);
        if (stamp === undefined) return [];
        const page = { siteUrl, page: 'session', patterns, language: locale } as const;
        return {
          session,
          id: `session-${session.documentId}@${host}`,
          url: siteAddress({ ...page, name: session.slug }) ?? `${api}/${session.slug}`,
          changedAt: stamp.updatedAt,
        };
      }),
    };
  };

/** Throws `site_url_missing` where there are no pages to name. */
export const writeSitemap =
  ({ store, feeds, clock, siteUrl }: Deps) =>
  async (): Promise<string> => {
    if (siteUrl === '') throw new DomainError('site_url_missing');
    const { sessionUrlPatterns: patterns } = await store.loadContext();
    return sitemapXml(await feeds.loadPages(clock.now()), { siteUrl, patterns });
  };

const nameOf = (brand: string | null, locale: Locale) =>
  brand === null ? WEBINARS[locale] : `${WEBINARS[locale]} – ${brand}`;

const WEBINARS: Record<Locale, string> = { en: 'Webinars', de: 'Webinare' };
