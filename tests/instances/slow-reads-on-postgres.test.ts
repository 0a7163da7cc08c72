/** @jest-environment ./tests/support/zone-environment.js */
import { aSession, aSpeaker, aTopic } from '../factories';
import type { TestDatabase } from '../support/database';
import { get } from '../support/reading';
import { expectRefusal, register } from '../support/registering';
import { createBootedDatabase, startStrapi, type TestApp } from '../support/strapi';

const LONGEST_MS = 400;
/** Statements one after the other, and a slow machine; a lock alone would be waited for 15 seconds. */
const PATIENCE_MS = 4_000;

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await createBootedDatabase('slow reads', 'postgres');
  const env = {
    WEBINARS_READ_TIMEOUT: String(LONGEST_MS),
    SITE_URL: 'https://webinars.example.org',
  };
  app = await startStrapi({ database, env });
  const topic = await aTopic(app.strapi, { slug: 'a-topic' });
  const speaker = await aSpeaker(app.strapi, { slug: 'a-speaker' });
  await aSession(app.strapi, {
    ...{ topic: topic.documentId, speaker: speaker.documentId },
    slug: 'a-session',
  });
  await app.untilIdle();
}, 120_000);

afterAll(async () => {
  await app.stop();
  await database.drop();
});

/** Nothing can be read of what the public sees until the work is done. */
const whileNothingIsRead = async (work: () => Promise<void>) => {
  const operator = database.connect();
  const trx = await operator.transaction();
  try {
    for (const table of ['catalog', 'catalog_version', 'topics', 'speakers', 'sessions']) {
      await trx.raw(`LOCK TABLE ${database.name(`webinars_${table}`)} IN ACCESS EXCLUSIVE MODE`);
    }
    await work();
  } finally {
    await trx.rollback();
    await operator.destroy();
  }
};

const waitingStatements = async () => {
  const observer = database.connect();
  const { rows } = await observer.raw(
    `SELECT query FROM pg_stat_activity
     WHERE wait_event_type = 'Lock' AND datname = current_database()`
  );
  await observer.destroy();
  return rows;
};

describe('a public read that takes too long', () => {
  it.each([
    '/sessions',
    '/sessions?search=balance',
    '/sessions/facets',
    '/sessions/upcoming',
    '/sessions/a-session',
    '/sessions/a-session/availability',
    '/sessions/a-session/calendar.ics',
    '/calendar.ics',
    '/feed.xml',
    '/feed.json',
    '/sitemap.xml',
    '/topics',
    '/topics/a-topic',
    '/speakers',
    '/speakers/a-speaker',
  ])('is stopped and answered as busy: %s', async (path) => {
    expect((await get(app, path)).status).toBe(200);
    await whileNothingIsRead(async () => {
      const askedAt = performance.now();
      const answer = await get(app, path);
      expectRefusal(answer, 503, 'busy');
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(performance.now() - askedAt).toBeLessThan(PATIENCE_MS);
      expect(await waitingStatements()).toEqual([]);
    });
    expect((await get(app, path)).status).toBe(200);
  });

  it('leaves the connections to others, however many come', async () => {
    const askedAt = performance.now();
    await whileNothingIsRead(async () => {
      const crowd = Promise.all(Array.from({ length: 40 }, () => get(app, '/topics')));
      const statuses = (await crowd).map(({ status }) => status);
      expect(new Set(statuses)).toEqual(new Set([503]));
    });
    expect(performance.now() - askedAt).toBeLessThan(2 * PATIENCE_MS);
    expect(await register(app, 'a-session')).toMatchObject({ status: 201 });
    expect((await get(app, '/topics')).status).toBe(200);
  });
});
