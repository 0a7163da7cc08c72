import ICAL from 'ical.js';
import {
  aSession,
  aSpeaker,
  aTopic,
  inDays,
  inHours,
  programSettings,
  type Document,
} from '../factories';
import { aName, anImage, inGerman } from '../factories/catalogue';
import { fieldErrors, get, readItem, readPage, readUpcoming } from '../support/reading';
import { expectRefusal, register } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi({
    env: { PUBLIC_URL: 'https://cms.example.org', SITE_URL: 'https://www.example.org' },
  });
});

afterAll(() => app.stop());

const moveTo =
  (state: string) =>
  ({ documentId }: Document) =>
    app.change('webinars_sessions', { document_id: documentId }, { state });
const cancelled = moveTo('cancelled');
const completed = moveTo('completed');

/** Every test sees its own sessions only: they share a topic of a category that nobody else has. */
const aShelf = async () => {
  const category = await aName(app.strapi, 'category', { en: 'Shelf', de: 'Regal' });
  const topic = await aTopic(app.strapi, { category: category.documentId });
  const add = (overrides: Record<string, unknown> = {}) =>
    aSession(app.strapi, { topic: topic.documentId, ...overrides });
  const list = (query = '') =>
    readPage(app, `/sessions?category=${String(category.slug)}${query}`, 'SessionCard');
  const slugs = async (query = '') => (await list(query)).items.map(({ slug }) => slug);
  return { category, topic, add, list, slugs };
};

