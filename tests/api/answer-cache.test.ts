import { setTimeout as delay } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { PUBLIC_ROUTES } from '../../plugins/webinars/shared/api';
import { aSession, aSpeaker, aTopic, programSettings, type Document } from '../factories';
import { aName, anImage } from '../factories/catalogue';
import { documentsOf } from '../factories/content';
import type { TestDatabase } from '../support/database';
import { plainRequest, type PlainAnswer } from '../support/plain-http';
import { get } from '../support/reading';
import { register } from '../support/registering';
import { createBootedDatabase, startStrapi, type TestApp } from '../support/strapi';

const METRICS_TOKEN = 'a-token-of-the-metrics';
const ORIGIN = 'https://www.example.org';
/** The look whether somebody has changed something. */
const POLL = 'SELECT version FROM';
const SITE = { SITE_URL: 'https://www.example.org' };

/** Every way of asking for the same. */
const WAYS: { method: string; headers: Record<string, string> }[] = [
  { method: 'GET', headers: {} },
  { method: 'GET', headers: { Origin: ORIGIN } },
  { method: 'HEAD', headers: {} },
  { method: 'HEAD', headers: { Origin: ORIGIN } },
  { method: 'GET', headers: { 'If-None-Match': '*' } },
  { method: 'GET', headers: { 'If-None-Match': '*', Origin: ORIGIN } },
  { method: 'GET', headers: { 'If-None-Match': '"another"' } },
  { method: 'GET', headers: { 'Accept-Encoding': 'identity' } },
];

let database: TestDatabase;
let app: TestApp;
let session: Document;
/** What is answered where nothing is kept, in the order of `WAYS`. */
let unkept: Map<string, PlainAnswer[]>;

const pathsOf = ({ documentId, slug }: Document, topic: Document, speaker: Document) => [
  '/sessions',
  '/sessions?pageSize=5&locale=de',
  '/sessions/facets',
  '/sessions/upcoming',
  `/sessions/${documentId}`,
  `/sessions/${String(slug)}/calendar.ics`,
  '/calendar.ics',
  '/feed.xml',
  '/feed.json',
  '/sitemap.xml',
  '/topics',
  `/topics/${topic.documentId}`,
  '/speakers',
  `/speakers/${speaker.documentId}`,
  '/openapi.json',
  '/docs',
  '/docs/viewer.js',
  '/docs/viewer.css',
];

const inEveryWay = async (path: string) => {
  const answers: PlainAnswer[] = [];
  for (const way of WAYS)
    answers.push(await plainRequest(`${app.baseUrl}/api/webinars${path}`, way));
  return answers;
};

beforeAll(async () => {
  database = await createBootedDatabase('answer-cache');
  app = await startStrapi({ database, env: SITE });
  const topic = await aTopic(app.strapi);
  const speaker = await aSpeaker(app.strapi);
  session = await aSession(app.strapi, {
    topic: topic.documentId,
    speaker: speaker.documentId,
    capacity: 20,
  });
  unkept = new Map();
  for (const path of pathsOf(session, topic, speaker)) unkept.set(path, await inEveryWay(path));
  await app.stop();
  app = await startStrapi({
    database,
    env: { ...SITE, WEBINARS_ANSWER_CACHE: 'on', WEBINARS_METRICS_TOKEN: METRICS_TOKEN },
  });
}, 120_000);

afterAll(async () => {
  await app.stop();
  await database.drop();
});

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  plainRequest(`${app.baseUrl}/api/webinars${path}`, { method, headers });

/** The statements that requests have cost; looking for changes goes on beside them. */
const statementsOf = async (work: () => Promise<unknown>): Promise<number> => {
  let count = 0;
  const onQuery = ({ sql }: { sql: string }) => {
    if (!sql.includes(POLL)) count += 1;
  };
  app.strapi.db.connection.on('query', onQuery);
  await work();
  app.strapi.db.connection.removeListener('query', onQuery);
  return count;
};

