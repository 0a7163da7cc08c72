import { aSession } from '../factories';
import { get, readItem } from '../support/reading';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi({ env: { PUBLIC_URL: 'https://cms.example.org', SITE_URL: '' } });
});

afterAll(() => app.stop());

describe('without a public front end', () => {
  it('a session has no addresses there, and is complete in every other way', async () => {
    await aSession(app.strapi, { slug: 'homeless' });

    const session = await readItem(app, '/sessions/homeless', 'Session');

    expect(session).toMatchObject({ urls: null, share: null, seo: { ogUrl: null } });
    expect(session.seo.structuredData).not.toHaveProperty('url');
    expect(session.calendarLinks?.ics).toBe(
      'https://cms.example.org/api/webinars/sessions/homeless/calendar.ics?locale=en'
    );
  });

  it('there is no sitemap, and the answer says what to set', async () => {
    const { status, body } = await get(app, '/sitemap.xml');
    expect({ status, code: body.error?.details.code }).toEqual({
      status: 404,
      code: 'site_url_missing',
    });
    expect(body.error?.message).toContain('SITE_URL');
  });
});
