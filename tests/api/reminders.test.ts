import { registrationBody } from '../../plugins/webinars/shared/registration';
import { aRegistrationBody, aSession, programSettings } from '../factories';
import { makeRetriesDue, repeatJobs } from '../support/due-jobs';
import { createEditor, type Editor } from '../support/editor';
import type { HttpClient } from '../support/http';
import { cancel, registered } from '../support/registering';
import { passTo, registeredAt, remindersTo, runsOf, tick } from '../support/reminding';
import { startStrapi, type TestApp } from '../support/strapi';
import { runJobsOfClock } from '../support/waitlist';

let app: TestApp;
let admin: HttpClient;
let editor: Editor;

beforeAll(async () => {
  app = await startStrapi();
  await programSettings(app.strapi, { programName: 'Northlight Webinars' });
  admin = await app.admin();
  editor = createEditor(admin);
});

beforeEach(async () => {
  await runJobsOfClock(app);
  app.mails.clear();
});

afterEach(() => app.setClock(null));
afterAll(() => app.stop());

let people = 0;
const anAddress = (name = 'ada') => `${name}.${(people += 1)}@example.org`;

/** A session at 18:00 in Berlin on Sunday, 20 June 2027, with somebody in it who came a month before. */
const START = '2027-06-20T16:00:00.000Z';
const LONG_BEFORE = '2027-05-20T10:00:00.000Z';

const aSessionWithAda = async (overrides: Record<string, unknown> = {}) => {
  const { documentId: session } = await aSession(app.strapi, { datetime: START, ...overrides });
  const email = anAddress();
  const ada = await registeredAt(app, LONG_BEFORE, { session, email });
  app.mails.clear();
  return { session, email, ...ada };
};

const mailsTo = (email: string) => app.mails.received.filter(({ to }) => to.includes(email));

const registrationOf = async (email: string) =>
  (await app.rows('webinars_registrations', { email }))[0]?.document_id;

const attendance = async (email: string, status: 'attended' | 'no_show') => {
  const answer = await admin.put(
    `/webinars/registrations/${await registrationOf(email)}/attendance`,
    {
      body: { status },
    }
  );
  expect(answer).toMatchObject({ status: 200 });
};

