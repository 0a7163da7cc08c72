import { permission } from '../../permissions';
import { allowing, type AdminRoute } from '../../platform/http/route';

export const privacyRoutes: AdminRoute[] = [
  {
    method: 'POST',
    path: '/privacy/erasure',
    handler: 'privacy.erase',
    config: allowing(permission('privacy.erase')),
  },
  {
    method: 'POST',
    path: '/privacy/access',
    handler: 'privacy.access',
    config: allowing(permission('privacy.export')),
  },
  {
    method: 'GET',
    path: '/activities',
    handler: 'privacy.listActivities',
    config: allowing(permission('activities.read')),
  },
];
