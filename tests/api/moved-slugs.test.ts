import { aSession, aSpeaker, aTopic, documentsOf, type Document } from '../factories';
import { get, readItem } from '../support/reading';
import { register } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
});

afterAll(() => app.stop());

const rename = (kind: string, { documentId }: Document, slug: string, locale = 'en') =>
  documentsOf(app.strapi, `plugin::webinars.${kind}`).update({
    documentId,
    locale,
    data: { slug },
  });

const answerOf = async (path: string) => {
  const { status, headers } = await get(app, path);
  return { status, to: headers.get('location') };
};

const gone = { status: 404, to: null };
const at = (path: string) => ({ status: 308, to: `/api/webinars${path}` });

describe('the address of a session that an editor has changed', () => {
  it('leads to the new one, with the same query, wherever the old one was used', async () => {
    await rename('session', await aSession(app.strapi, { slug: 'moved-from' }), 'moved-to');

    for (const rest of ['?locale=de&timezone=Europe%2FBerlin', '/availability', '/calendar.ics']) {
      expect(await answerOf(`/sessions/moved-from${rest}`)).toEqual(
        at(`/sessions/moved-to${rest}`)
      );
    }
    // Routes mind no case; an address that led to itself would be followed for good.
    const shouted = await app.api.get('/api/webinars/SESSIONS/moved-from');
    expect(shouted.headers.get('location')).toBe('/api/webinars/sessions/moved-to');
    const followed = await readItem(app, '/sessions/moved-to', 'Session');
    expect(followed.slug).toBe('moved-to');
  });

  it('is good enough for a form that was open meanwhile', async () => {
    await rename('session', await aSession(app.strapi, { slug: 'form-before' }), 'form-after');
    expect((await register(app, 'form-before')).status).toBe(201);
  });

  it('leads there from every address that it ever had, in one step', async () => {
    const session = await aSession(app.strapi, { slug: 'chain-one' });
    await rename('session', session, 'chain-two');
    await rename('session', session, 'chain-three');

    expect(await answerOf('/sessions/chain-one')).toEqual(at('/sessions/chain-three'));
    expect(await answerOf('/sessions/chain-two')).toEqual(at('/sessions/chain-three'));
  });

  it('is its own again when the editor goes back', async () => {
    const session = await aSession(app.strapi, { slug: 'there' });
    await rename('session', session, 'and-back');
    await rename('session', session, 'there');

    expect(await answerOf('/sessions/there')).toEqual({ status: 200, to: null });
    expect(await answerOf('/sessions/and-back')).toEqual(at('/sessions/there'));
  });

  it('belongs to whoever takes it, for good', async () => {
    await rename('session', await aSession(app.strapi, { slug: 'wanted' }), 'not-wanted');
    const heir = await aSession(app.strapi, { slug: 'wanted' });

    const { documentId } = await readItem(app, '/sessions/wanted', 'Session');
    expect(documentId).toBe(heir.documentId);

    await rename('session', heir, 'left-again');
    expect(await answerOf('/sessions/wanted')).toEqual(at('/sessions/left-again'));
    await documentsOf(app.strapi, 'plugin::webinars.session').delete(heir);
    expect(await answerOf('/sessions/wanted')).toEqual(gone);
  });

  it('tells nobody about drafts, neither the renamed one nor one that took the address', async () => {
    const draft = await aSession(app.strapi, { slug: 'draft-before', state: 'draft' });
    await rename('session', draft, 'draft-after');
    expect(await answerOf('/sessions/draft-before')).toEqual(gone);

    const session = await aSession(app.strapi, { slug: 'public-before' });
    await rename('session', session, 'public-after');
    await aSession(app.strapi, { slug: 'public-before', state: 'draft' });
    expect(await answerOf('/sessions/public-before')).toEqual(gone);

    await rename('session', await aSession(app.strapi, { slug: 'hides' }), 'hidden');
    await app.change('webinars_sessions', { slug: 'hidden' }, { state: 'draft' });
    expect(await answerOf('/sessions/hides')).toEqual(gone);
  });

  it('is not given to another session by itself', async () => {
    const topic = await aTopic(app.strapi, { title: 'Twice on one day' });
    const first = await aSession(app.strapi, { topic: topic.documentId });
    await rename('session', first, 'renamed-at-once');

    const second = await aSession(app.strapi, { topic: topic.documentId });

    expect(second.slug).toBe(`${String(first.slug)}-2`);
    expect(await answerOf(`/sessions/${String(first.slug)}`)).toEqual(
      at('/sessions/renamed-at-once')
    );
  });

  it('stays a 404 for what nobody was ever called', async () => {
    for (const name of ['nobody', '%27%20OR%201%3D1', '..%2F..%2Fetc', 'a'.repeat(300)]) {
      expect(await answerOf(`/sessions/${name}`)).toEqual(gone);
    }
  });

  it('is written with the session: a save that is refused leaves no trace', async () => {
    await aSession(app.strapi, { slug: 'occupied' });
    const session = await aSession(app.strapi, { slug: 'unmoved' });

    await expect(rename('session', session, 'occupied')).rejects.toThrow();

    expect(await app.rows('webinars_moved_slugs', { slug: 'unmoved' })).toEqual([]);
    expect((await answerOf('/sessions/unmoved')).status).toBe(200);
  });
});

describe('the address of a topic that an editor has changed', () => {
  it('leads on from the moment on that the change is published', async () => {
    const topic = await aTopic(app.strapi, {
      slug: 'old-topic',
      german: { title: 'Alt', slug: 'altes-thema' },
    });
    await rename('topic', topic, 'new-topic');
    expect((await answerOf('/topics/old-topic')).status).toBe(200);

    await documentsOf(app.strapi, 'plugin::webinars.topic').publish?.({
      documentId: topic.documentId,
      locale: 'en',
    });

    expect(await answerOf('/topics/old-topic')).toEqual(at('/topics/new-topic'));
    expect(await answerOf('/topics/old-topic?locale=de')).toEqual(
      at('/topics/altes-thema?locale=de')
    );
  });

  it('leads nowhere once the topic is withdrawn or deleted', async () => {
    const topics = documentsOf(app.strapi, 'plugin::webinars.topic');
    const topic = await aTopic(app.strapi, { slug: 'withdrawn-before' });
    await rename('topic', topic, 'withdrawn-after');
    await topics.publish?.({ documentId: topic.documentId, locale: 'en' });
    await topics.unpublish(topic);
    expect(await answerOf('/topics/withdrawn-before')).toEqual(gone);

    await topics.delete(topic);
    const { documentId } = topic;
    expect(await app.rows('webinars_moved_slugs', { document_id: documentId })).toEqual([]);
  });
});

describe('the address of a speaker that an editor has changed', () => {
  it('leads to the new one, unless the speaker is shown no more', async () => {
    const speaker = await aSpeaker(app.strapi, { slug: 'maiden-name' });
    await rename('speaker', speaker, 'married-name');
    expect(await answerOf('/speakers/maiden-name?locale=en')).toEqual(
      at('/speakers/married-name?locale=en')
    );

    await app.change('webinars_speakers', { slug: 'married-name' }, { is_active: false });
    expect(await answerOf('/speakers/maiden-name')).toEqual(gone);
  });
});
