/** @jest-environment ./tests/support/zone-environment.js */
import { aSession, programSettings } from '../factories';
import { invitationOf } from '../support/calendar';
import { createEditor } from '../support/editor';
import { NIGHTS } from '../support/nights';
import { get, readItem } from '../support/reading';
import { cancel, expectRefusal, look, register, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';
import { accept, runJobsOfClock } from '../support/waitlist';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
  await programSettings(app.strapi, { registrationWindow: 7 });
});

beforeEach(() => app.mails.clear());
afterAll(() => app.stop());

const after = (instant: string, ms: number) => new Date(new Date(instant).getTime() + ms);
const isoAfter = (instant: string, ms: number) => after(instant, ms).toISOString();
const compact = (instant: string) => instant.replace(/[-:]|\.\d+/g, '');

const availabilityOf = async (documentId: string) =>
  (await readItem(app, `/sessions/${documentId}`, 'Session')).availability.registrationState;

/** What a text says a seat is kept until. */
const deadlineIn = (text: string | undefined) =>
  /for you until (?:<strong>)?(\w+, \d+ \w+ \d{4}, \d\d:\d\d [\w+]+)/.exec(text ?? '')?.[1];

const pageOf = async (token: string) => (await app.api.get(`/api/webinars/r/${token}`)).text;

/** One who has the only seat and one who waits for it, in a session whose registration closes when it starts. */
const aFullSession = async (overrides: Record<string, unknown>) => {
  const { documentId } = await aSession(app.strapi, { capacity: 1, ...overrides });
  const seated = await registered(app, documentId);
  const email = `waits.${documentId}@example.org`;
  const waits = await registered(app, documentId, { email });
  return { documentId, seated, waits, email };
};

const offerOf = async (token: string) => {
  const { status, holdExpiresAt } = (await look(app, token)).body.data;
  return { status, until: String(holdExpiresAt) };
};

