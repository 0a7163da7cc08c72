import { aSession, programSettings } from '../factories';
import { passTo, registeredAt, remindersTo } from '../support/reminding';
import { cancel } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';
import { runJobsOfClock } from '../support/waitlist';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi({ env: { PUBLIC_URL: 'https://cms.example.org' } });
});

beforeEach(async () => {
  await programSettings(app.strapi, { quietHoursFrom: null, quietHoursTo: null });
  await runJobsOfClock(app);
  app.mails.clear();
});

afterEach(() => app.setClock(null));
afterAll(() => app.stop());

let people = 0;
const anAddress = (name = 'ada') => `${name}.${(people += 1)}@example.com`;

const LONG_BEFORE = '2027-05-20T10:00:00.000Z';

const join = (email: string, sessions: Record<string, unknown>[]) =>
  sessions.reduce<Promise<{ session: string; token: string }[]>>(async (before, overrides) => {
    const joined = await before;
    const { documentId: session } = await aSession(app.strapi, overrides);
    const { token } = await registeredAt(app, LONG_BEFORE, { session, email });
    app.mails.clear();
    return [...joined, { session, token }];
  }, Promise.resolve([]));

const mailsTo = (email: string) => app.mails.received.filter(({ to }) => to.includes(email));

describe('quiet hours', () => {
  const QUIET = { quietHoursFrom: '21:00', quietHoursTo: '08:00' };

  const aGuest = async (start: string, timezone: string | null, schedule: number[]) => {
    const { documentId: session } = await aSession(app.strapi, {
      datetime: start,
      reminderSchedule: schedule,
    });
    const email = anAddress();
    await registeredAt(app, LONG_BEFORE, { session, email, timezone });
    app.mails.clear();
    return email;
  };

  it('put a reminder off to their end, by the clock of the recipient', async () => {
    await programSettings(app.strapi, QUIET);
    // 23:00 in Berlin is 17:00 in New York, and 06:00 in Tokyo.
    const start = '2027-06-21T21:00:00.000Z';
    const [berlin, unknown, newYork, tokyo] = [
      await aGuest(start, 'Europe/Berlin', [1440]),
      await aGuest(start, null, [1440]),
      await aGuest(start, 'America/New_York', [1440]),
      await aGuest(start, 'Asia/Tokyo', [1440]),
    ];
    const arrived = () => [berlin, unknown, newYork, tokyo].map((to) => mailsTo(to).length);
    await passTo(app, '2027-06-20T21:00:00.000Z');
    expect(arrived()).toEqual([0, 0, 1, 0]);
    expect(await remindersTo(app, berlin)).toEqual(['reminder-final quiet_hours']);
    await passTo(app, '2027-06-20T22:59:59.000Z');
    expect(arrived()).toEqual([0, 0, 1, 0]);
    await passTo(app, '2027-06-20T23:00:00.000Z');
    expect(arrived()).toEqual([0, 0, 1, 1]);
    await passTo(app, '2027-06-21T05:59:59.000Z');
    expect(arrived()).toEqual([0, 0, 1, 1]);
    await passTo(app, '2027-06-21T06:00:00.000Z');
    expect(arrived()).toEqual([1, 1, 1, 1]);
    await passTo(app, '2027-06-21T07:00:00.000Z');
    expect(arrived()).toEqual([1, 1, 1, 1]);
  });

  it('give way when their end would be less than half an hour before the start', async () => {
    await programSettings(app.strapi, QUIET);
    // The quiet ends at 08:00, which is 06:00 in UTC.
    const [inTime, tooLate] = [
      await aGuest('2027-06-21T06:30:00.000Z', 'Europe/Berlin', [120]),
      await aGuest('2027-06-21T06:29:00.000Z', 'Europe/Berlin', [120]),
    ];
    await passTo(app, '2027-06-21T04:30:00.000Z');
    expect([mailsTo(inTime).length, mailsTo(tooLate).length]).toEqual([0, 1]);
    await passTo(app, '2027-06-21T06:00:00.000Z');
    expect([mailsTo(inTime).length, mailsTo(tooLate).length]).toEqual([1, 1]);
  });

  it('are off unless somebody sets them', async () => {
    const email = await aGuest('2027-06-21T21:00:00.000Z', 'Europe/Berlin', [1440]);
    await passTo(app, '2027-06-20T21:00:00.000Z');
    expect(mailsTo(email)).toHaveLength(1);
  });

  it('need a beginning and an end', async () => {
    await expect(programSettings(app.strapi, { quietHoursFrom: '21:00' })).rejects.toThrow();
    await expect(
      programSettings(app.strapi, { quietHoursFrom: '21:00', quietHoursTo: '21:00' })
    ).rejects.toThrow();
    await expect(
      programSettings(app.strapi, { quietHoursFrom: '25:00', quietHoursTo: '08:00' })
    ).rejects.toThrow();
  });
});