describe('a reminder', () => {
  it('goes out seven days, two days and two hours before, at the minute and once', async () => {
    const { session, email } = await aSessionWithAda();
    for (const [instant, count] of [
      ['2027-06-13T15:59:59.000Z', 0],
      ['2027-06-13T16:00:00.000Z', 1],
      ['2027-06-13T16:01:00.000Z', 1],
      ['2027-06-18T15:59:59.000Z', 1],
      ['2027-06-18T16:00:00.000Z', 2],
      ['2027-06-20T13:59:59.000Z', 2],
      ['2027-06-20T14:00:00.000Z', 3],
      ['2027-06-20T16:00:00.000Z', 3],
    ] as const) {
      await passTo(app, instant);
      expect([instant, mailsTo(email).length]).toEqual([instant, count]);
    }
    expect(await remindersTo(app, email)).toEqual([
      'reminder-final sent',
      'reminder-initial sent',
      'reminder-last-chance sent',
    ]);
    expect(await runsOf(app, session)).toEqual(
      expect.arrayContaining([
        'reminder-initial 10080 1',
        'reminder-final 2880 1',
        'reminder-last-chance 120 1',
      ])
    );
  });

  it('goes out once, however often and at the same time the clock is asked', async () => {
    const { email } = await aSessionWithAda();
    app.setClock(new Date('2027-06-13T16:00:00.000Z'));
    await Promise.all([tick(app), tick(app)]);
    await tick(app);
    await Promise.all([runJobsOfClock(app), runJobsOfClock(app)]);
    expect(mailsTo(email)).toHaveLength(1);
  });

  it('is handed out once, although its worker died before that was on record', async () => {
    const { session, email } = await aSessionWithAda();
    await passTo(app, '2027-06-13T16:00:00.000Z');
    await repeatJobs(app, 'reminders.fan-out');
    await runJobsOfClock(app);
    expect(mailsTo(email)).toHaveLength(1);
    expect(await runsOf(app, session)).toContain('reminder-initial 10080 1');
  });

  it('keeps the time of day in the session’s zone while clocks change', async () => {
    const { email } = await aSessionWithAda({ datetime: '2027-11-02T17:00:00.000Z' });
    await passTo(app, '2027-10-26T15:59:59.000Z');
    expect(mailsTo(email)).toHaveLength(0);
    await passTo(app, '2027-10-26T16:00:00.000Z');
    expect(mailsTo(email)).toHaveLength(1);
  });

  it('is written in the language that the registrant has by then', async () => {
    const { email, documentId } = await aSessionWithAda();
    await app.change('webinars_registrations', { document_id: documentId }, { language: 'de' });
    await passTo(app, '2027-06-13T16:00:00.000Z');
    const [mail] = await app.mails.messages(email);
    expect(mail?.text).toContain('Sonntag, 20. Juni 2027');
  });

  it('spares who registers late whatever was due before', async () => {
    const { session } = await aSessionWithAda();
    const [bea, cleo] = [anAddress('bea'), anAddress('cleo')];
    await passTo(app, '2027-06-13T16:00:00.000Z');
    await registeredAt(app, '2027-06-18T15:59:00.000Z', { session, email: bea });
    await passTo(app, '2027-06-18T16:00:00.000Z');
    await registeredAt(app, '2027-06-20T14:00:01.000Z', { session, email: cleo });
    await passTo(app, '2027-06-20T14:01:00.000Z');
    expect(await remindersTo(app, bea)).toEqual([
      'reminder-final sent',
      'reminder-last-chance sent',
    ]);
    expect(await remindersTo(app, cleo)).toEqual([]);
  });

  it('spares who got a seat late, although the registration is old', async () => {
    const { documentId: session } = await aSession(app.strapi, {
      datetime: START,
      requiresApproval: true,
    });
    const [bea, cleo] = [anAddress('bea'), anAddress('cleo')];
    await registeredAt(app, LONG_BEFORE, { session, email: bea });
    await registeredAt(app, LONG_BEFORE, { session, email: cleo });
    const approve = async (email: string) =>
      admin.post('/webinars/registrations/approve', {
        body: { registrations: [await registrationOf(email)] },
      });
    app.setClock(new Date('2027-06-13T15:00:00.000Z'));
    await approve(bea);
    app.setClock(new Date('2027-06-13T16:00:01.000Z'));
    await approve(cleo);
    await passTo(app, '2027-06-13T16:01:00.000Z');
    expect(await remindersTo(app, bea)).toEqual(['reminder-initial sent']);
    expect(await remindersTo(app, cleo)).toEqual([]);
  });

  it('reaches nobody who waits, or has cancelled', async () => {
    const { session, email, token } = await aSessionWithAda({ capacity: 1 });
    const waiting = anAddress('bea');
    await registeredAt(app, LONG_BEFORE, { session, email: waiting });
    await passTo(app, '2027-06-13T16:00:00.000Z');
    expect(await remindersTo(app, waiting)).toEqual([]);
    await cancel(app, token);
    await passTo(app, '2027-06-18T16:00:00.000Z');
    expect(await remindersTo(app, email)).toEqual(['reminder-initial sent']);
  });

  it('is dropped with its reason when its recipient cancels between plan and mail', async () => {
    const { email, token } = await aSessionWithAda();
    app.setClock(new Date('2027-06-13T16:00:00.000Z'));
    await tick(app);
    app.mails.behave({ failureOf: (to) => (to === email ? 451 : null) });
    await runJobsOfClock(app);
    await cancel(app, token);
    app.mails.behave({});
    await makeRetriesDue(app);
    await runJobsOfClock(app);
    expect(await remindersTo(app, email)).toEqual(['reminder-initial registration_cancelled']);
  });

  it('comes after confirmations, however many there are of them', async () => {
    const { session } = await aSessionWithAda();
    app.setClock(new Date(LONG_BEFORE));
    const { registerMany } = app.strapi.plugin('webinars').service('registration');
    await registerMany(
      {
        session,
        registrants: Array.from({ length: 200 }, () => ({
          body: registrationBody.parse(aRegistrationBody()),
          language: 'en',
        })),
        actor: { kind: 'system' },
        shouldNotify: false,
      },
      { clock: { now: () => new Date(LONG_BEFORE) } }
    );
    app.setClock(new Date('2027-06-13T16:00:00.000Z'));
    await tick(app);
    const newcomer = anAddress('newcomer');
    await registered(app, session, { email: newcomer });
    await runJobsOfClock(app);
    expect(app.mails.received.length).toBeGreaterThanOrEqual(202);
    const place = app.mails.received.findIndex(({ to }) => to.includes(newcomer));
    expect(place).toBeLessThan(40);
  });
});

