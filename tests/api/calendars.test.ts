import { setTimeout as pause } from 'node:timers/promises';
import { aSession, aTopic, documentsOf, inDays } from '../factories';
import { createCalendarProgram, type Entry } from '../support/calendar-program';
import { repeatJobs } from '../support/due-jobs';
import { createEditor, type Editor } from '../support/editor';
import { passTo, registeredAt } from '../support/reminding';
import { cancel, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';
import { accept, decline, runJobsOfClock } from '../support/waitlist';

const HOUR = 3_600_000;

let app: TestApp;
let editor: Editor;

beforeAll(async () => {
  app = await startStrapi({ env: { PUBLIC_URL: 'https://cms.example.org' } });
  editor = createEditor(await app.admin());
});

afterEach(() => app.setClock(null));
afterAll(() => app.stop());

let people = 0;
const anAddress = (name = 'ada') => `${name}.${(people += 1)}@example.com`;

/** Calendars know no fractions. */
const onTheSecond = (instant: string) => instant.replace(/\.\d+Z$/, '.000Z');

const later = (ms: number) => app.setClock(new Date(app.now().getTime() + ms));

/** The calendar of one person, who opens every mail. */
const calendarOf = async (email: string) => {
  await runJobsOfClock(app);
  await app.runJobs();
  const calendar = createCalendarProgram();
  calendar.receive(await app.mails.messages(email));
  return calendar;
};

const only = (entries: ReadonlyMap<string, Entry>): Entry => {
  const [entry] = entries.values();
  expect(entries.size).toBe(1);
  if (entry === undefined) throw new Error('no entry');
  return entry;
};

const mailsTo = async (email: string) =>
  (await app.mails.messages(email)).map(({ subject }) => String(subject));

const renameTopic = async (documentId: string, locale: string, title: string) => {
  const topics = documentsOf(app.strapi, 'plugin::webinars.topic');
  await topics.update({ documentId, locale, data: { title } });
  await topics.publish?.({ documentId, locale });
};

describe('an entry in a registrant’s calendar', () => {
  it('is replaced by every change under the same UID, and taken out in the end', async () => {
    const topic = await aTopic(app.strapi, { title: 'Reading the energy market' });
    const { documentId } = await aSession(app.strapi, { topic: topic.documentId });
    const email = anAddress();
    const { token } = await registered(app, documentId, { email });
    const start = onTheSecond(inDays(9));

    expect(only((await calendarOf(email)).entries).summary).toMatch(/Reading the energy market$/);
    await editor.updateSession(documentId, { datetime: start });
    expect(only((await calendarOf(email)).entries).start).toBe(start);
    await editor.updateSession(documentId, { duration: 90 });
    const { end } = only((await calendarOf(email)).entries);
    expect(new Date(end).getTime() - new Date(start).getTime()).toBe(1.5 * HOUR);
    await editor.updateSession(documentId, {
      overrides: [{ locale: 'en', title: 'Energy markets, live' }],
    });
    expect(only((await calendarOf(email)).entries).summary).toMatch(/Energy markets, live$/);
    await editor.updateSession(documentId, { meetingUrl: 'https://meet.example.org/1' });
    expect(only((await calendarOf(email)).entries).description).toMatch(/\/join\//);

    await cancel(app, token);
    const { entries, history } = await calendarOf(email);
    expect(entries.size).toBe(0);
    const [told = []] = history.values();
    expect(history.size).toBe(1);
    expect(told.map((line) => line.split(' ').slice(1).join(' '))).toEqual([
      ...Array<string>(5).fill('REQUEST CONFIRMED'),
      'CANCEL CANCELLED',
    ]);
    const sequences = told.map((line) => Number(line.split(' ')[0]));
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  });

  it('goes when the session is called off', async () => {
    const { documentId } = await aSession(app.strapi);
    const email = anAddress();
    await registered(app, documentId, { email });
    await app.runJobs();
    await editor.updateSession(documentId, { state: 'cancelled' });
    expect((await calendarOf(email)).entries.size).toBe(0);
  });
});

describe('another title', () => {
  const aTranslatedSession = async (overrides: Record<string, unknown> = {}) => {
    const topic = await aTopic(app.strapi, { german: { title: 'Bilanzen lesen' } });
    const { documentId } = await aSession(app.strapi, {
      topic: topic.documentId,
      capacity: 2,
      ...overrides,
    });
    const people = { english: anAddress(), german: anAddress(), waits: anAddress() };
    await registered(app, documentId, { email: people.english });
    await registered(app, documentId, { email: people.german, language: 'de' });
    await registered(app, documentId, { email: people.waits, language: 'de' });
    await app.runJobs();
    app.mails.clear();
    return { topicId: topic.documentId, documentId, ...people };
  };

  it('of the topic is told to who has it in the calendar and reads that language', async () => {
    const { topicId, english, german, waits } = await aTranslatedSession();
    await renameTopic(topicId, 'de', 'Bilanzen verstehen');
    await app.runJobs();

    expect(await mailsTo(german)).toEqual(['Neuer Titel: Bilanzen verstehen']);
    expect([...(await mailsTo(english)), ...(await mailsTo(waits))]).toEqual([]);
    expect(only((await calendarOf(german)).entries)).toMatchObject({
      summary: 'Webinar: Bilanzen verstehen',
      sequence: 1,
    });
  });

  it('of the topic is told once, although a worker dies between the work and its record', async () => {
    const { topicId, german } = await aTranslatedSession();
    await renameTopic(topicId, 'de', 'Bilanzen verstehen');
    await app.runJobs();
    await repeatJobs(app, 'sessions.tell-renamed');
    await app.runJobs();
    expect(await mailsTo(german)).toEqual(['Neuer Titel: Bilanzen verstehen']);
  });

  it('of the topic is none of a session’s that has its own', async () => {
    const own = { overrides: [{ locale: 'de', title: 'Unser eigener Titel' }] };
    const { topicId, german } = await aTranslatedSession(own);
    await renameTopic(topicId, 'de', 'Bilanzen verstehen');
    await app.runJobs();
    expect(await mailsTo(german)).toEqual([]);
  });

  it('of a topic that was not published for a while is told when it is again', async () => {
    const { topicId, english, german } = await aTranslatedSession();
    const topics = documentsOf(app.strapi, 'plugin::webinars.topic');
    await topics.unpublish({ documentId: topicId, locale: '*' });
    await topics.update({ documentId: topicId, locale: 'de', data: { title: 'Zwischendurch' } });
    await topics.update({
      documentId: topicId,
      locale: 'de',
      data: { title: 'Bilanzen verstehen' },
    });
    await app.runJobs();
    expect([...(await mailsTo(english)), ...(await mailsTo(german))]).toEqual([]);

    await topics.publish?.({ documentId: topicId, locale: '*' });
    await app.runJobs();
    expect(await mailsTo(german)).toEqual(['Neuer Titel: Bilanzen verstehen']);
    expect(await mailsTo(english)).toEqual([]);
    expect(only((await calendarOf(german)).entries)).toMatchObject({
      summary: 'Webinar: Bilanzen verstehen',
    });

    await topics.unpublish({ documentId: topicId, locale: 'de' });
    await topics.publish?.({ documentId: topicId, locale: 'de' });
    await app.runJobs();
    expect(await mailsTo(german)).toHaveLength(1);
    await renameTopic(topicId, 'de', 'Bilanzen deuten');
    await app.runJobs();
    expect(await mailsTo(german)).toHaveLength(2);
  });

  it('of a topic that was withdrawn before anybody was told is told when it is back', async () => {
    const { topicId, english, german } = await aTranslatedSession();
    const topics = documentsOf(app.strapi, 'plugin::webinars.topic');
    await renameTopic(topicId, 'de', 'Bilanzen verstehen');
    await topics.unpublish({ documentId: topicId, locale: '*' });
    await app.runJobs();
    expect(await mailsTo(german)).toEqual([]);

    await topics.publish?.({ documentId: topicId, locale: '*' });
    await app.runJobs();
    expect(await mailsTo(german)).toEqual(['Neuer Titel: Bilanzen verstehen']);
    expect(await mailsTo(english)).toEqual([]);
  });

  it('of the topic that is replaced, or taken back, at once is told once, or not at all', async () => {
    const { topicId, german } = await aTranslatedSession();
    await renameTopic(topicId, 'de', 'Bilanzen verstehen');
    await renameTopic(topicId, 'de', 'Bilanzen lesen');
    await app.runJobs();
    expect(await mailsTo(german)).toEqual([]);

    await renameTopic(topicId, 'de', 'Bilanzen deuten');
    await renameTopic(topicId, 'de', 'Bilanzen verstehen');
    await app.runJobs();
    expect(await mailsTo(german)).toEqual(['Neuer Titel: Bilanzen verstehen']);

    await renameTopic(topicId, 'de', 'Bilanzen lesen');
    await app.runJobs();
    expect(await mailsTo(german)).toHaveLength(2);
  });

  it('of the topic that an editor takes back at the moment in which it is told is told to nobody', async () => {
    const { topicId, german } = await aTranslatedSession();
    const { strapi } = app;
    await renameTopic(topicId, 'de', 'Bilanzen verstehen');
    const known = { topic_document_id: topicId, locale: 'de' };
    const { title } = await strapi.db.getConnection('webinars_known_titles').where(known).first();
    const editing = await strapi.db.connection.transaction();
    const table = (name: string) => strapi.db.getConnection(name).transacting(editing);
    await table('webinars_known_titles').where(known).delete();
    await table('webinars_topics').where({ document_id: topicId, locale: 'de' }).update({ title });

    const telling = app.runJobs();
    await pause(500);
    await editing.commit();
    await telling;
    expect(await mailsTo(german)).toEqual([]);
  });

  it('of the topic is told in both languages, though both were published in one moment', async () => {
    const { topicId, english, german } = await aTranslatedSession();
    app.setClock(new Date());
    await renameTopic(topicId, 'en', 'Reading balance sheets');
    await renameTopic(topicId, 'de', 'Bilanzen verstehen');
    app.setClock(null);
    await app.runJobs();
    expect(await mailsTo(english)).toEqual(['New title: Reading balance sheets']);
    expect(await mailsTo(german)).toEqual(['Neuer Titel: Bilanzen verstehen']);
  });

  it('comes from another topic, too, although the one before is not published any more', async () => {
    const { topicId, documentId, english } = await aTranslatedSession();
    await documentsOf(app.strapi, 'plugin::webinars.topic').unpublish({
      documentId: topicId,
      locale: '*',
    });
    const other = await aTopic(app.strapi, { title: 'Cash flow' });
    await editor.updateSession(documentId, { topic: other.documentId });
    await app.runJobs();
    expect(await mailsTo(english)).toEqual(['New title: Cash flow']);
  });

  it('is no news while it is a draft, the same as before, or a first translation', async () => {
    const topic = await aTopic(app.strapi, { title: 'As it was' });
    const { documentId } = await aSession(app.strapi, { topic: topic.documentId });
    const email = anAddress();
    await registered(app, documentId, { email, language: 'de' });
    await app.runJobs();
    app.mails.clear();
    const topics = documentsOf(app.strapi, 'plugin::webinars.topic');
    await topics.update({
      documentId: topic.documentId,
      locale: 'en',
      data: { title: 'As it may be' },
    });
    await renameTopic(topic.documentId, 'en', 'As it was');
    await topics.update({
      documentId: topic.documentId,
      locale: 'de',
      data: { title: 'Wie es war', slug: `wie-es-war-${documentId}` },
    });
    await topics.publish?.({ documentId: topic.documentId, locale: 'de' });
    await app.runJobs();
    expect(await mailsTo(email)).toEqual([]);
  });

  it('lets nobody miss the new way in that was told just before', async () => {
    const { documentId, english, german } = await aTranslatedSession();
    await editor.updateSession(documentId, { meetingUrl: 'https://meet.example.org/2' });
    await editor.updateSession(documentId, { overrides: [{ locale: 'de', title: 'Neu' }] });
    await app.runJobs();
    expect(await mailsTo(english)).toEqual([expect.stringMatching(/^How to join/)]);
    expect(await mailsTo(german)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^So nehmen Sie teil/),
        expect.stringMatching(/^Neuer Titel/),
      ])
    );
  });
});

