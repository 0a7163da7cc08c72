import { aSession } from '../factories';
import type { TestDatabase } from '../support/database';
import { registered } from '../support/registering';
import { createBootedDatabase, startStrapi } from '../support/strapi';

const EARLIER = 'the-earlier-secret-of-more-than-32-characters';
const LATER = 'the-later-secret-of-more-than-32-characters';

let database: TestDatabase;

beforeAll(async () => {
  database = await createBootedDatabase(expect.getState().testPath ?? '');
});
afterAll(() => database.drop());

describe('an address that was suppressed under an earlier secret', () => {
  it('stays so while that secret is in the list', async () => {
    const email = 'nobody@example.org';
    const before = await startStrapi({ database, env: { WEBINARS_SECRET: EARLIER } });
    const { documentId } = await aSession(before.strapi);
    const admin = await before.admin();
    await admin.post('/webinars/suppressions', { body: { email, reason: 'complaint' } });
    await before.stop();

    const after = await startStrapi({ database, env: { WEBINARS_SECRET: `${LATER},${EARLIER}` } });
    await registered(after, documentId, { email });
    await after.runJobs();
    expect(after.mails.received).toEqual([]);
    const mails = await after.rows('webinars_mails');
    expect(mails.map(({ reason }) => reason)).toEqual(['suppressed']);
    await after.stop();
  });
});