describe('a session that is moved', () => {
  it('is announced anew by its new times, and not by the old ones', async () => {
    const { session, email } = await aSessionWithAda();
    await passTo(app, '2027-06-13T16:00:00.000Z');
    app.setClock(new Date('2027-06-14T08:00:00.000Z'));
    await editor.updateSession(session, { datetime: '2027-07-20T16:00:00.000Z' });
    await runJobsOfClock(app);
    app.mails.clear();
    await passTo(app, '2027-06-18T16:00:00.000Z');
    expect(mailsTo(email)).toHaveLength(0);
    await passTo(app, '2027-07-13T16:00:00.000Z');
    await passTo(app, '2027-07-18T16:00:00.000Z');
    await passTo(app, '2027-07-20T14:00:00.000Z');
    expect(mailsTo(email)).toHaveLength(3);
  });

  it('takes back what was planned and has not gone out', async () => {
    const { session, email } = await aSessionWithAda();
    app.setClock(new Date('2027-06-13T16:00:00.000Z'));
    await tick(app);
    app.mails.behave({ failureOf: (to) => (to === email ? 451 : null) });
    await runJobsOfClock(app);
    app.mails.behave({});
    await editor.updateSession(session, { datetime: '2027-07-20T16:00:00.000Z' });
    await makeRetriesDue(app);
    await runJobsOfClock(app);
    expect(await remindersTo(app, email)).toEqual(['reminder-initial session_moved']);
  });

  it('reminds nobody of what the news of the move has just said', async () => {
    const { session, email } = await aSessionWithAda();
    app.setClock(new Date('2027-06-01T08:00:00.000Z'));
    await editor.updateSession(session, { datetime: '2027-06-02T16:00:00.000Z' });
    await runJobsOfClock(app);
    app.mails.clear();
    await passTo(app, '2027-06-01T08:01:00.000Z');
    expect(mailsTo(email)).toHaveLength(0);
    expect(await runsOf(app, session)).toEqual(
      expect.arrayContaining([
        'reminder-initial 10080 overtaken',
        'reminder-final 2880 told_by_move',
      ])
    );
    await passTo(app, '2027-06-02T14:00:00.000Z');
    expect(await remindersTo(app, email)).toEqual(['reminder-last-chance sent']);
  });
});

describe('a session that is called off', () => {
  it('reminds nobody', async () => {
    const { session, email } = await aSessionWithAda();
    app.setClock(new Date('2027-06-10T16:00:00.000Z'));
    await editor.updateSession(session, { state: 'cancelled' });
    await runJobsOfClock(app);
    for (const instant of ['2027-06-13T16:00:00.000Z', '2027-06-20T14:00:00.000Z']) {
      await passTo(app, instant);
    }
    expect(await remindersTo(app, email)).toEqual([]);
    expect(await runsOf(app, session)).toEqual([]);
  });
});

describe('a session that is over ahead of its time', () => {
  it('reminds nobody any more', async () => {
    const { session, email } = await aSessionWithAda();
    await passTo(app, '2027-06-18T16:00:00.000Z');
    await editor.updateSession(session, { state: 'completed' });
    await passTo(app, '2027-06-20T14:00:00.000Z');
    expect(await remindersTo(app, email)).toEqual(['reminder-final sent']);
    expect(await runsOf(app, session)).toContain('reminder-last-chance 120 session_completed');
  });
});

describe('a session that is deleted', () => {
  it('leaves nothing on record', async () => {
    const { documentId: session } = await aSession(app.strapi, { datetime: START });
    await passTo(app, '2027-06-18T16:00:00.000Z');
    expect(await runsOf(app, session)).not.toEqual([]);
    await editor.deleteSession(session);
    expect(await runsOf(app, session)).toEqual([]);
  });
});