describe('an offered seat', () => {
  const anOffer = async (overrides: Record<string, unknown> = {}) => {
    const { documentId } = await aSession(app.strapi, {
      capacity: 1,
      datetime: inDays(10),
      meetingUrl: 'https://meet.example.org/3',
      meetingPassword: 's3cret',
      ...overrides,
    });
    const seated = await registered(app, documentId, { email: anAddress('seated') });
    const email = anAddress('waits');
    const { token } = await registered(app, documentId, { email });
    await app.runJobs();
    await cancel(app, seated.token);
    return { documentId, email, token };
  };

  it('stands in the calendar with reserve, without the way in, and is confirmed by taking it', async () => {
    const { email, token } = await anOffer();
    const offered = await calendarOf(email);
    const entry = only(offered.entries);
    expect(entry).toMatchObject({
      status: 'TENTATIVE',
      summary: expect.stringMatching(/^Seat offered: /),
    });
    expect(entry.ics).toContain('TRANSP:OPAQUE');
    expect(entry.ics).not.toMatch(/BEGIN:VALARM|s3cret|\/join\/|meet\.example/);

    await accept(app, token);
    const taken = await calendarOf(email);
    expect(only(taken.entries)).toMatchObject({
      status: 'CONFIRMED',
      summary: expect.stringMatching(/^Webinar: /),
    });
    expect([...taken.entries.keys()]).toEqual([...offered.entries.keys()]);
    expect(only(taken.entries).sequence).toBeGreaterThan(entry.sequence);
  });

  it('is taken out when it is declined', async () => {
    const { email, token } = await anOffer();
    expect((await calendarOf(email)).entries.size).toBe(1);
    await decline(app, token);
    expect((await calendarOf(email)).entries.size).toBe(0);
  });

  it('is taken out when it has run out, and the date is not struck off for that', async () => {
    const { email } = await anOffer();
    expect((await calendarOf(email)).entries.size).toBe(1);
    later(24 * HOUR + 60_000);
    expect((await calendarOf(email)).entries.size).toBe(0);
    const mail = (await app.mails.messages(email)).at(-1);
    expect(mail?.subject).toMatch(/passed on/);
    expect(mail?.html).not.toContain('line-through');
  });

  it('moves with the session', async () => {
    const { documentId, email } = await anOffer();
    const start = onTheSecond(inDays(12));
    await app.runJobs();
    await editor.updateSession(documentId, { datetime: start });
    expect(only((await calendarOf(email)).entries)).toMatchObject({ status: 'TENTATIVE', start });
  });
});

