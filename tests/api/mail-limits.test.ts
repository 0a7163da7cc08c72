import { randomUUID } from 'node:crypto';
import { registrationBody } from '../../plugins/webinars/shared/registration';
import { aRegistrationBody, aSession } from '../factories';
import { makeRetriesDue } from '../support/due-jobs';
import { registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

const withLimit = (perDay: string) => {
  beforeAll(async () => {
    app = await startStrapi({ env: { MAIL_LIMIT_PER_DAY: perDay } });
  });
  afterAll(() => app.stop());
};

describe('a limit of mails a day', () => {
  withLimit('2');

  it('lets so many go, and keeps the others in the queue without losing one', async () => {
    const { documentId } = await aSession(app.strapi);
    for (let person = 0; person < 3; person += 1) await registered(app, documentId);
    await app.runJobs();
    await makeRetriesDue(app);
    await app.runJobs();

    expect(app.mails.received).toHaveLength(2);
    const mails = await app.rows('webinars_mails');
    expect(mails.map(({ state, reason }) => [state, reason]).toSorted()).toEqual([
      ['queued', 'limit_reached'],
      ['sent', null],
      ['sent', null],
    ]);
    expect(await app.strapi.plugin('webinars').service('jobs').counts()).toMatchObject({
      waiting: 1,
      dead: 0,
    });
  });
});

describe('an announcement', () => {
  withLimit('5');

  it('leaves a fifth of the day’s mails to those who register', async () => {
    const { documentId } = await aSession(app.strapi);
    const { registerMany } = app.strapi.plugin('webinars').service('registration');
    const registrants = Array.from({ length: 6 }, () => ({
      body: registrationBody.parse(aRegistrationBody()),
      language: 'en',
    }));
    await registerMany(
      { session: documentId, registrants, actor: { kind: 'system' }, shouldNotify: false },
      { clock: { now: () => app.now() } }
    );
    const admin = await app.admin();
    const body = {
      purpose: 'session',
      filter: { sessions: [documentId] },
      texts: { en: { subject: 'News', text: 'Hello.' } },
      perMinute: 6000,
    };
    const headers = { 'Idempotency-Key': randomUUID() };
    expect((await admin.post('/webinars/announcements', { body, headers })).status).toBe(201);
    await app.runJobs();
    expect(app.mails.received).toHaveLength(4);

    await registered(app, documentId, { email: 'late@example.org' });
    await app.runJobs();
    expect(app.mails.received.flatMap(({ to }) => to)).toContain('late@example.org');
  });
});