describe('after downtime', () => {
  it('only the latest reminder goes out, and the others are on record with the reason', async () => {
    const { session, email } = await aSessionWithAda();
    await passTo(app, '2027-06-19T09:00:00.000Z');
    expect(await remindersTo(app, email)).toEqual(['reminder-final sent']);
    expect(await runsOf(app, session)).toEqual(
      expect.arrayContaining(['reminder-initial 10080 overtaken', 'reminder-final 2880 1'])
    );
  });

  it('nobody is reminded of what has begun', async () => {
    const { session, email } = await aSessionWithAda();
    await passTo(app, START);
    expect(await remindersTo(app, email)).toEqual([]);
    expect(await runsOf(app, session)).toEqual(
      expect.arrayContaining([
        'reminder-initial 10080 too_late',
        'reminder-final 2880 too_late',
        'reminder-last-chance 120 too_late',
      ])
    );
  });

  it('nothing that waited in the queue goes out once the session has begun', async () => {
    const { email } = await aSessionWithAda();
    app.setClock(new Date('2027-06-20T14:00:00.000Z'));
    await tick(app);
    app.mails.behave({ failureOf: (to) => (to === email ? 451 : null) });
    await runJobsOfClock(app);
    app.mails.behave({});
    app.setClock(new Date(START));
    await makeRetriesDue(app);
    await runJobsOfClock(app);
    expect(await remindersTo(app, email)).toEqual(['reminder-last-chance session_begun']);
  });
});

