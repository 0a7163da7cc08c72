import { aSession, aSpeaker, aTopic, documentsOf, inDays, type Document } from '../factories';
import { createEditor, type Editor } from '../support/editor';
import type { Answer, AnyBody, HttpClient } from '../support/http';
import { registered } from '../support/registering';
import { signInAsEditor } from '../support/roles';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;
let admin: HttpClient;
let editor: Editor;

beforeAll(async () => {
  app = await startStrapi();
  admin = await signInAsEditor(app, 'en');
  editor = createEditor(admin);
});

afterAll(() => app.stop());

const TOPIC = '/content-manager/collection-types/plugin::webinars.topic';
const SPEAKER = '/content-manager/collection-types/plugin::webinars.speaker';

/** Publishes a topic in another state, as the button of the form does. */
const setState = async ({ documentId }: Document, state: string) => {
  const answer = await admin.post(`${TOPIC}/${documentId}/actions/publish`, { body: { state } });
  expect(answer.status).toBe(200);
};

const about = ({ documentId }: Document, overrides: Record<string, unknown> = {}) => ({
  topic: { connect: [{ documentId }] },
  datetime: inDays(5),
  duration: 45,
  timezone: 'Europe/Berlin',
  ...overrides,
});

const expectArchived = (answer: Answer) =>
  expect(answer).toMatchObject({
    status: 400,
    body: {
      error: {
        message: 'This topic is archived: no new session can be planned with it.',
        details: { code: 'topic_archived' },
      },
    },
  });

const show = (documentId: string) =>
  app.api.get<AnyBody & { data: Record<string, unknown> }>(`/api/webinars/sessions/${documentId}`);

describe('an archived topic', () => {
  it('keeps its sessions: they are shown, booked, edited, moved and published as before', async () => {
    const topic = await aTopic(app.strapi, { title: 'Once and for all' });
    const published = await aSession(app.strapi, { topic: topic.documentId });
    const draft = await aSession(app.strapi, { topic: topic.documentId, state: 'draft' });
    await setState(topic, 'archived');

    expect((await show(published.documentId)).body.data).toMatchObject({
      title: 'Once and for all',
    });
    expect(await registered(app, published.documentId)).toMatchObject({ status: 'confirmed' });
    // A form sends the topic along, in either way.
    for (const same of [{ connect: [], disconnect: [] }, topic.documentId]) {
      const change = { topic: same, capacity: 20, datetime: inDays(8) };
      expect((await editor.updateSession(published.documentId, change)).status).toBe(200);
    }
    expect((await editor.updateSession(draft.documentId, { state: 'published' })).status).toBe(200);
  });

  it('gets no new session: not by a form, a copy, a script, nor by an old session that turns to it', async () => {
    const topic = await aTopic(app.strapi);
    const session = await aSession(app.strapi, { topic: topic.documentId });
    const other = await aSession(app.strapi, { topic: (await aTopic(app.strapi)).documentId });
    await setState(topic, 'archived');
    const count = (await app.rows('webinars_sessions')).length;

    expectArchived(await editor.createSession(about(topic)));
    expectArchived(await editor.createSession(about(topic, { topic: topic.documentId })));
    expectArchived(await editor.cloneSession(session.documentId));
    for (const topicOf of [{ set: [topic] }, { connect: [topic], disconnect: [] }, topic]) {
      const { documentId } = other;
      expectArchived(await editor.updateSession(documentId, { topic: withId(topicOf) }));
    }
    await expect(aSession(app.strapi, { topic: topic.documentId })).rejects.toMatchObject({
      details: { code: 'topic_archived' },
    });
    expect(await app.rows('webinars_sessions')).toHaveLength(count);
  });

  it('is taken up again when it is active again', async () => {
    const topic = await aTopic(app.strapi, { state: 'archived' });
    expectArchived(await editor.createSession(about(topic)));
    await setState(topic, 'active');
    expect((await editor.createSession(about(topic))).status).toBe(201);
  });

  it('is one as soon as that is published, not while it is a draft', async () => {
    const topic = await aTopic(app.strapi);
    await admin.put(`${TOPIC}/${topic.documentId}`, { body: { state: 'archived' } });
    expect((await editor.createSession(about(topic))).status).toBe(201);
    await setState(topic, 'archived');
    expectArchived(await editor.createSession(about(topic)));
  });

  it('is one when it was never published, too', async () => {
    const topics = documentsOf(app.strapi, 'plugin::webinars.topic');
    const topic = await topics.create({
      data: { title: 'Never', slug: 'never-published', state: 'archived' },
      locale: 'en',
    });
    expectArchived(await editor.createSession(about(topic)));
  });
});

describe('a speaker who is not active any more', () => {
  it('leaves the directory; sessions show the name, and new ones may, too', async () => {
    const speaker = await aSpeaker(app.strapi, { lastName: 'Formerly' });
    const session = await aSession(app.strapi, { speaker: speaker.documentId });
    const change = { isActive: false };
    await admin.put(`${SPEAKER}/${speaker.documentId}`, { body: change });

    const directory = await app.api.get('/api/webinars/speakers?pageSize=100');
    expect(directory.text).not.toContain('Formerly');
    expect((await show(session.documentId)).body.data).toMatchObject({
      speaker: { lastName: 'Formerly' },
    });
    const topic = await aTopic(app.strapi);
    const planned = await editor.createSession(
      about(topic, { speaker: { connect: [{ documentId: speaker.documentId }] } })
    );
    expect(planned.status).toBe(201);
  });
});

describe('what a session shows', () => {
  const bulkDelete = (url: string, documentIds: string[]) =>
    admin.post(`${url}/actions/bulkDelete`, { body: { documentIds } });

  it('cannot be deleted in the Content Manager, by none of its buttons, nor anything together with it', async () => {
    const topic = await aTopic(app.strapi);
    const speaker = await aSpeaker(app.strapi);
    await aSession(app.strapi, { topic: topic.documentId, moderator: speaker.documentId });
    for (const [url, table, used, free] of [
      [TOPIC, 'webinars_topics', topic, await aTopic(app.strapi)],
      [SPEAKER, 'webinars_speakers', speaker, await aSpeaker(app.strapi)],
    ] as const) {
      for (const answer of [
        await admin.delete(`${url}/${used.documentId}`),
        await admin.delete(`${url}/${used.documentId}?locale=en`),
        await admin.delete(`${url}/${used.documentId}?locale=*`),
        await bulkDelete(url, [free.documentId, used.documentId]),
      ]) {
        expect(answer).toMatchObject({
          status: 400,
          body: { error: { details: { code: 'in_use_by_sessions' } } },
        });
      }
      expect(await app.rows(table, { document_id: used.documentId })).not.toEqual([]);
      expect(await app.rows(table, { document_id: free.documentId })).not.toEqual([]);
    }
  });
});

/** Relations name documents by their ids; whatever else a factory answers stays out. */
const withId = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withId);
  if (typeof value !== 'object' || value === null) return value;
  if ('documentId' in value) return { documentId: value.documentId };
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withId(each)]));
};