/** Until the instance has looked once more whether somebody has changed something: it hears of its own changes, too. */
const untilLooked = () =>
  new Promise<void>((resolve) => {
    const { connection } = app.strapi.db;
    let look: string | null = null;
    const onQuery = ({ sql, __knexQueryUid: id }: Query) => {
      if (sql.includes(POLL)) look ??= id;
    };
    const onAnswer = (_rows: unknown, { __knexQueryUid: id }: Query) => {
      if (id !== look) return;
      connection.removeListener('query', onQuery);
      connection.removeListener('query-response', onAnswer);
      setImmediate(resolve);
    };
    connection.on('query', onQuery);
    connection.on('query-response', onAnswer);
  });

type Query = { sql: string; __knexQueryUid: string };

/** As if so much time had passed for whoever looks how old something is. */
const after = async <Result>(ms: number, work: () => Promise<Result>): Promise<Result> => {
  const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + ms);
  try {
    return await work();
  } finally {
    clock.mockRestore();
  }
};

let queries = 0;
/** An address that nobody has asked for. */
const fresh = () => {
  queries += 1;
  return `/sessions?from=2026-01-01T00:00:${String(queries).padStart(2, '0')}Z`;
};

const withoutTime = ({ date: _date, ...headers }: PlainAnswer['headers']) => headers;

describe('a kept answer', () => {
  it('has every header of one that is made, however it is asked for, made now or before', async () => {
    for (const [path, answers] of unkept) {
      const made = await inEveryWay(path);
      const kept = await inEveryWay(path);
      for (const [way, { status, headers, bytes }] of answers.entries()) {
        const expected = {
          path,
          way: WAYS[way],
          status,
          headers: { ...withoutTime(headers), vary: 'Origin, Accept-Encoding' },
          body: bytes.toString(),
        };
        for (const answer of [made[way], kept[way]]) {
          if (answer === undefined) throw new Error('not asked');
          expect({
            ...expected,
            status: answer.status,
            headers: withoutTime(answer.headers),
            body: answer.bytes.toString(),
          }).toEqual(expected);
        }
      }
    }
  });

  it('is there for every route that says so, and costs no statement', async () => {
    const declared = PUBLIC_ROUTES.filter(({ isCached }) => isCached).length;
    const asked = new Set([...unkept.keys()].map((path) => path.split('?')[0]));
    expect(asked.size).toBe(declared);
    for (const path of unkept.keys()) {
      // One after the other: on a busy machine, the first would be too old when the last is there.
      expect((await ask(path)).status).toBe(200);
      const statements = await statementsOf(() => ask(path));
      expect({ path, statements }).toEqual({ path, statements: 0 });
    }
  });

  it('goes out compressed to whoever can read that', async () => {
    const path = '/sessions';
    const plain = await ask(path);
    const asBrotli = await ask(path, { 'Accept-Encoding': 'gzip, br', Origin: ORIGIN });
    const asGzip = await ask(path, { 'Accept-Encoding': 'gzip', Origin: ORIGIN });
    expect(brotliDecompressSync(asBrotli.bytes)).toEqual(plain.bytes);
    expect(gunzipSync(asGzip.bytes)).toEqual(plain.bytes);
    expect(asBrotli.headers['access-control-allow-origin']).toBe(ORIGIN);
    const again = await ask(path, {
      'Accept-Encoding': 'br',
      'If-None-Match': String(asBrotli.headers.etag),
    });
    expect(again.status).toBe(304);
  });

  it('is made once for a crowd', async () => {
    const alone = await statementsOf(() => ask(fresh()));
    const path = fresh();
    const crowd = await statementsOf(() =>
      Promise.all(Array.from({ length: 40 }, () => ask(path)))
    );
    expect(crowd).toBe(alone);
  });

  it('is in the access log and among the figures like any other', async () => {
    const path = fresh();
    const counted = async () => {
      const headers = { Authorization: `Bearer ${METRICS_TOKEN}` };
      const { text } = await get(app, '/metrics', headers);
      const line = /duration_seconds_count\{.*route="\/api\/webinars\/sessions",.*\} (\d+)/.exec(
        text
      );
      return Number(line?.[1] ?? 0);
    };
    const before = await counted();
    await ask(path);
    await ask(path);
    expect((await counted()) - before).toBe(2);
    expect(app.log.filter((line) => line.includes(`GET /api/webinars${path}`))).toHaveLength(2);
  });
});

