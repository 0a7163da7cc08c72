import { aSession } from '../factories';
import { createEditor } from '../support/editor';
import type { AnyBody, HttpClient } from '../support/http';
import { passTo, registeredAt } from '../support/reminding';
import { signInWith } from '../support/roles';
import { startStrapi, type TestApp } from '../support/strapi';

type Mail = { kind: string; state: string; reason: string | null; dueAt: string | null } & Record<
  string,
  unknown
>;
type History = AnyBody & { data: { registration: string; session: string; mails: Mail[] } };
type Message = { kind: string; state: string; reason: string | null; dueAt: string } & Record<
  string,
  unknown
>;
type Timeline = AnyBody & { data: { session: string; state: string; messages: Message[] } };

const START = '2027-06-20T16:00:00.000Z';
const LONG_BEFORE = '2027-05-20T10:00:00.000Z';

let app: TestApp;
let admin: HttpClient;

beforeAll(async () => {
  app = await startStrapi();
  admin = await app.admin();
});

afterEach(() => app.setClock(null));
afterAll(() => app.stop());

let people = 0;
const anAddress = () => `ada.${(people += 1)}@example.org`;

const historyOf = async (registration: string) => {
  const { body } = await admin.get<History>(`/webinars/registrations/${registration}/mails`);
  return body.data.mails;
};

const timelineOf = async (session: string) => {
  const { body } = await admin.get<Timeline>(`/webinars/sessions/${session}/messages`);
  return body.data.messages;
};

const inWords = ({ kind, state, reason }: Mail | Message) =>
  [kind, state, reason].filter((word) => word !== null).join(' ');

const followUpsOf = async (registration: string) =>
  (await historyOf(registration))
    .filter(({ kind }) => /^(follow-up|feedback)-/.test(kind))
    .map(inWords);

const record = (registration: string, status: string) =>
  admin.put(`/webinars/registrations/${registration}/attendance`, { body: { status } });

describe('what a registrant is written', () => {
  it('is told mail by mail: sent, to come, failed and left out, each with its reason and time', async () => {
    const { documentId: session } = await aSession(app.strapi, { datetime: START });
    const ada = await registeredAt(app, LONG_BEFORE, { session, email: anAddress() });
    app.mails.failNext(1, 550);
    await passTo(app, '2027-06-13T16:00:00.000Z');
    await passTo(app, '2027-06-18T16:00:00.000Z');
    const mails = await historyOf(ada.documentId);
    expect(mails.map(inWords)).toEqual([
      'confirmation sent',
      'reminder-initial failed mail refused with 550',
      'reminder-final sent',
      'reminder-last-chance to_come',
      'follow-up-attended to_come',
      'follow-up-missed to_come',
      'feedback-request to_come',
    ]);
    expect(mails[1]).toMatchObject({ responseCode: 550, dueAt: '2027-06-13T16:00:00.000Z' });
    expect(mails[2]).toMatchObject({ sentAt: '2027-06-18T16:00:00.000Z', attempts: 1 });
    expect(mails[3]).toMatchObject({ dueAt: '2027-06-20T14:00:00.000Z', sentAt: null });
  });

  it('says of what others got before that this registration came later', async () => {
    const { documentId: session } = await aSession(app.strapi, { datetime: START });
    await passTo(app, '2027-06-13T16:00:00.000Z');
    const late = await registeredAt(app, '2027-06-15T10:00:00.000Z', {
      session,
      email: anAddress(),
    });
    const mails = await historyOf(late.documentId);
    expect(mails.map(inWords)).toContain('reminder-initial skipped registered_later');
    expect(mails.map(inWords)).toContain('reminder-final to_come');
  });

  it('says of what downtime has swallowed that something later said it', async () => {
    const { documentId: session } = await aSession(app.strapi, { datetime: START });
    const ada = await registeredAt(app, LONG_BEFORE, { session, email: anAddress() });
    await passTo(app, '2027-06-19T09:00:00.000Z');
    const mails = await historyOf(ada.documentId);
    expect(mails.map(inWords)).toContain('reminder-initial skipped overtaken');
    expect(mails.map(inWords)).toContain('reminder-final sent');
  });

  it('knows what comes of an attendance that is recorded late', async () => {
    const { documentId: session } = await aSession(app.strapi, { datetime: START });
    const newSeat = async () =>
      (await registeredAt(app, LONG_BEFORE, { session, email: anAddress() })).documentId;
    const [ada, bea, cleo] = [await newSeat(), await newSeat(), await newSeat()];
    await passTo(app, '2027-06-22T09:00:00.000Z');
    expect(await followUpsOf(ada)).toEqual(['follow-up-missed skipped attendance_unknown']);
    await record(ada, 'attended');
    await record(bea, 'no_show');
    expect(await followUpsOf(ada)).toEqual([
      'follow-up-attended queued',
      'feedback-request skipped recorded_later',
    ]);
    expect(await followUpsOf(bea)).toEqual(['follow-up-missed queued']);
    await passTo(app, '2027-06-22T10:00:00.000Z');
    expect(await followUpsOf(ada)).toContain('follow-up-attended sent');
    expect(await followUpsOf(bea)).toEqual(['follow-up-missed sent']);
    app.setClock(new Date('2027-06-23T19:00:00.000Z'));
    await record(cleo, 'no_show');
    await passTo(app, '2027-06-23T19:00:00.000Z');
    expect(await followUpsOf(cleo)).toEqual(['follow-up-missed skipped too_late']);
  });

  it('is not said once more when the start of what is over is corrected', async () => {
    const { documentId: session } = await aSession(app.strapi, { datetime: START });
    const ada = await registeredAt(app, LONG_BEFORE, { session, email: anAddress() });
    await passTo(app, '2027-06-20T17:30:00.000Z');
    await record(ada.documentId, 'attended');
    await passTo(app, '2027-06-20T19:00:00.000Z');
    const startsAt = '2027-06-20T16:15:00.000Z';
    await createEditor(admin).updateSession(session, { datetime: startsAt });
    const expected = [
      'follow-up-attended sent',
      'follow-up-attended skipped followed_up',
      'feedback-request to_come',
    ];
    expect(await followUpsOf(ada.documentId)).toEqual(expected);
    await passTo(app, '2027-06-20T19:15:00.000Z');
    expect(await followUpsOf(ada.documentId)).toEqual(expected);
  });

  it('holds nothing to come for somebody who has cancelled', async () => {
    const { documentId: session } = await aSession(app.strapi, { datetime: START });
    const ada = await registeredAt(app, LONG_BEFORE, { session, email: anAddress() });
    app.setClock(new Date(Date.parse(LONG_BEFORE) + 3_600_000));
    await admin.post('/webinars/registrations/cancel', {
      body: { registrations: [ada.documentId] },
    });
    await app.runJobs();
    expect((await historyOf(ada.documentId)).map(inWords)).toEqual([
      'confirmation sent',
      'cancelled-by-organizer sent',
    ]);
  });
});