describe('the list of sessions', () => {
  it('shows what is published and yet to come or live, soonest first', async () => {
    const { add, slugs } = await aShelf();
    await add({ slug: 'list-in-nine-days', datetime: inDays(9) });
    await add({ slug: 'list-in-two-days', datetime: inDays(2) });
    await add({ slug: 'list-live', datetime: inHours(-0.5) });
    await add({ slug: 'list-over', datetime: inDays(-2) });
    await add({ slug: 'list-draft', state: 'draft' });
    await cancelled(await add({ slug: 'list-cancelled' }));
    await add({ slug: 'list-draft-due', state: 'draft', scheduledPublishAt: inHours(-1) });
    await add({ slug: 'list-draft-later', state: 'draft', scheduledPublishAt: inHours(1) });

    expect(await slugs()).toEqual([
      'list-live',
      'list-in-two-days',
      'list-draft-due',
      'list-in-nine-days',
    ]);
  });

  it('tells what a session is now, not what its row says', async () => {
    const { add, list } = await aShelf();
    await add({ datetime: inHours(-0.5) });
    await add({ state: 'draft', scheduledPublishAt: inHours(-1) });

    const { items } = await list();

    expect(items.map(({ status }) => status)).toEqual(['live', 'published']);
  });

  it('shows what is over when asked for the past, latest first', async () => {
    const { add, slugs } = await aShelf();
    await add({ slug: 'past-long-ago', datetime: inDays(-9) });
    await add({ slug: 'past-of-late', datetime: inDays(-2) });
    await completed(await add({ slug: 'past-ended-early', datetime: inHours(-0.5) }));
    await cancelled(await add({ slug: 'past-cancelled', datetime: inDays(-3) }));
    await add({ slug: 'past-not-yet' });

    expect(await slugs('&timeframe=past')).toEqual([
      'past-ended-early',
      'past-of-late',
      'past-long-ago',
    ]);
    expect(await slugs('&timeframe=past&sort=datetime')).toEqual([
      'past-long-ago',
      'past-of-late',
      'past-ended-early',
    ]);
  });

  it('can be turned round', async () => {
    const { add, slugs } = await aShelf();
    await add({ slug: 'sort-first', datetime: inDays(1) });
    await add({ slug: 'sort-second', datetime: inDays(2) });

    expect(await slugs('&sort=-datetime')).toEqual(['sort-second', 'sort-first']);
  });

  it('filters by price, spoken language and type', async () => {
    const { add, slugs } = await aShelf();
    await add({ slug: 'filter-free', datetime: inDays(1) });
    await add({ slug: 'filter-paid', datetime: inDays(2), price: 4900 });
    await add({ slug: 'filter-german', datetime: inDays(3), language: 'de' });
    await add({ slug: 'filter-workshop', datetime: inDays(4), sessionType: 'workshop' });

    expect(await slugs('&price=paid')).toEqual(['filter-paid']);
    expect(await slugs('&price=free')).toEqual(['filter-free', 'filter-german', 'filter-workshop']);
    expect(await slugs('&price=all')).toHaveLength(4);
    expect(await slugs('&language=de')).toEqual(['filter-german']);
    expect(await slugs('&language=all')).toHaveLength(4);
    expect(await slugs('&sessionType=workshop')).toEqual(['filter-workshop']);
    expect(await slugs('&sessionType=all&price=free&language=en')).toEqual([
      'filter-free',
      'filter-workshop',
    ]);
  });

  it('filters by category and difficulty of the topic', async () => {
    const { category, add, slugs } = await aShelf();
    const advanced = await aTopic(app.strapi, {
      category: category.documentId,
      difficultyLevel: 'advanced',
    });
    await add({ slug: 'topic-plain' });
    await add({ slug: 'topic-advanced', topic: advanced.documentId });

    expect(await slugs('&difficulty=advanced')).toEqual(['topic-advanced']);
    const byId = await readPage(app, `/sessions?category=${category.documentId}`, 'SessionCard');
    expect(byId.items).toHaveLength(2);
    expect((await get(app, '/sessions?category=no-such-thing')).body.data).toEqual([]);
  });

  it('filters by whoever speaks, sits on the panel or moderates', async () => {
    const { add } = await aShelf();
    const ada = await aSpeaker(app.strapi, { slug: 'ada-of-the-filter' });
    const { documentId } = ada;
    await add({ slug: 'ada-speaks', datetime: inDays(1), speaker: documentId });
    await add({ slug: 'ada-on-panel', datetime: inDays(2), panelists: [documentId] });
    await add({ slug: 'ada-moderates', datetime: inDays(3), moderator: documentId });
    await add({ slug: 'ada-is-away' });

    for (const name of ['ada-of-the-filter', documentId]) {
      const { items } = await readPage(app, `/sessions?speaker=${name}`, 'SessionCard');
      expect(items.map(({ slug }) => slug)).toEqual([
        'ada-speaks',
        'ada-on-panel',
        'ada-moderates',
      ]);
    }
    expect((await get(app, '/sessions?speaker=nobody')).body.data).toEqual([]);
  });

  it('narrows by days and by instants', async () => {
    const { add, slugs } = await aShelf();
    await add({ slug: 'range-early', datetime: '2031-03-10T09:00:00.000Z' });
    await add({ slug: 'range-late', datetime: '2031-03-11T22:30:00.000Z' });

    expect(await slugs('&from=2031-03-11')).toEqual(['range-late']);
    expect(await slugs('&to=2031-03-10')).toEqual(['range-early']);
    expect(await slugs('&from=2031-03-10T09:00:00Z&to=2031-03-11T22:30:00Z')).toEqual([
      'range-early',
    ]);
    // In Berlin it is half past eleven in the evening of the 11th, in Moscow the 12th has begun.
    expect(await slugs('&to=2031-03-11&timezone=Europe/Berlin')).toHaveLength(2);
    expect(await slugs('&to=2031-03-11&timezone=Europe/Moscow')).toEqual(['range-early']);
  });

  it('comes in pages', async () => {
    const { add, list } = await aShelf();
    for (const day of [1, 2, 3]) await add({ slug: `page-${day}`, datetime: inDays(day) });

    const second = await list('&page=2&pageSize=2');

    expect(second.items.map(({ slug }) => slug)).toEqual(['page-3']);
    expect(second.pagination).toEqual({ page: 2, pageSize: 2, pageCount: 2, total: 3 });
    expect((await list('&page=9')).items).toEqual([]);
    expect((await list()).pagination).toMatchObject({ page: 1, pageSize: 25 });
    expect((await list('&pageSize=100')).pagination.pageSize).toBe(100);
    expect((await list('&pageSize=1')).items).toHaveLength(1);
  });

  it('keeps its order over pages where sessions begin at the same time', async () => {
    const { add, list } = await aShelf();
    const datetime = inDays(3);
    for (const name of ['a', 'b', 'c', 'd']) await add({ slug: `same-time-${name}`, datetime });

    const pages = [
      await list('&pageSize=1&page=1'),
      await list('&pageSize=1&page=2'),
      await list('&pageSize=1&page=3'),
      await list('&pageSize=1&page=4'),
    ];

    const found = pages.flatMap(({ items }) => items.map(({ slug }) => slug));
    expect(found.toSorted()).toEqual(['same-time-a', 'same-time-b', 'same-time-c', 'same-time-d']);
  });

  it('asks the database as often for many sessions as for two', async () => {
    const { add, list } = await aShelf();
    const addOne = async (day: number) => {
      const speaker = await aSpeaker(app.strapi, { expertise: [{ text: 'Numbers' }] });
      await add({
        datetime: inDays(day),
        speaker: speaker.documentId,
        overrides: [{ locale: 'en', title: `Day ${day}` }],
      });
    };
    await addOne(1);
    await addOne(2);
    const few = await queriesOf(app, list);
    for (const day of [3, 4, 5, 6, 7]) await addOne(day);

    expect(await queriesOf(app, list)).toBe(few);
    expect(few).toBeLessThan(30);
  });
});

/** How many SELECTs a piece of work costs; the least of several times, for what others ask meanwhile counts too. */
const queriesOf = async (app: TestApp, work: () => Promise<unknown>): Promise<number> => {
  const counts: number[] = [];
  let queries = 0;
  const count = ({ sql }: { sql: string }) => {
    queries += /^select/i.test(sql) ? 1 : 0;
  };
  app.strapi.db.connection.on('query', count);
  for (let round = 0; round < 5; round += 1) {
    queries = 0;
    await work();
    counts.push(queries);
  }
  app.strapi.db.connection.removeListener('query', count);
  return Math.min(...counts);
};

