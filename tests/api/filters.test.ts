import { aSession, aSpeaker, aTopic, documentsOf, inDays } from '../factories';
import { aName } from '../factories/catalogue';
import { fieldErrors, get, readItem, readPage } from '../support/reading';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
});

afterAll(() => app.stop());

/** Every test sees its own sessions only: they share a topic of a category that nobody else has. */
const aShelf = async (topicTexts: Record<string, unknown> = {}) => {
  const category = await aName(app.strapi, 'category', { en: 'Shelf', de: 'Regal' });
  const topic = await aTopic(app.strapi, { category: category.documentId, ...topicTexts });
  let days = 0;
  const add = (slug: string, overrides: Record<string, unknown> = {}) => {
    days += 1;
    return aSession(app.strapi, {
      topic: topic.documentId,
      slug,
      datetime: inDays(days),
      ...overrides,
    });
  };
  const path = (query: string) => `/sessions?category=${String(category.slug)}${query}`;
  const slugs = async (query = '') =>
    (await readPage(app, path(query), 'SessionCard')).items.map(({ slug }) => slug);
  const facets = (query = '') => readItem(app, path(query).replace('?', '/facets?'), 'Facets');
  return { category, topic, add, path, slugs, facets };
};

const texts = (...all: string[]) => all.map((text) => ({ text }));

describe('filters by who takes part', () => {
  let shelf: Awaited<ReturnType<typeof aShelf>>;

  beforeAll(async () => {
    shelf = await aShelf();
    const law = await aName(app.strapi, 'industry', { en: 'Law', de: 'Recht' });
    const energy = await aName(app.strapi, 'industry', { en: 'Energy' });
    const ada = await aSpeaker(app.strapi, {
      consultantType: 'internal',
      expertise: texts('Pricing', 'Contract  Law'),
      industries: [law.documentId],
      credentials: { speakingExperience: 12, certifications: texts('PMP') },
      businessSettings: { availableForConsultations: true },
    });
    const bob = await aSpeaker(app.strapi, {
      consultantType: 'partner',
      expertise: texts('Energy markets'),
      industries: [energy.documentId],
      credentials: { speakingExperience: 6, certifications: texts('CFA', 'PMP') },
      businessSettings: { availableForConsultations: true },
      availabilityStatus: 'busy',
    });
    const eve = await aSpeaker(app.strapi, { credentials: { speakingExperience: 1 } });
    await shelf.add('who-ada', { speaker: ada.documentId });
    await shelf.add('who-bob', { speaker: bob.documentId, price: 100 });
    await shelf.add('who-eve', { speaker: eve.documentId });
    await shelf.add('who-all', {
      speaker: eve.documentId,
      panelists: [bob.documentId],
      moderator: ada.documentId,
    });
    await shelf.add('who-many', {
      speaker: eve.documentId,
      panelists: [ada.documentId, bob.documentId, (await aSpeaker(app.strapi)).documentId],
    });
    await shelf.add('who-nobody');
  });

  it.each([
    ['&consultantType=internal', ['who-ada', 'who-all', 'who-many']],
    ['&consultantType=all&price=paid', ['who-bob']],
    ['&expertise=pricing', ['who-ada', 'who-all', 'who-many']],
    ['&expertise[]=contract law', ['who-ada', 'who-all', 'who-many']],
    ['&expertise[]=Pricing&expertise[]=energy markets&price=paid', ['who-bob']],
    ['&expertise=Pric', []],
    ['&certifications[]=CFA', ['who-bob', 'who-all', 'who-many']],
    ['&experienceLevel=expert', ['who-ada', 'who-all', 'who-many']],
    ['&experienceLevel=junior&panelSize=single', ['who-eve']],
    ['&panelSize=single', ['who-ada', 'who-bob', 'who-eve', 'who-nobody']],
    ['&panelSize=small-panel', ['who-all']],
    ['&panelSize=large-panel', ['who-many']],
    ['&hasFollowUpConsultation=true&panelSize=single', ['who-ada', 'who-bob']],
    ['&availableForConsultation=true&panelSize=single', ['who-ada']],
    ['&availableForConsultation=false&panelSize=single', ['who-bob', 'who-eve', 'who-nobody']],
    ['&consultantRating=4', []],
    [
      '&expertise=Pricing&certifications=PMP&sessionType=single-speaker',
      ['who-ada', 'who-all', 'who-many'],
    ],
  ])('%s finds %j', async (query, found) => {
    expect(await shelf.slugs(query)).toEqual(found);
  });

  it('by industry, named by slug or documentId, any of which will do', async () => {
    const [law, energy] = await industriesOf(shelf);
    expect(await shelf.slugs(`&industry=${law}&panelSize=single`)).toEqual(['who-ada']);
    expect(await shelf.slugs(`&industry[]=${law}&industry[]=${energy}&panelSize=single`)).toEqual([
      'who-ada',
      'who-bob',
    ]);
  });

  it('by rating, best rated first where that is wanted', async () => {
    const rated = await aShelf();
    for (const [slug, averageRating] of [
      ['rated-3', 3],
      ['rated-5', 4.9],
      ['rated-4', 4],
    ] as const) {
      const speaker = await aSpeaker(app.strapi);
      const session = await rated.add(slug, { speaker: speaker.documentId });
      await rateSpeaker(speaker.documentId, averageRating);
      await refresh(session.documentId);
    }
    await rated.add('rated-never', { speaker: (await aSpeaker(app.strapi)).documentId });

    expect(await rated.slugs('&consultantRating=4')).toEqual(['rated-5', 'rated-4']);
    const { items } = await readPage(app, rated.path('&sort=rating'), 'SessionCard');
    expect(items.map(({ speaker }) => speaker?.averageRating)).toEqual([4.9, 4, 3, undefined]);
    expect(items.map(({ slug }) => slug)).toEqual(['rated-5', 'rated-4', 'rated-3', 'rated-never']);
  });

  it('counts in facets what the list would show', async () => {
    const facets = await shelf.facets('&panelSize=single');
    for (const filter of [
      'expertise',
      'certifications',
      'industry',
      'speaker',
      'panelSize',
    ] as const) {
      expect(facets[filter].length).toBeGreaterThan(0);
      for (const { value, count } of facets[filter]) {
        const others = filter === 'panelSize' ? '' : '&panelSize=single';
        const query = `${others}&${filter}=${encodeURIComponent(value)}`;
        expect({ filter, value, count: (await shelf.slugs(query)).length }).toEqual({
          filter,
          value,
          count,
        });
      }
    }
    expect(facets.expertise.map(({ name }) => name)).toContain('Pricing');
    expect(facets.price).toEqual([
      { value: 'free', count: 3 },
      { value: 'paid', count: 1 },
    ]);
  });
});

