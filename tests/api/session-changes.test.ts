import { systemClock } from '../../plugins/webinars/server/src/platform/clock';
import { registrationBody } from '../../plugins/webinars/shared/registration';
import { aRegistrationBody, aSession, aTopic, inDays } from '../factories';
import { invitationOf } from '../support/calendar';
import { createEditor, type Editor } from '../support/editor';
import type { Answer } from '../support/http';
import { expectInvariants } from '../support/invariants';
import { joinLinkOf } from '../support/mail-links';
import { cancel, look, registered } from '../support/registering';
import { signInAsEditor } from '../support/roles';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;
let editor: Editor;

beforeAll(async () => {
  app = await startStrapi();
  editor = createEditor(await signInAsEditor(app, 'en'));
});

afterAll(() => app.stop());

const ROOM = 'https://meet.example.org/room';

const invitationsTo = async (email: string) => (await app.mails.messages(email)).map(invitationOf);

const expectSentence = (answer: Answer, code: string) => {
  expect(answer).toMatchObject({
    status: 400,
    body: {
      error: { message: expect.stringMatching(/^\p{Lu}.*\.$/u), details: { code } },
    },
  });
};

/** Two who have a seat, one who waits, one who has left, all their first mails delivered. */
const aSessionWithPeople = async (overrides: Record<string, unknown> = {}) => {
  const { documentId } = await aSession(app.strapi, { capacity: 3, ...overrides });
  const people = { one: 'one', two: 'two', waits: 'waits', left: 'left' };
  const email = (name: string) => `${name}.${documentId}@example.org`;
  const left = await registered(app, documentId, { email: email(people.left) });
  await registered(app, documentId, { email: email(people.one) });
  await registered(app, documentId, { email: email(people.two), language: 'de' });
  const waits = await registered(app, documentId, { email: email(people.waits) });
  await cancel(app, left.token);
  await app.runJobs();
  app.mails.clear();
  return { documentId, email, waits };
};

describe('an editor who moves a session', () => {
  it('tells everyone who has or awaits a place, each once, with a higher sequence', async () => {
    const { documentId, email } = await aSessionWithPeople();
    const start = inDays(9);

    expect(await editor.updateSession(documentId, { datetime: start })).toMatchObject({
      status: 200,
    });
    await app.runJobs();
    await app.runJobs();

    const told = app.mails.received.flatMap(({ to }) => to).sort();
    expect(told).toEqual([email('one'), email('two'), email('waits')].sort());
    const [invitation] = await invitationsTo(email('one'));
    expect(invitation).toMatchObject({ method: 'REQUEST', start: compact(start) });
    expect(invitation?.sequence).toBeGreaterThan(0);
  });

  it('replaces the event that the confirmation brought', async () => {
    const { documentId } = await aSession(app.strapi);
    const email = `moved.${documentId}@example.org`;
    await registered(app, documentId, { email });
    await app.runJobs();
    await editor.updateSession(documentId, { datetime: inDays(8) });
    await app.runJobs();
    await editor.updateSession(documentId, { duration: 90 });
    await app.runJobs();

    const invitations = await invitationsTo(email);
    expect(invitations).toHaveLength(3);
    expect(new Set(invitations.map(({ uid }) => uid)).size).toBe(1);
    const sequences = invitations.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  });

  it('twice before any mail went out, tells of the last move only', async () => {
    const { documentId, email } = await aSessionWithPeople();
    await editor.updateSession(documentId, { datetime: inDays(10) });
    const last = inDays(11);
    await editor.updateSession(documentId, { datetime: last });
    await app.runJobs();

    expect((await invitationsTo(email('one'))).map(({ start }) => start)).toEqual([compact(last)]);
  });

  it('tells only who has a seat once there is a way in, and again of another password', async () => {
    const { documentId, email } = await aSessionWithPeople();
    await editor.updateSession(documentId, { meetingUrl: ROOM });
    await app.runJobs();

    const told = app.mails.received.flatMap(({ to }) => to).sort();
    expect(told).toEqual([email('one'), email('two')].sort());
    const [mail] = await app.mails.messages(email('one'));
    expect(mail).toMatchObject({ subject: expect.stringMatching(/^How to join/) });
    const [first] = await invitationsTo(email('one'));
    expect(first).toMatchObject({ method: 'REQUEST', location: joinLinkOf(mail?.text) });

    await editor.updateSession(documentId, { meetingPassword: 'open-up' });
    await app.runJobs();
    const [, second] = await invitationsTo(email('one'));
    expect(second?.uid).toBe(first?.uid);
    expect(second?.sequence).toBeGreaterThan(first?.sequence ?? 0);
    expect((await app.mails.messages(email('one')))[1]?.text).toContain('open-up');
  });

  it('bothers nobody with another room, to which the links that they have lead as well', async () => {
    const { documentId, email } = await aSessionWithPeople({ meetingUrl: ROOM });
    await editor.updateSession(documentId, { meetingUrl: `${ROOM}-two` });
    await editor.updateSession(documentId, { meetingUrl: null, meetingPassword: 'of-no-room' });
    await app.runJobs();
    expect(await app.mails.messages(email('one'))).toEqual([]);
  });

  it('calls people into another room once they may have been in the one before', async () => {
    const { documentId, email } = await aSessionWithPeople({ meetingUrl: ROOM });
    app.setClock(new Date(Date.parse(inDays(7)) - 20 * 60_000));
    await editor.updateSession(documentId, { datetime: inDays(7) });
    await app.runJobs();
    app.mails.clear();
    await editor.updateSession(documentId, { meetingUrl: `${ROOM}-two` });
    await app.runJobs();
    app.setClock(null);
    const subjects = (await app.mails.messages(email('one'))).map(({ subject }) => subject);
    expect(subjects).toEqual([expect.stringMatching(/^How to join/)]);
  });

  it('tells of a move to everybody, although another link follows before the mails are out', async () => {
    const { documentId, email } = await aSessionWithPeople();
    await editor.updateSession(documentId, { datetime: inDays(13) });
    await editor.updateSession(documentId, { meetingUrl: ROOM });
    await app.runJobs();

    const moved = (await app.mails.messages(email('waits'))).map(({ subject }) => String(subject));
    expect(moved).toEqual([expect.stringMatching(/^Please note the change/)]);
    const [first] = await app.mails.messages(email('one'));
    expect(first?.text).toContain('/api/webinars/join/');
  });

  it('writes to nobody when only texts or seats change, or nothing at all', async () => {
    const { documentId } = await aSessionWithPeople();
    const [session] = await app.rows('webinars_sessions', { document_id: documentId });
    const datetime = new Date(session?.datetime as string | number).toISOString();
    await editor.updateSession(documentId, { capacity: 20, datetime });
    await app.runJobs();
    expect(app.mails.received).toEqual([]);
  });

  it('writes to nobody about a draft or about what is over', async () => {
    const { documentId } = await aSession(app.strapi, { state: 'draft' });
    await editor.updateSession(documentId, { datetime: inDays(12) });
    expect(await app.runJobs()).toBe(0);
  });
});