describe('this week and this month', () => {
  /** Wednesday before the night in which Europe's clocks go back: the week has 169 hours. */
  const WEDNESDAY = new Date('2026-10-21T10:00:00.000Z');
  /** Sunday 23:30, Monday 00:00 and 00:30 in Berlin, after the clocks have gone back. */
  const SUNDAY_LATE = '2026-10-25T22:30:00.000Z';
  const MONDAY = '2026-10-25T23:00:00.000Z';
  const NOVEMBER = '2026-10-31T23:00:00.000Z';

  let shelf: Awaited<ReturnType<typeof aShelf>>;

  beforeAll(async () => {
    shelf = await aShelf();
    await shelf.add({ slug: 'week-tuesday', datetime: '2026-10-20T10:00:00.000Z' });
    await shelf.add({ slug: 'week-live', datetime: '2026-10-21T09:30:00.000Z' });
    await shelf.add({ slug: 'week-sunday', datetime: SUNDAY_LATE });
    await shelf.add({ slug: 'week-monday', datetime: MONDAY });
    await shelf.add({ slug: 'month-last', datetime: '2026-10-31T22:30:00.000Z' });
    await shelf.add({ slug: 'month-next', datetime: NOVEMBER });
    jest.useFakeTimers({ now: WEDNESDAY, doNotFake: ALL_BUT_DATE });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  it('ends the week on Monday at midnight where the caller is', async () => {
    expect(await shelf.slugs('&timeframe=this-week&timezone=Europe/Berlin')).toEqual([
      'week-live',
      'week-sunday',
    ]);
    expect(await shelf.slugs('&timeframe=this-week&timezone=America/New_York')).toEqual([
      'week-live',
      'week-sunday',
      'week-monday',
    ]);
    expect(await shelf.slugs('&timeframe=this-week&timezone=Asia/Tokyo')).toEqual(['week-live']);
  });

  it('ends the month at midnight where the caller is', async () => {
    const inBerlin = await shelf.slugs('&timeframe=this-month&timezone=Europe/Berlin');
    expect(inBerlin).toContain('month-last');
    expect(inBerlin).not.toContain('month-next');
    expect(await shelf.slugs('&timeframe=this-month&timezone=America/New_York')).toContain(
      'month-next'
    );
  });

  it('is as the programme has it for whoever names no zone', async () => {
    await programSettings(app.strapi, { defaultTimezone: 'Asia/Tokyo' });
    expect(await shelf.slugs('&timeframe=this-week')).toEqual(['week-live']);
    await programSettings(app.strapi, { defaultTimezone: 'Europe/Berlin' });
    expect(await shelf.slugs('&timeframe=this-week')).toEqual(['week-live', 'week-sunday']);
  });

  it('formats times for the zone of the caller, or else of the session, in the right season', async () => {
    const { items } = await shelf.list('&timezone=Europe/Berlin&pageSize=2');
    expect(items.map(({ local }) => [local.date, local.time, local.zone, local.offset])).toEqual([
      ['2026-10-21', '11:30', 'CEST', '+02:00'],
      ['2026-10-25', '23:30', 'CET', '+01:00'],
    ]);
    const [own] = (await shelf.list()).items;
    expect(own?.local.timezone).toBe('Europe/Berlin');
  });
});

/** Only the calendar moves; everything that waits goes on waiting in real time. */
const ALL_BUT_DATE = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const satisfies string[];

describe('what a request may ask', () => {
  it.each([
    ['/sessions?page=0', { page: 'number_too_small' }],
    ['/sessions?page=-1', { page: 'number_too_small' }],
    ['/sessions?page=one', { page: 'invalid' }],
    ['/sessions?page=1&page=2', { page: 'invalid_type' }],
    ['/sessions?pageSize=0', { pageSize: 'number_too_small' }],
    ['/sessions?pageSize=101', { pageSize: 'number_too_big' }],
    ['/sessions?pagination[page]=1', { pagination: 'unknown_field' }],
    ['/sessions?timeframe=tomorrow', { timeframe: 'invalid_value' }],
    ['/sessions?locale=fr', { locale: 'invalid_value' }],
    ['/sessions?timezone=Europe/Bielefeld', { timezone: 'timezone_invalid' }],
    ['/sessions?timezone=', { timezone: 'required' }],
    ['/sessions?from=yesterday', { from: 'date_invalid' }],
    ['/sessions?to=2026-02-30', { to: 'date_invalid' }],
    ['/sessions?category=', { category: 'required' }],
    ['/sessions?category=%00', { category: 'invalid' }],
    ['/sessions?speaker[$ne]=x', { speaker: 'invalid_type' }],
    ['/sessions?sort=price', { sort: 'invalid_value' }],
    ['/sessions?populate=*', { populate: 'unknown_field' }],
    ['/sessions/upcoming?limit=21', { limit: 'number_too_big' }],
    ['/sessions/upcoming?page=1', { page: 'unknown_field' }],
    ['/sessions/some-slug?fields=title', { fields: 'unknown_field' }],
    ['/sessions/some-slug/availability?timezone=UTC', { timezone: 'unknown_field' }],
    ['/sessions/some-slug/calendar.ics?timezone=UTC', { timezone: 'unknown_field' }],
    ['/topics?timeframe=past', { timeframe: 'unknown_field' }],
    ['/topics/some-slug?locale=xx', { locale: 'invalid_value' }],
    ['/speakers?difficulty=advanced', { difficulty: 'unknown_field' }],
    ['/speakers/some-slug?x=1', { x: 'unknown_field' }],
  ])('refuses %s and names the field', async (path, fields) => {
    expect(fieldErrors(await get(app, path))).toEqual(fields);
  });

  it('names all wrong fields at once, in the language of the caller', async () => {
    const answer = await get(app, '/sessions?locale=de&page=0&price=cheap&nonsense=1');
    expect(fieldErrors(answer)).toEqual({
      page: 'number_too_small',
      price: 'invalid_value',
      nonsense: 'unknown_field',
    });
    expect(answer.body.error?.message).toBe('Bitte prüfen Sie die markierten Felder.');
  });

  it('takes dates from the edges of time', async () => {
    for (const day of ['0000-01-01', '9999-12-31']) {
      for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
        const answer = await get(app, `/sessions?from=${day}&to=${day}&timezone=${zone}`);
        expect(answer.status).toBe(200);
      }
    }
  });
});

describe('the upcoming sessions of a footer', () => {
  it('are the next to begin, with no more than it needs', async () => {
    const topic = await aTopic(app.strapi, { german: { title: 'Bald' } });
    await aSession(app.strapi, { slug: 'footer-live', datetime: inHours(-0.1) });
    await aSession(app.strapi, {
      slug: 'footer-next',
      datetime: inHours(0.1),
      topic: topic.documentId,
    });

    const [next, ...others] = (await readUpcoming(app)).items;

    expect(next).toMatchObject({
      slug: 'footer-next',
      locale: 'en',
      registrationLink: 'https://www.example.org/webinars/footer-next',
      date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      time: expect.stringMatching(/^\d{2}:\d{2} CES?T$/),
      dateText: expect.stringMatching(/^[A-Z][a-z]{2} \d{2}, \d{4}$/),
    });
    expect(others).toHaveLength(4);
  });

  it('speak the language of the caller', async () => {
    const { items } = await readUpcoming(app, '?limit=1&locale=de&timezone=Asia/Tokyo');
    const [next] = items;
    expect(next).toMatchObject({
      locale: 'de',
      title: 'Bald',
      registrationLink: 'https://www.example.org/de/webinare/footer-next',
      time: expect.stringMatching(/^\d{2}:\d{2} UTC\+9$/),
      dateText: expect.stringMatching(/^\d{2}\.\d{2}\.\d{4}$/),
    });
  });
});

describe('one session', () => {
  it('is found by its documentId and by its slug', async () => {
    const { documentId } = await aSession(app.strapi, { slug: 'found-by-slug' });

    const byId = await readItem(app, `/sessions/${documentId}`, 'Session');
    const bySlug = await readItem(app, '/sessions/found-by-slug', 'Session');

    expect(byId.documentId).toBe(documentId);
    expect(bySlug).toEqual(byId);
  });

  it.each(['no-such-session', 'a%20b', '%F0%9F%98%80'])('is not there under %s', async (name) => {
    expectRefusal(await get(app, `/sessions/${name}`), 404, 'session_not_found');
    expectRefusal(await get(app, `/sessions/${name}/availability`), 404, 'session_not_found');
    expectRefusal(await get(app, `/sessions/${name}/calendar.ics`), 404, 'session_not_found');
  });

  it('is not there while it is a draft', async () => {
    await aSession(app.strapi, { slug: 'still-a-draft', state: 'draft' });
    const later = { state: 'draft', scheduledPublishAt: inHours(1) };
    await aSession(app.strapi, { slug: 'draft-for-an-hour', ...later });

    for (const slug of ['still-a-draft', 'draft-for-an-hour']) {
      expectRefusal(await get(app, `/sessions/${slug}`), 404, 'session_not_found');
      expectRefusal(await get(app, `/sessions/${slug}/availability`), 404, 'session_not_found');
      expectRefusal(await get(app, `/sessions/${slug}/calendar.ics`), 404, 'session_not_found');
    }
  });

  it('can be seen as cancelled by whoever has its address', async () => {
    await cancelled(await aSession(app.strapi, { slug: 'called-off' }));

    const session = await readItem(app, '/sessions/called-off', 'Session');

    expect(session.status).toBe('cancelled');
    expect(session.availability.registrationState).toBe('cancelled');
  });

  it('has everything that a landing page needs', async () => {
    const { strapi } = app;
    const industry = await aName(strapi, 'industry', { en: 'Energy', de: 'Energie' });
    const category = await aName(strapi, 'category', { en: 'Finance', de: 'Finanzen' });
    const tag = await aName(strapi, 'tag', { en: 'Hands-on' });
    const speaker = await aSpeaker(strapi, {
      title: 'Dr.',
      company: 'Figures Ltd',
      position: 'Partner',
      expertise: [{ text: 'Balance sheets' }],
      biography: 'Counts.',
      photo: await anImage(strapi, 'portrait'),
      industries: [industry.documentId],
      socialHandles: { mastodon: '@grace@example.org' },
      credentials: { certifications: [{ text: 'Auditor' }], speakingExperience: 7 },
      businessSettings: { hourlyRate: 20000, availableForConsultations: true },
      branding: { brandColors: [{ color: '#102030' }] },
    });
    const panelist = await aSpeaker(strapi, { firstName: 'Alan' });
    const topic = await aTopic(strapi, {
      title: 'Landing',
      description: 'On a page.',
      learningObjectives: [{ text: 'Read it' }],
      prerequisites: 'None.',
      targetAudience: 'Everybody.',
      agenda: [{ title: 'Welcome', minutes: 5 }],
      category: category.documentId,
      tags: [tag.documentId],
      difficultyLevel: 'beginner',
      thumbnail: await anImage(strapi, 'thumbnail'),
      promotionalImage: await anImage(strapi, 'banner'),
      materials: [
        { title: 'Handout', url: 'https://files.example.org/handout.pdf', isPublic: true },
        { title: 'Workbook', url: 'https://files.example.org/workbook.pdf', isPublic: false },
      ],
    });
    await aSession(strapi, {
      slug: 'landing-page',
      topic: topic.documentId,
      speaker: speaker.documentId,
      panelists: [panelist.documentId],
      moderator: panelist.documentId,
      price: 9900,
      earlyBirdPrice: 4900,
      earlyBirdEndDate: inDays(1),
      capacity: 20,
      consultantFocus: { primaryExpertise: 'Audit', secondaryTopics: [{ text: 'Tax' }] },
      consultantConfiguration: { consultantRole: 'presenter', interactionLevel: 'lecture' },
    });

    const session = await readItem(app, '/sessions/landing-page', 'Session');

    expect(session).toMatchObject({
      title: 'Landing',
      description: 'On a page.',
      status: 'published',
      price: { amount: 9900, currency: 'EUR' },
      earlyBirdPrice: { amount: 4900, currency: 'EUR' },
      currentPrice: { amount: 4900, currency: 'EUR' },
      promotionalImageUrl: 'https://cms.example.org/uploads/banner.webp',
      availability: { capacity: 20, seatsLeft: 20, waitlistCount: 0, registrationState: 'open' },
      agenda: [{ title: 'Welcome', minutes: 5, description: null }],
      materials: [{ title: 'Handout', url: 'https://files.example.org/handout.pdf' }],
      consultantFocus: { primaryExpertise: 'Audit', secondaryTopics: ['Tax'] },
      topic: {
        learningObjectives: ['Read it'],
        prerequisites: 'None.',
        targetAudience: 'Everybody.',
        category: { slug: category.slug, name: 'Finance' },
        tags: [{ slug: tag.slug, name: 'Hands-on' }],
        difficultyLevel: 'beginner',
        thumbnailUrl: 'https://cms.example.org/uploads/thumbnail.webp',
      },
      speaker: {
        firstName: 'Grace',
        title: 'Dr.',
        expertise: ['Balance sheets'],
        photoUrl: 'https://cms.example.org/uploads/portrait.webp',
        industries: [{ name: 'Energy' }],
        socialHandles: { mastodon: '@grace@example.org', x: null },
        credentials: { certifications: ['Auditor'], speakingExperience: 7 },
        businessSettings: { availableForConsultations: true },
        branding: { brandColors: ['#102030'] },
      },
      panelists: [{ firstName: 'Alan' }],
      moderator: { firstName: 'Alan' },
    });
    expect(Date.parse(session.endsAt) - Date.parse(session.datetime)).toBe(60 * 60_000);
  });

  it('has an agenda and a picture of its own where it brings them', async () => {
    const topic = await aTopic(app.strapi, { agenda: [{ title: 'As always' }] });
    await aSession(app.strapi, {
      slug: 'own-agenda',
      topic: topic.documentId,
      agenda: [{ title: 'For once' }],
      promotionalImage: await anImage(app.strapi, 'own-banner'),
    });

    const session = await readItem(app, '/sessions/own-agenda', 'Session');

    expect(session.agenda.map(({ title }) => title)).toEqual(['For once']);
    expect(session.promotionalImageUrl).toBe('https://cms.example.org/uploads/own-banner.webp');
  });

  it('costs its full price once the early bird is over', async () => {
    await aSession(app.strapi, {
      slug: 'late-bird',
      price: 9900,
      currency: 'CHF',
      earlyBirdPrice: 4900,
      earlyBirdEndDate: inDays(-1),
    });

    const session = await readItem(app, '/sessions/late-bird', 'Session');

    expect(session.currentPrice).toEqual({ amount: 9900, currency: 'CHF' });
  });
});

describe('texts in two languages', () => {
  it('fall back to English, field by field, and say what was served', async () => {
    const category = await aName(app.strapi, 'category', { en: 'Leadership', de: 'Führung' });
    const speaker = await aSpeaker(app.strapi, { position: 'Partner', biography: 'English only.' });
    await inGerman(app.strapi, speaker, { position: 'Partnerin' });
    const topic = await aTopic(app.strapi, {
      title: 'Half translated',
      prerequisites: 'A pencil.',
      category: category.documentId,
      german: { title: 'Halb übersetzt' },
    });
    await aSession(app.strapi, {
      slug: 'half-translated',
      topic: topic.documentId,
      speaker: speaker.documentId,
    });

    const session = await readItem(app, '/sessions/half-translated?locale=de', 'Session');

    expect(session).toMatchObject({
      locale: 'de',
      title: 'Halb übersetzt',
      topic: { locale: 'de', prerequisites: 'A pencil.', category: { name: 'Führung' } },
      speaker: { locale: 'de', position: 'Partnerin', biography: 'English only.' },
    });
  });

  it('leave no session out of the German list', async () => {
    const { add, list, topic } = await aShelf();
    await add({ slug: 'english-only' });

    const { items, locale } = await list('&locale=de');

    expect(locale).toBe('de');
    expect(items).toMatchObject([
      {
        slug: 'english-only',
        locale: 'en',
        title: topic.title,
        topic: { locale: 'en', category: { name: 'Regal' } },
      },
    ]);
  });

  it('are the session’s own before the topic’s', async () => {
    const topic = await aTopic(app.strapi, {
      title: 'The topic',
      german: { title: 'Das Thema', description: 'Vom Thema.' },
    });
    await aSession(app.strapi, {
      slug: 'own-words',
      topic: topic.documentId,
      overrides: [
        { locale: 'en', title: 'The session', socialMediaCopy: 'Come along!' },
        { locale: 'de', description: 'Vom Termin.' },
      ],
    });

    expect(await readItem(app, '/sessions/own-words', 'Session')).toMatchObject({
      title: 'The session',
      description: 'What it tells.',
      socialMediaCopy: 'Come along!',
    });
    expect(await readItem(app, '/sessions/own-words?locale=de', 'Session')).toMatchObject({
      title: 'Das Thema',
      description: 'Vom Termin.',
      topic: { title: 'Das Thema', description: 'Vom Thema.' },
    });
  });

  it('never come from what is not published', async () => {
    const topic = await aTopic(app.strapi, { title: 'As published' });
    await aSession(app.strapi, { slug: 'edited-since', topic: topic.documentId });
    await app.strapi.db.query('plugin::webinars.topic').updateMany({
      where: { documentId: topic.documentId, publishedAt: null },
      data: { title: 'Being edited' },
    });

    const session = await readItem(app, '/sessions/edited-since', 'Session');

    expect([session.title, session.topic?.title]).toEqual(['As published', 'As published']);
  });
});

describe('what nobody may see', () => {
  it('is in no public answer', async () => {
    const speaker = await aSpeaker(app.strapi, {
      slug: 'private-person',
      email: 'secret.speaker@example.org',
      phone: '+49 30 1234567',
      consultantId: 'consultant-secret',
      businessSettings: { hourlyRate: 987654, preferredPaymentTerms: 'secret-terms' },
    });
    const session = await aSession(app.strapi, {
      slug: 'guarded',
      speaker: speaker.documentId,
      meetingUrl: 'https://meet.example.org/secret-room',
      meetingPassword: 'secret-password',
      recordingUrl: 'https://video.example.org/secret-recording',
      materialsUrl: 'https://files.example.org/secret-materials',
      slidesUrl: 'https://files.example.org/secret-slides',
      googleCalendarEventId: 'secret-event',
    });
    await register(app, session.documentId, {
      firstName: 'Secretaria',
      email: 'secret.attendee@example.org',
      company: 'Secret Inc.',
    });

    const paths = [
      '/sessions?speaker=private-person',
      '/sessions/guarded',
      '/sessions/guarded/availability',
      '/sessions/guarded/calendar.ics',
      '/speakers?pageSize=100',
      '/speakers/private-person',
    ];
    for (const path of paths) {
      const { status, text } = await get(app, path);
      expect({ path, status }).toEqual({ path, status: 200 });
      expect(text).not.toMatch(/secret|987654|1234567/i);
      expect(text).not.toMatch(/"id":/);
    }
  });

  it('includes the address of a speaker, unless it is published', async () => {
    await aSpeaker(app.strapi, { slug: 'shy', email: 'shy@example.org' });
    await aSpeaker(app.strapi, { slug: 'open', email: 'open@example.org', showEmail: true });

    expect((await readItem(app, '/speakers/shy', 'Speaker')).email).toBeNull();
    expect((await readItem(app, '/speakers/open', 'Speaker')).email).toBe('open@example.org');
  });
});

describe('availability', () => {
  it('is as it is at this moment, and never cached', async () => {
    await aSession(app.strapi, { slug: 'seats', capacity: 1 });
    const path = '/sessions/seats/availability';

    expect((await get(app, path)).headers.get('cache-control')).toBe('no-store');
    expect(await readItem(app, path, 'Availability')).toEqual({
      capacity: 1,
      seatsLeft: 1,
      waitlistCount: 0,
      registrationState: 'open',
    });

    await register(app, 'seats');
    await register(app, 'seats');

    expect(await readItem(app, path, 'Availability')).toEqual({
      capacity: 1,
      seatsLeft: 0,
      waitlistCount: 1,
      registrationState: 'waitlist',
    });
    expect(await readItem(app, '/sessions/seats', 'Session')).toMatchObject({
      registrationCount: 1,
      availability: { seatsLeft: 0, waitlistCount: 1 },
    });
  });

  it.each([
    ['unlimited', {}, 'open'],
    ['full-for-good', { capacity: 0, allowWaitlist: false }, 'full'],
    ['by-approval', { requiresApproval: true }, 'approval'],
    ['too-early', { registrationOpensAt: inDays(1) }, 'not_open'],
    ['too-late', { registrationClosesAt: inDays(-1) }, 'closed'],
    ['running', { datetime: inHours(-0.5) }, 'closed'],
    ['over', { datetime: inDays(-1) }, 'ended'],
  ])('says of a session that is %s: %j is %s', async (name, overrides, state) => {
    const slug = `availability-${name}`;
    await aSession(app.strapi, { slug, ...overrides });

    const { registrationState } = await readItem(
      app,
      `/sessions/${slug}/availability`,
      'Availability'
    );

    expect(registrationState).toBe(state);
  });
});

describe('the calendar file of a session', () => {
  it('is an event that anybody may have', async () => {
    const { documentId } = await aSession(app.strapi, {
      slug: 'in-the-calendar',
      datetime: '2031-05-06T14:00:00.000Z',
    });

    const answer = await get(app, '/sessions/in-the-calendar/calendar.ics');

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/calendar; charset=utf-8/);
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="in-the-calendar.ics"'
    );
    const calendar = new ICAL.Component(ICAL.parse(answer.text));
    const event = calendar.getFirstSubcomponent('vevent');
    const valueOf = (name: string) => String(event?.getFirstPropertyValue(name));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect({
      uid: valueOf('uid'),
      start: valueOf('dtstart'),
      end: valueOf('dtend'),
      status: valueOf('status'),
      sequence: valueOf('sequence'),
      organizer: valueOf('organizer'),
      url: valueOf('url'),
    }).toEqual({
      uid: `session-${documentId}@cms.example.org`,
      start: '2031-05-06T14:00:00Z',
      end: '2031-05-06T15:00:00Z',
      status: 'CONFIRMED',
      sequence: '0',
      organizer: 'mailto:webinars@example.org',
      url: 'https://www.example.org/webinars/in-the-calendar',
    });
    expect(event?.getFirstProperty('attendee')).toBeNull();
  });

  it('says so when the session is cancelled', async () => {
    await cancelled(await aSession(app.strapi, { slug: 'struck-out' }));
    const { text } = await get(app, '/sessions/struck-out/calendar.ics?locale=de');
    expect(text).toContain('STATUS:CANCELLED');
  });

  it('is the same file as long as the session is the same', async () => {
    await aSession(app.strapi, { slug: 'same-file' });
    const first = await get(app, '/sessions/same-file/calendar.ics');
    const again = await get(app, '/sessions/same-file/calendar.ics', {
      'If-None-Match': first.headers.get('etag') ?? '',
    });
    expect(again.status).toBe(304);
  });
});

