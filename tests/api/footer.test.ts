import { gzipSync } from 'node:zlib';
import { aSession, aTopic } from '../factories';
import { get, readUpcoming } from '../support/reading';
import { startStrapi, type TestApp } from '../support/strapi';

const WINTER = '2027-01-11T09:00:00Z';
const SUMMER = '2027-07-12T09:00:00Z';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi({ env: { SITE_URL: 'https://www.example.org' } });
});

afterAll(() => app.stop());

describe('the next webinars of a footer', () => {
  it('are announced in both languages while there are none', async () => {
    expect(await readUpcoming(app)).toEqual({
      items: [],
      locale: 'en',
      section: {
        title: 'Upcoming Webinars',
        subtitle: 'Register for our free AI webinars',
        emptyText: 'No webinars are planned at the moment. New dates will follow.',
        viewAllText: 'View All Webinars',
        viewAllLink: 'https://www.example.org/webinars',
      },
    });
    expect(await readUpcoming(app, '?locale=de')).toEqual({
      items: [],
      locale: 'de',
      section: {
        title: 'Kommende Webinare',
        subtitle: 'Melden Sie sich für unsere kostenlosen KI-Webinare an',
        emptyText: 'Zurzeit sind keine Webinare geplant. Neue Termine folgen.',
        viewAllText: 'Alle Webinare anzeigen',
        viewAllLink: 'https://www.example.org/de/webinare',
      },
    });
  });

  it('say the day as it is written in the language, and the time with the name of its zone', async () => {
    const topic = await aTopic(app.strapi, {
      title: 'AI in the back office',
      german: { title: 'KI in der Verwaltung' },
    });
    const about = { topic: topic.documentId, timezone: 'Europe/Berlin' };
    await aSession(app.strapi, { ...about, slug: 'winter', datetime: '2027-01-14T15:00:00Z' });
    await aSession(app.strapi, { ...about, slug: 'summer', datetime: '2027-07-15T14:00:00Z' });
    const shown = async (now: string, locale: string) => {
      app.setClock(new Date(now));
      const { items } = await readUpcoming(app, `?limit=1&locale=${locale}`);
      return items.map(({ title, dateText, time, date }) => ({ title, dateText, time, date }));
    };

    expect(await shown(WINTER, 'en')).toEqual([
      {
        title: 'AI in the back office',
        dateText: 'Jan 14, 2027',
        time: '16:00 CET',
        date: '2027-01-14',
      },
    ]);
    expect(await shown(WINTER, 'de')).toEqual([
      {
        title: 'KI in der Verwaltung',
        dateText: '14.01.2027',
        time: '16:00 CET',
        date: '2027-01-14',
      },
    ]);
    expect(await shown(SUMMER, 'en')).toMatchObject([
      { dateText: 'Jul 15, 2027', time: '16:00 CEST' },
    ]);
    expect(await shown(SUMMER, 'de')).toMatchObject([
      { dateText: '15.07.2027', time: '16:00 CEST' },
    ]);
  });

  it('are as many as there are, five unless another number is asked for', async () => {
    app.setClock(new Date(SUMMER));
    expect((await readUpcoming(app)).items).toHaveLength(1);
    app.setClock(new Date(WINTER));
    expect((await readUpcoming(app)).items).toHaveLength(2);
    for (let day = 15; day < 22; day += 1) {
      await aSession(app.strapi, { datetime: `2027-01-${day}T15:00:00Z` });
    }
    const { items } = await readUpcoming(app);
    expect(items).toHaveLength(5);
    expect(items.map(({ datetime }) => datetime)).toEqual(
      items.map(({ datetime }) => datetime).toSorted()
    );
    expect((await readUpcoming(app, '?limit=7')).items).toHaveLength(7);
  });

  it('are one kilobyte at most on the wire', async () => {
    app.setClock(new Date(WINTER));
    for (let day = 12; day < 17; day += 1) {
      const topic = await aTopic(app.strapi, {
        title: `Another ${day} practical ways to bring language models into your company`,
      });
      await aSession(app.strapi, {
        topic: topic.documentId,
        slug: `practical-ways-to-bring-language-models-into-your-company-${day}`,
        datetime: `2027-01-${day}T08:30:00Z`,
      });
    }
    const { text } = await get(app, '/sessions/upcoming?limit=5&locale=de');
    expect(gzipSync(text).length).toBeLessThanOrEqual(1024);
  });
});
