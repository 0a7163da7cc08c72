import createClient from 'openapi-fetch';
import { errorFrom } from './errors.js';
import type { paths } from './generated/api.js';
import { itemsOf, pagesOf } from './pages.js';
import { newKey, patientFetch } from './patient-fetch.js';
import type {
  DraftBody,
  DraftChanges,
  Locale,
  Query,
  RegistrationBody,
  RegistrationChanges,
} from './shapes.js';

export type ClientOptions = {
  /** Where the API is, as in `https://cms.example.org/api/webinars`. */
  baseUrl: string;
  /** The language of texts, where a call names none. */
  locale?: Locale;
  /** IANA name of the visitor's zone: fills the `local` block of times, where a call names none. */
  timezone?: string;
  /** An API token of Strapi's, for servers that ask for one. Not for browsers. */
  token?: string;
  /** Sent with every request. */
  headers?: Record<string, string>;
  /** How many more times a request is sent when the server is busy or cannot be reached. Default: 2. */
  retries?: number;
  /** Whoever would have to wait longer for the next try gets the refusal at once. Default: 10. */
  longestWaitSeconds?: number;
  fetch?: (request: Request) => Promise<Response>;
};

export type CallOptions = {
  signal?: AbortSignal;
};

export type WriteOptions = CallOptions & {
  locale?: Locale;
  /** The same key with the same request does nothing a second time. Default: a new one for each call. */
  idempotencyKey?: string;
};

