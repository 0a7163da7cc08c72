import { permission } from '../../../permissions';
import { allowing, type AdminRoute } from '../../../platform/http/route';

export const suppressionRoutes: AdminRoute[] = [
  {
    method: 'GET',
    path: '/suppressions',
    handler: 'suppression.list',
    config: allowing(permission('suppressions.read')),
  },
  {
    method: 'POST',
    path: '/suppressions/search',
    handler: 'suppression.find',
    config: allowing(permission('suppressions.read')),
  },
  {
    method: 'POST',
    path: '/suppressions',
    handler: 'suppression.add',
    config: allowing(permission('suppressions.manage')),
  },
  {
    method: 'POST',
    path: '/suppressions/removal',
    handler: 'suppression.remove',
    config: allowing(permission('suppressions.manage')),
  },
];
