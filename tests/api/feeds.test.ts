import { XMLParser, XMLValidator } from 'fast-xml-parser';
import ICAL from 'ical.js';
import { z } from 'zod';
import { aSession, aTopic, documentsOf, inDays, inHours, programSettings } from '../factories';
import { aName } from '../factories/catalogue';
import { fieldErrors, get } from '../support/reading';
import { startStrapi, type TestApp } from '../support/strapi';

const SITE = 'https://www.example.org';
const HOSTILE = '</title><script>alert(1)</script> & ]]> <!-- \u0008 "Übung" 🚀';
let app: TestApp;

beforeAll(async () => {
  app = await startStrapi({
    env: { PUBLIC_URL: 'https://cms.example.org', SITE_URL: SITE },
  });
  await programSettings(app.strapi, { companyName: 'Example & Sons' });
});

afterAll(() => app.stop());

const sessions = () => documentsOf(app.strapi, 'plugin::webinars.session');

const aShelf = async () => {
  const category = await aName(app.strapi, 'category', { en: 'Shelf', de: 'Regal' });
  const topic = await aTopic(app.strapi, { category: category.documentId });
  const add = (overrides: Record<string, unknown> = {}) =>
    aSession(app.strapi, { topic: topic.documentId, ...overrides });
  return { add, category: String(category.slug) };
};

const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => ['url', 'item', 'xhtml:link', 'category'].includes(name),
});

const readXml = async (path: string, type: string) => {
  const { status, text, headers } = await get(app, path);
  expect({ status, type: headers.get('content-type') }).toEqual({
    status: 200,
    type: `${type}; charset=utf-8`,
  });
  expect(XMLValidator.validate(text)).toBe(true);
  return parser.parse(text);
};

