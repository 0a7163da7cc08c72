import { permission } from '../../../permissions';
import { allowing, type AdminRoute } from '../../../platform/http/route';

/** For organisers: what they write by hand to many registrants at once. */
export const announcementRoutes: AdminRoute[] = [
  {
    method: 'POST',
    path: '/announcements/preview',
    handler: 'announcement.preview',
    config: allowing(permission('announcements.send')),
  },
  {
    method: 'POST',
    path: '/announcements',
    handler: 'announcement.confirm',
    config: allowing(permission('announcements.send')),
  },
  {
    method: 'POST',
    path: '/announcements/:id/stop',
    handler: 'announcement.stop',
    config: allowing(permission('announcements.send')),
  },
  {
    method: 'GET',
    path: '/announcements',
    handler: 'announcement.list',
    config: allowing(permission('announcements.read')),
  },
  {
    method: 'GET',
    path: '/announcements/:id',
    handler: 'announcement.show',
    config: allowing(permission('announcements.read')),
  },
];
