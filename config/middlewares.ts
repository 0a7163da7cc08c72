import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';

/** In bytes. Files are not part of it: the upload plugin has a limit of its own for them. */
const BODY_LIMIT = 256 * 1024;

const SENTENCES = {
  body_unreadable: {
    en: 'The body of the request cannot be read.',
    de: 'Der Inhalt der Anfrage ist nicht lesbar.',
  },
  body_too_large: {
    en: 'The body of the request is too large.',
    de: 'Der Inhalt der Anfrage ist zu groß.',
  },
};

/**
 * A body that cannot be read is the sender's fault, though not every parser says so. The parsers' own words quote it:
 * thrown as they are, they would carry pieces of what somebody typed into the log.
 */
const onUnreadableBody = (
  { status, httpCode }: Error & { status?: number; httpCode?: number },
  { query }: { query: Record<string, unknown> }
) => {
  const locale = query.locale === 'de' ? 'de' : 'en';
  if (status === 413 || httpCode === 413) {
    throw new errors.PayloadTooLargeError(SENTENCES.body_too_large[locale], {
      code: 'body_too_large',
    });
  }
  throw new errors.ValidationError(SENTENCES.body_unreadable[locale], { code: 'body_unreadable' });
};

const config: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  {
    name: 'strapi::cors',
    config: {
      // Nobody is known to the API by a cookie.
      credentials: false,
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
  'strapi::query',
  {
    name: 'strapi::body',
    config: {
      jsonLimit: BODY_LIMIT,
      formLimit: BODY_LIMIT,
      textLimit: BODY_LIMIT,
      formidable: {
        maxFieldsSize: BODY_LIMIT,
        // Strapi clears away the files of this field, whatever was asked for. Those of any other would fill up the
        // disk: it reads a body before it looks who sends it, and where to.
        filter: ({ name }: { name: string | null }) => name === 'files',
      },
      onError: onUnreadableBody,
    },
  },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];

export default config;