const industriesOf = async (shelf: Awaited<ReturnType<typeof aShelf>>) => {
  const { industry } = await shelf.facets('&panelSize=single');
  const named = (name: string) => industry.find((facet) => facet.name === name)?.value;
  return [named('Law'), named('Energy')];
};

const rateSpeaker = async (documentId: string, averageRating: number) => {
  const [speaker] = await app.rows('webinars_speakers', { document_id: documentId });
  const performance = await app.strapi.db
    .query('webinars.speaker-performance')
    .create({ data: { averageRating } });
  await app.strapi.db.getConnection('webinars_speakers_cmps').insert({
    entity_id: speaker?.id,
    cmp_id: performance.id,
    component_type: 'webinars.speaker-performance',
    field: 'performance',
  });
};

const refresh = (documentId: string) =>
  app.strapi.plugin('webinars').service('catalog').refreshSessions([documentId]);

describe('the search', () => {
  let shelf: Awaited<ReturnType<typeof aShelf>>;

  beforeAll(async () => {
    shelf = await aShelf({ title: 'Numbers', description: 'All about ratios.' });
    const speaker = await aSpeaker(app.strapi, { firstName: 'Özlem', lastName: 'Yılmaz-Groß' });
    const texts = (title: string, description = '') => ({
      overrides: [{ locale: 'en', title, description }],
    });
    await shelf.add('search-text', texts('Wednesday talk', 'Gute Führung im Alltag.'));
    await shelf.add('search-title', texts('Führungen durch das Haus'));
    await shelf.add('search-ue', texts('Fuehrung'));
    await shelf.add('search-plain', texts('Negotiating contracts', 'Strategies.'));
    await shelf.add('search-person', { ...texts('Talk'), speaker: speaker.documentId });
  });

  it.each(['fuehrung', 'Führungen', 'führung', 'FÜHR'])('for %s finds every form', async (word) => {
    const found = await shelf.slugs(`&search=${encodeURIComponent(word)}`);
    expect(found.toSorted()).toEqual(['search-text', 'search-title', 'search-ue']);
    expect(found.indexOf('search-title')).toBeLessThan(found.indexOf('search-text'));
  });

  it.each([
    ['negotiate', ['search-plain']],
    ['contract strategy', ['search-plain']],
    ['negotiate fuehrung', []],
    ['oezlem', ['search-person']],
    ['gross', ['search-person']],
    ['ratio', 5],
    ['"', []],
    ["' OR 1=1 --", []],
    ['title:x* NEAR(a b) ^', []],
    ['a:* | !b & <-> \\', []],
    ['.*', []],
    ['%', []],
    ['\u0000', []],
  ])('for %s finds %j', async (words, found) => {
    const slugs = await shelf.slugs(`&search=${encodeURIComponent(words)}`);
    expect(typeof found === 'number' ? slugs.length : slugs).toEqual(found);
  });

  it('is none when it is empty', async () => {
    const all = await shelf.slugs();
    expect(all.length).toBeGreaterThan(0);
    for (const nothing of ['', '%20%20']) {
      expect(await shelf.slugs(`&search=${nothing}`)).toEqual(all);
      const facets = await shelf.facets(`&search=${nothing}`);
      expect(facets.price).toEqual([{ value: 'free', count: all.length }]);
    }
  });

  it('is refused when it is longer than two hundred characters', async () => {
    const long = 'x'.repeat(7_000);
    expect(fieldErrors(await get(app, `/sessions?search=${long}`))).toEqual({ search: 'too_big' });
    expect(fieldErrors(await get(app, `/sessions/facets?search=${long}`))).toEqual({
      search: 'too_big',
    });
  });

  it('goes together with filters, order and pages', async () => {
    expect(await shelf.slugs('&search=talk&sort=-datetime')).toEqual([
      'search-person',
      'search-text',
    ]);
    expect(await shelf.slugs('&search=talk&pageSize=1&page=2')).toHaveLength(1);
    expect(await shelf.slugs('&search=talk&difficulty=advanced')).toEqual([]);
    expect((await shelf.facets('&search=talk')).price).toEqual([{ value: 'free', count: 2 }]);
  });
});