describe('the parts of a series', () => {
  const relatedIn = (ics: string) =>
    [...ics.replaceAll('\r\n ', '').matchAll(/^RELATED-TO;RELTYPE=SIBLING:(.*)$/gm)].map(
      ([, uid]) => uid?.trim()
    );
  const uidIn = (ics: string) => /^UID:(.*)$/m.exec(ics.replaceAll('\r\n ', ''))?.[1]?.trim();

  const aSeries = async (series: string) => {
    const parts = [];
    for (const days of [5, 6, 7]) {
      parts.push(await aSession(app.strapi, { series, datetime: inDays(days) }));
    }
    return parts.map(({ documentId }) => documentId);
  };

  it('are single entries that name those of the same person, in mails as in the own calendar', async () => {
    const [first = '', second = '', third = ''] = await aSeries(' Balance sheets in three parts ');
    const email = anAddress();
    await registered(app, first, { email });
    await registered(app, third, { email: anAddress('somebody.else') });
    await app.runJobs();
    await registered(app, second, { email });
    const calendar = await calendarOf(email);
    const [one, two] = [...calendar.entries.keys()];
    const entryOf = (uid = '') => calendar.entries.get(uid)?.ics ?? '';
    expect(calendar.entries.size).toBe(2);
    expect(relatedIn(entryOf(one))).toEqual([]);
    expect(relatedIn(entryOf(two))).toEqual([one]);

    await editor.updateSession(first, { duration: 75 });
    const updated = await calendarOf(email);
    expect(relatedIn(updated.entries.get(String(one))?.ics ?? '')).toEqual([two]);

    const [mail] = await app.mails.messages(email);
    const path = /\/api\/webinars\/registrations\/feed\/\S+\.ics/.exec(mail?.text ?? '')?.[0];
    const feed = (await app.api.get(String(path))).text;
    const events = feed.split('BEGIN:VEVENT').slice(1);
    expect(Object.fromEntries(events.map((ics) => [uidIn(ics), relatedIn(ics)]))).toEqual({
      [String(one)]: [two],
      [String(two)]: [one],
    });
  });

  it('name each other in what everybody may have', async () => {
    const [first = '', second = '', third = ''] = await aSeries('Energy in three parts');
    await aSession(app.strapi, { series: 'Energy in three parts', state: 'draft' });
    const { text } = await app.api.get(`/api/webinars/sessions/${second}/calendar.ics`);
    const uidOf = (documentId: string) => `session-${documentId}@cms.example.org`;
    expect(relatedIn(text)).toEqual([uidOf(first), uidOf(third)]);
    const all = (await app.api.get('/api/webinars/calendar.ics')).text;
    const event = all.split('BEGIN:VEVENT').find((ics) => uidIn(ics) === uidOf(first));
    expect(relatedIn(event ?? '')).toEqual([uidOf(second), uidOf(third)]);
  });
});

