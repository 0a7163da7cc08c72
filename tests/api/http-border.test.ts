import { readdirSync, readFileSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { PUBLIC_ROUTES } from '../../plugins/webinars/shared/api';
import { REQUEST_ERRORS } from '../../plugins/webinars/shared/errors';
import { aSession } from '../factories';
import { registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

const API = '/api/webinars';
const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

let app: TestApp;
let session: string;
let token: string;

beforeAll(async () => {
  app = await startStrapi();
  session = (await aSession(app.strapi, { slug: 'at-the-border' })).documentId;
  ({ token } = await registered(app, session));
});

afterAll(() => app.stop());

const send = (method: string, address: string, init: RequestInit = {}) =>
  fetch(`${app.baseUrl}${address}`, { ...init, method, redirect: 'manual' });

const sendBody = (body: BodyInit, headers: Record<string, string>, query = '') =>
  send('POST', `${API}/sessions/${session}/registrations${query}`, { body, headers });

type Refusal = { error: { message: string; details: { code: string } } };

const refusalOf = async (answer: Response) => {
  const { error } = (await answer.json()) as Refusal;
  return { status: answer.status, code: error.details.code, message: error.message };
};

const expectSecured = ({ headers }: Response) => {
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('content-security-policy')).toMatch(/frame-ancestors '(none|self)'/);
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  expect(headers.get('x-powered-by')).toBeNull();
};

describe('the headers of an answer', () => {
  it.each(PUBLIC_ROUTES.map(({ method, path: route }) => [method, route]))(
    'keep browsers careful on %s %s',
    async (method, route) => {
      const address = route.replace(':id', 'at-the-border').replace(':token', token);
      expectSecured(await send(method, `${API}${address}`));
    }
  );

  it.each([
    ['an address that leads nowhere', 'GET', '/no-such-route', 404],
    ['an address that cannot be read', 'GET', '/sessions/%E0%A4%A', 404],
    ['a method that is not served', 'PUT', '/sessions', 405],
    ['a token that opens nothing', 'GET', '/registrations/nothing', 404],
    ['a query that is wrong', 'GET', '/sessions?page=x', 400],
  ])('keep browsers careful about %s', async (_name, method, address, status) => {
    const answer = await send(method, `${API}${address}`);
    expect(answer.status).toBe(status);
    expectSecured(answer);
  });

  it('keep browsers careful about what the admin may see only', async () => {
    const answer = await send('GET', '/webinars/activities');
    expect(answer.status).toBe(401);
    expectSecured(answer);
  });

  it('keep whatever belongs to one person out of caches', async () => {
    const routes = PUBLIC_ROUTES.filter(({ path: route }) => route.includes(':token'));
    for (const { method, path: route } of routes) {
      const answer = await send(method, `${API}${route.replace(':token', token)}`);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('let the page of a registration load nothing, run nothing and be framed by nobody', async () => {
    for (const shown of [token, 'nothing']) {
      const { headers } = await send('GET', `${API}/r/${shown}`);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
      );
    }
  });
});

describe('a page of another origin', () => {
  const origin = 'https://www.example.org';

  it('may send what the API understands', async () => {
    const answer = await send('OPTIONS', `${API}/sessions/${session}/registrations`, {
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,idempotency-key',
      },
    });
    const allowed = (answer.headers.get('access-control-allow-headers') ?? '').toLowerCase();
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('access-control-allow-methods')).toMatch(/POST.*PATCH/);
    expect(allowed.split(',')).toEqual(
      expect.arrayContaining([
        'content-type',
        'authorization',
        'accept',
        'idempotency-key',
        'if-none-match',
      ])
    );
  });

  it.each(['/sessions', '/registrations/nothing'])(
    'may read what %s says besides its body',
    async (address) => {
      const { headers } = await send('GET', `${API}${address}`, { headers: { Origin: origin } });
      const exposed = (headers.get('access-control-expose-headers') ?? '').toLowerCase();
      expect(headers.get('access-control-allow-origin')).toBe(origin);
      expect(exposed.split(',')).toEqual(['etag', 'retry-after', 'location']);
      expect(headers.get('vary')).toMatch(/origin/i);
    }
  );

  it('never acts with the cookies of somebody who is signed in to the admin', async () => {
    for (const [method, address] of [
      ['OPTIONS', '/admin/access-token'],
      ['POST', '/admin/access-token'],
      ['GET', `${API}/sessions`],
    ] as const) {
      const { headers } = await send(method, address, {
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
      });
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
  });
});

describe('a body', () => {
  const MUCH = 'x'.repeat(300_000);
  const multipart = (part: string) => `--x\r\n${part}\r\n--x--\r\n`;
  const MULTIPART = 'multipart/form-data; boundary=x';
  const zipped = { 'Content-Type': JSON_TYPE, 'Content-Encoding': 'gzip' };

  it.each([
    ['JSON', JSON.stringify({ firstName: MUCH }), { 'Content-Type': JSON_TYPE }],
    ['JSON, once it is unpacked,', gzipSync(JSON.stringify({ firstName: MUCH })), zipped],
    ['a form', `firstName=${MUCH}`, { 'Content-Type': FORM }],
    ['text', MUCH, { 'Content-Type': 'text/plain' }],
    [
      'a multipart form',
      multipart(`Content-Disposition: form-data; name="firstName"\r\n\r\n${MUCH}`),
      { 'Content-Type': MULTIPART },
    ],
  ])('of %s that is too large is refused in both languages', async (_name, body, headers) => {
    const english = await refusalOf(await sendBody(body, headers));
    const german = await refusalOf(await sendBody(body, headers, '?locale=de'));
    const { en, de } = REQUEST_ERRORS.body_too_large.message;
    expect(english).toEqual({ status: 413, code: 'body_too_large', message: en });
    expect(german).toEqual({ status: 413, code: 'body_too_large', message: de });
  });

  it.each([
    ['broken JSON', '{"firstName":', { 'Content-Type': JSON_TYPE }],
    ['what is not packed as it says', 'nonsense', zipped],
    ['an unknown packing', '{}', { 'Content-Type': JSON_TYPE, 'Content-Encoding': 'nonsense' }],
    ['a multipart form without parts', '--x\r\nnonsense', { 'Content-Type': MULTIPART }],
    ['a multipart form without a boundary', 'nonsense', { 'Content-Type': 'multipart/form-data' }],
  ])('of %s is refused as unreadable', async (_name, body, headers) => {
    const { status, code } = await refusalOf(await sendBody(body, headers));
    expect({ status, code }).toEqual({ status: 400, code: 'body_unreadable' });
  });

  it.each([
    ['a form', 'firstName=%E0%A4%A&a[b][c]=%', { 'Content-Type': FORM }],
    [
      'a multipart form',
      multipart('Content-Disposition: form-data; name="firstName"\r\n\r\nAda'),
      { 'Content-Type': MULTIPART },
    ],
    ['bytes', 'nonsense', { 'Content-Type': 'application/octet-stream' }],
  ])('of %s is no registration', async (_name, body, headers) => {
    const { status, code } = await refusalOf(await sendBody(body, headers));
    expect({ status, code }).toEqual({ status: 400, code: 'validation_failed' });
  });

  it('leaves no file behind, whatever it brings', async () => {
    const content = `nobody asked for this ${process.pid}`;
    const file = (name: string) =>
      multipart(
        `Content-Disposition: form-data; name="${name}"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n${content}`
      );
    const headers = { 'Content-Type': MULTIPART };
    for (const name of ['files', 'anything']) {
      await sendBody(file(name), headers);
      await send('POST', '/no-such-route', { body: file(name), headers });
      await send('POST', '/upload', { body: file(name), headers });
      await send('POST', '/api/upload', { body: file(name), headers });
    }
    // Strapi answers first and clears away then.
    const until = Date.now() + 5000;
    while (filesWith(content).length > 0 && Date.now() < until) await delay(50);
    expect(filesWith(content)).toEqual([]);
  });

  it('that is refused leaves one line in the log, without a stack', async () => {
    const seen = app.log.length;
    await sendBody('{"firstName":', { 'Content-Type': JSON_TYPE });
    await sendBody(JSON.stringify({ firstName: MUCH }), { 'Content-Type': JSON_TYPE });
    expect(app.log.slice(seen).map((line) => line.replace(/\(\d+ ms\)/, '…'))).toEqual([
      `http: POST ${API}/sessions/${session}/registrations … 400`,
      `http: POST ${API}/sessions/${session}/registrations … 413`,
    ]);
  });

  it('of a file can still be uploaded by an editor', async () => {
    const form = new FormData();
    form.append('files', new Blob(['hello'], { type: 'text/plain' }), 'hello.txt');
    const sent = new Response(form);
    const admin = await app.admin();
    const answer = await admin.post<{ id: number; name: string }[]>('/upload', {
      headers: { 'Content-Type': sent.headers.get('content-type') ?? '' },
      rawBody: await sent.text(),
    });
    const [file] = answer.body;
    await admin.delete(`/upload/files/${file?.id}`);

    expect(answer.status).toBe(201);
    expect(file?.name).toBe('hello.txt');
  });
});

/** Files in the temporary folder with exactly this content. */
const filesWith = (content: string): string[] =>
  readdirSync(os.tmpdir())
    .map((name) => path.join(os.tmpdir(), name))
    .filter((file) => {
      // Somebody else's may go while they are looked at.
      const { size = -1 } = statSync(file, { throwIfNoEntry: false }) ?? {};
      return size === Buffer.byteLength(content) && readFileSync(file, 'utf8') === content;
    });