describe('seats', () => {
  it('are five seconds old at most, and a registration lets go of nothing', async () => {
    const path = `/sessions/${session.documentId}`;
    const seatsLeft = async () =>
      JSON.parse((await ask(path)).bytes.toString()).data.availability.seatsLeft;
    const before = await seatsLeft();
    const other = fresh();
    await ask(other);
    await register(app, session.documentId);
    expect(await statementsOf(() => ask(other))).toBe(0);
    expect(await seatsLeft()).toBe(before);
    expect(await after(5001, seatsLeft)).toBe(before - 1);
  });

  it('are asked for anew at the address that is for them', async () => {
    const path = `/sessions/${session.documentId}/availability`;
    const before = JSON.parse((await ask(path)).bytes.toString()).data.seatsLeft;
    await register(app, session.documentId);
    const { headers, bytes } = await ask(path);
    expect(JSON.parse(bytes.toString()).data.seatsLeft).toBe(before - 1);
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('what is refused', () => {
  it('is refused anew each time', async () => {
    for (const [path, status] of [
      ['/sessions?unheard=of', 400],
      ['/sessions/no-such-session', 404],
    ] as const) {
      expect((await ask(path)).status).toBe(status);
      const again = await statementsOf(async () => {
        expect((await ask(path)).headers['cache-control']).toBe('no-store');
      });
      expect(again > 0).toBe(status === 404);
    }
  });
});

describe('an editor who changes', () => {
  beforeEach(untilLooked);

  const kinds: Record<string, () => Promise<unknown>> = {
    'a session': () => aSession(app.strapi),
    'a topic': () => aTopic(app.strapi),
    'a speaker': () => aSpeaker(app.strapi),
    'a category': () => aName(app.strapi, 'category', { en: 'Another' }),
    'a tag': () => aName(app.strapi, 'tag', { en: 'Another' }),
    'an industry': () => aName(app.strapi, 'industry', { en: 'Another' }),
    'the settings': () => programSettings(app.strapi, { registrationWindow: 30 }),
    'a file': async () => {
      const id = await anImage(app.strapi, 'a-portrait');
      const path = fresh();
      await ask(path);
      expect(await statementsOf(() => ask(path))).toBe(0);
      await app.strapi.db
        .query('plugin::upload.file')
        .update({ where: { id }, data: { url: '/uploads/other.webp' } });
      expect(await statementsOf(() => ask(path))).toBeGreaterThan(0);
    },
  };

  it.each(Object.keys(kinds))('%s lets go of every answer', async (kind) => {
    const path = fresh();
    await ask(path);
    expect(await statementsOf(() => ask(path))).toBe(0);
    await kinds[kind]?.();
    expect(await statementsOf(() => ask(path))).toBeGreaterThan(0);
  });

  it('a title sees it in the next answer', async () => {
    const path = `/sessions/${session.documentId}`;
    await ask(path);
    await documentsOf(app.strapi, 'plugin::webinars.session').update({
      documentId: session.documentId,
      data: { overrides: [{ locale: 'en', title: 'Another title' }] },
    });
    expect((await ask(path)).bytes.toString()).toContain('Another title');
  });

  it('something that is refused lets go of nothing', async () => {
    const path = fresh();
    await ask(path);
    await expect(
      documentsOf(app.strapi, 'plugin::webinars.session').update({
        documentId: session.documentId,
        data: { capacity: -1 },
      })
    ).rejects.toThrow();
    expect(await statementsOf(() => ask(path))).toBe(0);
  });

  it('by a command beside the server is heard within a second', async () => {
    const path = `/sessions/${session.documentId}`;
    await ask(path);
    expect(await statementsOf(() => ask(path))).toBe(0);
    await app.strapi.db.getConnection('webinars_catalog_version').increment('version', 1);
    await delay(1000);
    expect(await statementsOf(() => ask(path))).toBeGreaterThan(0);
  });
});