describe('a series', () => {
  it('finds its parts by the word that they share, as each of them shows it', async () => {
    const shelf = await aShelf();
    const series = ' Energie & Recht: Reihe 1 ';
    for (const slug of ['series-one', 'series-two']) await shelf.add(slug, { series });
    await shelf.add('series-other', { series: 'Energie & Recht' });
    await shelf.add('series-none');
    const query = `&series=${encodeURIComponent(series.trim())}`;
    expect(await shelf.slugs(query)).toEqual(['series-one', 'series-two']);
    expect(await shelf.slugs(`${query}&locale=de`)).toEqual(['series-one', 'series-two']);
    expect(await shelf.slugs('&series=energie')).toEqual([]);
    const { items } = await readPage(app, shelf.path(''), 'SessionCard');
    expect(items.map((item) => item.series)).toEqual([
      'Energie & Recht: Reihe 1',
      'Energie & Recht: Reihe 1',
      'Energie & Recht',
      null,
    ]);
    const one = await readItem(app, '/sessions/series-one?locale=de', 'Session');
    expect(one.series).toBe('Energie & Recht: Reihe 1');
    expect((await shelf.facets()).series).toEqual([
      { value: 'Energie & Recht: Reihe 1', count: 2 },
      { value: 'Energie & Recht', count: 1 },
    ]);
    const { text } = await app.api.get(`/api/webinars/calendar.ics?${query.slice(1)}`);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  });

  it('follows an editor who puts a session into another one, or into none', async () => {
    const shelf = await aShelf();
    const { documentId } = await shelf.add('series-moved', { series: 'Before' });
    const sessions = documentsOf(app.strapi, 'plugin::webinars.session');
    await sessions.update({ documentId, data: { series: 'After' } });
    expect(await shelf.slugs('&series=Before')).toEqual([]);
    expect(await shelf.slugs('&series=After')).toEqual(['series-moved']);
    await sessions.update({ documentId, data: { series: ' ' } });
    expect((await readItem(app, '/sessions/series-moved', 'Session')).series).toBeNull();
  });

  it.each([
    ['', 'required'],
    ['%20', 'required'],
    ['x'.repeat(101), 'too_big'],
  ])('is refused when it is %j', async (series, code) => {
    expect(fieldErrors(await get(app, `/sessions?series=${series}`))).toEqual({ series: code });
  });
});

describe('what a filter may be', () => {
  it.each([
    ['consultantType=boss', 'consultantType', 'invalid_value'],
    ['consultantRating=6', 'consultantRating', 'number_too_big'],
    ['consultantRating=x', 'consultantRating', 'invalid'],
    ['hasFollowUpConsultation=yes', 'hasFollowUpConsultation', 'invalid_value'],
    ['panelSize=huge', 'panelSize', 'invalid_value'],
    ['experienceLevel=guru', 'experienceLevel', 'invalid_value'],
    ['expertise[a]=b', 'expertise', 'invalid_type'],
    ['page=999999999', 'page', 'number_too_big'],
    ['industry[]=%00', 'industry.0', 'invalid'],
  ])('refuses %s', async (query, path, code) => {
    expect(fieldErrors(await get(app, `/sessions?${query}`))).toEqual({ [path]: code });
  });

  it.each(['expertise[]', 'certifications[]', 'series'])(
    'takes what no database could store: %s',
    async (filter) => {
      expect((await get(app, `/sessions?${filter}=%00%ED%A0%80a`)).status).toBe(200);
    }
  );
});
