import ICAL from 'ical.js';
import { z } from 'zod';
import {
  aSession,
  aSpeaker,
  aTopic,
  documentsOf,
  inDays,
  inHours,
  programSettings,
} from '../factories';
import { aName, anImage } from '../factories/catalogue';
import { fieldErrors, get, readItem } from '../support/reading';
import { cancel, look, register, registered } from '../support/registering';
import { complaintsOf } from '../support/schema-org';
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

describe('what search engines read of a landing page', () => {
  const rich = async (slug: string, overrides: Record<string, unknown> = {}) => {
    const category = await aName(app.strapi, 'category', { en: 'Finance', de: 'Finanzen' });
    const tag = await aName(app.strapi, 'tag', { en: 'Balance sheets', de: 'Bilanzen' });
    const topic = await aTopic(app.strapi, {
      title: 'First steps',
      description: '# What it **tells**\n\nAnd what [it](https://x.example) hides.',
      category: category.documentId,
      tags: [tag.documentId],
      difficultyLevel: 'beginner',
      learningObjectives: [{ text: 'Read it' }],
      promotionalImage: await anImage(app.strapi, slug),
      german: { title: 'Erste Schritte', description: 'Was sie verrät.' },
    });
    const speaker = await aSpeaker(app.strapi, {
      title: 'Dr.',
      firstName: 'Ada',
      lastName: 'Lovelace',
      position: 'CTO',
      company: 'Engines',
      linkedinUrl: 'https://www.linkedin.com/in/ada',
      socialHandles: { x: 'https://x.com/ada_l' },
      expertise: [{ text: 'Engines' }],
      photo: await anImage(app.strapi, `${slug}-ada`),
    });
    return aSession(app.strapi, {
      slug,
      topic: topic.documentId,
      speaker: speaker.documentId,
      ...overrides,
    });
  };

  beforeAll(() =>
    programSettings(app.strapi, {
      companyName: 'Example Ltd',
      companyUrl: 'https://example.com',
      organizerName: 'Example Academy',
    })
  );

  it('says what an editor has written for search engines instead, the session before its topic', async () => {
    const topic = await aTopic(app.strapi, {
      title: 'Written',
      seoTitle: 'Written for engines',
      seoDescription: 'In so many\nwords.',
    });
    const own = [{ locale: 'en', seoTitle: 'Of this session' }];
    await aSession(app.strapi, { slug: 'seo-of-topic', topic: topic.documentId });
    await aSession(app.strapi, { slug: 'seo-of-session', topic: topic.documentId, overrides: own });

    expect((await read('seo-of-topic')).seo).toMatchObject({
      title: 'Written for engines',
      description: 'In so many words.',
      ogDescription: 'In so many words.',
    });
    expect((await read('seo-of-session')).seo).toMatchObject({
      title: 'Of this session',
      description: 'In so many words.',
    });
  });

  it('has a title and a description of its own in either language', async () => {
    await rich('seo-plain', { datetime: '2099-10-01T14:00:00.000Z' });

    const english = (await read('seo-plain')).seo;
    const german = (await read('seo-plain', '?locale=de')).seo;

    expect(english).toMatchObject({
      title: 'First steps - Free Expert Session | Example Ltd',
      description:
        'Oct 01, 2099, 16:00 CEST with Dr. Ada Lovelace: What it tells And what it hides. Register now for free.',
      keywords: ['Balance sheets', 'Finance'],
      ogTitle: 'First steps – with Dr. Ada Lovelace (CTO, Engines)',
      ogImage: 'https://cms.example.org/uploads/seo-plain.webp',
      ogUrl: `${SITE}/webinars/seo-plain`,
      ogSiteName: 'Example Ltd',
      ogLocale: 'en_US',
      ogLocaleAlternate: ['de_DE'],
      twitterCard: 'summary_large_image',
      twitterCreator: '@ada_l',
    });
    expect(german).toMatchObject({
      title: 'Erste Schritte - Kostenloses Experten-Webinar | Example Ltd',
      ogUrl: `${SITE}/de/webinare/seo-plain`,
      keywords: ['Bilanzen', 'Finanzen'],
    });
    expect(german.description).toMatch(
      /^01\.10\.2099, 16:00 .* mit Dr\. Ada Lovelace: Was sie verrät\./
    );
  });

  it('takes the texts that an editor wrote for this session, and for networks', async () => {
    await rich('seo-own', {
      overrides: [
        {
          locale: 'en',
          title: 'Own title',
          description: 'Own words.',
          socialMediaCopy: 'Come all!',
        },
      ],
    });

    const { seo, share } = await read('seo-own');

    expect(seo.title).toMatch(/^Own title/);
    expect(seo.description).toContain('Own words.');
    expect(seo.ogDescription).toBe('Come all!');
    expect(share?.text).toBe('Come all!');
  });

  it('is an event in the words of schema.org, whatever becomes of the session', async () => {
    const early = { price: 4900, earlyBirdPrice: 3900, earlyBirdEndDate: inDays(2) };
    await rich('ld-open', { capacity: 5, ...early, datetime: inDays(9) });
    await rich('ld-full', { capacity: 0, allowWaitlist: false });
    await rich('ld-waitlist', { capacity: 0, allowWaitlist: true });
    const moved = await rich('ld-moved', { datetime: '2099-10-01T14:00:00.000Z' });
    const sessions = documentsOf(app.strapi, 'plugin::webinars.session');
    const { documentId } = moved;
    await sessions.update({ documentId, data: { datetime: '2099-10-08T14:00:00.000Z' } });
    const off = await rich('ld-cancelled');
    await sessions.update({ documentId: off.documentId, data: { state: 'cancelled' } });
    await aSession(app.strapi, { slug: 'ld-bare', datetime: inHours(-0.5) });

    const events = new Map<string, Record<string, unknown>>();
    for (const name of ['open', 'full', 'waitlist', 'moved', 'cancelled', 'bare']) {
      const { seo } = await read(`ld-${name}`);
      expect({ name, complaints: complaintsOf(seo.structuredData) }).toEqual({
        name,
        complaints: [],
      });
      events.set(name, seo.structuredData);
    }

    expect(events.get('open')).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'EducationEvent',
      name: 'First steps',
      description: 'What it tells And what it hides.',
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      eventStatus: 'https://schema.org/EventScheduled',
      location: { '@type': 'VirtualLocation', url: `${SITE}/webinars/ld-open` },
      organizer: { '@type': 'Organization', name: 'Example Academy', url: 'https://example.com' },
      performer: [{ '@type': 'Person', name: 'Dr. Ada Lovelace', jobTitle: 'CTO' }],
      offers: [
        {
          price: '39.00',
          priceCurrency: 'EUR',
          priceValidUntil: early.earlyBirdEndDate,
          availability: 'https://schema.org/InStock',
        },
        { price: '49.00', validFrom: early.earlyBirdEndDate },
      ],
      inLanguage: 'en',
    });
    const offered = (name: string) => ({
      offers: [{ availability: `https://schema.org/${name}` }],
    });
    expect(events.get('full')).toMatchObject(offered('SoldOut'));
    expect(events.get('waitlist')).toMatchObject(offered('LimitedAvailability'));
    expect(events.get('moved')).toMatchObject({
      eventStatus: 'https://schema.org/EventRescheduled',
      startDate: '2099-10-08T14:00:00.000Z',
      previousStartDate: '2099-10-01T14:00:00.000Z',
    });
    expect(events.get('cancelled')).toMatchObject({
      eventStatus: 'https://schema.org/EventCancelled',
    });
  });

  it('says nothing of a move that nobody had heard of', async () => {
    const draft = await rich('ld-draft', { state: 'draft' });
    const { documentId } = draft;
    const sessions = documentsOf(app.strapi, 'plugin::webinars.session');
    await sessions.update({ documentId, data: { datetime: inDays(20), state: 'published' } });

    const { seo } = await read('ld-draft');

    expect(seo.structuredData).not.toHaveProperty('previousStartDate');
  });

  it('can be written into a page, whatever an editor has typed in', async () => {
    const hostile = '</script><script>alert(1)</script><!-- & "quoted" 😀';
    await aSession(app.strapi, {
      slug: 'ld-hostile',
      overrides: [{ locale: 'en', title: hostile, description: `About ${hostile}` }],
    });

    const { seo } = await read('ld-hostile');

    expect(JSON.stringify(seo.structuredData)).not.toMatch(/<(script|!--|\/)/i);
    expect(seo.structuredData.name).toContain('& "quoted" 😀');
  });
});