describe('a mail that tells of several sessions', () => {
  it('brings an entry for each, one to a file', async () => {
    const email = anAddress();
    const sessions = [
      { datetime: '2027-06-22T10:00:00.000Z', reminderSchedule: [1440] },
      { datetime: '2027-06-22T10:30:00.000Z', reminderSchedule: [1440] },
      { datetime: '2027-06-22T10:40:00.000Z', reminderSchedule: [1440] },
    ];
    for (const overrides of sessions) {
      const { documentId: session } = await aSession(app.strapi, overrides);
      await registeredAt(app, '2027-05-20T10:00:00.000Z', { session, email });
    }
    const known = createCalendarProgram();
    known.receive(await app.mails.messages(email));
    app.mails.clear();
    await passTo(app, '2027-06-21T10:00:00.000Z');

    const mails = await app.mails.messages(email);
    expect(mails).toHaveLength(1);
    const calendar = createCalendarProgram();
    calendar.receive(mails);
    expect([...calendar.entries.keys()].sort()).toEqual([...known.entries.keys()].sort());
    expect([...calendar.entries.values()].map(({ start }) => start).sort()).toEqual(
      sessions.map(({ datetime }) => datetime)
    );
    const names = mails[0]?.attachments.map(({ filename }) => filename).filter(Boolean);
    expect(names).toEqual(
      expect.arrayContaining(['webinar.ics', 'webinar-2.ics', 'webinar-3.ics'])
    );
  });
});
