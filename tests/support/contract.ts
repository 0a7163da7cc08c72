import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { PUBLIC_ROUTES, type PublicRoute } from '../../plugins/webinars/shared/api';
import { describeApi } from '../../plugins/webinars/server/src/features/operations/describe-api';

/** A request and what came back, as far as the OpenAPI document has a say in it. */
export type Exchange = {
  method: string;
  /** With its query. */
  path: string;
  /** What was sent as JSON; undefined for nothing, or for something else. */
  sent?: unknown;
  status: number;
  headers: Headers;
  body: unknown;
  text: string;
};

/**
 * Holds an exchange with a public route against the OpenAPI document: the answer in full, with no property that is not
 * described, and the query and the body of a request that was taken. Other addresses are nobody's promise.
 *
 * @throws Error that says what is not as described, and where to describe it
 */
export const checkExchange = (exchange: Exchange): void => {
  const route = routeOf(exchange);
  if (route === undefined) return;
  const faults = [
    ...faultsOfAnswer(route, exchange),
    ...faultsOfQuery(route, exchange),
    ...faultsOfBody(route, exchange),
  ];
  if (faults.length === 0) return;
  throw new Error(
    [
      `${route.method} ${route.path} (${exchange.path}) answered ${exchange.status}, not as its entry in shared/api says:`,
      ...faults.map((fault) => `  ${fault}`),
      `  ${exchange.text.slice(0, 500)}`,
    ].join('\n')
  );
};

const PREFIX = '/api/webinars';

const routeOf = ({ method, path }: Exchange): PublicRoute | undefined => {
  const [address = ''] = path.split('?');
  if (!address.startsWith(`${PREFIX}/`)) return undefined;
  const segments = address.slice(PREFIX.length).split('/');
  return ROUTES.find(
    (route) =>
      route.method === method.toUpperCase() &&
      route.segments.length === segments.length &&
      route.segments.every((segment, at) =>
        segment.startsWith(':') ? segments[at] !== '' : segment === segments[at]
      )
  );
};

/** Words come before names, as they do where routes are served. */
const ROUTES = PUBLIC_ROUTES.map((route) => ({ ...route, segments: route.path.split('/') })).sort(
  (a, b) => parametersIn(a) - parametersIn(b)
);

function parametersIn({ segments }: { segments: readonly string[] }) {
  return segments.filter((segment) => segment.startsWith(':')).length;
}

const faultsOfAnswer = (route: PublicRoute, { status, headers, body, text }: Exchange) => {
  const described = operationOf(route).responses[status];
  if (described === undefined) return [`the status ${status} is not described`];
  const missing = Object.entries(described.headers ?? {})
    .filter(([name, { $ref }]) => headerOf($ref).required === true && !headers.has(name))
    .map(([name]) => `the header ${name} is missing`);
  if (described.content === undefined) {
    return text === '' ? missing : [...missing, 'there is a body, and none is described'];
  }
  const type = headers.get('content-type')?.split(';')[0] ?? 'none';
  const content = described.content[type];
  if (content === undefined) return [...missing, `the type ${type} is not described`];
  if (!type.includes('json')) return missing;
  return [
    ...missing,
    ...faultsIn(body, { name: `${route.operationId} ${status}`, schema: content.schema }),
  ];
};

/** What is not described has to be refused. */
const faultsOfQuery = (route: PublicRoute, { path, status }: Exchange) => {
  if (status >= 400) return [];
  const described = operationOf(route)
    .parameters.filter(({ in: place }) => place === 'query')
    .map(({ name }) => name);
  return (
    [...new URLSearchParams(path.split('?')[1]).keys()]
      // Repeated, a name may carry brackets.
      .map((name) => name.replace(/\[\]$/, ''))
      .filter((name) => !described.includes(name))
      .map((name) => `this query was taken: ${name}`)
  );
};

/** Only of what was taken: that bad bodies are refused is for the tests of the routes to say. */
const faultsOfBody = (route: PublicRoute, { status, sent }: Exchange) => {
  const schema = operationOf(route).requestBody?.content['application/json']?.schema;
  if (schema === undefined || sent === undefined || status >= 300) return [];
  return faultsIn(sent, { name: `${route.operationId} body`, schema }).map(
    (fault) => `this body was taken: ${fault}`
  );
};

const faultsIn = (value: unknown, { name, schema }: { name: string; schema: Json }): string[] => {
  const validate = validators.get(name) ?? compile(schema);
  validators.set(name, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath || '/'} ${message} ${JSON.stringify(params)}`
  );
};

type Json = Record<string, unknown>;

type Operation = {
  parameters: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: Json }> };
  responses: Record<
    string,
    { headers?: Record<string, { $ref: string }>; content?: Record<string, { schema: Json }> }
  >;
};

type OpenApi = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Json; headers: Record<string, { required?: boolean }> };
};

/** Nothing more than what is described, however open the document leaves it for the future. */
const closed = (node: unknown, isPart = false): unknown => {
  if (Array.isArray(node)) return node.map((item) => closed(item, isPart));
  if (typeof node !== 'object' || node === null) return node;
  const { example: _one, examples: _several, ...schema } = node as Json;
  const inside = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, closed(value, isPart || key === 'allOf')])
  );
  const isOpen = 'properties' in inside && inside.type === 'object' && !isPart;
  return isOpen ? { additionalProperties: false, ...inside } : inside;
};

// The document is JSON to whoever makes it; these are the parts of it that are looked at here.
const api = closed(describeApi({ serverUrl: '', isClosed: false })) as OpenApi;
const { schemas } = api.components;

const operationOf = ({ path, method }: PublicRoute): Operation => {
  const operation = api.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  if (operation === undefined) throw new Error(`${method} ${path} is not in the document`);
  return operation;
};

const headerOf = ($ref: string) => api.components.headers[$ref.split('/').at(-1) ?? ''] ?? {};

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);

const compile = (schema: Json) => ajv.compile({ ...schema, components: { schemas } });

/** To compile them takes longer than all else here, and each test file comes with this module anew. */
type Kept = { document: string; validators: Map<string, ValidateFunction> };
const KEPT = Symbol.for('webinars: validators of the OpenAPI document');

const keptValidators = (): Kept['validators'] => {
  const store: Record<symbol, Kept | undefined> = globalThis;
  const document = JSON.stringify(api);
  const known = store[KEPT];
  const kept = known?.document === document ? known : { document, validators: new Map() };
  store[KEPT] = kept;
  return kept.validators;
};

const validators = keptValidators();
