import { permission } from '../../permissions';
import { allowing, type AdminRoute } from '../../platform/http/route';

export const jobsRoutes: AdminRoute[] = [
  {
    method: 'GET',
    path: '/jobs',
    handler: 'jobs.list',
    config: allowing(permission('jobs.read')),
  },
  {
    method: 'GET',
    path: '/jobs/dead',
    handler: 'jobs.listDead',
    config: allowing(permission('jobs.read')),
  },
  {
    method: 'POST',
    path: '/jobs/dead/retry',
    handler: 'jobs.retry',
    config: allowing(permission('jobs.manage')),
  },
  {
    method: 'POST',
    path: '/jobs/dead/discard',
    handler: 'jobs.discard',
    config: allowing(permission('jobs.manage')),
  },
  {
    method: 'POST',
    path: '/jobs/:type/pause',
    handler: 'jobs.pause',
    config: allowing(permission('jobs.manage')),
  },
  {
    method: 'POST',
    path: '/jobs/:type/resume',
    handler: 'jobs.resume',
    config: allowing(permission('jobs.manage')),
  },
];
