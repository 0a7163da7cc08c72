import { aSession, aSpeaker, aTopic } from '../factories';
import { aName } from '../factories/catalogue';
import { fullScans, multiplySession, plansOf, type Asked } from './many-sessions';
import { get, readPage } from './reading';
import { startStrapi, type TestApp } from './strapi';

/** Whatever the public can ask the catalogue; names in braces are those of the programme below. */
const READS = [
  '/sessions',
  '/sessions?timeframe=past',
  '/sessions?timeframe=this-month&language=de&price=paid&sessionType=workshop',
  '/sessions?category={category}&difficulty=advanced',
  '/sessions?expertise=Common&language=en&difficulty=beginner',
  '/sessions?expertise[]=Rare',
  '/sessions?speaker={speaker}&sort=rating',
  '/sessions?sort=popularity',
  '/sessions?sort=-datetime&page=20',
  '/sessions?consultantRating=4&hasFollowUpConsultation=false',
  '/sessions?search=seldom',
  '/sessions?search=talk',
  '/sessions?search=talk&expertise=Rare&sort=rating',
  '/sessions/upcoming',
  '/sessions/facets?expertise=Rare',
  '/sessions/facets?search=seldom&timeframe=this-week',
  '/sessions/model-77',
  '/sessions/{session}-77',
  '/sessions/model-78/availability',
  '/sessions/model-78/calendar.ics',
  '/calendar.ics',
  '/calendar.ics?expertise=Rare',
  '/feed.xml',
  '/feed.json',
  '/sitemap.xml',
  '/topics',
  '/topics/{topic}',
  '/speakers',
  '/speakers/{speaker}',
];

/** Counts of all that is listed, which have to look at all of it. */
const COUNTS = ['/sessions/facets', '/sessions/facets?language=en&difficulty=beginner'];

/**
 * Reads how the database goes about everything that the public can ask of so many sessions. With few of them, PostgreSQL
 * is asked to avoid what would be right for few; with many, it chooses as it would in production.
 */
export const describePlans = ({ sessions, hasFewRows }: Size) => {
  let app: TestApp;
  let names: Record<string, string>;

  beforeAll(async () => {
    app = await startStrapi({ env: { SITE_URL: 'https://webinars.example.org' } });
    const category = await aName(app.strapi, 'category', { en: 'Law' });
    const topic = await aTopic(app.strapi, { category: category.documentId });
    const speaker = await aSpeaker(app.strapi);
    const session = await aSession(app.strapi, {
      topic: topic.documentId,
      speaker: speaker.documentId,
      slug: 'model',
    });
    await multiplySession(app, session.documentId, sessions);
    names = {
      category: String(category.slug),
      topic: String(topic.slug),
      speaker: String(speaker.slug),
      session: session.documentId,
    };
  }, 300_000);

  afterAll(() => app.stop());

  const plansFor = async (path: string) => {
    const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => String(names[name]));
    const ask = async () => expect((await get(app, filled)).status).toBe(200);
    return plansOf(app, ask, { hasFewRows });
  };

  /** Whoever counts half of the narrow rows is right to look at all of them. What it counts is remembered. */
  const isRightToCount = (table: string, { sql }: Asked) =>
    !hasFewRows && table === 'webinars_catalog' && /count\(\*\) AS total/.test(sql);

  describe(`what the public asks of ${sessions} sessions`, () => {
    it.each(READS)('%s looks at no table as a whole', async (path) => {
      for (const asked of await plansFor(path)) {
        const scans = fullScans(asked).filter((table) => !isRightToCount(table, asked));
        expect({ ...asked, scans }).toEqual({ ...asked, scans: [] });
      }
    });

    it.each(COUNTS)('%s counts without a look at facts and words', async (path) => {
      const plans = await plansFor(path);
      expect(plans).not.toEqual([]);
      for (const { sql } of plans) expect(sql).not.toMatch(/webinars_catalog_(facts|search)/);
    });

    it('is found, whatever is common or rare', async () => {
      const total = async (query: string) =>
        (await readPage(app, `/sessions?${query}`, 'SessionCard')).pagination.total;
      expect(await total('expertise=Common')).toBe(sessions / 5);
      expect(await total('expertise=Rare')).toBe(sessions / 1000);
      expect(await total('search=talk')).toBe(sessions);
      expect(await total('search=seldom')).toBe(sessions / 1000);
      expect(await total('')).toBe(sessions + 1);
    });

    it('pages of what very many have in common follow one another, remembered or not', async () => {
      const pageOf = async (query: string) => {
        const { items } = await readPage(app, `/sessions?search=talk&${query}`, 'SessionCard');
        return items.map(({ slug }) => slug);
      };
      const pages = [];
      for (const page of [1, 2, 3, 4, 5, 6]) pages.push(await pageOf(`pageSize=25&page=${page}`));
      const first = Array.from({ length: 150 }, (_, index) => `model-${index + 1}`);
      expect(pages.flat()).toEqual(first);
      expect(await pageOf('pageSize=30&page=4')).toEqual(first.slice(90, 120));
    });
  });
};

type Size = { sessions: number; hasFewRows: boolean };