/** Everything that a front end asks the server. What is refused is thrown as a `WebinarsError`. */
export const createWebinarsClient = ({
  baseUrl,
  locale,
  timezone,
  token,
  headers,
  retries = 2,
  longestWaitSeconds = 10,
  fetch = (request) => globalThis.fetch(request),
}: ClientOptions) => {
  const root = baseUrl.replace(/\/+$/, '');
  const api = createClient<paths>({
    baseUrl: root,
    fetch: patientFetch({ fetch, retries, longestWaitSeconds }),
    headers: { ...headers, ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
  });

  const sessions = {
    list: (query: Query<'listSessions'> = {}, options: CallOptions = {}) =>
      answerOf(
        api.GET('/sessions', { ...options, params: { query: { locale, timezone, ...query } } })
      ),
    pages: ({ page, ...query }: Query<'listSessions'> = {}, options: CallOptions = {}) =>
      pagesOf((number) => sessions.list({ ...query, page: number }, options), page),
    all: (query: Query<'listSessions'> = {}, options: CallOptions = {}) =>
      itemsOf(sessions.pages(query, options)),
    upcoming: (query: Query<'listUpcomingSessions'> = {}, options: CallOptions = {}) =>
      dataOf(
        api.GET('/sessions/upcoming', {
          ...options,
          params: { query: { locale, timezone, ...query } },
        })
      ),
    show: (id: string, query: Query<'showSession'> = {}, options: CallOptions = {}) =>
      dataOf(
        api.GET('/sessions/{id}', {
          ...options,
          params: { path: { id }, query: { locale, timezone, ...query } },
        })
      ),
    availability: (id: string, options: CallOptions = {}) =>
      dataOf(
        api.GET('/sessions/{id}/availability', {
          ...options,
          params: { path: { id }, query: { locale } },
        })
      ),
    /** For a link: the session as a file for calendars. */
    calendarUrl: (id: string) =>
      `${root}/sessions/${encodeURIComponent(id)}/calendar.ics${locale ? `?locale=${locale}` : ''}`,
  };

  const topics = {
    list: (query: Query<'listTopics'> = {}, options: CallOptions = {}) =>
      answerOf(api.GET('/topics', { ...options, params: { query: { locale, ...query } } })),
    pages: ({ page, ...query }: Query<'listTopics'> = {}, options: CallOptions = {}) =>
      pagesOf((number) => topics.list({ ...query, page: number }, options), page),
    all: (query: Query<'listTopics'> = {}, options: CallOptions = {}) =>
      itemsOf(topics.pages(query, options)),
    show: (id: string, query: Query<'showTopic'> = {}, options: CallOptions = {}) =>
      dataOf(
        api.GET('/topics/{id}', {
          ...options,
          params: { path: { id }, query: { locale, ...query } },
        })
      ),
  };

  const speakers = {
    list: (query: Query<'listSpeakers'> = {}, options: CallOptions = {}) =>
      answerOf(api.GET('/speakers', { ...options, params: { query: { locale, ...query } } })),
    pages: ({ page, ...query }: Query<'listSpeakers'> = {}, options: CallOptions = {}) =>
      pagesOf((number) => speakers.list({ ...query, page: number }, options), page),
    all: (query: Query<'listSpeakers'> = {}, options: CallOptions = {}) =>
      itemsOf(speakers.pages(query, options)),
    show: (id: string, query: Query<'showSpeaker'> = {}, options: CallOptions = {}) =>
      dataOf(
        api.GET('/speakers/{id}', {
          ...options,
          params: { path: { id }, query: { locale, ...query } },
        })
      ),
  };

  /** What a write that may come twice is sent with, for whoever holds `path`. */
  const once = <Path extends { id: string } | { token: string }>(
    path: Path,
    { signal, idempotencyKey = newKey(), ...options }: WriteOptions
  ) => ({
    signal,
    params: {
      path,
      query: { locale: options.locale ?? locale },
      header: { 'Idempotency-Key': idempotencyKey },
    },
  });

  const registrations = {
    create: (session: string, body: RegistrationBody, options: WriteOptions = {}) =>
      dataOf(
        api.POST('/sessions/{id}/registrations', {
          ...once({ id: session }, options),
          body: timezone === undefined ? body : { timezone, ...body },
        })
      ),
    /** Without a language of its own, it answers in that of the registrant. */
    show: (token: string, query: Query<'showRegistration'> = {}, options: CallOptions = {}) =>
      dataOf(api.GET('/registrations/{token}', { ...options, params: { path: { token }, query } })),
    change: (token: string, body: RegistrationChanges, options: WriteOptions = {}) =>
      dataOf(api.PATCH('/registrations/{token}', { ...once({ token }, options), body })),
    cancel: (token: string, options: WriteOptions = {}) =>
      dataOf(api.POST('/registrations/{token}/cancel', once({ token }, options))),
    accept: (token: string, options: WriteOptions = {}) =>
      dataOf(api.POST('/registrations/{token}/accept', once({ token }, options))),
    decline: (token: string, options: WriteOptions = {}) =>
      dataOf(api.POST('/registrations/{token}/decline', once({ token }, options))),
    /** For a link: the registrant's own invitation. */
    calendarUrl: (token: string) =>
      `${root}/registrations/${encodeURIComponent(token)}/calendar.ics`,
  };

  const drafts = {
    create: (
      body: DraftBody,
      { signal, idempotencyKey = newKey(), ...options }: WriteOptions = {}
    ) =>
      dataOf(
        api.POST('/drafts', {
          signal,
          params: {
            query: { locale: options.locale ?? locale },
            header: { 'Idempotency-Key': idempotencyKey },
          },
          body,
        })
      ),
    show: (token: string, options: CallOptions = {}) =>
      dataOf(
        api.GET('/drafts/{token}', { ...options, params: { path: { token }, query: { locale } } })
      ),
    change: (token: string, body: DraftChanges, options: CallOptions = {}) =>
      dataOf(
        api.PATCH('/drafts/{token}', {
          ...options,
          params: { path: { token }, query: { locale } },
          body,
        })
      ),
    submit: (token: string, options: CallOptions = {}) =>
      dataOf(
        api.POST('/drafts/{token}/submit', {
          ...options,
          params: { path: { token }, query: { locale } },
        })
      ),
  };

  return {
    /** Every route of the document, typed by it; answers `{ data, error, response }` and throws nothing. */
    api,
    sessions,
    topics,
    speakers,
    registrations,
    drafts,
  };
};

export type WebinarsClient = ReturnType<typeof createWebinarsClient>;

type Asked<Answer> = Promise<{ data?: Answer; error?: unknown; response: Response }>;

const answerOf = async <Answer>(asked: Asked<Answer>): Promise<Answer> => {
  const { data, error, response } = await asked;
  if (data === undefined) throw errorFrom(response, error);
  return data;
};

const dataOf = async <Data>(asked: Asked<{ data: Data }>): Promise<Data> =>
  (await answerOf(asked)).data;
