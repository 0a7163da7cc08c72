import { permission } from '../../permissions';
import { allowing, type AdminRoute } from '../../platform/http/route';

/** For editors: what a session will do and tell by itself. */
export const rehearsalRoutes: AdminRoute[] = [
  {
    method: 'POST',
    path: '/sessions/:documentId/rehearsal',
    handler: 'rehearsal.rehearse',
    config: allowing(permission('sessions.rehearse')),
  },
];