describe('what carries a landing page on', () => {
  it('are links to calendars that say the same as the file', async () => {
    await aSession(app.strapi, {
      slug: 'linked',
      datetime: '2099-06-01T14:00:00.000Z',
      duration: 90,
      overrides: [{ locale: 'en', title: 'Profit & loss #1', description: 'Line one.\n\nÜber 🚀' }],
    });

    const { calendarLinks } = await read('linked');
    if (calendarLinks === null) throw new Error('no links');
    const path = calendarLinks.ics.replace('https://cms.example.org/api/webinars', '');
    const file = await get(app, path);
    const component = new ICAL.Component(ICAL.parse(file.text));
    const event = new ICAL.Event(component.getFirstSubcomponent('vevent') ?? undefined);
    const google = new URL(calendarLinks.google).searchParams;
    const outlook = new URL(calendarLinks.outlook).searchParams;

    expect(google.get('text')).toBe(event.summary);
    expect(google.get('text')).toBe('Webinar: Profit & loss #1');
    expect(google.get('dates')).toBe('20990601T140000Z/20990601T153000Z');
    expect(google.get('details')).toContain(`${SITE}/webinars/linked`);
    expect(outlook.get('startdt')).toBe(
      event.startDate.toJSDate().toISOString().replace('.000', '')
    );
    expect(outlook.get('enddt')).toBe('2099-06-01T15:30:00Z');
  });

  it('lead into no calendar once it is over or called off, and nobody shares what is called off', async () => {
    await aSession(app.strapi, { slug: 'over', datetime: inDays(-2) });
    const { documentId } = await aSession(app.strapi, { slug: 'called-off' });
    await documentsOf(app.strapi, 'plugin::webinars.session').update({
      documentId,
      data: { state: 'cancelled' },
    });

    const [over, calledOff] = [await read('over'), await read('called-off')];

    expect([over.calendarLinks, calledOff.calendarLinks]).toEqual([null, null]);
    expect(over.share).not.toBeNull();
    expect(calledOff.share).toBeNull();
  });

  it('are links for sharing with hashtags, the handle of the speaker and the code of the sharer', async () => {
    const tag = await aName(app.strapi, 'tag', { en: 'Balance sheets' });
    const topic = await aTopic(app.strapi, { title: 'Shared', tags: [tag.documentId] });
    const speaker = await aSpeaker(app.strapi, { socialHandles: { x: '@grace' } });
    const { documentId } = speaker;
    await aSession(app.strapi, { slug: 'shared', topic: topic.documentId, speaker: documentId });

    const { share } = await read('shared', '?ref=friend_1');

    expect(share?.url).toBe(`${SITE}/webinars/shared?ref=friend_1`);
    expect(share?.hashtags).toEqual(['BalanceSheets']);
    const tweet = new URL(share?.links.x ?? '').searchParams;
    expect(tweet.get('text')).toMatch(/^Shared with @grace: /);
    const target = new URL(tweet.get('url') ?? '').searchParams;
    expect(target.get('ref')).toBe('friend_1');
    expect(target.get('utm_source')).toBe('x');
  });

  it('count for whoever registered and passes them on', async () => {
    await aSession(app.strapi, { slug: 'recommended' });
    const ada = await registered(app, 'recommended');
    const referralNow = async () =>
      z
        .object({
          referral: z.object({
            code: z.string(),
            shareUrl: z.string(),
            registrations: z.number(),
          }),
        })
        .parse((await look(app, ada.token)).body.data).referral;
    const referral = await referralNow();

    expect(referral.shareUrl).toBe(`${SITE}/webinars/recommended?ref=${referral.code}`);
    const { share } = await read('recommended', `?ref=${referral.code}`);
    expect(share?.url).toBe(referral.shareUrl);
    expect(referral.registrations).toBe(0);
    const grace = await registered(app, 'recommended', { referralCode: referral.code });
    expect((await referralNow()).registrations).toBe(1);

    await cancel(app, grace.token);
    expect((await referralNow()).registrations).toBe(0);
  });

  it('refuses a code that is none', async () => {
    await aSession(app.strapi, { slug: 'refused' });
    for (const ref of ['', 'a'.repeat(65), 'x%26y', '%3Cscript%3E']) {
      expect(Object.keys(fieldErrors(await get(app, `/sessions/refused?ref=${ref}`)))).toEqual([
        'ref',
      ]);
    }
  });
});

