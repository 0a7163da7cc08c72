import type { ContentApiRoute } from '../../../platform/http/route';

export const joinRoutes: ContentApiRoute[] = [
  { method: 'GET', path: '/join/:token', handler: 'join.show', config: { auth: false } },
  { method: 'POST', path: '/join/:token', handler: 'join.submit', config: { auth: false } },
];