describe('what follows a session', () => {
  it('thanks those who came, tells the others what they missed, and asks how it was', async () => {
    const { session, email } = await aSessionWithAda();
    const [bea, cleo] = [anAddress('bea'), anAddress('cleo')];
    await registeredAt(app, LONG_BEFORE, { session, email: bea });
    await registeredAt(app, LONG_BEFORE, { session, email: cleo });
    await passTo(app, '2027-06-20T17:30:00.000Z');
    await attendance(email, 'attended');
    await attendance(bea, 'no_show');
    await passTo(app, '2027-06-20T18:59:59.000Z');
    expect(await remindersTo(app, email)).toEqual([]);
    await passTo(app, '2027-06-20T19:00:00.000Z');
    await passTo(app, '2027-06-21T17:00:00.000Z');
    expect(await remindersTo(app, email)).toEqual([
      'feedback-request sent',
      'follow-up-attended sent',
    ]);
    expect(await remindersTo(app, bea)).toEqual(['follow-up-missed sent']);
    expect(await remindersTo(app, cleo)).toEqual(['follow-up-missed sent']);
  });

  it('takes the organisers’ word for it that somebody was not there, although they had gone in', async () => {
    const { email, documentId } = await aSessionWithAda();
    await passTo(app, '2027-06-20T17:30:00.000Z');
    await app.change(
      'webinars_registrations',
      { document_id: documentId },
      { joined_at: new Date(START) }
    );
    await attendance(email, 'no_show');
    await passTo(app, '2027-06-20T19:00:00.000Z');
    expect(await remindersTo(app, email)).toEqual(['follow-up-missed sent']);
  });

  it('asks nobody who has answered already', async () => {
    const { email, documentId } = await aSessionWithAda();
    await passTo(app, '2027-06-20T17:30:00.000Z');
    await attendance(email, 'attended');
    await app.change('webinars_registrations', { document_id: documentId }, { rating: 5 });
    await passTo(app, '2027-06-21T17:00:00.000Z');
    expect(await remindersTo(app, email)).toEqual(['follow-up-attended sent']);
  });

  it('tells nobody that they were missed when nobody knows who came', async () => {
    const { session, email } = await aSessionWithAda();
    await passTo(app, '2027-06-20T19:00:00.000Z');
    expect(await remindersTo(app, email)).toEqual([]);
    expect(await runsOf(app, session)).toEqual(
      expect.arrayContaining([
        'follow-up-missed -120 attendance_unknown',
        'follow-up-attended -120 0',
      ])
    );
  });

  it('is sent as soon as it is known who came, once and only to whom it concerns', async () => {
    const { session, email } = await aSessionWithAda();
    const [bea, cleo] = [anAddress('bea'), anAddress('cleo')];
    await registeredAt(app, LONG_BEFORE, { session, email: bea });
    await registeredAt(app, LONG_BEFORE, { session, email: cleo });
    app.mails.clear();
    await passTo(app, '2027-06-22T09:00:00.000Z');
    await attendance(email, 'attended');
    await attendance(bea, 'no_show');
    await passTo(app, '2027-06-22T09:00:00.000Z');
    await attendance(email, 'attended');
    await attendance(bea, 'no_show');
    await passTo(app, '2027-06-22T10:00:00.000Z');
    await repeatJobs(app, 'messages.send-bulk');
    await runJobsOfClock(app);
    expect(await remindersTo(app, email)).toEqual(['follow-up-attended sent']);
    expect(await remindersTo(app, bea)).toEqual(['follow-up-missed sent']);
    expect(await remindersTo(app, cleo)).toEqual([]);
    expect([email, bea, cleo].map((address) => mailsTo(address).length)).toEqual([1, 1, 0]);
  });

  it('is sent once to somebody whose attendance is recorded just before it is handed out', async () => {
    const { email } = await aSessionWithAda();
    app.setClock(new Date('2027-06-20T19:00:00.000Z'));
    await attendance(email, 'attended');
    await passTo(app, '2027-06-20T19:00:30.000Z');
    expect(await remindersTo(app, email)).toEqual(['follow-up-attended sent']);
    expect(mailsTo(email)).toHaveLength(1);
  });

  it('is not followed by the contrary when attendance is corrected', async () => {
    const { session, email } = await aSessionWithAda();
    const bea = anAddress('bea');
    await registeredAt(app, LONG_BEFORE, { session, email: bea });
    await passTo(app, '2027-06-20T17:30:00.000Z');
    await attendance(bea, 'attended');
    await passTo(app, '2027-06-20T19:00:00.000Z');
    await attendance(email, 'attended');
    await attendance(bea, 'no_show');
    await passTo(app, '2027-06-20T19:05:00.000Z');
    expect(await remindersTo(app, email)).toEqual([
      'follow-up-attended followed_up',
      'follow-up-missed sent',
    ]);
    expect(await remindersTo(app, bea)).toEqual([
      'follow-up-attended sent',
      'follow-up-missed followed_up',
    ]);
  });

  it('waits for the contrary that is under way, and goes out if that does not', async () => {
    const { email, documentId } = await aSessionWithAda();
    await passTo(app, '2027-06-20T19:00:00.000Z');
    await attendance(email, 'no_show');
    const missed = { registration_document_id: documentId, kind: 'follow-up-missed' };
    await passTo(app, '2027-06-20T19:00:00.000Z');
    await app.change('webinars_mails', missed, { state: 'sending', sent_at: null });
    await attendance(email, 'attended');
    await passTo(app, '2027-06-20T19:01:00.000Z');
    expect(await remindersTo(app, email)).toContain('follow-up-attended following_up');
    await app.change('webinars_mails', missed, { state: 'failed' });
    await makeRetriesDue(app);
    await passTo(app, '2027-06-20T19:02:00.000Z');
    expect(await remindersTo(app, email)).toContain('follow-up-attended sent');
  });

  it('goes out when attendance is corrected there and back before anybody was told', async () => {
    const { email } = await aSessionWithAda();
    await passTo(app, '2027-06-20T19:00:00.000Z');
    // Not 451: after that, mails would go out one at a time.
    app.mails.behave({ failureOf: () => 'close' });
    for (const status of ['attended', 'no_show', 'attended'] as const) {
      await attendance(email, status);
      await makeRetriesDue(app);
      await runJobsOfClock(app);
    }
    app.mails.behave({});
    for (const instant of ['2027-06-20T19:01:00.000Z', '2027-06-20T19:02:00.000Z']) {
      await makeRetriesDue(app);
      await passTo(app, instant);
    }
    expect(await remindersTo(app, email)).toEqual([
      'follow-up-attended sent',
      'follow-up-missed followed_up',
    ]);
  });

  it('is given up with what contradicts it when that reaches nobody', async () => {
    const { email } = await aSessionWithAda();
    await passTo(app, '2027-06-20T19:00:00.000Z');
    app.mails.behave({ failureOf: () => 'close' });
    await attendance(email, 'attended');
    await runJobsOfClock(app);
    await attendance(email, 'no_show');
    app.mails.behave({ failureOf: () => 550 });
    for (const instant of ['2027-06-20T19:01:00.000Z', '2027-06-20T19:02:00.000Z']) {
      await makeRetriesDue(app);
      await passTo(app, instant);
    }
    app.mails.behave({});
    expect(await remindersTo(app, email)).toEqual([
      'follow-up-attended registration_no_show',
      'follow-up-missed mail refused with 550',
    ]);
  });

  it('is sent once, although the start of what is over is corrected', async () => {
    const { session, email } = await aSessionWithAda();
    await passTo(app, '2027-06-20T17:30:00.000Z');
    await attendance(email, 'attended');
    await passTo(app, '2027-06-20T19:00:00.000Z');
    await passTo(app, '2027-06-21T17:00:00.000Z');
    await editor.updateSession(session, { datetime: '2027-06-20T16:15:00.000Z' });
    await passTo(app, '2027-06-21T17:15:00.000Z');
    expect(mailsTo(email)).toHaveLength(2);
    expect(await remindersTo(app, email)).toEqual([
      'feedback-request followed_up',
      'feedback-request sent',
      'follow-up-attended followed_up',
      'follow-up-attended sent',
    ]);
  });

  it('is no news any more when attendance is recorded after three days', async () => {
    const { email } = await aSessionWithAda();
    await passTo(app, '2027-06-21T17:00:00.000Z');
    app.setClock(new Date('2027-06-23T19:00:00.000Z'));
    await attendance(email, 'attended');
    await passTo(app, '2027-06-23T19:00:00.000Z');
    expect(await remindersTo(app, email)).toEqual([]);
  });

  it('is still sent three days late, and then no more', async () => {
    const { session, email } = await aSessionWithAda();
    await passTo(app, '2027-06-20T17:30:00.000Z');
    await attendance(email, 'attended');
    await passTo(app, '2027-06-23T19:00:00.000Z');
    expect(await remindersTo(app, email)).toEqual(['feedback-request sent']);
    expect(await runsOf(app, session)).toEqual(
      expect.arrayContaining(['follow-up-attended -120 too_late'])
    );
  });
});

