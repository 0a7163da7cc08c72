import type { Core } from '@strapi/strapi';
import {
  facetsQuery,
  calendarFeedQuery,
  localeQuery,
  sessionQuery,
  sessionsQuery,
  speakersQuery,
  topicsQuery,
  upcomingQuery,
} from '../../../../shared/catalog';
import { sendCacheable } from '../../platform/http/cacheable';
import { parseRequest } from '../../platform/http/define-controller';
import { defineController, localeOf } from '../../to-refusal';
import { redirecting, type FollowMovedSlug } from './redirecting';
import { catalogOf } from './service';

/** Seats change by the second and texts by the day: half a minute of age does no harm to either. */
const FRESH = { maxAgeSeconds: 30, staleSeconds: 120 };

export const controller = ({ strapi }: { strapi: Core.Strapi }) => {
  const policy = () => ({ ...FRESH, isPublic: catalogOf(strapi).isOpen });

  const follow: FollowMovedSlug = (...asked) => catalogOf(strapi).followMovedSlug(...asked);
  const ofSession = redirecting('session', { follow, localeOf });
  const ofTopic = redirecting('topic', { follow, localeOf });
  const ofSpeaker = redirecting('speaker', { follow, localeOf });

  return defineController({
    async listSessions(ctx) {
      const query = parseRequest(sessionsQuery, ctx.query);
      const { items, pagination } = await catalogOf(strapi).listSessions(query);
      sendCacheable(ctx, { data: items, meta: { locale: query.locale, pagination } }, policy());
    },

    async listFacets(ctx) {
      const query = parseRequest(facetsQuery, ctx.query);
      const data = await catalogOf(strapi).listFacets(query);
      sendCacheable(ctx, { data, meta: { locale: query.locale } }, policy());
    },

    async listUpcoming(ctx) {
      const { timezone = null, ...query } = parseRequest(upcomingQuery, ctx.query);
      const { items, section } = await catalogOf(strapi).listUpcoming({ ...query, timezone });
      sendCacheable(ctx, { data: items, meta: { locale: query.locale, section } }, policy());
    },

    showSession: ofSession(async (ctx) => {
      const { locale, timezone = null, ref = null } = parseRequest(sessionQuery, ctx.query);
      const reading = { locale, timezone, ref };
      const data = await catalogOf(strapi).showSession(ctx.params.id, reading);
      sendCacheable(ctx, { data, meta: { locale } }, policy());
    }),

    showAvailability: ofSession(async (ctx) => {
      const { locale } = parseRequest(localeQuery, ctx.query);
      const data = await catalogOf(strapi).showAvailability(ctx.params.id);
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { data, meta: { locale } };
    }),

    showCalendar: ofSession(async (ctx) => {
      const { locale } = parseRequest(localeQuery, ctx.query);
      const { ics, filename } = await catalogOf(strapi).writeCalendar(ctx.params.id, {
        locale,
        timezone: null,
      });
      ctx.set('Content-Disposition', `attachment; filename="${filename}"`);
      ctx.type = 'text/calendar; charset=utf-8; method=PUBLISH';
      sendCacheable(ctx, ics, policy());
    }),

    async showCalendarFeed(ctx) {
      const filters = parseRequest(calendarFeedQuery, ctx.query);
      ctx.type = 'text/calendar; charset=utf-8; method=PUBLISH';
      sendCacheable(ctx, await catalogOf(strapi).writeCalendarFeed(filters), policy());
    },

    async showRss(ctx) {
      const { locale } = parseRequest(localeQuery, ctx.query);
      ctx.type = 'application/rss+xml; charset=utf-8';
      sendCacheable(ctx, await catalogOf(strapi).writeRss(locale), policy());
    },

    async showJsonFeed(ctx) {
      const { locale } = parseRequest(localeQuery, ctx.query);
      ctx.type = 'application/feed+json; charset=utf-8';
      sendCacheable(ctx, await catalogOf(strapi).writeJsonFeed(locale), policy());
    },

    async showSitemap(ctx) {
      parseRequest(localeQuery, ctx.query);
      const xml = await catalogOf(strapi).writeSitemap();
      ctx.type = 'application/xml; charset=utf-8';
      sendCacheable(ctx, xml, policy());
    },

    async listTopics(ctx) {
      const query = parseRequest(topicsQuery, ctx.query);
      const { items, pagination } = await catalogOf(strapi).listTopics(query);
      sendCacheable(ctx, { data: items, meta: { locale: query.locale, pagination } }, policy());
    },

    showTopic: ofTopic(async (ctx) => {
      const { locale } = parseRequest(localeQuery, ctx.query);
      const data = await catalogOf(strapi).showTopic(ctx.params.id, locale);
      sendCacheable(ctx, { data, meta: { locale } }, policy());
    }),

    async listSpeakers(ctx) {
      const query = parseRequest(speakersQuery, ctx.query);
      const { items, pagination } = await catalogOf(strapi).listSpeakers(query);
      sendCacheable(ctx, { data: items, meta: { locale: query.locale, pagination } }, policy());
    },

    showSpeaker: ofSpeaker(async (ctx) => {
      const { locale } = parseRequest(localeQuery, ctx.query);
      const data = await catalogOf(strapi).showSpeaker(ctx.params.id, locale);
      sendCacheable(ctx, { data, meta: { locale } }, policy());
    }),
  });
};
