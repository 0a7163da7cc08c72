import type { Core } from '@strapi/strapi';
import { clockOf, configOf, icsWriterOf, publicAddressOf } from '../../container';
import { oncePerStrapi } from '../../platform/once-per-strapi';
import { parseSender } from '../../platform/sender';
import type { Reading } from './catalog-deps';
import { createCatalogStore } from './catalog-store';
import { followMovedSlug } from './follow-moved-slug';
import { promoteSession } from './promote-session';
import { createPromotionStore } from './promotion-store';
import { listSpeakers, listTopics, showSpeaker, showTopic } from './read-library';
import { listSessions, listUpcoming, showAvailability, showSession } from './read-sessions';
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
  const promotion = createPromotionStore(strapi);
  const writeIcs = icsWriterOf(strapi);
  const showEvent = showCalendarEvent({ ...deps, organizer: senderOf(strapi) });

  return {
    /** Whether whoever stands between may keep the answers: not when they are for holders of a token. */
    isOpen: publicApi === 'open',
    listSessions: listSessions(deps),
    listUpcoming: listUpcoming(deps),
    showSession: showSession({ ...deps, promote: promoteSession({ ...deps, promotion }) }),
    showAvailability: showAvailability(deps),
    listTopics: listTopics(deps),
    showTopic: showTopic(deps),
    listSpeakers: listSpeakers(deps),
    showSpeaker: showSpeaker(deps),
    followMovedSlug: followMovedSlug({ ...deps, promotion }),

    /** A calendar file (RFC 5545) and a name for it. */
    async writeCalendar(idOrSlug: string, reading: Reading) {
      const { event, slug } = await showEvent(idOrSlug, reading);
      return { ics: writeIcs(event), filename: `${slug}.ics` };
    },
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
