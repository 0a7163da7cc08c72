import type { ContentApiRoute } from '../../../platform/http/route';

export const feedbackRoutes: ContentApiRoute[] = [
  { method: 'GET', path: '/feedback/:token', handler: 'feedback.show', config: { auth: false } },
  { method: 'POST', path: '/feedback/:token', handler: 'feedback.submit', config: { auth: false } },
];
