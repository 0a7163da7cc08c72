import { aSession, aSpeaker, aTopic, programSettings } from '../factories';
import type { AnyBody, HttpClient } from '../support/http';
import { fieldErrors } from '../support/reading';
import { cancel, expectRefusal, registered } from '../support/registering';
import { signInAsEditor, signInWith } from '../support/roles';
import { startStrapi, type TestApp } from '../support/strapi';
import { runJobsOfClock } from '../support/waitlist';
import { wholeDatabase } from '../support/whole-database';
import type { Rehearsal, RehearsedEvent } from '../../plugins/webinars/shared/rehearsal';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let app: TestApp;
let admin: HttpClient;

beforeAll(async () => {
  app = await startStrapi();
  admin = await app.admin();
});

afterEach(() => app.setClock(null));
afterAll(() => app.stop());

type RehearsalAnswer = AnyBody & { data: Rehearsal };

const rehearse = (session: string, body: object, client = admin) =>
  client.post<RehearsalAnswer>(`/webinars/sessions/${session}/rehearsal`, { body });

const foretell = async (session: string, from: Date, until: Date): Promise<Rehearsal> => {
  const answer = await rehearse(session, { from, until });
  expect(answer).toMatchObject({ status: 200 });
  return answer.body.data;
};

/** Berlin changes its clocks in the night before 28 March 2027: between the first reminder and the start. */
const BEFORE = new Date('2027-03-20T10:00:00Z');
const START = new Date('2027-03-31T13:00:00Z');

const setTo = (at: Date) => app.setClock(at);

/**
 * A session of four seats with everything that a rehearsal has to foretell: quiet hours, people who do without mails,
 * two languages, offers that run out one after the other, and some who wait in vain.
 */
const aCrowdedSession = async () => {
  setTo(BEFORE);
  await programSettings(app.strapi, { quietHoursFrom: '20:00', quietHoursTo: '08:00' });
  const topic = await aTopic(app.strapi, { german: { title: 'Bilanzen lesen' } });
  const speaker = await aSpeaker(app.strapi);
  const { documentId } = await aSession(app.strapi, {
    topic: topic.documentId,
    speaker: speaker.documentId,
    datetime: START.toISOString(),
    capacity: 4,
    meetingUrl: 'https://meet.example.org/balance',
    registrationClosesAt: new Date(START.getTime() - 26 * HOUR).toISOString(),
  });
  const person = (name: string, overrides: object = {}) =>
    registered(app, documentId, { email: `${name}.${documentId}@example.org`, ...overrides });
  await person('english');
  await person('german', { language: 'de' });
  await person('in.tokyo', { timezone: 'Asia/Tokyo' });
  const leaving = await person('leaving');
  for (let place = 1; place <= 17; place += 1) await person(`waiting.${place}`, { language: 'de' });
  await admin.post('/webinars/suppressions', {
    body: { email: `english.${documentId}@example.org`, reason: 'manual' },
  });
  await app.strapi.db.getConnection('webinars_mail_optouts').insert({
    email_key: `german.${documentId}@example.org`,
    category: 'feedback',
    opted_out_at: BEFORE,
  });
  await runJobsOfClock(app);
  setTo(new Date(BEFORE.getTime() + HOUR));
  await cancel(app, leaving.token);
  await runJobsOfClock(app);
  app.mails.clear();
  return { documentId };
};

const QUARTER = HOUR / 4;

/**
 * Where the clock stops: every three hours, at each instant at which something is foretold, and shortly before it. What
 * happens at another instant than foretold has happened at the stop before, or happens at a later one.
 */
const stopsOf = ({ events }: Rehearsal, from: Date, until: Date): Date[] => {
  const foretold = events
    .flatMap((event) =>
      event.kind === 'message' ? [event.at, ...event.sent.map(({ at }) => at)] : [event.at]
    )
    .map((at) => Date.parse(at));
  const stops = new Set(foretold.flatMap((at) => [at - QUARTER, at]));
  for (let at = from.getTime(); at <= until.getTime(); at += 3 * HOUR) stops.add(at);
  return [...stops]
    .filter((at) => from.getTime() < at && at <= until.getTime())
    .sort((one, other) => one - other)
    .map((at) => new Date(at));
};

/** From stop to stop: ticks, then whatever is due by the application's clock. */
const letTimePass = async (stops: readonly Date[]) => {
  for (const at of stops) {
    setTo(at);
    await app.strapi.plugin('webinars').service('jobs').runTicks();
    await runJobsOfClock(app);
  }
};

const instant = (value: unknown) => new Date(value as string | number | Date).toISOString();

const seatMovesSince = async (session: string, at: Date) => {
  const rows = await app.rows('webinars_activities', { session_document_id: session });
  return rows
    .filter((row) => row.subject_type === 'registration' && instant(row.at) > at.toISOString())
    .map((row) => `${instant(row.at)} ${row.subject_id} ${row.from_state} ${row.to_state}`)
    .sort();
};

