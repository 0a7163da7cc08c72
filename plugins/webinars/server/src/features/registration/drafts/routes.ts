import type { ContentApiRoute } from '../../../platform/http/route';

export const draftsRoutes: ContentApiRoute[] = [
  { method: 'POST', path: '/drafts', handler: 'drafts.create', config: { auth: false } },
  { method: 'GET', path: '/drafts/:token', handler: 'drafts.show', config: { auth: false } },
  { method: 'PATCH', path: '/drafts/:token', handler: 'drafts.change', config: { auth: false } },
  {
    method: 'POST',
    path: '/drafts/:token/submit',
    handler: 'drafts.submit',
    config: { auth: false },
  },
];