describe('an editor who cancels a session', () => {
  it('cancels and tells everyone, and takes the event out of their calendars', async () => {
    const { documentId, email, waits } = await aSessionWithPeople();

    expect(await editor.updateSession(documentId, { state: 'cancelled' })).toMatchObject({
      status: 200,
    });
    await app.runJobs();
    await app.runJobs();

    const told = app.mails.received.flatMap(({ to }) => to).sort();
    expect(told).toEqual([email('one'), email('two'), email('waits')].sort());
    const [cancellation] = await invitationsTo(email('two'));
    expect(cancellation).toMatchObject({ method: 'CANCEL', status: 'CANCELLED' });
    expect(cancellation?.sequence).toBeGreaterThan(0);
    expect(await expectInvariants(app, documentId)).toMatchObject({ held: 0, waitlisted: 0 });
    expect((await look(app, waits.token)).body.data).toMatchObject({ status: 'cancelled' });
  });

  it('reaches more people than fit into one page of work', async () => {
    const { documentId } = await aSession(app.strapi);
    const { registerMany } = app.strapi.plugin('webinars').service('registration');
    const registrants = Array.from({ length: 230 }, () => ({
      body: registrationBody.parse(aRegistrationBody()),
      language: 'en',
    }));
    await registerMany(
      { session: documentId, registrants, actor: { kind: 'system' }, shouldNotify: false },
      { clock: systemClock }
    );
    app.mails.clear();
    await editor.updateSession(documentId, { state: 'cancelled' });
    await app.runJobs();

    expect(new Set(app.mails.received.flatMap(({ to }) => to)).size).toBe(230);
    expect(app.mails.received).toHaveLength(230);
    expect(await expectInvariants(app, documentId)).toMatchObject({ held: 0 });
  });

  it('cannot bring it back', async () => {
    const { documentId } = await aSession(app.strapi);
    await editor.updateSession(documentId, { state: 'cancelled' });
    expectSentence(
      await editor.updateSession(documentId, { state: 'published' }),
      'session_move_illegal'
    );
  });
});