/** A page has the date and the time on lines of their own, and the zone apart. */
const linesOf = (written: string) => {
  const [, date, time] = /^(.*\d{4}), (.*) \(/.exec(written) ?? [];
  return [date, time];
};

describe.each(NIGHTS)('the night in which clocks go $turn in $zone', (night) => {
  const { zone: timezone, changesAt } = night;

  it.each([
    ['in the evening', night.evening],
    ['in the small hours', night.smallHours],
  ])('registration opens days before a session %s at the same time of day', async (_time, at) => {
    const [datetime, opensAt] = at;
    app.setClock(after(opensAt, -1));
    const { documentId } = await aSession(app.strapi, { datetime, timezone });

    const session = await readItem(app, `/sessions/${documentId}`, 'Session');
    expect(session).toMatchObject({
      registrationOpensAt: opensAt,
      registrationClosesAt: datetime,
      availability: { registrationState: 'not_open' },
    });
    expectRefusal(await register(app, documentId), 409, 'registration_not_open');

    app.setClock(new Date(opensAt));
    expect(await availabilityOf(documentId)).toBe('open');
    await registered(app, documentId);
  });

  it('registration is open between two instants, whatever clocks show meanwhile', async () => {
    const registrationOpensAt = isoAfter(changesAt, -HOUR / 2);
    const registrationClosesAt = isoAfter(changesAt, HOUR / 2);
    app.setClock(after(registrationOpensAt, -1));
    const { documentId } = await aSession(app.strapi, {
      datetime: isoAfter(changesAt, DAY),
      timezone,
      registrationOpensAt,
      registrationClosesAt,
    });

    expectRefusal(await register(app, documentId), 409, 'registration_not_open');
    app.setClock(new Date(registrationOpensAt));
    await registered(app, documentId);
    app.setClock(after(registrationClosesAt, -1));
    expect(await availabilityOf(documentId)).toBe('open');
    await registered(app, documentId);
    app.setClock(new Date(registrationClosesAt));
    expect(await availabilityOf(documentId)).toBe('closed');
    expectRefusal(await register(app, documentId), 409, 'registration_closed');
  });

  it('an offer holds for a day of 24 hours, and says until when by the clock of that day', async () => {
    app.setClock(after(changesAt, -12 * HOUR));
    const datetime = isoAfter(changesAt, 5 * DAY);
    const { seated, waits, email } = await aFullSession({ datetime, timezone });

    await cancel(app, seated.token);

    const until = isoAfter(changesAt, 12 * HOUR);
    expect(await offerOf(waits.token)).toEqual({ status: 'offered', until });
    expect(deadlineIn(await pageOf(waits.token))).toBe(night.dayLater);
    await runJobsOfClock(app);
    const mails = await app.mails.messages(email);
    expect(mails.flatMap(({ text }) => deadlineIn(text) ?? [])).toEqual([night.dayLater]);

    app.setClock(after(until, -1));
    await runJobsOfClock(app);
    expect(await accept(app, waits.token)).toMatchObject({ status: 200 });
  });

  it('an offer lapses after those 24 hours', async () => {
    app.setClock(after(changesAt, -12 * HOUR));
    const datetime = isoAfter(changesAt, 5 * DAY);
    const { seated, waits } = await aFullSession({ datetime, timezone });
    await cancel(app, seated.token);

    app.setClock(after(changesAt, 12 * HOUR));
    expectRefusal(await accept(app, waits.token), 409, 'offer_expired');
  });

  it('an offer holds for half of the hours that are really left', async () => {
    app.setClock(after(changesAt, -HOUR));
    const { seated, waits } = await aFullSession({
      datetime: isoAfter(changesAt, 5 * HOUR),
      registrationClosesAt: isoAfter(changesAt, 2 * HOUR),
      timezone,
    });

    await cancel(app, seated.token);

    const until = isoAfter(changesAt, HOUR / 2);
    expect(await offerOf(waits.token)).toEqual({ status: 'offered', until });
    expect(deadlineIn(await pageOf(waits.token))).toBe(night.halfAnHourAfter);
  });

  it('offers end sixty minutes before registration closes, and hold for thirty at least', async () => {
    app.setClock(after(changesAt, -HOUR));
    const closing = {
      datetime: isoAfter(changesAt, 5 * HOUR),
      registrationClosesAt: isoAfter(changesAt, HOUR / 2),
      timezone,
    };
    const early = await aFullSession(closing);
    const late = await aFullSession(closing);
    const lastMoment = isoAfter(changesAt, -HOUR / 2);

    app.setClock(after(lastMoment, -1));
    await cancel(app, early.seated.token);
    expect(await offerOf(early.waits.token)).toEqual({
      status: 'offered',
      until: isoAfter(lastMoment, HOUR / 2 - 1),
    });

    app.setClock(new Date(lastMoment));
    await cancel(app, late.seated.token);
    expect((await look(app, late.waits.token)).body.data.status).toBe('waitlisted');
    expect((await registered(app, late.documentId)).status).toBe('confirmed');
  });

  it('a session that spans it is written with both offsets, and in UTC for calendars', async () => {
    const startsAt = isoAfter(changesAt, -HOUR / 2);
    const instants = { start: compact(startsAt), end: compact(isoAfter(startsAt, 2 * HOUR)) };
    app.setClock(after(changesAt, -DAY));
    const { documentId } = await aSession(app.strapi, {
      datetime: startsAt,
      duration: 120,
      timezone,
    });
    const email = `en.${documentId}@example.org`;
    const { token } = await registered(app, documentId, { email });
    const adresse = `de.${documentId}@example.org`;
    const { token: merkmal } = await registered(app, documentId, {
      email: adresse,
      language: 'de',
    });
    await runJobsOfClock(app);

    const session = await readItem(app, `/sessions/${documentId}`, 'Session');
    const local = { timezone, ...night.across, endDate: night.across.date };
    expect(session).toMatchObject({ datetime: startsAt, local });
    const path = `/sessions/${documentId}?timezone=Asia/Tokyo`;
    const { local: elsewhere } = await readItem(app, path, 'Session');
    expect(elsewhere).toMatchObject({ offset: '+09:00', ...night.inTokyo });

    const [mail] = await app.mails.messages(email);
    expect(mail?.text).toContain(`When: ${night.written}`);
    expect(invitationOf(mail)).toMatchObject(instants);
    const [post] = await app.mails.messages(adresse);
    expect(post?.text).toContain(`Wann: ${night.geschrieben}`);
    const [date, time] = linesOf(night.written);
    expect(await pageOf(token)).toContain(`<strong>${date}<br>${time}</strong>`);
    const [datum, zeit] = linesOf(night.geschrieben);
    expect(await pageOf(merkmal)).toContain(`<strong>${datum}<br>${zeit}</strong>`);
    const { text } = await get(app, `/sessions/${documentId}/calendar.ics`);
    expect(text).toContain(`DTSTART:${instants.start}\r\n`);
    expect(text).toContain(`DTEND:${instants.end}\r\n`);
  });
});

describe('a registrant who lives by another clock', () => {
  it.each([
    ['America/New_York', 'Saturday, 27 March 2027, 20:30–22:30 EDT (America/New_York)'],
    // Where it is as late as in Berlin when the session starts, but not when it ends.
    ['Africa/Lagos', 'Sunday, 28 March 2027, 01:30–03:30 GMT+1 (Africa/Lagos)'],
  ])('reads the time on both: %s', async (timezone, own) => {
    const organisers = 'Sunday, 28 March 2027, 01:30 CET–04:30 CEST (Europe/Berlin)';
    app.setClock(new Date('2027-03-27T12:00:00.000Z'));
    const { documentId } = await aSession(app.strapi, {
      datetime: '2027-03-28T00:30:00.000Z',
      duration: 120,
    });
    const email = `far.${documentId}@example.org`;
    const { token } = await registered(app, documentId, { email, timezone });
    await runJobsOfClock(app);

    const [mail] = await app.mails.messages(email);
    expect(mail?.text).toContain(`When: ${own}\nOrganisers’ time: ${organisers}\n`);
    const [date, time] = linesOf(own);
    const [, otherTime] = linesOf(organisers);
    const page = await pageOf(token);
    expect(page).toContain(`<strong>${date}<br>${time}</strong>`);
    expect(page).toMatch(new RegExp(`Organisers’ time: .*${otherTime} \\(Europe/Berlin\\)`));
  });
});

describe('an editor who changes the zone of a session and nothing else', () => {
  it.each([
    {
      datetime: '2027-03-30T16:00:00.000Z',
      opensAt: { before: '2027-03-23T17:00:00.000Z', after: '2027-03-23T16:00:00.000Z' },
      when: 'Tuesday, 30 March 2027, 12:00–13:00 EDT (America/New_York)',
      offset: '-04:00',
      until: '2027-03-28T02:00:00.000Z',
      deadline: {
        before: 'Sunday, 28 March 2027, 04:00 CEST',
        after: 'Saturday, 27 March 2027, 22:00 EDT',
      },
    },
    {
      datetime: '2027-11-09T17:00:00.000Z',
      opensAt: { before: '2027-11-02T17:00:00.000Z', after: '2027-11-02T16:00:00.000Z' },
      when: 'Tuesday, 9 November 2027, 12:00–13:00 EST (America/New_York)',
      offset: '-05:00',
      until: '2027-11-07T06:30:00.000Z',
      deadline: {
        before: 'Sunday, 7 November 2027, 07:30 CET',
        after: 'Sunday, 7 November 2027, 01:30 EST',
      },
    },
  ])('tells everybody, and moves no instant but the default opening: $when', async (change) => {
    const { datetime, opensAt, until, deadline } = change;
    const timezone = 'Europe/Berlin';
    app.setClock(after(until, -DAY));
    const { documentId } = await aSession(app.strapi, { capacity: 2, datetime, timezone });
    const leaves = await registered(app, documentId);
    const email = `stays.${documentId}@example.org`;
    await registered(app, documentId, { email });
    const waits = await registered(app, documentId);
    await cancel(app, leaves.token);
    await runJobsOfClock(app);
    const before = await readItem(app, `/sessions/${documentId}`, 'Session');
    expect(before).toMatchObject({ datetime, registrationOpensAt: opensAt.before });
    expect(deadlineIn(await pageOf(waits.token))).toBe(deadline.before);

    const editor = createEditor(await app.admin());
    const saved = await editor.updateSession(documentId, { timezone: 'America/New_York' });
    expect(saved).toMatchObject({ status: 200 });
    await runJobsOfClock(app);

    const { slug, endsAt, availability } = before;
    expect(await readItem(app, `/sessions/${documentId}`, 'Session')).toMatchObject({
      ...{ slug, datetime, endsAt, availability },
      registrationOpensAt: opensAt.after,
      registrationClosesAt: datetime,
      local: { timezone: 'America/New_York', time: '12:00', offset: change.offset },
    });
    expect(await offerOf(waits.token)).toEqual({ status: 'offered', until });
    expect(deadlineIn(await pageOf(waits.token))).toBe(deadline.after);
    const [confirmation, news] = await app.mails.messages(email);
    expect(news?.text).toContain(`When: ${change.when}`);
    const [first, second] = [invitationOf(confirmation), invitationOf(news)];
    expect(second).toEqual({ ...first, sequence: first.sequence + 1 });
    expect(second).toMatchObject({ start: compact(datetime), end: compact(endsAt) });
  });
});
