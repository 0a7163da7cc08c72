import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';

/** What breaks off in the middle is the sender's fault, though the parser of forms does not say so. */
const onUnreadableBody = (error: Error & { status?: number }) => {
  if (error.status !== undefined) throw error;
  throw new errors.ValidationError('The body of the request cannot be read');
};

const config: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  {
    name: 'strapi::cors',
    config: {
      headers: [
        'Content-Type',
        'Authorization',
        'Origin',
        'Accept',
        'Idempotency-Key',
        'If-None-Match',
      ],
      expose: ['ETag', 'Retry-After', 'Location'],
    },
  },
  'strapi::poweredBy',
  'strapi::query',
  {
    name: 'strapi::body',
    config: {
      jsonLimit: '256kb',
      formLimit: '256kb',
      textLimit: '256kb',
      onError: onUnreadableBody,
    },
  },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];

export default config;
