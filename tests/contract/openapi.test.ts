import SwaggerParser from '@apidevtools/swagger-parser';
import { z } from 'zod';
import { ANSWERS, BODIES, PUBLIC_ROUTES } from '../../plugins/webinars/shared/api';
import { ERROR_CODES } from '../../plugins/webinars/server/src/domain/errors';
import { REQUEST_ERRORS } from '../../plugins/webinars/shared/errors';
import { aSession } from '../factories';
import { cancel, look, register } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

type Json = Record<string, unknown>;
type Operation = {
  operationId: string;
  parameters: { name: string; in: string; required: boolean; schema: Json }[];
  responses: Record<string, { description?: string; headers?: Json; content?: Json }>;
};
type OpenApi = Json & {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Json>;
    headers: Json;
    examples: Record<string, { value: unknown }>;
  };
};

const without = (names: readonly string[], others: readonly string[]) =>
  names.filter((name) => !others.includes(name));

let app: TestApp;
let api: OpenApi;

beforeAll(async () => {
  app = await startStrapi({ env: { PUBLIC_URL: 'https://cms.example.org' } });
  api = (await app.api.get<OpenApi>('/api/webinars/openapi.json')).body;
});

afterAll(() => app.stop());

const operations = () =>
  Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
  );

describe('the public contract', () => {
  it('changes only on purpose', () => {
    expect(api).toMatchSnapshot();
  });

  it('describes every public route, and no other', () => {
    const routers = Object.values(app.strapi.plugin('webinars').routes);
    const served = routers
      .flatMap((router) => (router.type === 'content-api' ? router.routes : []))
      .map(({ method, path }) => `${method} ${path}`);
    const described = operations().map(
      ({ method, path }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`
    );

    expect({
      'served, and missing in PUBLIC_ROUTES of shared/api': without(served, described),
      'in PUBLIC_ROUTES of shared/api, and served nowhere': without(described, served),
    }).toEqual({
      'served, and missing in PUBLIC_ROUTES of shared/api': [],
      'in PUBLIC_ROUTES of shared/api, and served nowhere': [],
    });
    expect(described).toHaveLength(PUBLIC_ROUTES.length);
  });

  it('is valid by the schema of OpenAPI 3.1', async () => {
    // The parser writes into what it is given.
    const validate = (document: Json) =>
      SwaggerParser.validate(JSON.parse(JSON.stringify(document)));
    await expect(validate(api)).resolves.toMatchObject({ openapi: '3.1.0' });
    await expect(validate({ ...api, info: { title: 'no version' } })).rejects.toThrow(
      "must have required property 'version'"
    );
  });

  it('shows of every answer and every body an example that fits it', () => {
    const { Error: _refusals, ...named } = { ...ANSWERS, ...BODIES };
    for (const [name, schema] of Object.entries(named)) {
      const examples = z.array(z.unknown()).parse(api.components.schemas[name]?.examples);
      expect(examples.map((example) => [name, schema.safeParse(example).error])).toEqual([
        [name, undefined],
      ]);
    }
  });

  it('shows every refusal as it comes', () => {
    const codes = new Set(
      PUBLIC_ROUTES.flatMap(({ method, refusals, isRepeatable }) => [
        ...refusals,
        ...(method === 'GET' ? [] : ['body_unreadable', 'body_too_large']),
        ...(isRepeatable ? ['idempotency_key_reused', 'idempotency_in_progress'] : []),
      ])
    );
    expect(Object.keys(api.components.examples)).toEqual([...codes].toSorted());
    for (const [code, { value }] of Object.entries(api.components.examples)) {
      expect(ANSWERS.Error.parse(value).error.details.code).toBe(code);
    }
  });

  it('names the headers that callers go by', () => {
    const headersOf = (path: string, method: string, status: number) =>
      Object.keys(api.paths[path]?.[method]?.responses[status]?.headers ?? {});

    expect(headersOf('/sessions', 'get', 200)).toContain('ETag');
    expect(headersOf('/sessions', 'get', 304)).toContain('ETag');
    expect(headersOf('/r/{token}', 'post', 303)).toContain('Location');
    for (const status of [409, 429, 503]) {
      expect(headersOf('/sessions/{id}/registrations', 'post', status)).toContain('Retry-After');
    }
    const taken = api.paths['/sessions/{id}/registrations']?.post?.parameters;
    expect(taken?.map(({ name }) => name)).toEqual(['id', 'locale', 'Idempotency-Key']);
  });

  it('is an OpenAPI document: parameters, references and names fit together', () => {
    expect(api.openapi).toBe('3.1.0');
    expect(api.servers).toEqual([{ url: 'https://cms.example.org/api/webinars' }]);

    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);

    for (const { path, operation } of operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.filter(({ in: place }) => place === 'path');
      expect(declared.map(({ name }) => name)).toEqual(inPath);
      expect(declared.every(({ required }) => required)).toBe(true);
      expect(Object.keys(operation.responses).every((status) => /^[2345]\d\d$/.test(status))).toBe(
        true
      );
      expect(Object.values(operation.responses).every(({ description }) => description)).toBe(true);
    }
  });

  it('refers only to what it defines, and defines only what it refers to', () => {
    const references = [...JSON.stringify(api).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to);
    const { schemas, headers, examples } = api.components;
    const defined = Object.entries({ schemas, headers, examples }).flatMap(([kind, named]) =>
      Object.keys(named).map((name) => `#/components/${kind}/${name}`)
    );
    expect([...new Set(references)].toSorted()).toEqual(defined.toSorted());
  });

  it('lets answers grow, and takes bodies by the word', () => {
    for (const name of Object.keys(ANSWERS)) {
      expect(JSON.stringify(api.components.schemas[name])).not.toContain(
        'additionalProperties":false'
      );
    }
    expect(api.components.schemas.RegistrationBody).toMatchObject({ additionalProperties: false });
  });

  it('says which refusals a caller has to reckon with', () => {
    const registering = api.paths['/sessions/{id}/registrations']?.post;
    expect(Object.keys(registering?.responses ?? {})).toEqual([
      '201',
      '400',
      '404',
      '409',
      '413',
      '422',
      '429',
      '500',
      '503',
    ]);
    expect(registering?.responses['409']?.description).toContain('`already_registered`');
  });

  it('knows every code of its refusals', () => {
    const named = PUBLIC_ROUTES.flatMap(({ refusals }) => refusals);
    const ofRequests = Object.keys(REQUEST_ERRORS);
    expect(named.filter((code) => ![...ERROR_CODES, ...ofRequests].includes(code))).toEqual([]);
  });
});

describe('the answers about a registration', () => {
  it('are as described, no field more or less', async () => {
    const envelope = (data: z.ZodType) =>
      z.strictObject({ data, meta: z.strictObject({ locale: z.enum(['en', 'de']) }) });
    const { documentId } = await aSession(app.strapi, { capacity: 1 });

    const confirmed = await register(app, documentId);
    const waitlisted = await register(app, documentId);

    for (const answer of [confirmed, waitlisted]) {
      expect(answer.status).toBe(201);
      envelope(ANSWERS.RegistrationReceipt).parse(answer.body);
      const seen = await look(app, answer.body.data.token);
      envelope(ANSWERS.Registration).parse(seen.body);
    }
    const cancelled = await cancel(app, waitlisted.body.data.token);
    envelope(ANSWERS.Registration).parse(cancelled.body);
  });
});
