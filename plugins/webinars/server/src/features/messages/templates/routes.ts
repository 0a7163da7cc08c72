import { permission } from '../../../permissions';
import { allowing, type AdminRoute } from '../../../platform/http/route';

/** For editors: what a mail looks like before anybody gets it. */
export const templateRoutes: AdminRoute[] = [
  {
    method: 'POST',
    path: '/mails/preview',
    handler: 'mails.preview',
    config: allowing(permission('mails.preview')),
  },
  {
    method: 'POST',
    path: '/mails/test',
    handler: 'mails.sendTest',
    config: allowing(permission('mails.preview')),
  },
];
