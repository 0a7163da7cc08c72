import { aRegistrationBody, aSession } from '../factories';
import { expectInvariants } from '../support/invariants';
import { whileLocked } from '../support/locked';
import { expectRefusal, register } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

describe.each([
  { limit: 'lock', env: { DATABASE_LOCK_TIMEOUT: '400', DATABASE_STATEMENT_TIMEOUT: '5000' } },
  { limit: 'statement', env: { DATABASE_LOCK_TIMEOUT: '3000', DATABASE_STATEMENT_TIMEOUT: '400' } },
])('where the $limit has little time', ({ env }) => {
  beforeAll(async () => {
    app = await startStrapi({ env });
  });

  afterAll(() => app.stop());

  it('a database that stays busy is said to be so, with a time to come back, and nothing is written', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 5 });
    const body = aRegistrationBody();
    await app.untilIdle();

    const [answer, german] = await whileLocked(app, documentId, async () => [
      await register(app, documentId, body),
      await register(app, documentId, {}, '?locale=de'),
    ]);

    expectRefusal(answer, 503, 'busy');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(german.body.error?.message).toMatch(/^Der Server ist stark ausgelastet/);
    expect((await expectInvariants(app, documentId)).rows).toEqual([]);
    expect(await register(app, documentId, body)).toMatchObject({ status: 201 });
  });

  it('a crowd that only has to wait is not sent away', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 5 });
    const answers = await Promise.all(Array.from({ length: 200 }, () => register(app, documentId)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  });
});