const lifeSince = async (session: string, at: Date) => {
  const rows = await app.rows('webinars_activities', { subject_id: session });
  return rows
    .filter((row) => row.action === 'session.moved-on' && instant(row.at) > at.toISOString())
    .map((row) => `${instant(row.at)} ${row.from_state} ${row.to_state}`);
};

const mailsSince = async (session: string, at: Date) => {
  const rows = await app.rows('webinars_mails', { session_document_id: session });
  return tally(
    rows
      .filter((row) => instant(row.created_at) > at.toISOString())
      .map((row) => {
        const end = row.state === 'sent' ? instant(row.sent_at) : String(row.reason);
        return `${row.kind} ${row.state} ${end}`;
      })
  );
};

const tally = (lines: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const line of lines) counts[line] = (counts[line] ?? 0) + 1;
  return counts;
};

type Message = Extract<RehearsedEvent, { kind: 'message' }>;
type SeatMove = Extract<RehearsedEvent, { kind: 'registration_moves' }>;

const messagesIn = ({ events }: Rehearsal) =>
  events.filter((event): event is Message => event.kind === 'message');

const seatMovesIn = ({ events }: Rehearsal) =>
  events.filter((event): event is SeatMove => event.kind === 'registration_moves');

const foretoldMails = (rehearsal: Rehearsal) =>
  tally([
    ...messagesIn(rehearsal).flatMap(({ message, sent, skipped }) => [
      ...sent.flatMap(({ at, count }) => Array<string>(count).fill(`${message} sent ${at}`)),
      ...skipped.flatMap(({ reason, count }) =>
        Array<string>(count).fill(`${message} skipped ${reason}`)
      ),
    ]),
    ...seatMovesIn(rehearsal).flatMap(({ mail, at }) => {
      if (mail === null) return [];
      return [`${mail.kind} ${mail.skipped === null ? `sent ${at}` : `skipped ${mail.skipped}`}`];
    }),
  ]);

/** Personal links lead nowhere in an example, and the figures in a mail to staff are those of now. */
const withoutTokens = (text = '') =>
  text
    .split('\nREGISTRATIONS')[0]
    ?.replace(/(join|feedback|unsubscribe|r)\/[\w.-]+/g, '$1/…')
    .trim();

