import type { ContentApiRoute } from '../../platform/http/route';

const get = (path: string, action: string): ContentApiRoute => ({
  method: 'GET',
  path,
  handler: `catalog.${action}`,
  config: { auth: false },
});

/** Public by themselves. Words that are routes come before the names that sessions may have. */
export const routes: ContentApiRoute[] = [
  get('/sessions', 'listSessions'),
  get('/sessions/facets', 'listFacets'),
  get('/sessions/upcoming', 'listUpcoming'),
  get('/sessions/:id', 'showSession'),
  get('/sessions/:id/availability', 'showAvailability'),
  get('/sessions/:id/calendar.ics', 'showCalendar'),
  get('/calendar.ics', 'showCalendarFeed'),
  get('/feed.xml', 'showRss'),
  get('/feed.json', 'showJsonFeed'),
  get('/sitemap.xml', 'showSitemap'),
  get('/topics', 'listTopics'),
  get('/topics/:id', 'showTopic'),
  get('/speakers', 'listSpeakers'),
  get('/speakers/:id', 'showSpeaker'),
];
