import { permission } from '../../permissions';
import { allowing, type AdminRoute } from '../../platform/http/route';

/** For the admin: what editors do to registrations, one or many at once. */
export const editingRoutes: AdminRoute[] = [
  {
    method: 'POST',
    path: '/registrations/approve',
    handler: 'editing.approve',
    config: allowing(permission('registrations.approve')),
  },
  {
    method: 'POST',
    path: '/registrations/reject',
    handler: 'editing.reject',
    config: allowing(permission('registrations.approve')),
  },
  {
    method: 'POST',
    path: '/registrations/cancel',
    handler: 'editing.cancel',
    config: allowing(permission('registrations.cancel')),
  },
  {
    method: 'POST',
    path: '/registrations/resend',
    handler: 'editing.resend',
    config: allowing(permission('registrations.resend')),
  },
  {
    method: 'PUT',
    path: '/registrations/:documentId/attendance',
    handler: 'editing.recordAttendance',
    config: allowing(permission('registrations.attendance')),
  },
  {
    method: 'GET',
    path: '/sessions/:documentId/seats',
    handler: 'editing.explainSeats',
    config: allowing(permission('seats.read')),
  },
];