describe('a rehearsal', () => {
  it('foretells what really happens when the clock goes through the same time', async () => {
    const { documentId } = await aCrowdedSession();
    const from = app.now();
    const until = new Date(START.getTime() + 3 * DAY);
    const rehearsal = await foretell(documentId, from, until);

    await letTimePass(stopsOf(rehearsal, from, until));

    expect(
      rehearsal.events.flatMap((event) =>
        event.kind === 'session_moves_on' ? [`${event.at} ${event.from} ${event.to}`] : []
      )
    ).toEqual(await lifeSince(documentId, from));
    const moves = seatMovesIn(rehearsal).map(
      (move) => `${move.at} ${move.registration} ${move.from} ${move.to}`
    );
    expect(moves.sort()).toEqual(await seatMovesSince(documentId, from));
    expect(moves).toHaveLength(30);
    const mails = foretoldMails(rehearsal);
    expect(mails).toEqual(await mailsSince(documentId, from));
    expect(Object.keys(mails).length).toBeGreaterThan(8);

    const written = await app.mails.messages();
    const texts = written.map(({ text }) => withoutTokens(text));
    for (const { text } of rehearsal.examples) expect(texts).toContain(withoutTokens(text));
    expect(new Set(written.map(({ subject }) => subject))).toEqual(
      new Set(rehearsal.examples.map(({ subject }) => subject))
    );
  }, 300_000);

  it('knows who was told already, because attendance was recorded before anything was handed out', async () => {
    const { documentId: session } = await aSession(app.strapi, { datetime: START.toISOString() });
    const due = new Date(START.getTime() + 3 * HOUR);
    setTo(BEFORE);
    const seats: string[] = [];
    for (const name of ['ada', 'bea', 'cleo']) {
      await registered(app, session, { email: `${name}.${session}@example.org` });
    }
    for (const { document_id: id } of await app.rows('webinars_registrations', {
      session_document_id: session,
    })) {
      seats.push(String(id));
    }
    await runJobsOfClock(app);
    const [ada = '', bea = ''] = seats;
    const record = (seat: string, status: string) =>
      admin.put(`/webinars/registrations/${seat}/attendance`, { body: { status } });
    setTo(due);
    await record(ada, 'attended');
    await record(bea, 'no_show');
    await runJobsOfClock(app);
    await record(bea, 'attended');
    const followUps = messagesIn(
      await foretell(session, due, new Date(due.getTime() + HOUR))
    ).filter(({ message }) => message.startsWith('follow-up'));
    expect(
      followUps.map(({ message, sent, skipped }) => [
        message,
        sent.map(({ count }) => count),
        skipped,
      ])
    ).toEqual([
      ['follow-up-attended', [], [{ reason: 'followed_up', count: 1 }]],
      ['follow-up-missed', [1], []],
    ]);
  });

  it('writes nothing and sends nothing', async () => {
    const { documentId } = await aCrowdedSession();
    await app.untilIdle();
    const before = await wholeDatabase(app);
    await foretell(documentId, app.now(), new Date(START.getTime() + 3 * DAY));
    await app.untilIdle();
    expect(await wholeDatabase(app)).toEqual(before);
    expect(app.mails.received).toHaveLength(0);
  });

  it('renders each mail in each language, with links that open nothing', async () => {
    const { documentId } = await aCrowdedSession();
    const { examples } = await foretell(documentId, app.now(), START);
    const names = examples.map(({ kind, locale }) => `${kind} ${locale}`);
    expect(names).toEqual(expect.arrayContaining(['reminder-initial en', 'reminder-initial de']));
    expect(new Set(names).size).toBe(names.length);
    const german = examples.find(
      ({ kind, locale }) => `${kind} ${locale}` === 'reminder-initial de'
    );
    expect(german?.subject).toContain('Bilanzen lesen');
    expect(german?.text).toMatch(/\/example\b/);
    expect(german?.html).toContain('<html');
  });

  it('tells in the order of time, and what lies behind it', async () => {
    const { documentId } = await aCrowdedSession();
    const { events } = await foretell(documentId, app.now(), new Date(START.getTime() + 3 * DAY));
    const instants = events.map(({ at }) => at);
    expect(instants).toEqual([...instants].sort());
    expect(events.map((event) => ('by' in event ? event.by : event.kind))).toEqual(
      expect.arrayContaining([
        'sessions.move-due',
        'registration_closes',
        'registration.pass-seats-on',
        'registration.end-waiting',
        'reminders.plan-runs',
      ])
    );
  });

  it('leaves out what a draft does that nobody publishes, and publishes one that has its time', async () => {
    setTo(BEFORE);
    const draft = await aSession(app.strapi, { datetime: START.toISOString(), state: 'draft' });
    expect((await foretell(draft.documentId, BEFORE, START)).events).toEqual([]);
    const at = new Date(START.getTime() - 5 * DAY).toISOString();
    const planned = await aSession(app.strapi, {
      datetime: START.toISOString(),
      state: 'draft',
      scheduledPublishAt: at,
    });
    const { events } = await foretell(planned.documentId, BEFORE, START);
    expect(events[0]).toEqual({
      kind: 'session_moves_on',
      at,
      from: 'draft',
      to: 'published',
      by: 'sessions.move-due',
    });
  });

  it('warns of what is missing, in the language of the editor', async () => {
    setTo(BEFORE);
    const { documentId } = await aSession(app.strapi, { datetime: START.toISOString() });
    await registered(app, documentId, { language: 'de' });
    const span = { from: BEFORE, until: START };
    const { warnings } = await foretell(documentId, BEFORE, START);
    expect(warnings.map(({ code }) => code)).toEqual([
      'german_title_missing',
      'clocks_change',
      'meeting_url_missing',
      'speaker_missing',
      'manager_missing',
    ]);
    const german = await rehearse(documentId, span, await signInAsEditor(app, 'de'));
    expect(german.body.data.warnings[0]?.message).toMatch(/^Es gibt Anmeldungen auf Deutsch/);
  });

  it('is for whoever may, about a session that there is, and for a time that can be', async () => {
    const { documentId } = await aSession(app.strapi);
    const span = { from: BEFORE, until: START };
    const others = await signInWith(app, ['plugin::webinars.mails.read']);
    expect((await rehearse(documentId, span, others)).status).toBe(403);
    const allowed = await signInWith(app, ['plugin::webinars.sessions.rehearse']);
    expect((await rehearse(documentId, span, allowed)).status).toBe(200);
    expectRefusal(await rehearse('nothing', span), 404, 'session_not_found');
    const faulty = await rehearse(documentId, { from: START, until: BEFORE, more: true });
    expect(faulty.status).toBe(400);
    expect(fieldErrors(faulty)).toMatchObject({ more: expect.anything() });
    const missing = await rehearse(documentId, { from: 'yesterday' });
    expect(Object.keys(fieldErrors(missing))).toEqual(['from', 'until']);
    const none = await rehearse(documentId, { from: '2027-02-30T00:00:00Z', until: 'tomorrow' });
    expect(Object.keys(fieldErrors(none))).toEqual(['from', 'until']);
  });
});
