import { aSession, aSpeaker, aTopic } from '../factories';
import { aName } from '../factories/catalogue';
import { fullScans, multiplySession, plansOf } from '../support/many-sessions';
import { get, readPage } from '../support/reading';
import { startStrapi, type TestApp } from '../support/strapi';

const SESSIONS = 4_000;

let app: TestApp;
let names: { category: string; speaker: string; session: string };

beforeAll(async () => {
  app = await startStrapi();
  const category = await aName(app.strapi, 'category', { en: 'Law' });
  const topic = await aTopic(app.strapi, { category: category.documentId });
  const speaker = await aSpeaker(app.strapi);
  const session = await aSession(app.strapi, {
    topic: topic.documentId,
    speaker: speaker.documentId,
    slug: 'model',
  });
  await multiplySession(app, session.documentId, SESSIONS);
  names = {
    category: String(category.slug),
    speaker: String(speaker.slug),
    session: session.documentId,
  };
});

afterAll(() => app.stop());

describe('what the public asks of a large catalogue', () => {
  it.each([
    ['/sessions'],
    ['/sessions?timeframe=past'],
    ['/sessions?timeframe=this-month&language=de&price=paid&sessionType=workshop'],
    ['/sessions?category={category}&difficulty=advanced'],
    ['/sessions?expertise=Common&language=en&difficulty=beginner'],
    ['/sessions?expertise[]=Rare'],
    ['/sessions?speaker={speaker}&sort=rating'],
    ['/sessions?sort=popularity'],
    ['/sessions?sort=-datetime&page=20'],
    ['/sessions?consultantRating=4&hasFollowUpConsultation=false'],
    ['/sessions?search=seldom'],
    ['/sessions?search=talk'],
    ['/sessions?search=talk&expertise=Rare&sort=rating'],
    ['/sessions/upcoming'],
    ['/sessions/model-77'],
    ['/sessions/{session}-77'],
    ['/sessions/model-78/availability'],
  ])('%s looks at no table as a whole', async (path) => {
    const filled = path.replace(/\{(\w+)\}/g, (_all, name: keyof typeof names) => names[name]);
    const ask = async () => expect((await get(app, filled)).status).toBe(200);
    const plans = await plansOf(app, ask, { hasFewRows: true });

    expect(plans.size).toBeGreaterThan(0);
    for (const [sql, plan] of plans) {
      expect({ sql, scans: fullScans(plan), plan }).toEqual({ sql, scans: [], plan });
    }
  });

  it('is found, whatever is common or rare', async () => {
    const total = async (query: string) =>
      (await readPage(app, `/sessions?${query}`, 'SessionCard')).pagination.total;
    expect(await total('expertise=Common')).toBe(SESSIONS / 5);
    expect(await total('expertise=Rare')).toBe(SESSIONS / 1000);
    expect(await total('search=talk')).toBe(SESSIONS);
    expect(await total('search=seldom')).toBe(SESSIONS / 1000);
    expect(await total('')).toBe(SESSIONS + 1);
  });
});
