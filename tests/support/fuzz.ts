import http from 'node:http';
import v8 from 'node:v8';
import vm from 'node:vm';
import fc from 'fast-check';
import { PUBLIC_ROUTES } from '../../plugins/webinars/shared/api';
import { aRegistrationBody, aSession, aSpeaker, aTopic } from '../factories';
import { registered } from './registering';
import type { TestApp } from './strapi';

/** One request, as chance made it. */
type Call = {
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  body: string | null;
};

type FuzzAnswer = { status: number; text: string; headers: http.IncomingHttpHeaders };

/** Somebody who is registered: `mark` is in every text about this person, and in nobody else's. */
type Person = { token: string; mark: string };

type Town = { sessions: string[]; people: Person[] };

export type FuzzReport = { calls: number; statuses: Record<string, number>; heapGrowthMb: number };

const AT_ONCE = 16;
/** Hardly ever gets in by chance: it is called more often than other routes. */
const REGISTERING = '/sessions/:id/registrations';
const BATCHES = 10;

/** What has broken something somewhere before. */
const NASTY = [
  '',
  ' ',
  '0',
  '-1',
  '1e9',
  'null',
  'undefined',
  'true',
  '__proto__',
  'constructor',
  "' OR 1=1 --",
  '"; DROP TABLE webinars_registrations; --',
  '%00',
  '\u0000',
  '%',
  '../../etc/passwd',
  '{{ 7 * 7 }}',
  '<%= 7 %>',
  '${7}',
  '<script>alert(1)</script>',
  'a'.repeat(300),
  '𝕏'.repeat(20),
  '\ud800',
  '2026-02-30',
  '-271821-04-20T00:00:00Z',
  'Europe/Berlin',
  'de',
  'fr',
  '\r\nSet-Cookie: a=b',
];

/**
 * Calls every public route with whatever chance comes up with. Answers must be answers: never a fault, never a stack,
 * never somebody else's data, and the memory stays what it was.
 */
export const fuzzPublicRoutes = async (
  app: TestApp,
  { seed, calls }: { seed: number; calls: number }
): Promise<FuzzReport> => {
  const town = await aTown(app);
  const makeCall = callsOf(
    town,
    PUBLIC_ROUTES.flatMap(({ method, path }) => {
      const share = path === REGISTERING ? 5 : 1;
      return Array.from({ length: share }, () => ({ method, path: `/api/webinars${path}` }));
    })
  );
  return sendAll({
    app,
    seed,
    calls,
    makeCall,
    check: (call, answer) => check(call, answer, town.people),
  });
};

/** The same for the admin's routes, each call by somebody of another role, or by nobody. */
export const fuzzAdminRoutes = async (
  app: TestApp,
  { seed, calls, logins }: { seed: number; calls: number; logins: readonly (string | null)[] }
): Promise<FuzzReport> => {
  const town = await aTown(app);
  const { admin } = app.strapi.plugin('webinars').routes as unknown as {
    admin: { routes: { method: string; path: string }[] };
  };
  const routes = admin.routes.map(({ method, path }) => ({ method, path: `/webinars${path}` }));
  const makeCall = fc
    .tuple(callsOf(town, routes), fc.constantFrom(...logins))
    .map(([call, login]) => ({
      ...call,
      headers: { ...call.headers, ...(login && { Authorization: `Bearer ${login}` }) },
    }));
  return sendAll({ app, seed, calls, makeCall, check: expectAnAnswer });
};

/** Sessions and people for chance to meet. */
const aTown = async (app: TestApp): Promise<Town> => {
  await aTopic(app.strapi, { german: { title: 'Eine Bilanz lesen' } });
  await aSpeaker(app.strapi);
  const { documentId } = await aSession(app.strapi, { capacity: 3 });
  const { slug } = await aSession(app.strapi);
  const people: Person[] = [];
  for (let number = 0; number < 6; number += 1) {
    const mark = `Mark${number}${documentId.slice(-6)}`;
    const { token } = await registered(app, documentId, {
      lastName: mark,
      email: `${mark}@example.org`,
    });
    people.push({ token, mark });
  }
  await app.runJobs();
  return { sessions: [documentId, String(slug)], people };
};