describe('the library of topics', () => {
  it('lists what is published and active, by title', async () => {
    const category = await aName(app.strapi, 'category', { en: 'Library' });
    const inCategory = { category: category.documentId };
    await aTopic(app.strapi, { ...inCategory, title: 'Zebras', german: { title: 'Äffchen' } });
    await aTopic(app.strapi, { ...inCategory, title: 'Badgers', difficultyLevel: 'advanced' });
    await aTopic(app.strapi, { ...inCategory, title: 'Archived', state: 'archived' });
    await aTopic(app.strapi, { ...inCategory, title: 'In the works', state: 'draft' });
    const query = `/topics?category=${String(category.slug)}`;

    const english = await readPage(app, query, 'Topic');
    const german = await readPage(app, `${query}&locale=de`, 'Topic');
    const advanced = await readPage(app, `${query}&difficulty=advanced`, 'Topic');
    const second = await readPage(app, `${query}&page=2&pageSize=1`, 'Topic');

    expect(english.items.map(({ title }) => title)).toEqual(['Badgers', 'Zebras']);
    expect(english.pagination).toEqual({ page: 1, pageSize: 25, pageCount: 1, total: 2 });
    expect(german.items.map(({ title }) => title)).toEqual(['Äffchen', 'Badgers']);
    expect(german.items.map(({ locale }) => locale)).toEqual(['de', 'en']);
    expect(advanced.items.map(({ title }) => title)).toEqual(['Badgers']);
    expect(second.items.map(({ title }) => title)).toEqual(['Zebras']);
  });

  it('finds a topic by documentId and by the slug of any language', async () => {
    const { documentId } = await aTopic(app.strapi, {
      title: 'Found',
      slug: 'a-topic-to-find',
      german: { title: 'Gefunden', slug: 'ein-thema-zum-finden' },
    });

    for (const name of [documentId, 'a-topic-to-find', 'ein-thema-zum-finden']) {
      expect(await readItem(app, `/topics/${name}`, 'Topic')).toMatchObject({ title: 'Found' });
    }
    const german = await readItem(app, '/topics/a-topic-to-find?locale=de', 'Topic');
    expect(german).toMatchObject({ title: 'Gefunden', slug: 'ein-thema-zum-finden' });
  });

  it('keeps archived topics for whoever has their address, and drafts to itself', async () => {
    await aTopic(app.strapi, { slug: 'topic-archived', state: 'archived' });
    await aTopic(app.strapi, { slug: 'topic-in-the-works', state: 'draft' });
    const { documentId } = await aTopic(app.strapi, { slug: 'topic-unpublished' });
    await app.strapi.db.query('plugin::webinars.topic').deleteMany({
      where: { documentId, publishedAt: { $notNull: true } },
    });

    const archived = await readItem(app, '/topics/topic-archived', 'Topic');

    expect(archived.status).toBe('archived');
    for (const name of ['topic-in-the-works', 'topic-unpublished', 'nowhere', 'a%20b']) {
      expectRefusal(await get(app, `/topics/${name}`), 404, 'topic_not_found');
    }
  });
});

