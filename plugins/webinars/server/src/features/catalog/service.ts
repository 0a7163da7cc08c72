import type { Core } from '@strapi/strapi';
import type { FeedFilters } from '../../../../shared/catalog';
import type { Locale } from '../../../../shared/locales';
import {
  clockOf,
  configOf,
  ICS_PRODUCT,
  icsWriterOf,
  jobsOf,
  publicAddressOf,
  transactionOf,
} from '../../container';
import { joinCalendars } from '../../platform/ics-feed';
import { oncePerStrapi } from '../../platform/once-per-strapi';
import { parseSender } from '../../platform/sender';
import { shortMemory } from '../../platform/short-memory';
import { createStatements } from '../../platform/transaction';
import type { Reading } from './catalog-deps';
import { createCatalogStore } from './catalog-store';
import { followFiles, shownDocuments, shownSessions } from './projection/catalog-writes';
import { checkCatalog } from './projection/check-catalog';
import * as projection from './projection/projection-store';
import { listFacets } from './search/read-facets';
import { listSpeakers, listTopics, showSpeaker, showTopic } from './read-library';
import { listSessions, listUpcoming, showAvailability, showSession } from './read-sessions';
import {
  buildMissing,
  rebuildCatalog,
  refreshHandlers,
  refreshPopularity,
  refreshSessions,
  type RefreshDeps,
} from './projection/refresh-catalog';
import { createFeedStore } from './promotion/feed-store';
import { followMovedSlug } from './promotion/follow-moved-slug';
import { jsonFeed, rssFeed } from './promotion/news-feed';
import { promoteSession } from './promotion/promote-session';
import { createPromotionStore } from './promotion/promotion-store';
import { calendarFeed, newsFeed, writeSitemap } from './promotion/write-feeds';
import { createRelatedStore } from './related-store';
import { showRelated } from './show-related';
import { showCalendarEvent } from './promotion/show-calendar';

const createService = (strapi: Core.Strapi) => {
  const { siteUrl, publicApi, answerCache } = configOf(strapi);
  const { url: publicUrl, host } = publicAddressOf(strapi);
  const deps = {
    store: createCatalogStore(strapi),
    clock: clockOf(strapi),
    publicUrl,
    host,
    siteUrl,
  };
  const promotion = createPromotionStore(strapi);
  const writeIcs = icsWriterOf(strapi);
  const organizer = senderOf(strapi);
  const relatives = createRelatedStore(strapi);
  const remember = shortMemory<ReadonlyMap<string, number>>({
    seconds: answerCache === 'on' ? RECENT_SECONDS : 0,
    most: 1,
  });
  const countRecent = (since: Date) => remember('', () => relatives.countRegistrations(since));
  const related = showRelated({ ...deps, relatives, countRecent });
  const promote = promoteSession({ ...deps, organizer, promotion, related });
  const feedDeps = { feeds: createFeedStore(strapi), promotion, organizer };
  const showEvent = showCalendarEvent({ ...deps, ...feedDeps });
  const feedOf = calendarFeed({ ...deps, ...feedDeps });
  const newsOf = newsFeed({ ...deps, ...feedDeps });
  const feedUrl = (file: string, locale: Locale) =>
    `${publicUrl}/api/webinars/${file}?locale=${locale}`;

  return {
    /** Whether whoever stands between may keep the answers: not when they are for holders of a token. */
    isOpen: publicApi === 'open',
    listSessions: listSessions(deps),
    listFacets: listFacets(deps),
    listUpcoming: listUpcoming(deps),
    showSession: showSession({ ...deps, promote }),
    showAvailability: showAvailability(deps),
    listTopics: listTopics(deps),
    showTopic: showTopic(deps),
    listSpeakers: listSpeakers(deps),
    showSpeaker: showSpeaker(deps),
    followMovedSlug: followMovedSlug({ ...deps, promotion }),

    /** A calendar to subscribe to. */
    async writeCalendarFeed(filters: FeedFilters) {
      const { events, name } = await feedOf(filters);
      return joinCalendars(events.map(writeIcs), { name, productId: ICS_PRODUCT });
    },

    writeSitemap: writeSitemap({ ...deps, ...feedDeps }),

    writeRss: async (locale: Locale) => rssFeed(await newsOf(locale, feedUrl('feed.xml', locale))),

    writeJsonFeed: async (locale: Locale) =>
      JSON.stringify(jsonFeed(await newsOf(locale, feedUrl('feed.json', locale)))),

    ...writing(strapi),

    /** A calendar file (RFC 5545) and a name for it. */
    async writeCalendar(idOrSlug: string, reading: Reading) {
      const { event, slug } = await showEvent(idOrSlug, reading);
      return { ics: writeIcs(event), filename: `${slug}.ics` };
    },
  };
};

/** Figures of the last week may be so old. */
const RECENT_SECONDS = 10;

/** How the catalogue is kept as the content types are. */
const writing = (strapi: Core.Strapi) => {
  const listeners: (() => void)[] = [];
  const deps: RefreshDeps = {
    strapi,
    statements: createStatements(strapi),
    transaction: transactionOf(strapi),
    jobs: jobsOf(strapi),
    clock: clockOf(strapi),
    onChange: () => {
      for (const tell of listeners) tell();
    },
  };
  return {
    handlers: refreshHandlers(deps),
    /** Calls back after each change that this process makes to the catalogue; of others `version` tells. */
    whenChanged: (listener: () => void) => void listeners.push(listener),
    documentMiddlewares: { session: shownSessions(deps), shown: shownDocuments(deps) },
    followFiles: () => followFiles(strapi, deps),
    buildMissing: buildMissing(deps),
    refreshPopularity: refreshPopularity(deps),
    rebuild: rebuildCatalog(deps),
    check: checkCatalog(deps),
    /** For whoever has written rows by SQL. */
    refreshSessions: (documentIds: readonly string[]) =>
      deps.transaction((tx) => refreshSessions(deps, tx, documentIds)),
    /** Rises in the transaction of whatever changes the catalogue, the settings included. */
    version: () => projection.version(deps.statements),
  };
};

/** What is read without a token, wired once per Strapi instance. */
export const catalogOf = oncePerStrapi(createService);

/** The sender of our mails; without a name, the address is one. */
const senderOf = (strapi: Core.Strapi) => {
  const from = strapi.config.get<string>('plugin::email.settings.defaultFrom', '');
  const { name, address } = parseSender(from);
  return { name: name || address, address };
};
