import type { ContentApiRoute } from '../../../platform/http/route';

export const preferencesRoutes: ContentApiRoute[] = [
  {
    method: 'GET',
    path: '/unsubscribe/:token',
    handler: 'preferences.show',
    config: { auth: false },
  },
  {
    method: 'POST',
    path: '/unsubscribe/:token',
    handler: 'preferences.submit',
    config: { auth: false },
  },
];
