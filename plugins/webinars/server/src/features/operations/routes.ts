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
  { method: 'GET', path: '/docs', handler: 'operations.showDocs', config: { auth: false } },
  {
    method: 'GET',
    path: '/docs/viewer.js',
    handler: 'operations.showDocsScript',
    config: { auth: false },
  },
  {
    method: 'GET',
    path: '/docs/viewer.css',
    handler: 'operations.showDocsStyle',
    config: { auth: false },
  },
];