describe('reminders of one person that fall close to each other', () => {
  const atTen = { datetime: '2027-06-22T10:00:00.000Z', reminderSchedule: [1440] };
  const atHalfPast = { ...atTen, datetime: '2027-06-22T10:30:00.000Z' };
  const atTwelve = { ...atTen, datetime: '2027-06-22T12:00:00.000Z' };

  it('go out as one mail with the way into each session, and the others are on record', async () => {
    const email = anAddress();
    const joined = await join(email, [atTen, atHalfPast, atTwelve]);
    await passTo(app, '2027-06-21T10:00:00.000Z');
    const [mail, ...more] = await app.mails.messages(email);
    expect(more).toEqual([]);
    const publicIds = await Promise.all(
      joined.map(async ({ session }) => {
        const [row] = await app.rows('webinars_registrations', { session_document_id: session });
        return String(row?.public_id);
      })
    );
    const ways = publicIds.map((id) => mail?.text?.includes(`/api/webinars/join/${id}.`));
    expect(ways).toEqual([true, true, false]);
    await passTo(app, '2027-06-21T10:30:00.000Z');
    expect(mailsTo(email)).toHaveLength(1);
    expect(await remindersTo(app, email)).toEqual(['reminder-final merged', 'reminder-final sent']);
    await passTo(app, '2027-06-21T12:00:00.000Z');
    expect(mailsTo(email)).toHaveLength(2);
  });

  it('go out as one mail, too, when they are due at once', async () => {
    const email = anAddress();
    await join(email, [atTen, atTen]);
    await passTo(app, '2027-06-21T10:00:00.000Z');
    await passTo(app, '2027-06-21T10:01:00.000Z');
    expect(mailsTo(email)).toHaveLength(1);
    expect(await remindersTo(app, email)).toEqual(['reminder-final merged', 'reminder-final sent']);
  });

  it('go out by themselves when the first one does not go out', async () => {
    const email = anAddress();
    const [first] = await join(email, [atTen, atHalfPast]);
    await cancel(app, String(first?.token));
    await runJobsOfClock(app);
    app.mails.clear();
    await passTo(app, '2027-06-21T10:00:00.000Z');
    expect(mailsTo(email)).toHaveLength(0);
    await passTo(app, '2027-06-21T10:30:00.000Z');
    expect(mailsTo(email)).toHaveLength(1);
  });

  it('go out by themselves when the mail server refuses the first one', async () => {
    const email = anAddress();
    await join(email, [atTen, atHalfPast]);
    app.mails.failNext(1, 550);
    await passTo(app, '2027-06-21T10:00:00.000Z');
    expect(mailsTo(email)).toHaveLength(0);
    await passTo(app, '2027-06-21T10:30:00.000Z');
    const states = (await remindersTo(app, email)).map((line) => line.split(' ')[1]);
    expect(states).not.toContain('merged');
  });

  it('leave out what the person registered for after the first one had gone', async () => {
    const email = anAddress();
    const [first] = await join(email, [atTen]);
    const { documentId: session } = await aSession(app.strapi, atHalfPast);
    await passTo(app, '2027-06-21T10:00:00.000Z');
    expect(mailsTo(email)).toHaveLength(1);
    await registeredAt(app, '2027-06-21T10:10:00.000Z', { session, email });
    await passTo(app, '2027-06-21T10:30:00.000Z');
    expect(await remindersTo(app, email)).toEqual(['reminder-final sent', 'reminder-final sent']);
    expect(first).toBeDefined();
  });

  it('of two people are never put together', async () => {
    const { documentId: session } = await aSession(app.strapi, atTen);
    const [ada, bea] = [anAddress('ada'), anAddress('bea')];
    await registeredAt(app, LONG_BEFORE, { session, email: ada });
    await registeredAt(app, LONG_BEFORE, { session, email: bea });
    app.mails.clear();
    await passTo(app, '2027-06-21T10:00:00.000Z');
    expect([mailsTo(ada).length, mailsTo(bea).length]).toEqual([1, 1]);
  });
});
