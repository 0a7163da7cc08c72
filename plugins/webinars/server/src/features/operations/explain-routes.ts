import { permission } from '../../permissions';
import { allowing, type AdminRoute } from '../../platform/http/route';

/** For editors: why somebody got a mail, or did not. */
export const explainRoutes: AdminRoute[] = [
  {
    method: 'GET',
    path: '/registrations/:documentId/mails',
    handler: 'explain.mailsOfRegistration',
    config: allowing(permission('mails.read')),
  },
  {
    method: 'GET',
    path: '/sessions/:documentId/messages',
    handler: 'explain.messagesOfSession',
    config: allowing(permission('mails.read')),
  },
];
