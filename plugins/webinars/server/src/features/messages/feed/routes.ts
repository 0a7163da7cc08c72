import type { ContentApiRoute } from '../../../platform/http/route';

/** Public by themselves: the token is the key. */
export const feedRoutes: ContentApiRoute[] = [
  {
    method: 'GET',
    path: '/registrations/feed/:feed.ics',
    handler: 'feed.show',
    config: { auth: false },
  },
  {
    method: 'POST',
    path: '/registrations/:token/feed',
    handler: 'feed.request',
    config: { auth: false },
  },
  { method: 'POST', path: '/r/:token/feed', handler: 'feed.submit', config: { auth: false } },
];