describe('the directory of speakers', () => {
  it('lists who is active, by name', async () => {
    await aSpeaker(app.strapi, { firstName: 'Zoe', lastName: 'Aaa', slug: 'zoe-aaa' });
    await aSpeaker(app.strapi, { firstName: 'Änne', lastName: 'Aaa', slug: 'aenne-aaa' });
    await aSpeaker(app.strapi, { lastName: 'Aab', slug: 'gone', isActive: false });

    const { items, pagination } = await readPage(app, '/speakers?pageSize=2', 'Speaker');

    expect(items.map(({ slug }) => slug)).toEqual(['aenne-aaa', 'zoe-aaa']);
    expect(pagination.total).toBeGreaterThan(2);
    expectRefusal(await get(app, '/speakers/gone'), 404, 'speaker_not_found');
    expectRefusal(await get(app, '/speakers/a%20b'), 404, 'speaker_not_found');
  });

  it('shows each once, in the language of the caller', async () => {
    const speaker = await aSpeaker(app.strapi, { slug: 'bilingual', position: 'Partner' });
    await inGerman(app.strapi, speaker, { slug: 'zweisprachig', position: 'Partnerin' });

    for (const name of [speaker.documentId, 'bilingual', 'zweisprachig']) {
      const found = await readItem(app, `/speakers/${name}?locale=de`, 'Speaker');
      expect(found).toMatchObject({ locale: 'de', position: 'Partnerin' });
    }
    const { items } = await readPage(app, '/speakers?pageSize=100', 'Speaker');
    expect(items.filter(({ documentId }) => documentId === speaker.documentId)).toHaveLength(1);
  });
});

