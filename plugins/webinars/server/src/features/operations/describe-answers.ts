import type { Answer, AnswerName, PublicRoute, RefusalCode } from '../../../../shared/api';
import { PUBLIC_ERRORS, REQUEST_ERRORS } from '../../../../shared/errors';
import { LOCALES } from '../../../../shared/locales';
import { assertNever } from '../../domain/errors';
import { errorNameOf } from '../../platform/http/define-controller';
import { ref, type Json } from './describe-schemas';

/** Everything that a route may answer, by status. `isClosed`: only whoever has a token of Strapi's is let in. */
export const responsesOf = (route: PublicRoute, { isClosed }: { isClosed: boolean }): Json => ({
  ...answersOf(route),
  ...((route.isCached || route.isConditional) && {
    304: {
      description: 'Unchanged since the ETag in If-None-Match.',
      headers: headers('ETag', 'Cache-Control'),
    },
  }),
  ...(isClosed && {
    401: { description: 'Without a token.', ...hostContent },
    403: { description: 'The token does not reach so far.', ...hostContent },
  }),
  ...refusalsOf(route),
  500: { description: 'A fault of the server.', ...hostContent },
});

const answersOf = ({ answers, isCached, isConditional, hasPage }: PublicRoute): Json =>
  Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [
      status,
      {
        description: DESCRIPTIONS[status] ?? `${status}.`,
        headers: headers(
          ...((isCached || isConditional) && answer.kind !== 'redirect' ? (['ETag'] as const) : []),
          'Cache-Control',
          ...(answer.kind === 'redirect' ? (['Location'] as const) : [])
        ),
        ...contentOf(answer, hasPage === true),
      },
    ])
  );

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  200: 'As asked for.',
  201: 'Created.',
  202: 'Taken.',
  204: 'Done; there is nothing to say.',
  302: 'It is over there.',
  303: 'Done; see the page again.',
  308: 'It has moved, for good.',
  404: 'There is nothing there.',
  503: 'Out of service.',
};

const contentOf = (answer: Answer, hasPage: boolean): Json => {
  switch (answer.kind) {
    case 'redirect':
    case 'nothing':
      return {};
    case 'file':
      return {
        content: {
          [answer.mediaType]: {
            schema: answer.mediaType.includes('json') ? { type: 'object' } : { type: 'string' },
          },
        },
      };
    case 'item':
      return jsonContent(envelope(ref(answer.of), answer.hasMeta === false ? null : META), hasPage);
    case 'list':
      return jsonContent(
        envelope({ type: 'array', items: ref(answer.of) }, { ...META, ...refsOf(answer.meta) })
      );
    case 'page':
      return jsonContent(
        envelope(
          { type: 'array', items: ref(answer.of) },
          { ...META, pagination: ref('Pagination') }
        )
      );
    default:
      return assertNever(answer);
  }
};

const refsOf = (named: Readonly<Record<string, AnswerName>> = {}): Json =>
  Object.fromEntries(Object.entries(named).map(([name, of]) => [name, ref(of)]));

const META: Json = {
  locale: { type: 'string', enum: [...LOCALES], description: 'The language that was asked for.' },
};

const envelope = (data: Json, meta: Json | null): Json => ({
  type: 'object',
  properties: {
    data,
    ...(meta && { meta: { type: 'object', properties: meta, required: Object.keys(meta) } }),
  },
  required: meta ? ['data', 'meta'] : ['data'],
});

const refusalsOf = (route: PublicRoute): Json => {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of codesOf(route)) {
    const { status } = ERRORS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${ERRORS[code].message.en}`).join('\n\n'),
        headers: headers(
          'Cache-Control',
          ...(codes.some((code) => IN_A_MOMENT.includes(code)) ? (['Retry-After'] as const) : []),
          ...(status === 401 ? (['WWW-Authenticate'] as const) : [])
        ),
        content: {
          'application/json': {
            schema: { allOf: [ref('Error'), withCode(codes)] },
            examples: Object.fromEntries(
              codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])
            ),
          },
          ...(route.hasPage && PAGE),
        },
      },
    ])
  );
};

/** A body is read before anybody looks at the route, wanted or not. */
const codesOf = ({ method, refusals, isRepeatable }: PublicRoute): ReadonlySet<RefusalCode> =>
  new Set([
    ...refusals,
    ...(method === 'GET' ? [] : REFUSALS_OF_BODIES),
    ...(isRepeatable ? REFUSALS_OF_KEYS : []),
  ]);

const REFUSALS_OF_BODIES = ['body_unreadable', 'body_too_large'] as const;
const REFUSALS_OF_KEYS = ['idempotency_key_reused', 'idempotency_in_progress'] as const;

/** Refusals that say when to come again. */
const IN_A_MOMENT: readonly RefusalCode[] = ['rate_limited', 'busy', 'idempotency_in_progress'];

const ERRORS = { ...PUBLIC_ERRORS, ...REQUEST_ERRORS };

const withCode = (codes: readonly RefusalCode[]): Json => {
  const nested = (name: string, schema: Json): Json => ({
    type: 'object',
    properties: { [name]: schema },
  });
  return nested('error', nested('details', nested('code', { type: 'string', enum: [...codes] })));
};

/** Every refusal of `routes` as it comes. */
export const refusalExamplesOf = (routes: readonly PublicRoute[]): Json => {
  const named = routes.flatMap((route) => [...codesOf(route)]);
  return Object.fromEntries([...new Set(named)].sort().map((code) => [code, exampleOf(code)]));
};

const exampleOf = (code: RefusalCode): Json => {
  const { status, message } = ERRORS[code];
  const details = { code, ...DETAILS[code] };
  return {
    value: {
      data: null,
      error: { status, name: errorNameOf(status), message: message.en, details },
    },
  };
};

const DETAILS: Partial<Record<RefusalCode, Json>> = {
  validation_failed: {
    errors: [
      {
        path: ['email'],
        code: 'email_invalid',
        message: 'Please enter a valid e-mail address.',
      },
    ],
  },
  invalid_move: { from: 'cancelled', to: 'confirmed' },
  feedback_not_open: { opensAt: '2026-10-01T14:00:00.000Z' },
  join_not_open: { opensAt: '2026-10-01T13:30:00.000Z' },
};

const PAGE: Json = { 'text/html': { schema: { type: 'string' } } };

const jsonContent = (schema: Json, hasPage = false): Json => ({
  content: { 'application/json': { schema }, ...(hasPage && PAGE) },
});

const hostContent = jsonContent(ref('HostError'));

export const HEADERS = {
  'Cache-Control': {
    description: 'Whether and how long the answer may be kept; nothing personal ever is.',
    schema: { type: 'string' },
    example: 'no-store',
  },
  ETag: {
    required: true,
    description: 'Send it back as If-None-Match, and get a 304 while nothing has changed.',
    schema: { type: 'string' },
    example: '"kZ3rJ1pWq0X2yTn5b8Vd6cHs9LmAa4EuGf7oIiQ_xYw"',
  },
  Location: {
    required: true,
    description: 'Where to go on.',
    schema: { type: 'string', format: 'uri-reference' },
    example: '?done=cancel',
  },
  'Retry-After': {
    description: 'Seconds to wait before the same request is worth another try.',
    schema: { type: 'string', pattern: '^\\d+$' },
    example: '5',
  },
  'WWW-Authenticate': {
    required: true,
    description: 'How to show who one is.',
    schema: { type: 'string' },
    example: 'Bearer',
  },
} as const satisfies Record<string, Json>;

type HeaderName = keyof typeof HEADERS;

const headers = (...names: HeaderName[]): Json =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
