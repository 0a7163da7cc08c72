import type { ContentApiRoute } from '../../platform/http/route';

/** Public by itself: the token is the key. */
export const routes: ContentApiRoute[] = [
  {
    method: 'GET',
    path: '/registrations/:token/calendar.ics',
    handler: 'messages.calendar',
    config: { auth: false },
  },
];