describe('caching', () => {
  it.each(['/sessions', '/sessions/upcoming', '/topics', '/speakers', '/openapi.json'])(
    'answers 304 for %s to whoever has it already',
    async (path) => {
      const first = await get(app, path);
      const etag = first.headers.get('etag') ?? '';

      expect(etag).toMatch(/^"[\w-]{43}"$/);
      expect(first.headers.get('cache-control')).toMatch(
        /^public, max-age=\d+, stale-while-revalidate=\d+$/
      );
      const again = await get(app, path, { 'If-None-Match': etag });
      expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: '' });
      expect(again.headers.get('etag')).toBe(etag);
      expect((await get(app, path, { 'If-None-Match': '"other"' })).status).toBe(200);
    }
  );

  it('answers anew when the seats have changed', async () => {
    await aSession(app.strapi, { slug: 'cached-seats', capacity: 2 });
    const first = await get(app, '/sessions/cached-seats');
    await register(app, 'cached-seats');

    const again = await get(app, '/sessions/cached-seats', {
      'If-None-Match': first.headers.get('etag') ?? '',
    });

    expect(again.status).toBe(200);
  });

  it('lets pages of other origins read the ETag', async () => {
    const { headers } = await get(app, '/sessions', { Origin: 'https://www.example.org' });
    expect(headers.get('access-control-expose-headers')).toMatch(/etag/i);
  });

  it('tells a refusal to nobody who did not ask', async () => {
    const { headers } = await get(app, '/sessions/no-such-session');
    expect(headers.get('etag')).toBeNull();
    expect(headers.get('cache-control') ?? '').not.toContain('public');
  });
});