describe('what is shown beside a session', () => {
  it('is what goes best with it, at most six, yet to come and never itself', async () => {
    const category = await aName(app.strapi, 'category', { en: 'Beside' });
    const topic = await aTopic(app.strapi, { category: category.documentId });
    const sameField = await aTopic(app.strapi, { category: category.documentId });
    const speaker = await aSpeaker(app.strapi, { expertise: [{ text: 'Besides' }] });
    const expert = await aSpeaker(app.strapi, {
      expertise: [{ text: 'besides' }, { text: 'More' }],
    });
    const elsewhere = await aTopic(app.strapi);
    const add = (slug: string, overrides: Record<string, unknown>) =>
      aSession(app.strapi, { slug, topic: elsewhere.documentId, ...overrides });

    await add('beside', { topic: topic.documentId, speaker: speaker.documentId });
    await add('beside-topic', { topic: topic.documentId });
    await add('beside-speaker', { panelists: [speaker.documentId] });
    await add('beside-category', { topic: sameField.documentId });
    await add('beside-expert', { speaker: expert.documentId });
    await add('beside-past', { topic: topic.documentId, datetime: inDays(-2) });
    await add('beside-draft', { topic: topic.documentId, state: 'draft' });

    const { related } = await read('beside');

    expect(related.map(({ slug, reasons }) => [slug, reasons])).toEqual([
      ['beside-topic', ['same_topic', 'same_category']],
      ['beside-speaker', ['same_speaker']],
      ['beside-category', ['same_category']],
      ['beside-expert', ['complementary_expertise']],
    ]);

    for (const number of [1, 2, 3, 4]) await add(`beside-${number}`, { topic: topic.documentId });
    expect((await read('beside')).related).toHaveLength(6);
  });

  it('is how many have registered within a week, and no more of them', async () => {
    const { documentId } = await aSession(app.strapi, { slug: 'momentum' });
    await register(app, 'momentum');
    await register(app, 'momentum');
    const [first] = await app.rows('webinars_registrations', { session_document_id: documentId });
    await app.change(
      'webinars_registrations',
      { id: first?.id },
      { registered_at: new Date(inDays(-8)) }
    );

    expect((await read('momentum')).registrationsLast7Days).toBe(1);
  });
});
