import {
  createWebinarsClient,
  WebinarsError,
  type RefusalCode,
  type RegistrationBody,
  type WebinarsClient,
} from 'strapi-plugin-webinars-client';
import { ERROR_CODES } from '../../plugins/webinars/server/src/domain/errors';
import { aSession, aSpeaker, aTopic, inDays } from '../factories';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;
let webinars: WebinarsClient;

beforeAll(async () => {
  app = await startStrapi();
  webinars = createWebinarsClient({ baseUrl: `${app.baseUrl}/api/webinars` });
});

afterAll(() => app.stop());

let people = 0;

const aPerson = (changes: Partial<RegistrationBody> = {}): RegistrationBody => {
  people += 1;
  return {
    firstName: 'Ada',
    lastName: 'Muster',
    email: `ada.${people}@example.org`,
    company: 'Example Ltd',
    termsAccepted: true,
    privacyConsent: true,
    ...changes,
  };
};

const refusalOf = async (asked: Promise<unknown>): Promise<WebinarsError> => {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown
  );
  if (!(error instanceof WebinarsError)) throw new Error(`no refusal: ${String(error)}`);
  return error;
};

describe('the client', () => {
  it('walks through all pages, each session once and in order', async () => {
    const created = [];
    for (const day of [3, 4, 5, 6, 7]) {
      const { documentId } = await aSession(app.strapi, { datetime: inDays(day) });
      created.push(documentId);
    }
    const sizes = [];
    for await (const { data } of webinars.sessions.pages({ pageSize: 2 })) sizes.push(data.length);
    expect(sizes).toEqual([2, 2, 1]);

    const seen = [];
    for await (const { documentId } of webinars.sessions.all({ pageSize: 2 }))
      seen.push(documentId);
    expect(seen).toEqual(created);
  });

  it('reads sessions, topics and speakers in the language and zone that it was made for', async () => {
    const topic = await aTopic(app.strapi, {
      title: 'In English',
      german: { title: 'Auf Deutsch' },
    });
    const speaker = await aSpeaker(app.strapi);
    const created = await aSession(app.strapi, {
      topic: topic.documentId,
      speaker: speaker.documentId,
    });
    const { documentId } = created;
    const slug = String(created.slug);
    const german = createWebinarsClient({
      baseUrl: `${app.baseUrl}/api/webinars`,
      locale: 'de',
      timezone: 'Asia/Tokyo',
    });

    const session = await german.sessions.show(slug);
    expect(session).toMatchObject({ documentId, title: 'Auf Deutsch', locale: 'de' });
    expect(session.local.timezone).toBe('Asia/Tokyo');
    expect((await german.topics.show(topic.documentId)).title).toBe('Auf Deutsch');
    expect((await german.topics.list()).data.map(({ title }) => title)).toContain('Auf Deutsch');
    expect((await german.speakers.show(speaker.documentId)).documentId).toBe(speaker.documentId);
    expect((await german.speakers.list()).meta.pagination.total).toBeGreaterThan(0);
    expect(await german.sessions.upcoming({ limit: 1 })).toHaveLength(1);

    const file = await app.api.get(
      new URL(german.sessions.calendarUrl(slug)).href.slice(app.baseUrl.length)
    );
    expect(file.text).toContain('Auf Deutsch');
  });

  it('registers, shows, changes and cancels', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 1 });
    const { token, status } = await webinars.registrations.create(documentId, aPerson());
    expect(status).toBe('confirmed');
    expect((await webinars.sessions.availability(documentId)).seatsLeft).toBe(0);

    await webinars.registrations.change(token, { company: 'Another Ltd' });
    expect((await webinars.registrations.show(token)).company).toBe('Another Ltd');
    expect((await webinars.registrations.cancel(token)).status).toBe('cancelled');
    expect((await webinars.sessions.availability(documentId)).seatsLeft).toBe(1);
  });

  it('registers once with one key, and says the same again', async () => {
    const { documentId } = await aSession(app.strapi);
    const body = aPerson();
    const idempotencyKey = 'one-form';
    const first = await webinars.registrations.create(documentId, body, { idempotencyKey });
    const again = await webinars.registrations.create(documentId, body, { idempotencyKey });
    expect(again).toEqual(first);
    const refusal = await refusalOf(webinars.registrations.create(documentId, body));
    expect(refusal).toMatchObject({ code: 'already_registered', status: 409 });
  });

  it('keeps a draft and submits it', async () => {
    const { documentId } = await aSession(app.strapi);
    const { email, ...rest } = aPerson();
    const { token } = await webinars.drafts.create({ sessions: [documentId], ...rest });
    await webinars.drafts.change(token, { email });
    expect((await webinars.drafts.show(token)).email).toBe(email);
    const { results } = await webinars.drafts.submit(token);
    expect(results).toMatchObject([{ session: documentId, status: 'confirmed' }]);
  });

  it('says which fields are wrong, in the language that was asked for', async () => {
    const { documentId } = await aSession(app.strapi);
    const body = aPerson({ email: 'nowhere' });
    const refusal = await refusalOf(
      webinars.registrations.create(documentId, body, { locale: 'de' })
    );
    expect(refusal).toMatchObject({ code: 'validation_failed', status: 400 });
    expect(refusal.messageFor('email')).toMatch(/E-Mail/);
  });

  it('says what is not there', async () => {
    const GONE: RefusalCode = 'session_not_found';
    expect(await refusalOf(webinars.sessions.show('nothing'))).toMatchObject({
      code: GONE,
      status: 404,
    });
    expect(ERROR_CODES).toContain(GONE);
  });

  it('reaches every other route by its address, typed by the document', async () => {
    const { data, response } = await webinars.api.GET('/health');
    expect(response.status).toBe(200);
    expect(data?.data.database.status).toBe('up');
  });
});