describe('health', () => {
  let minutes = 0;

  /** Health is remembered for a second: asks as if that were over. */
  const healthLater = async () => {
    minutes += 1;
    const later = performance.now() + minutes * 60_000;
    const clock = jest.spyOn(performance, 'now').mockReturnValue(later);
    const answer = await get(app, '/health');
    clock.mockRestore();
    return answer;
  };

  const mailServerSaid = async (outcome: string) => {
    const { db } = app.strapi;
    const id = `mail-${outcome}`;
    const at = new Date();
    const mail = { id, mail_key: id, kind: 'confirmation', locale: 'en', created_at: at };
    await db.getConnection('webinars_mails').insert(mail);
    const attempts = Array.from({ length: 10 }, (_none, index) => ({
      mail_id: id,
      attempt: index + 1,
      at,
      outcome,
    }));
    await db.getConnection('webinars_mail_attempts').insert(attempts);
  };

  it('says how database, jobs and mail are, and nothing else', async () => {
    await mailServerSaid('accepted');

    const answer = await healthLater();

    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toEqual({
      data: {
        status: 'up',
        database: { status: 'up' },
        jobs: { status: 'up', waiting: expect.any(Number), running: 0, dead: 0 },
        mail: { status: 'up' },
      },
    });
  });

  it('tells that the mail server cannot be reached, and stays in service', async () => {
    await mailServerSaid('unreachable');

    const answer = await healthLater();

    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({ status: 'degraded', mail: { status: 'down' } });
  });

  /** Last of all: nothing works any more afterwards. */
  it('is out of service without its database', async () => {
    await app.strapi.db.connection.destroy();

    const answer = await healthLater();

    expect(answer.status).toBe(503);
    expect(answer.body.data).toMatchObject({
      status: 'down',
      database: { status: 'down' },
      mail: { status: 'unknown' },
    });
  });
});
