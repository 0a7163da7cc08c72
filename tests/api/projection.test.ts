import { aSession, aSpeaker, aTopic, documentsOf, inDays, programSettings } from '../factories';
import { aName, anImage } from '../factories/catalogue';
import { get, readItem, readPage } from '../support/reading';
import { register } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
});

afterAll(() => app.stop());

const TOPIC = 'plugin::webinars.topic';
const SPEAKER = 'plugin::webinars.speaker';
const SESSION = 'plugin::webinars.session';

const catalog = (): Catalog => app.strapi.plugin('webinars').service('catalog');

type Catalog = {
  version(): Promise<number>;
  check(): Promise<{ checked: number; drift: { session: string; what: string }[] }>;
  rebuild(): Promise<number>;
};

const titlesOf = async (query: string) =>
  (await readPage(app, `/sessions?${query}`, 'SessionCard')).items.map(({ title }) => title);

const rename = async (documentId: string, title: string) => {
  const topics = documentsOf(app.strapi, TOPIC);
  await topics.update({ documentId, locale: 'en', data: { title } });
  await topics.publish?.({ documentId, locale: 'en' });
};

describe('what an editor changes', () => {
  it('is shown from the same commit on: states, times and prices', async () => {
    const { documentId } = await aSession(app.strapi, { slug: 'followed', price: 100 });
    const sessions = documentsOf(app.strapi, SESSION);
    const path = '/sessions/followed';

    await sessions.update({ documentId, data: { price: 200, datetime: '2031-01-01T10:00:00Z' } });
    expect(await readItem(app, path, 'Session')).toMatchObject({
      price: { amount: 200 },
      datetime: '2031-01-01T10:00:00.000Z',
    });
    await sessions.update({ documentId, data: { state: 'cancelled' } });
    expect(await readItem(app, path, 'Session')).toMatchObject({
      status: 'cancelled',
      availability: { registrationState: 'cancelled' },
    });
    await sessions.delete({ documentId });
    expect((await get(app, path)).status).toBe(404);
    expect(await app.rows('webinars_catalog', { session_document_id: documentId })).toEqual([]);
  });

  it('may hold an emoji, and is found by its words', async () => {
    const topic = await aTopic(app.strapi, { title: '⚠️ Warnings ❤️' });
    await aSession(app.strapi, { slug: 'emoji', topic: topic.documentId });
    expect(await titlesOf('search=warning')).toEqual(['⚠️ Warnings ❤️']);
    expect(await titlesOf(`search=${encodeURIComponent('warnings ☀️')}`)).toHaveLength(1);
    expect(await titlesOf(`search=${encodeURIComponent('☀️')}`)).toEqual([]);
    await catalog().rebuild();
    expect((await catalog().check()).drift).toEqual([]);
  });

  it('may be several names of one session, deleted at once', async () => {
    const tags = await Promise.all(
      ['One', 'Two', 'Three'].map((en) => aName(app.strapi, 'tag', { en }))
    );
    const topic = await aTopic(app.strapi, { tags: tags.map(({ documentId }) => documentId) });
    await aSession(app.strapi, { slug: 'many-tags', topic: topic.documentId });
    const admin = await app.admin();
    const { status } = await admin.post(
      '/content-manager/collection-types/plugin::webinars.tag/actions/bulkDelete?locale=en',
      { body: { documentIds: tags.map(({ documentId }) => documentId) } }
    );
    expect(status).toBe(200);
    expect((await readItem(app, '/sessions/many-tags', 'Session')).topic?.tags).toEqual([]);
  });

  it('leaves nothing behind when its transaction fails', async () => {
    const { documentId } = await aSession(app.strapi, { slug: 'rolled-back', price: 100 });
    const failing = app.strapi.db.transaction(async () => {
      await documentsOf(app.strapi, SESSION).update({ documentId, data: { price: 900 } });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');

    expect((await readItem(app, '/sessions/rolled-back', 'Session')).price.amount).toBe(100);
  });

  it('is followed by whatever shows it', async () => {
    const category = await aName(app.strapi, 'category', { en: 'Old', de: 'Alt' });
    const tag = await aName(app.strapi, 'tag', { en: 'Old tag' });
    const image = await anImage(app.strapi, 'before');
    const topic = await aTopic(app.strapi, {
      category: category.documentId,
      tags: [tag.documentId],
      thumbnail: image,
    });
    const speaker = await aSpeaker(app.strapi, { company: 'Before' });
    await aSession(app.strapi, {
      slug: 'follower',
      topic: topic.documentId,
      speaker: speaker.documentId,
    });

    await rename(topic.documentId, 'Another title');
    await documentsOf(app.strapi, SPEAKER).update({
      documentId: speaker.documentId,
      data: { company: 'After', expertise: [{ text: 'Beekeeping' }] },
    });
    for (const [kind, { documentId }] of [
      ['category', category],
      ['tag', tag],
    ] as const) {
      await documentsOf(app.strapi, `plugin::webinars.${kind}`).update({
        documentId,
        locale: 'en',
        data: { name: `New ${kind}` },
      });
    }
    await app.strapi.db
      .query('plugin::upload.file')
      .update({ where: { id: image }, data: { url: '/uploads/after.webp' } });

    const [card] = (await readPage(app, '/sessions?expertise=beekeeping', 'SessionCard')).items;
    expect(card).toMatchObject({
      title: 'Another title',
      speaker: { company: 'After' },
      topic: { category: { name: 'New category' }, tags: [{ name: 'New tag' }] },
    });
    expect(card?.topic?.thumbnailUrl).toContain('/uploads/after.webp');
    expect(await readItem(app, '/sessions/follower', 'Session')).toMatchObject({
      title: 'Another title',
      speaker: { company: 'After' },
    });
    expect(await titlesOf('search=beekeeping')).toEqual(['Another title']);
  });

  it('is followed by jobs where many sessions show it, and once for changes that come together', async () => {
    const category = await aName(app.strapi, 'category', { en: 'Many' });
    const topic = await aTopic(app.strapi, { category: category.documentId, title: 'First' });
    for (let day = 1; day <= 25; day += 1) {
      await aSession(app.strapi, { topic: topic.documentId, datetime: inDays(day) });
    }
    const query = `category=${String(category.slug)}&pageSize=100`;
    const count = async (title: string) =>
      (await titlesOf(query)).filter((shown) => shown === title).length;
    await app.runJobs();

    await rename(topic.documentId, 'Second');
    expect(await count('Second')).toBe(20);
    await rename(topic.documentId, 'Third');
    expect(await app.rows('webinars_catalog_stale')).toHaveLength(1);
    await app.runJobs();

    expect(await count('Third')).toBe(25);
    expect(await app.rows('webinars_catalog_stale')).toEqual([]);
  });
});

describe('what several change at the same moment', () => {
  it('is shown as it is in the end', async () => {
    const topic = await aTopic(app.strapi);
    const speaker = await aSpeaker(app.strapi);
    const sessions = [];
    for (let day = 1; day <= 4; day += 1) {
      sessions.push(
        await aSession(app.strapi, {
          topic: topic.documentId,
          speaker: speaker.documentId,
          datetime: inDays(day),
        })
      );
    }
    for (const round of [1, 2, 3]) {
      await Promise.all([
        rename(topic.documentId, `Round ${round}`),
        documentsOf(app.strapi, SPEAKER).update({
          documentId: speaker.documentId,
          data: { company: `Company ${round}` },
        }),
        ...sessions.map(({ documentId }) =>
          documentsOf(app.strapi, SESSION).update({ documentId, data: { price: round * 100 } })
        ),
      ]);
    }

    expect((await catalog().check()).drift).toEqual([]);
  });
});

describe('the version of the catalogue', () => {
  it('rises with what editors change, and not with a registration', async () => {
    const before = await catalog().version();
    await aSession(app.strapi, { slug: 'versioned', capacity: 2 });
    const created = await catalog().version();
    await register(app, 'versioned');
    const registered = await catalog().version();
    await programSettings(app.strapi, { defaultTimezone: 'Europe/Vienna' });

    expect(created).toBeGreaterThan(before);
    expect(registered).toBe(created);
    expect(await catalog().version()).toBeGreaterThan(created);
    expect((await readItem(app, '/sessions/versioned', 'Session')).availability.seatsLeft).toBe(1);
  });
});

describe('the catalogue', () => {
  it('holds nothing that is nobody’s business', async () => {
    const speaker = await aSpeaker(app.strapi, {
      email: 'hidden.person@example.org',
      phone: '+49 30 7654321',
      businessSettings: { hourlyRate: 987654 },
    });
    const { documentId } = await aSession(app.strapi, {
      speaker: speaker.documentId,
      meetingUrl: 'https://meet.example.org/hidden-room',
      meetingPassword: 'hidden-password',
    });
    const [row] = await app.rows('webinars_catalog', { session_document_id: documentId });
    const facts = await app.rows('webinars_catalog_facts', { catalog_id: row?.id });

    expect(facts).toHaveLength(1);
    expect(JSON.stringify(facts)).not.toMatch(/hidden|7654321|987654/);
  });

  it('can be checked against the content types, and built anew', async () => {
    const { documentId } = await aSession(app.strapi, { slug: 'drifted' });
    expect((await catalog().check()).drift).toEqual([]);

    await app.strapi.db
      .getConnection('webinars_sessions')
      .where({ document_id: documentId })
      .update({ price: 777 });
    expect((await catalog().check()).drift).toEqual([{ session: documentId, what: 'different' }]);

    const sessions = await app.rows('webinars_sessions');
    expect(await catalog().rebuild()).toBe(sessions.length);
    expect((await catalog().check()).drift).toEqual([]);
    expect((await readItem(app, '/sessions/drifted', 'Session')).price.amount).toBe(777);
  });

  it('is the same for the clock and for the jobs that follow it', async () => {
    await aSession(app.strapi, { slug: 'clockwork', datetime: inDays(2) });
    app.setClock(new Date(Date.now() + 2 * 86_400_000 + 60_000));
    await app.strapi.plugin('webinars').service('jobs').runTicks();

    expect((await catalog().check()).drift).toEqual([]);
    app.setClock(null);
  });
});