describe('the calendar to subscribe to', () => {
  const readCalendar = async (query: string) => {
    const { status, text, headers } = await get(app, `/calendar.ics${query}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/calendar');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const calendar = new ICAL.Component(ICAL.parse(text));
    const events = calendar
      .getAllSubcomponents('vevent')
      .map((component) => ({ component, event: new ICAL.Event(component) }));
    return { calendar, events, text };
  };

  const ownEvent = async (documentId: string) => {
    const { text } = await get(app, `/sessions/${documentId}/calendar.ics`);
    const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
    return event?.toString();
  };

  it('holds the same events as the files of the sessions, and says when to look again', async () => {
    const { add, category } = await aShelf();
    const first = await add({ slug: 'ics-first', datetime: inDays(2) });
    const second = await add({ slug: 'ics-second', datetime: inDays(3) });
    await add({ slug: 'ics-draft', state: 'draft' });

    const { calendar, events } = await readCalendar(`?category=${category}`);

    expect(events.map(({ component }) => component.toString())).toEqual([
      await ownEvent(first.documentId),
      await ownEvent(second.documentId),
    ]);
    expect(calendar.getFirstPropertyValue('name')).toBe('Webinars – Example & Sons');
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H');
    expect(calendar.getFirstPropertyValue('x-published-ttl')).toBe('PT1H');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  });

  it('counts a move, and keeps what was called off as cancelled', async () => {
    const { add, category } = await aShelf();
    const moved = await add({ slug: 'ics-moved', datetime: inDays(2) });
    const off = await add({ slug: 'ics-off', datetime: inDays(3) });
    const before = await readCalendar(`?category=${category}`);
    await sessions().update({ documentId: moved.documentId, data: { datetime: inDays(4) } });
    await sessions().update({ documentId: off.documentId, data: { state: 'cancelled' } });

    const after = await readCalendar(`?category=${category}`);

    const summary = ({ events }: typeof after) =>
      Object.fromEntries(
        events.map(({ component, event }) => [
          event.uid,
          { sequence: event.sequence, status: component.getFirstPropertyValue('status') },
        ])
      );
    const uid = (documentId: string) => `session-${documentId}@cms.example.org`;
    expect(summary(before)).toEqual({
      [uid(moved.documentId)]: { sequence: 0, status: 'CONFIRMED' },
      [uid(off.documentId)]: { sequence: 0, status: 'CONFIRMED' },
    });
    expect(summary(after)).toEqual({
      [uid(moved.documentId)]: { sequence: 1, status: 'CONFIRMED' },
      [uid(off.documentId)]: { sequence: 1, status: 'CANCELLED' },
    });
  });

  it('filters as the list does, what was called off included', async () => {
    const { add, category } = await aShelf();
    await add({ slug: 'ics-free', datetime: inDays(2) });
    await add({ slug: 'ics-paid', datetime: inDays(3), price: 4900 });
    const off = await add({ slug: 'ics-paid-off', datetime: inDays(4), price: 4900 });
    await sessions().update({ documentId: off.documentId, data: { state: 'cancelled' } });

    const count = async (query: string) =>
      (await readCalendar(`?category=${category}${query}`)).events.length;

    expect(await count('')).toBe(3);
    expect(await count('&price=paid')).toBe(2);
    expect(await count('&price=free&language=en')).toBe(1);
    expect(await count(`&to=${inDays(3.5)}`)).toBe(2);
    expect(await count('&timeframe=past')).toBe(0);
    expect(await count('&locale=de&sessionType=workshop')).toBe(0);
  });

  it('is empty, not broken, when nothing fits, and refuses what is no filter', async () => {
    const { calendar, events } = await readCalendar('?category=no-such-thing');
    expect(events).toEqual([]);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(Object.keys(fieldErrors(await get(app, '/calendar.ics?page=2')))).toEqual(['page']);
  });
});

describe('the feeds of news', () => {
  it('tell in RSS what is to come, whatever its title holds', async () => {
    const session = await aSession(app.strapi, {
      slug: 'rss-hostile',
      datetime: inHours(3),
      overrides: [{ locale: 'en', title: HOSTILE, description: `About ${HOSTILE}` }],
    });

    const { rss } = await readXml('/feed.xml?locale=en', 'application/rss+xml');

    expect(rss['@_version']).toBe('2.0');
    expect(rss.channel.title).toBe('Webinars – Example & Sons');
    expect(rss.channel.link).toBe(SITE);
    expect(rss.channel['atom:link']['@_href']).toBe(
      'https://cms.example.org/api/webinars/feed.xml?locale=en'
    );
    const [item] = rss.channel.item;
    expect(item.title).toBe(HOSTILE.replace('\u0008', ''));
    expect(item.link).toBe(`${SITE}/webinars/rss-hostile`);
    expect(item.guid['#text']).toBe(`session-${session.documentId}@cms.example.org`);
    expect(Number.isNaN(Date.parse(item.pubDate))).toBe(false);
  });

  it('tell the same as a JSON Feed, in German too', async () => {
    const { text, headers } = await get(app, '/feed.json?locale=de');
    const feed = z
      .object({
        version: z.literal('https://jsonfeed.org/version/1.1'),
        title: z.literal('Webinare – Example & Sons'),
        home_page_url: z.literal(SITE),
        feed_url: z.literal('https://cms.example.org/api/webinars/feed.json?locale=de'),
        language: z.literal('de'),
        items: z.array(
          z.object({
            id: z.string(),
            url: z.string().startsWith(`${SITE}/de/webinare/`),
            title: z.string(),
            content_text: z.string(),
            date_modified: z.iso.datetime(),
            tags: z.array(z.string()),
          })
        ),
      })
      .parse(JSON.parse(text));

    expect(headers.get('content-type')).toContain('application/feed+json');
    expect(feed.items.length).toBeGreaterThan(0);
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length);
  });

  it('stay the same while nothing changes', async () => {
    const first = await get(app, '/feed.xml');
    const again = await get(app, '/feed.xml', {
      'If-None-Match': first.headers.get('etag') ?? '',
    });
    expect(again.status).toBe(304);
  });
});

describe('the sitemap', () => {
  it('names every page in every language, with the others beside it', async () => {
    await aSession(app.strapi, { slug: 'mapped' });
    await aSession(app.strapi, { slug: 'mapped-draft', state: 'draft' });

    const { urlset } = await readXml('/sitemap.xml', 'application/xml');

    const pages: { loc: string; lastmod: string; 'xhtml:link': Record<string, string>[] }[] =
      urlset.url;
    const named = pages.filter(({ loc }) => loc.includes('/mapped'));
    expect(named.map(({ loc }) => loc)).toEqual([
      `${SITE}/webinars/mapped`,
      `${SITE}/de/webinare/mapped`,
    ]);
    for (const page of named) {
      expect(Number.isNaN(Date.parse(page.lastmod))).toBe(false);
      expect(page['xhtml:link'].map((link) => link['@_hreflang'])).toEqual([
        'en',
        'de',
        'x-default',
      ]);
    }
  });
});