describe('what a session tells', () => {
  it('is a time line of what was done, left out and is still to come', async () => {
    const { documentId: session } = await aSession(app.strapi, { datetime: START });
    await registeredAt(app, LONG_BEFORE, { session, email: anAddress() });
    await passTo(app, '2027-06-19T09:00:00.000Z');
    const messages = await timelineOf(session);
    expect(messages.map(inWords)).toEqual([
      'reminder-initial skipped overtaken',
      'speaker-alert skipped no_speaker',
      'reminder-final done',
      'manager-summary skipped no_manager',
      'reminder-last-chance to_come',
      'follow-up-attended to_come',
      'follow-up-missed to_come',
      'feedback-request to_come',
    ]);
    expect(messages[2]).toMatchObject({
      audience: 'registrants',
      recipients: 1,
      offsetMinutes: 2880,
      startsAt: START,
      dueAt: '2027-06-18T16:00:00.000Z',
      endedAt: '2027-06-19T09:00:00.000Z',
    });
  });

  it('keeps what was done for a start that was given up', async () => {
    const { documentId: session } = await aSession(app.strapi, { datetime: START });
    await passTo(app, '2027-06-13T16:00:00.000Z');
    const moved = '2027-07-20T16:00:00.000Z';
    await createEditor(admin).updateSession(session, { datetime: moved });
    const initial = (await timelineOf(session)).filter(({ kind }) => kind === 'reminder-initial');
    expect(initial).toMatchObject([
      { state: 'done', startsAt: START },
      { state: 'to_come', startsAt: moved, dueAt: '2027-07-13T16:00:00.000Z' },
    ]);
  });

  it('is nothing while it is a draft', async () => {
    const { documentId } = await aSession(app.strapi, { datetime: START, state: 'draft' });
    expect(await timelineOf(documentId)).toEqual([]);
  });
});

describe('the explanations', () => {
  it('are for those who may read them', async () => {
    const { documentId: session } = await aSession(app.strapi, { datetime: START });
    const ada = await registeredAt(app, LONG_BEFORE, { session, email: anAddress() });
    const allowed = await signInWith(app, ['plugin::webinars.mails.read']);
    const others = await signInWith(app, ['plugin::webinars.seats.read']);
    for (const path of [
      `/webinars/registrations/${ada.documentId}/mails`,
      `/webinars/sessions/${session}/messages`,
    ]) {
      const answer = await allowed.get(path);
      expect(answer).toMatchObject({ status: 200 });
      expect(answer.headers.get('cache-control')).toContain('no-store');
      expect(await others.get(path)).toMatchObject({ status: 403 });
      expect(await app.api.get(path)).toMatchObject({ status: 401 });
    }
  });

  it('of what does not exist are refused with a sentence', async () => {
    expect(await admin.get('/webinars/registrations/nobody/mails')).toMatchObject({
      status: 404,
      body: { error: { details: { code: 'registration_not_found' } } },
    });
    expect(await admin.get('/webinars/sessions/none/messages')).toMatchObject({
      status: 404,
      body: { error: { details: { code: 'session_not_found' } } },
    });
  });
});
