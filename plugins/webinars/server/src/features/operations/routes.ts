import type { ContentApiRoute } from '../../platform/http/route';

export const routes: ContentApiRoute[] = [
  { method: 'GET', path: '/health', handler: 'operations.showHealth', config: { auth: false } },
  {
    method: 'GET',
    path: '/metrics',
    handler: 'operations.showMetrics',
    config: { auth: false },
  },
  {
    method: 'GET',
    path: '/openapi.json',
    handler: 'operations.showOpenApi',
    config: { auth: false },
  },
];