describe('a schedule', () => {
  it('may be a session’s own', async () => {
    const { email } = await aSessionWithAda({ reminderSchedule: [1440, 60] });
    await passTo(app, '2027-06-13T16:00:00.000Z');
    await passTo(app, '2027-06-18T16:00:00.000Z');
    expect(await remindersTo(app, email)).toEqual([]);
    await passTo(app, '2027-06-19T16:00:00.000Z');
    await passTo(app, '2027-06-20T15:00:00.000Z');
    expect(await remindersTo(app, email)).toEqual([
      'reminder-final sent',
      'reminder-last-chance sent',
    ]);
  });

  it('may reach further back than that of the programme', async () => {
    const { email } = await aSessionWithAda({ reminderSchedule: [20160] });
    await passTo(app, '2027-06-06T16:00:00.000Z');
    expect(await remindersTo(app, email)).toEqual(['reminder-final sent']);
  });

  it('may be empty', async () => {
    const { email, session } = await aSessionWithAda({ reminderSchedule: [] });
    await passTo(app, '2027-06-20T14:00:00.000Z');
    expect(await remindersTo(app, email)).toEqual([]);
    expect((await runsOf(app, session)).filter((run) => run.startsWith('reminder'))).toEqual([]);
  });

  it('says nothing again that says less than what went out before it was changed', async () => {
    const { session, email } = await aSessionWithAda();
    await passTo(app, '2027-06-20T14:00:00.000Z');
    await editor.updateSession(session, { reminderSchedule: [1440, 60] });
    await passTo(app, '2027-06-20T14:30:00.000Z');
    expect(await remindersTo(app, email)).toEqual(['reminder-last-chance sent']);
    expect(await runsOf(app, session)).toContain('reminder-final 1440 overtaken');
    await passTo(app, '2027-06-20T15:00:00.000Z');
    expect(mailsTo(email)).toHaveLength(2);
  });

  it('is as it is now, for whatever is not on record yet', async () => {
    const { session, email } = await aSessionWithAda();
    await passTo(app, '2027-06-13T16:00:00.000Z');
    await editor.updateSession(session, { reminderSchedule: [10080, 60] });
    await passTo(app, '2027-06-18T16:00:00.000Z');
    await passTo(app, '2027-06-20T14:00:00.000Z');
    expect(await remindersTo(app, email)).toEqual(['reminder-initial sent']);
    await passTo(app, '2027-06-20T15:00:00.000Z');
    expect(await remindersTo(app, email)).toEqual([
      'reminder-initial sent',
      'reminder-last-chance sent',
    ]);
  });
});