const callsOf = (
  { sessions, people }: Town,
  routes: readonly { method: string; path: string }[]
): fc.Arbitrary<Call> => {
  const anything = fc.oneof(
    fc.constantFrom(...NASTY),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(...people.map(({ token }) => token)),
    fc.constantFrom(...people.map(({ token }) => mutated(token)))
  );
  const parameters = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...sessions) },
    { weight: 3, arbitrary: anything }
  );
  const queryNames = [
    ...new Set(PUBLIC_ROUTES.flatMap(({ query }) => Object.keys(query?.shape ?? {}))),
    'nonsense',
    'locale[]',
    'a[b][c]',
    'page',
  ];
  const someQuery = fc
    .array(fc.tuple(fc.constantFrom(...queryNames), anything), { maxLength: 4 })
    .map((pairs) => pairs.map(([name, value]) => `${name}=${encoded(value)}`).join('&'));
  const queries = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('', '', 'locale=de') },
    { weight: 2, arbitrary: someQuery }
  );
  const fields = [...Object.keys(aRegistrationBody()), 'sessions', 'language', 'utm', 'nonsense'];
  const value = fc.oneof(anything, fc.jsonValue({ maxDepth: 3 }), fc.integer(), fc.boolean());
  const bodies = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 1 }).map(aBodyWith),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }).map((json) => JSON.stringify(json)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '{', '[[', '\u0000', '{"a":1e999}', 'action=cancel'),
    }
  );
  const headers = fc.record(
    {
      'Content-Type': fc.constantFrom(
        ...Array<string>(16).fill('application/json'),
        'application/x-www-form-urlencoded',
        'text/plain',
        'multipart/form-data; boundary=x',
        'application/xml'
      ),
      'Idempotency-Key': fc.oneof(
        { weight: 9, arbitrary: fc.uuid() },
        { weight: 1, arbitrary: fc.constantFrom('one', 'two', '', ' ', 'x'.repeat(300)) }
      ),
      'If-None-Match': fc.constantFrom('*', '"x"', 'W/"', ','),
      'Accept-Language': fc.constantFrom('de', '*', 'x;q=9', ''),
      'X-Forwarded-For': fc.constantFrom('1.2.3.4', 'nonsense', ','),
    },
    { requiredKeys: [] }
  );
  return fc
    .record({
      route: fc.constantFrom(...routes),
      parameter: parameters,
      query: queries,
      headers,
      body: bodies,
    })
    .map(({ route: { method, path }, parameter, query, headers: sent, body }) => ({
      method,
      path: path.replace(/:\w+/g, () => encoded(parameter) || 'x'),
      query,
      headers: { 'Content-Type': 'application/json', ...sent } as Record<string, string>,
      body: method === 'GET' ? null : body,
    }));
};

/** Near enough to a registration that some get through. */
const aBodyWith = (changes: Record<string, unknown>) =>
  JSON.stringify({ ...aRegistrationBody(), ...changes });

/** Right in form, and signed by nobody. */
const mutated = (token: string) => {
  const at = token.length - 8;
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
};

const encoded = (text: string) =>
  encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8')).replace(/%2500/g, '%00');

const sendAll = async ({
  app,
  seed,
  calls,
  makeCall,
  check: checkAnswer,
}: {
  app: TestApp;
  seed: number;
  calls: number;
  makeCall: fc.Arbitrary<Call>;
  check: (call: Call, answer: FuzzAnswer) => void;
}): Promise<FuzzReport> => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const statuses: Record<string, number> = {};
  const heaps: number[] = [];
  const size = Math.ceil(calls / BATCHES);
  try {
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const made = fc.sample(makeCall, { numRuns: size, seed: seed + batch });
      const workers = Array.from({ length: AT_ONCE }, async () => {
        for (let call = made.pop(); call !== undefined; call = made.pop()) {
          const answer = await send(app.baseUrl, call, agent);
          statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
          checkAnswer(call, answer);
        }
      });
      await Promise.all(workers);
      await app.runJobs();
      app.mails.clear();
      heaps.push(usedHeapMb());
    }
  } finally {
    agent.destroy();
  }
  // The first batches fill what is remembered for a while.
  const settled = heaps[Math.floor(BATCHES / 3)] ?? 0;
  return { calls, statuses, heapGrowthMb: Math.round((heaps.at(-1) ?? 0) - settled) };
};

const send = (baseUrl: string, call: Call, agent: http.Agent): Promise<FuzzAnswer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(baseUrl);
    const request = http.request(
      {
        agent,
        hostname,
        port,
        method: call.method,
        path: call.query ? `${call.path}?${call.query}` : call.path,
        headers: call.headers,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString('utf8'),
            headers: response.headers,
          })
        );
      }
    );
    request.on('error', reject);
    request.end(call.body ?? undefined);
  });

const check = (call: Call, answer: FuzzAnswer, people: readonly Person[]) => {
  expectAnAnswer(call, answer);
  // Only who holds a token reads of its person; what was sent comes back to nobody else.
  const asked = `${call.path} ${call.query} ${call.body ?? ''}`;
  const strangers = people.filter(
    ({ token, mark }) => answer.text.includes(mark) && !asked.includes(token.slice(0, 32))
  );
  expect({ call, strangers }).toEqual({ call, strangers: [] });
};

const expectAnAnswer = (call: Call, { status, text }: FuzzAnswer) => {
  const isFault = status >= 500 && !(status === 503 && text.includes('"busy"'));
  const hasStack = /\n\s+at |node_modules|\.ts:\d|\.js:\d|SQLITE_|SqliteError|pg_catalog/.test(
    text
  );
  expect({ call, status, isFault, hasStack, text: isFault || hasStack ? text : '' }).toEqual({
    call,
    status,
    isFault: false,
    hasStack: false,
    text: '',
  });
};

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc') as () => void;

const usedHeapMb = () => {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1024 / 1024;
};