describe('an editor who changes the capacity', () => {
  it('downwards throws nobody out, and fills no seat beyond it afterwards', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 3 });
    const first = await registered(app, documentId);
    await registered(app, documentId);
    await registered(app, documentId);
    await editor.updateSession(documentId, { capacity: 1 });
    expect(await expectInvariants(app, documentId)).toMatchObject({ capacity: 1, held: 3 });

    await cancel(app, first.token);
    expect(await registered(app, documentId)).toMatchObject({ status: 'waitlisted' });
    expect(await expectInvariants(app, documentId)).toMatchObject({ held: 2, waitlisted: 1 });
  });

  it('upwards serves those who wait before newcomers', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 0 });
    const waits = await registered(app, documentId);
    await registered(app, documentId);
    await editor.updateSession(documentId, { capacity: 1 });
    expect((await look(app, waits.token)).body.data).toMatchObject({ status: 'offered' });
    expect(await registered(app, documentId)).toMatchObject({
      status: 'waitlisted',
      waitlistPosition: 2,
    });
  });

  it('to none takes whoever comes', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 0, allowWaitlist: false });
    await editor.updateSession(documentId, { capacity: null });
    expect(await registered(app, documentId)).toMatchObject({ status: 'confirmed' });
  });
});

describe('a session that an editor creates', () => {
  it('needs only topic, time, duration and zone, and gets a slug and seats', async () => {
    const topic = await aTopic(app.strapi);
    const answer = await editor.createSession({
      topic: { connect: [{ documentId: topic.documentId }] },
      datetime: inDays(5),
      duration: 45,
      timezone: 'America/New_York',
      state: 'published',
      price: 0,
      currency: 'EUR',
    });

    expect(answer).toMatchObject({ status: 201 });
    const { documentId, slug } = answer.body.data;
    expect(slug).toEqual(expect.stringMatching(/^[a-z0-9-]+$/));
    expect(await registered(app, String(slug))).toMatchObject({ status: 'confirmed' });
    expect(await expectInvariants(app, documentId)).toMatchObject({ held: 1 });
  });

  it.each([
    ['an unknown time zone', { timezone: 'Mars/Olympus' }, 'timezone_unknown'],
    ['a slug that routes use', { slug: 'upcoming' }, 'slug_reserved'],
    ['a state that comes later', { state: 'completed' }, 'session_state_first'],
    ['no topic', { topic: null }, 'session_topic_missing'],
  ])('is refused with a sentence for %s', async (_name, overrides, code) => {
    const topic = await aTopic(app.strapi);
    const answer = await editor.createSession({
      topic: { connect: [{ documentId: topic.documentId }] },
      datetime: inDays(5),
      duration: 45,
      timezone: 'Europe/Berlin',
      ...overrides,
    });
    expectSentence(answer, code);
  });

  it('as a duplicate starts as a draft, empty', async () => {
    const { documentId } = await aSessionWithPeople();
    const answer = await editor.cloneSession(documentId, {});
    expect(answer.status).toBeLessThan(300);
    const copy = answer.body.data.documentId;
    expect(copy).not.toBe(documentId);
    const [row] = await app.rows('webinars_sessions', { document_id: copy });
    expect(row).toMatchObject({ state: 'draft' });
    expect(await expectInvariants(app, copy)).toMatchObject({ held: 0, waitlisted: 0 });
  });
});

