import { ANSWERS, BODIES, PUBLIC_ROUTES, type PublicRoute } from '../../../../shared/api';
import { HEADERS, refusalExamplesOf, responsesOf } from './describe-answers';
import { jsonSchema, ref, schemasOf, type Json } from './describe-schemas';
import { exampleOf } from './examples';

export type Described = {
  serverUrl: string;
  /** Whether the routes ask for an API token of Strapi's. */
  isClosed: boolean;
};

/** The OpenAPI 3.1 document of the public routes, made of the schemas that requests are parsed with. */
export const describeApi = ({ serverUrl, isClosed }: Described): Json => {
  const schemas = withExamples({
    ...schemasOf(ANSWERS, 'output'),
    ...schemasOf(BODIES, 'input'),
  });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Webinars',
      version: '1.0.0',
      description:
        'Webinars to show and to register for. Instants are ISO 8601 in UTC, money is in integer minor units, and programs read `error.details.code`, never the message.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: serverUrl }],
    security: isClosed ? [{ apiToken: [] }] : [],
    tags: [
      { name: 'Catalogue', description: 'The programme: sessions, topics and speakers.' },
      { name: 'Registration', description: 'What one person does about one registration.' },
      { name: 'Signals', description: 'What visitors do, counted without knowing them.' },
      { name: 'Operations', description: 'What machines ask this server about itself.' },
    ],
    paths: pathsOf(PUBLIC_ROUTES, isClosed),
    components: {
      schemas,
      headers: HEADERS,
      examples: refusalExamplesOf(PUBLIC_ROUTES),
      securitySchemes: {
        ...(isClosed && {
          apiToken: { type: 'http', scheme: 'bearer', description: 'An API token of Strapi.' },
        }),
        metricsToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token that the operators have set for the metrics.',
        },
      },
    },
  };
};

/** Those of the refusals are shown with each. */
const withExamples = (schemas: Readonly<Record<string, Json>>): Json =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      name === 'Error' ? schema : { ...schema, examples: [exampleOf(schema, schemas, { name })] },
    ])
  );

const pathsOf = (routes: readonly PublicRoute[], isClosed: boolean): Json => {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, isClosed) };
  }
  return paths;
};

const operationOf = (route: PublicRoute, isClosed: boolean): Json => ({
  operationId: route.operationId,
  summary: route.summary,
  tags: [route.tag],
  ...(route.needsMetricsToken && { security: [{ metricsToken: [] }] }),
  parameters: [
    ...pathParametersOf(route),
    ...queryParametersOf(route),
    ...(route.isRepeatable ? [IDEMPOTENCY_KEY] : []),
    ...(route.isCached || route.isConditional ? [IF_NONE_MATCH] : []),
  ],
  ...(route.body && {
    requestBody: {
      required: true,
      content: {
        [route.body.mediaType]: { schema: ref(route.body.of) },
        ...(route.body.isForm && {
          'application/x-www-form-urlencoded': { schema: ref(route.body.of) },
        }),
      },
    },
  }),
  responses: responsesOf(route, { isClosed: isClosed && route.needsMetricsToken !== true }),
});

const PATH_PARAMETERS: Record<string, string> = {
  id: 'documentId or slug.',
  feed: 'The secret token of a person’s calendar.',
  token: 'The token of a registration, or of a draft: opens everything about it.',
};

const pathParametersOf = ({ path }: PublicRoute): Json[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: PATH_PARAMETERS[name],
    schema: { type: 'string' },
    example: exampleOf({ type: 'string' }, {}, { name }),
  }));

const IDEMPOTENCY_KEY: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'For requests that may come twice: for 24 hours, the same key and body do nothing a second time. Registering is answered as it was the first time, everything else with how things are now.',
  // No example: the page would send the same key with every try.
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$' },
};

const IF_NONE_MATCH: Json = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The ETag of an earlier answer.',
  schema: { type: 'string' },
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
