import { aSession } from '../factories';
import { makeRetriesDue } from '../support/due-jobs';
import { registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi({ env: { MAIL_LIMIT_PER_DAY: '2' } });
});

afterAll(() => app.stop());

describe('a limit of mails a day', () => {
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