describe('an editor cannot', () => {
  it.each([
    '+275760-09-13T00:00:00.000Z',
    '+020261-12-03T16:00:00.000Z',
    '0000-01-01T00:00:00.000Z',
  ])('break everybody’s programme with a session at %s', async (datetime) => {
    const { documentId } = await aSession(app.strapi);
    const answer = await editor.updateSession(documentId, { datetime });
    expectSentence(answer, 'datetime_out_of_range');
    expect(await app.api.get('/api/webinars/sessions?pageSize=100')).toMatchObject({
      status: 200,
    });
  });

  it('give a session or a topic another identity, whatever a request says', async () => {
    const topic = await aTopic(app.strapi);
    const { documentId } = await aSession(app.strapi, { topic: topic.documentId });
    await registered(app, documentId);

    const answer = await editor.updateSession(documentId, { documentId: 'another', id: 4711 });
    expect(answer).toMatchObject({ status: 200, body: { data: { documentId } } });
    await app.strapi.documents('plugin::webinars.topic' as never).update({
      documentId: topic.documentId,
      data: { documentId: 'another' },
    } as never);
    expect(await app.rows('webinars_topics', { document_id: 'another' })).toEqual([]);
    await registered(app, documentId);
    await expectInvariants(app, documentId);
  });

  it.each([
    ['a time zone that is none', { timezone: 'Mars/Olympus' }],
    ['a name of two lines', { lastName: 'Lovelace\r\nBcc: x@example.org' }],
    ['a name with an advertisement', { firstName: 'www.example.org' }],
  ])(
    'write %s into a registration: the rules of the form hold for everybody',
    async (_name, change) => {
      const { documentId } = await aSession(app.strapi);
      await registered(app, documentId);
      const [row] = await app.rows('webinars_registrations', { session_document_id: documentId });
      const id = String(row?.document_id);

      expectSentence(await editor.updateRegistration(id, change), 'registration_invalid');
      expect(await app.rows('webinars_registrations', { document_id: id })).toEqual([row]);
    }
  );

  it('delete a session that has registrations, alone or among others', async () => {
    const { documentId } = await aSessionWithPeople();
    expectSentence(await editor.deleteSession(documentId), 'session_has_registrations');

    const empty = await aSession(app.strapi);
    const both = await editor.deleteSessions([empty.documentId, documentId]);
    expect(both.status).toBe(400);
    await expectInvariants(app, documentId);
    expect(await app.rows('webinars_sessions', { document_id: documentId })).toHaveLength(1);
  });

  it('change session, e-mail or state of a registration, or delete or copy one that holds a seat', async () => {
    const { documentId } = await aSession(app.strapi);
    const other = await aSession(app.strapi);
    await registered(app, documentId);
    const [row] = await app.rows('webinars_registrations', { session_document_id: documentId });
    const id = String(row?.document_id);

    for (const change of [
      { email: 'other@example.org' },
      { state: 'attended' },
      { session: { connect: [{ documentId: other.documentId }] } },
      { session: { set: [{ documentId: other.documentId }] } },
      { session: other.documentId },
    ]) {
      expectSentence(await editor.updateRegistration(id, change), 'registration_field_locked');
    }
    expectSentence(await editor.deleteRegistration(id), 'registration_holds_seat');
    expect((await editor.cloneRegistration(id)).status).toBe(400);
    await expectInvariants(app, documentId);
  });
});

describe('an editor may', () => {
  it('delete a session that nobody registered for', async () => {
    const { documentId } = await aSession(app.strapi);
    expect((await editor.deleteSession(documentId)).status).toBe(200);
    expect(await app.rows('webinars_inventory', { session_document_id: documentId })).toEqual([]);
  });

  it('correct a name, and delete a registration that was cancelled', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await registered(app, documentId, { lastName: 'Lovelase' });
    const [row] = await app.rows('webinars_registrations', { session_document_id: documentId });
    const id = String(row?.document_id);

    expect((await editor.updateRegistration(id, { lastName: 'Lovelace' })).status).toBe(200);
    expect((await look(app, token)).body.data).toMatchObject({ lastName: 'Lovelace' });
    await cancel(app, token);
    expect((await editor.deleteRegistration(id)).status).toBe(200);
    await expectInvariants(app, documentId);
  });

  it('register somebody by hand, who is placed and told like everybody else', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 1 });
    const email = `by-hand.${documentId}@example.org`;
    const session = { connect: [{ documentId }] };

    const answer = await editor.createRegistration({ ...aRegistrationBody({ email }), session });
    expect(answer).toMatchObject({ status: 201, body: { data: { state: 'confirmed' } } });
    const twice = await editor.createRegistration({ ...aRegistrationBody({ email }), session });
    expectSentence(twice, 'already_registered');
    const next = await editor.createRegistration({ ...aRegistrationBody(), session });
    expect(next).toMatchObject({ status: 201, body: { data: { state: 'waitlisted' } } });
    await app.runJobs();

    expect(await app.mails.messages(email)).toHaveLength(1);
    expect(await expectInvariants(app, documentId)).toMatchObject({ held: 1, waitlisted: 1 });
  });
});

describe('the activity log', () => {
  it('says which editor changed which fields', async () => {
    const { documentId } = await aSession(app.strapi);
    await editor.updateSession(documentId, { datetime: inDays(15) });
    const entries = await app.rows('webinars_activities', { subject_id: documentId });
    expect(entries.at(-1)).toMatchObject({
      actor_kind: 'editor',
      actor_id: expect.stringMatching(/^\d+$/),
      action: 'session.updated',
    });
    expect(JSON.stringify(entries.at(-1)?.fields)).toContain('datetime');
  });
});

const compact = (iso: string) => iso.replace(/[-:]/g, '').replace(/\.\d+/, '');
