import { z } from 'zod';
import {
  ANSWERS,
  BODIES,
  PUBLIC_ROUTES,
  type Answer,
  type PublicRoute,
  type RefusalCode,
} from '../../../../shared/api';
import { PUBLIC_ERRORS, REQUEST_ERRORS } from '../../../../shared/errors';
import { LOCALES } from '../../../../shared/locales';

/** JSON of OpenAPI; its own rules are checked by a test, not by types. */
type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of the public routes, made of the schemas that requests are parsed with. */
export const describeApi = ({ serverUrl }: { serverUrl: string }): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Webinars',
    version: '1.0.0',
    description:
      'Webinars to show and to register for. Instants are ISO 8601 in UTC, money is in integer minor units, and programs read `error.details.code`, never the message.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: serverUrl }],
  security: [],
  tags: [{ name: 'Catalogue' }, { name: 'Registration' }, { name: 'Operations' }],
  paths: pathsOf(PUBLIC_ROUTES),
  components: {
    schemas: { ...schemasOf(ANSWERS, 'output'), ...schemasOf(BODIES, 'input'), Error: ERROR },
  },
});

const pathsOf = (routes: readonly PublicRoute[]): Json => {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return paths;
};

const operationOf = (route: PublicRoute): Json => ({
  operationId: route.operationId,
  summary: route.summary,
  tags: [route.tag],
  parameters: [
    ...pathParametersOf(route),
    ...queryParametersOf(route),
    ...(route.isRepeatable ? [IDEMPOTENCY_KEY] : []),
  ],
  ...(route.body && {
    requestBody: {
      required: true,
      content: { [route.body.mediaType]: { schema: ref(route.body.of) } },
    },
  }),
  responses: {
    ...answersOf(route),
    ...(route.isCached && { 304: { description: 'Unchanged since the ETag in If-None-Match.' } }),
    ...refusalsOf(route),
  },
});

const PATH_PARAMETERS: Record<string, string> = {
  id: 'documentId or slug.',
  token: 'The token of a registration, or of a draft: opens everything about it.',
};

const pathParametersOf = ({ path }: PublicRoute): Json[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: PATH_PARAMETERS[name],
    schema: { type: 'string' },
  }));

const IDEMPOTENCY_KEY: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'For requests that may come twice: for 24 hours, the same key and body do nothing a second time. Registering is answered as it was the first time, everything else with how things are now.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$' },
};

/** What a value means once it is parsed (a page is an integer), not how it is written in an address. */
const queryParametersOf = ({ query }: PublicRoute): Json[] =>
  Object.entries(query?.shape ?? {}).map(([name, field]) => {
    const { description, ...schema } = jsonSchema(field, 'output');
    return {
      name,
      in: 'query',
      required: false,
      ...(typeof description === 'string' && { description }),
      schema,
    };
  });

const answersOf = ({ answers, isCached }: PublicRoute): Json =>
  Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [
      status,
      {
        description: DESCRIPTIONS[status],
        ...(isCached &&
          answer.kind !== 'redirect' && { headers: { ETag: { schema: { type: 'string' } } } }),
        ...(answer.kind === 'redirect' && {
          headers: { Location: { schema: { type: 'string' } } },
        }),
        ...contentOf(answer),
      },
    ])
  );

const DESCRIPTIONS: Record<string, string> = {
  200: 'As asked for.',
  201: 'Created.',
  303: 'Done; see the page again.',
  308: 'The slug was changed: it is there now.',
  404: 'There is nothing there.',
  503: 'Out of service.',
};

const contentOf = (answer: Answer): Json => {
  switch (answer.kind) {
    case 'redirect':
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
      return jsonContent(envelope(ref(answer.of), answer.hasMeta === false ? null : META));
    case 'list':
      return jsonContent(envelope({ type: 'array', items: ref(answer.of) }, META));
    case 'page':
      return jsonContent(
        envelope(
          { type: 'array', items: ref(answer.of) },
          { ...META, pagination: ref('Pagination') }
        )
      );
  }
};

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

const refusalsOf = ({ refusals, isRepeatable }: PublicRoute): Json => {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of [...refusals, ...(isRepeatable ? REFUSALS_OF_KEYS : [])]) {
    const { status } = ERRORS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${ERRORS[code].message.en}`).join('\n\n'),
        ...jsonContent({ allOf: [ref('Error'), withCode(codes)] }),
      },
    ])
  );
};

const REFUSALS_OF_KEYS = ['idempotency_key_reused', 'idempotency_in_progress'] as const;

const ERRORS = { ...PUBLIC_ERRORS, ...REQUEST_ERRORS };

const withCode = (codes: readonly RefusalCode[]): Json => {
  const nested = (name: string, schema: Json): Json => ({ properties: { [name]: schema } });
  return nested('error', nested('details', nested('code', { enum: [...codes] })));
};

const ERROR: Json = {
  type: 'object',
  properties: {
    data: { type: 'null' },
    error: {
      type: 'object',
      properties: {
        status: { type: 'integer' },
        name: { type: 'string' },
        message: {
          type: 'string',
          description: 'A sentence for people, in the language asked for.',
        },
        details: {
          type: 'object',
          properties: {
            code: { type: 'string', description: 'For programs. Never changes its meaning.' },
            errors: {
              type: 'array',
              description: 'All fields that are wrong, of a `validation_failed`.',
              items: {
                type: 'object',
                properties: {
                  path: { type: 'array', items: { type: ['string', 'integer'] } },
                  message: { type: 'string' },
                  code: { type: 'string' },
                },
                required: ['path', 'message', 'code'],
              },
            },
          },
          required: ['code'],
        },
      },
      required: ['status', 'name', 'message', 'details'],
    },
  },
  required: ['data', 'error'],
};

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const jsonContent = (schema: Json): Json => ({ content: { 'application/json': { schema } } });

/** Schemas that contain each other refer to each other by name. */
const schemasOf = (named: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output'): Json => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io,
    unrepresentable: 'any',
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => openUp(jsonSchema, io),
  });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema)]));
};

const jsonSchema = (schema: z.core.$ZodType, io: 'input' | 'output'): Json =>
  bare(
    z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      override: ({ jsonSchema }) => withoutBulk(jsonSchema),
    })
  );

const bare = ({ $schema: _dialect, $id: _address, ...schema }: Json): Json => schema;

/** Answers gain fields in time, so clients must not take the list for complete; bodies are taken by the word. */
const openUp = (schema: Json, io: 'input' | 'output') => {
  withoutBulk(schema);
  if (io === 'output' && schema.additionalProperties === false) delete schema.additionalProperties;
};

/** `format` says the same as the pattern of a date, and nobody can read that one. */
const withoutBulk = (schema: Json) => {
  if (schema.format !== undefined) delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
};
