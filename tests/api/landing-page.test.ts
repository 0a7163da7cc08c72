import { aSession, programSettings } from '../factories';
import { readItem } from '../support/reading';
import { startStrapi, type TestApp } from '../support/strapi';

const SITE = 'https://www.example.org';
let app: TestApp;

beforeAll(async () => {
  app = await startStrapi({
    env: { PUBLIC_URL: 'https://cms.example.org', SITE_URL: SITE },
  });
});

afterAll(() => app.stop());

const read = (slug: string, query = '') => readItem(app, `/sessions/${slug}${query}`, 'Session');

describe('the addresses of a landing page', () => {
  it('say where it is in every language, and where one registers', async () => {
    await aSession(app.strapi, { slug: 'addressed' });

    const { urls } = await read('addressed', '?locale=de');

    expect(urls).toEqual({
      canonical: `${SITE}/de/webinare/addressed`,
      alternates: [
        { hreflang: 'en', href: `${SITE}/webinars/addressed` },
        { hreflang: 'de', href: `${SITE}/de/webinare/addressed` },
        { hreflang: 'x-default', href: `${SITE}/webinars/addressed` },
      ],
      registration: `${SITE}/de/webinare/addressed/register`,
      calendar: `${SITE}/de/webinare/addressed/calendar`,
      share: `${SITE}/de/webinare/addressed/share`,
    });
  });

  it('follow the patterns of the program settings', async () => {
    await aSession(app.strapi, { slug: 'patterned' });
    await programSettings(app.strapi, { sessionUrlPatternEn: '/events/{slug}' });

    const { urls } = await read('patterned');

    expect(urls?.canonical).toBe(`${SITE}/events/patterned`);
    await programSettings(app.strapi, { sessionUrlPatternEn: null });
  });
});
