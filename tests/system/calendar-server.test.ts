import { aSession, aTopic, inDays } from '../factories';
import { calendarFilesOf } from '../support/calendar-program';
import { createEditor, type Editor } from '../support/editor';
import { cancel, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';
import { accept } from '../support/waitlist';
import { startCalendarServer, type CalendarServer, type ServerCalendar } from './calendar-server';

let app: TestApp;
let editor: Editor;
let server: CalendarServer;

beforeAll(async () => {
  [app, server] = await Promise.all([
    startStrapi({ env: { PUBLIC_URL: 'https://cms.example.org' } }),
    startCalendarServer(),
  ]);
  editor = createEditor(await app.admin());
});

afterAll(async () => {
  await app.stop();
  await server.stop();
});

const valueIn = (ics: string, name: string) =>
  new RegExp(`^${name}(?:;[^:\\r\\n]*)?:(.*)$`, 'm')
    .exec(ics.replace(/\r?\n[ \t]/g, ''))?.[1]
    ?.trim() ?? '';

/** RFC 4791, 4.1: what is stored says nothing of how it came. */
const withoutMethod = (ics: string) => ics.replace(/^METHOD:.*\r\n/m, '');

/** Opens the mails that have arrived since, as a mail program does that keeps its calendar on the server. */
const openMails = async (calendar: ServerCalendar, email: string): Promise<number[]> => {
  await app.runJobs();
  await app.runJobs();
  const answers: number[] = [];
  for (const ics of (await app.mails.messages(email)).flatMap(calendarFilesOf)) {
    const uid = valueIn(ics, 'UID');
    const isCancelled = valueIn(ics, 'METHOD') === 'CANCEL';
    answers.push(
      isCancelled ? await calendar.remove(uid) : await calendar.put(uid, withoutMethod(ics))
    );
  }
  app.mails.clear();
  return answers;
};

const only = async (calendar: ServerCalendar): Promise<string> => {
  const objects = await calendar.objects();
  expect(objects).toHaveLength(1);
  return String(objects[0]);
};

describe('a calendar on a CalDAV server', () => {
  it('takes an entry, replaces it under its UID, and loses it again', async () => {
    const topic = await aTopic(app.strapi, {
      title: 'Öl, Gas; und “Strom”',
      german: { title: 'Öl, Gas; und „Strom“' },
    });
    const { documentId } = await aSession(app.strapi, { topic: topic.documentId });
    const email = 'ada@example.org';
    const calendar = await server.calendar('ada', 'webinars');
    const { token } = await registered(app, documentId, { email, language: 'de' });

    expect(await openMails(calendar, email)).toEqual([201]);
    const first = await only(calendar);
    expect(valueIn(first, 'SUMMARY')).toContain('Öl\\, Gas\\; und „Strom“');

    await editor.updateSession(documentId, { datetime: inDays(9), duration: 90 });
    expect(await openMails(calendar, email)).toEqual([201]);
    const second = await only(calendar);
    expect(valueIn(second, 'UID')).toBe(valueIn(first, 'UID'));
    expect(Number(valueIn(second, 'SEQUENCE'))).toBeGreaterThan(Number(valueIn(first, 'SEQUENCE')));
    expect(valueIn(second, 'DTSTART')).not.toBe(valueIn(first, 'DTSTART'));
    expect(await calendar.putAgain(valueIn(second, 'UID'), second)).toBe(409);

    await cancel(app, token);
    expect(await openMails(calendar, email)).toEqual([200]);
    expect(await calendar.objects()).toEqual([]);
  });

  it('holds an offered seat with reserve until it is taken', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 1, datetime: inDays(10) });
    const seated = await registered(app, documentId, { email: 'seated@example.org' });
    const email = 'grace@example.org';
    const { token } = await registered(app, documentId, { email });
    const calendar = await server.calendar('grace', 'webinars');
    await openMails(calendar, email);
    expect(await calendar.objects()).toEqual([]);

    await cancel(app, seated.token);
    await openMails(calendar, email);
    expect(valueIn(await only(calendar), 'STATUS')).toBe('TENTATIVE');
    await accept(app, token);
    await openMails(calendar, email);
    expect(valueIn(await only(calendar), 'STATUS')).toBe('CONFIRMED');

    await editor.updateSession(documentId, { state: 'cancelled' });
    await openMails(calendar, email);
    expect(await calendar.objects()).toEqual([]);
  });

  it('takes the whole calendar of a person, one object for each session', async () => {
    const email = 'mary@example.org';
    for (const days of [3, 4, 5]) {
      const series = 'In three parts';
      const { documentId } = await aSession(app.strapi, { series, datetime: inDays(days) });
      await registered(app, documentId, { email });
    }
    await app.runJobs();
    const texts = (await app.mails.messages(email)).map(({ text }) => text);
    const path = /\/api\/webinars\/registrations\/feed\/\S+\.ics/.exec(texts.join('\n'))?.[0];
    const feed = await app.api.get(String(path));

    const calendar = await server.calendar('mary', 'webinars');
    expect(await calendar.fill(withoutMethod(feed.text))).toBe(201);
    const objects = await calendar.objects();
    expect(objects).toHaveLength(3);
    for (const ics of objects) expect(ics.match(/RELATED-TO/g)).toHaveLength(2);
  });
});
