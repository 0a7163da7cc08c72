import type { ContentApiRoute } from '../../platform/http/route';

/** Public by themselves: nothing has to be granted to the public role. */
export const routes: ContentApiRoute[] = [
  {
    method: 'POST',
    path: '/sessions/:id/registrations',
    handler: 'registration.register',
    config: { auth: false },
  },
  {
    method: 'GET',
    path: '/registrations/:token',
    handler: 'registration.show',
    config: { auth: false },
  },
  {
    method: 'POST',
    path: '/registrations/:token/cancel',
    handler: 'registration.cancel',
    config: { auth: false },
  },
  {
    method: 'PATCH',
    path: '/registrations/:token',
    handler: 'registration.change',
    config: { auth: false },
  },
  {
    method: 'POST',
    path: '/registrations/:token/accept',
    handler: 'registration.accept',
    config: { auth: false },
  },
  {
    method: 'POST',
    path: '/registrations/:token/decline',
    handler: 'registration.decline',
    config: { auth: false },
  },
  { method: 'GET', path: '/r/:token', handler: 'registration.page', config: { auth: false } },
  {
    method: 'POST',
    path: '/r/:token',
    handler: 'registration.submitPage',
    config: { auth: false },
  },
];
