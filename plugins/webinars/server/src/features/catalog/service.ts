import type { Core } from '@strapi/strapi';
import {
  clockOf,
  configOf,
  icsWriterOf,
  jobsOf,
  publicAddressOf,
  transactionOf,
} from '../../container';
import { oncePerStrapi } from '../../platform/once-per-strapi';
import { parseSender } from '../../platform/sender';
import { createStatements } from '../../platform/transaction';
import type { Reading } from './catalog-deps';
import { createCatalogStore } from './catalog-store';
import { followFiles, shownDocuments, shownSessions } from './catalog-writes';
import { checkCatalog } from './check-catalog';
import * as projection from './projection-store';
import { listFacets } from './read-facets';
import { listSpeakers, listTopics, showSpeaker, showTopic } from './read-library';
import { listSessions, listUpcoming, showAvailability, showSession } from './read-sessions';
import {
  buildMissing,
  rebuildCatalog,
  refreshHandlers,
  refreshPopularity,
  refreshSessions,
  type RefreshDeps,
} from './refresh-catalog';
import { showCalendarEvent } from './show-calendar';

const createService = (strapi: Core.Strapi) => {
  const { siteUrl, publicApi } = configOf(strapi);
  const { url: publicUrl, host } = publicAddressOf(strapi);
  const deps = {
    store: createCatalogStore(strapi),
    clock: clockOf(strapi),
    publicUrl,
    host,
    siteUrl,
  };
  const writeIcs = icsWriterOf(strapi);
  const showEvent = showCalendarEvent({ ...deps, organizer: senderOf(strapi) });

  return {
    /** Whether whoever stands between may keep the answers: not when they are for holders of a token. */
    isOpen: publicApi === 'open',
    listSessions: listSessions(deps),
    listFacets: listFacets(deps),
    listUpcoming: listUpcoming(deps),
    showSession: showSession(deps),
    showAvailability: showAvailability(deps),
    listTopics: listTopics(deps),
    showTopic: showTopic(deps),
    listSpeakers: listSpeakers(deps),
    showSpeaker: showSpeaker(deps),

    ...writing(strapi),

    /** A calendar file (RFC 5545) and a name for it. */
    async writeCalendar(idOrSlug: string, reading: Reading) {
      const { event, slug } = await showEvent(idOrSlug, reading);
      return { ics: writeIcs(event), filename: `${slug}.ics` };
    },
  };
};

/** How the catalogue is kept as the content types are. */
const writing = (strapi: Core.Strapi) => {
  const deps: RefreshDeps = {
    strapi,
    statements: createStatements(strapi),
    transaction: transactionOf(strapi),
    jobs: jobsOf(strapi),
    clock: clockOf(strapi),
  };
  return {
    handlers: refreshHandlers(deps),
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
