import type { ContentApiRoute } from '../../platform/http/route';

export const routes: ContentApiRoute[] = [
  { method: 'POST', path: '/track', handler: 'analytics.track', config: { auth: false } },
];
