import { aSession } from '../factories';
import type { HttpClient } from '../support/http';
import { expectInvariants } from '../support/invariants';
import { look, register, registered, type Receipt } from '../support/registering';
import { signInAsEditor, signInWith } from '../support/roles';
import { startStrapi, type TestApp } from '../support/strapi';

const HOUR = 3_600_000;

type Outcome = { documentId: string; status?: string; code?: string; message?: string };
type Results = { data: { results: Outcome[] } };

let app: TestApp;
let admin: HttpClient;

beforeAll(async () => {
  app = await startStrapi();
  admin = await signInAsEditor(app, 'en');
});

beforeEach(() => app.mails.clear());
afterEach(() => app.setClock(null));
afterAll(() => app.stop());

const later = (ms: number) => app.setClock(new Date(app.now().getTime() + ms));

const idOf = async ({ token }: Receipt): Promise<string> => {
  const [row] = await app.rows('webinars_registrations', { public_id: token.split('.')[0] });
  return String(row?.document_id);
};

const act = async (
  action: 'approve' | 'reject' | 'cancel' | 'resend',
  people: readonly Receipt[],
  { reason, as = admin }: { reason?: string; as?: HttpClient } = {}
) => {
  const registrations = await Promise.all(people.map(idOf));
  const answer = await as.post<Results>(`/webinars/registrations/${action}`, {
    body: { registrations, ...(reason !== undefined && { reason }) },
  });
  expect(answer.status).toBe(200);
  return answer.body.data.results;
};

const statesOf = (people: readonly Receipt[]) =>
  Promise.all(people.map(async ({ token }) => (await look(app, token)).body.data.status));

/** Applicants for a session that is looked at by the organisers, all their first mails delivered. */
const applicants = async (
  count: number,
  session: Record<string, unknown> = {},
  person: Record<string, unknown> = {}
) => {
  const { documentId } = await aSession(app.strapi, { requiresApproval: true, ...session });
  const people: Receipt[] = [];
  for (let number = 0; number < count; number += 1) {
    const email = `applicant.${number}.${documentId}@example.org`;
    people.push(await registered(app, documentId, { email, ...person }));
  }
  await app.runJobs();
  app.mails.clear();
  return {
    documentId,
    people,
    email: (number: number) => `applicant.${number}.${documentId}@example.org`,
  };
};

const mailsTo = async (address: string) => {
  await app.runJobs();
  return app.mails.messages(address);
};

describe('an applicant', () => {
  it('takes no seat until an editor approves', async () => {
    const { documentId, people, email } = await applicants(3, { capacity: 2 });
    expect(await statesOf(people)).toEqual(Array(3).fill('awaiting_approval'));
    expect(await expectInvariants(app, documentId)).toMatchObject({ held: 0 });

    const results = await act('approve', people.slice(0, 2));

    expect(results.map(({ status }) => status)).toEqual(['confirmed', 'confirmed']);
    expect(await expectInvariants(app, documentId)).toMatchObject({ held: 2 });
    const [mail] = await mailsTo(email(0));
    expect(mail).toMatchObject({ subject: expect.stringMatching(/^Welcome, you’re in/) });
    expect(mail?.attachments.map(({ contentType }) => contentType)).toContain('text/calendar');
  });

  it('joins the line when all seats are taken, in the order of the approvals', async () => {
    const { documentId, people } = await applicants(3, { capacity: 1 });
    await act('approve', people);
    expect(await statesOf(people)).toEqual(['confirmed', 'waitlisted', 'waitlisted']);
    expect((await look(app, String(people[2]?.token))).body.data).toMatchObject({
      waitlistPosition: 2,
    });
    await expectInvariants(app, documentId);
  });

  it('is not approved when all seats are taken and there is no line; the others are', async () => {
    const { documentId, people } = await applicants(2, { capacity: 1, allowWaitlist: false });
    const results = await act('approve', people);
    expect(results).toEqual([
      expect.objectContaining({ status: 'confirmed' }),
      expect.objectContaining({ code: 'session_full', message: 'This webinar is fully booked.' }),
    ]);
    expect(await statesOf(people)).toEqual(['confirmed', 'awaiting_approval']);
    await expectInvariants(app, documentId);
  });

  it('may be approved after the window has closed, but not after the start', async () => {
    const { people } = await applicants(2, {
      datetime: new Date(Date.now() + 4 * HOUR).toISOString(),
      registrationClosesAt: new Date(Date.now() + HOUR).toISOString(),
    });
    later(2 * HOUR);
    expect((await act('approve', people.slice(0, 1)))[0]).toMatchObject({ status: 'confirmed' });
    later(3 * HOUR);
    expect((await act('approve', people.slice(1)))[0]).toMatchObject({ code: 'session_started' });
  });

  it('is approved once: a second time changes nothing and sends nothing', async () => {
    const { documentId, people, email } = await applicants(1);
    await Promise.all([act('approve', people), act('approve', people), act('approve', people)]);
    expect(await mailsTo(email(0))).toHaveLength(1);
    expect(await expectInvariants(app, documentId)).toMatchObject({ held: 1 });
  });

  it('reads why, where an editor says so', async () => {
    const { documentId, people, email } = await applicants(2, {}, { language: 'de' });
    const reason = 'Dieser Termin ist für <Einsteiger> & Neugierige.';
    await act('reject', people.slice(0, 1), { reason });
    await act('reject', people.slice(1));
    expect(await statesOf(people)).toEqual(['rejected', 'rejected']);
    const [told] = await mailsTo(email(0));
    expect(told?.subject).toMatch(/^Zu Ihrer Anmeldung/);
    expect(told?.text).toContain(reason);
    expect(told?.html).toContain('&lt;Einsteiger&gt; &amp; Neugierige');
    const [brief] = await mailsTo(email(1));
    expect(brief?.text).not.toContain('Einsteiger');
    const again = await register(app, documentId, { email: email(0) });
    expect(again.status).toBe(201);
  });

  it('reads no reason that no database can keep', async () => {
    const { people } = await applicants(1);
    const body = { registrations: people, reason: 'Too\u0000 late' };
    const answer = await admin.post('/webinars/registrations/reject', { body });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body.error?.details.errors)).toContain('characters_invalid');
    expect(await statesOf(people)).toEqual(['awaiting_approval']);
  });

  it('cannot be rejected once there is a seat, nor approved once rejected', async () => {
    const { people } = await applicants(2);
    await act('approve', people.slice(0, 1));
    await act('reject', people.slice(1));
    expect((await act('reject', people.slice(0, 1)))[0]).toMatchObject({ code: 'invalid_move' });
    expect((await act('approve', people.slice(1)))[0]).toMatchObject({ code: 'invalid_move' });
  });
});

describe('an editor', () => {
  it('cancels for somebody, whose seat goes to the first in line', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 1 });
    const seated = await registered(app, documentId, { email: `seated.${documentId}@example.org` });
    const waits = await registered(app, documentId);
    expect((await act('cancel', [seated]))[0]).toMatchObject({ status: 'cancelled' });
    expect(await statesOf([waits])).toEqual(['offered']);
    const mails = await mailsTo(`seated.${documentId}@example.org`);
    expect(mails.at(-1)?.subject).toMatch(/^Your registration was cancelled/);
    await expectInvariants(app, documentId);
  });

  it('sends the invitation once more, or the link where there is none', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 1 });
    const seated = await registered(app, documentId, { email: `again.${documentId}@example.org` });
    const waits = await registered(app, documentId, { email: `link.${documentId}@example.org` });
    await app.runJobs();
    app.mails.clear();
    await act('resend', [seated, waits]);
    expect((await mailsTo(`again.${documentId}@example.org`))[0]?.subject).toMatch(/^You’re in/);
    expect((await mailsTo(`link.${documentId}@example.org`))[0]?.subject).toMatch(/^Your link/);
  });

  it('is told which one there is not, and the others are done', async () => {
    const { people } = await applicants(1);
    const documentId = await idOf(people[0] as Receipt);
    const answer = await admin.post<Results>('/webinars/registrations/approve', {
      body: { registrations: ['nobody', documentId, documentId] },
    });
    expect(answer.body.data.results).toEqual([
      expect.objectContaining({ documentId: 'nobody', code: 'registration_not_found' }),
      { documentId, status: 'confirmed' },
    ]);
  });

  it('is refused in the language of the own profile', async () => {
    const { people } = await applicants(1);
    const german = await signInWith(app, ['plugin::webinars.registrations.approve'], {
      language: 'de',
    });
    await act('reject', people);
    const [outcome] = await act('approve', people, { as: german });
    expect(outcome?.message).toBe('Das ist im jetzigen Zustand nicht möglich.');
  });

  it.each([
    [{}, 'registrations'],
    [{ registrations: [] }, 'registrations'],
    [{ registrations: ['a'], nonsense: true }, 'nonsense'],
    [{ registrations: Array(101).fill('a') }, 'registrations'],
    [{ registrations: ['a\u0000'] }, 'registrations'],
  ])('sends nonsense and hears which field it is', async (body, field) => {
    const answer = await admin.post('/webinars/registrations/approve', { body });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body.error?.details.errors)).toContain(field);
  });

  it('leaves a line in the log for each, with who did it', async () => {
    const { documentId, people } = await applicants(3);
    await act('approve', people.slice(0, 1));
    await act('reject', people.slice(1, 2), { reason: 'A secret reason' });
    await act('cancel', people.slice(2));
    const rows = await app.rows('webinars_activities', { session_document_id: documentId });
    const done = rows.filter(({ actor_kind: kind }) => kind === 'editor');
    expect(done.map(({ action }) => action)).toEqual([
      'registration.approved',
      'registration.rejected',
      'registration.cancelled',
    ]);
    expect(JSON.stringify(rows)).not.toContain('secret');
  });
});

describe('attendance', () => {
  const attend = async (person: Receipt, body: object) =>
    admin.put(`/webinars/registrations/${await idOf(person)}/attendance`, { body });

  it('is recorded once the session has begun, and may be corrected', async () => {
    const datetime = new Date(Date.now() + HOUR).toISOString();
    const { documentId } = await aSession(app.strapi, { datetime });
    const person = await registered(app, documentId);
    expect(await attend(person, { status: 'attended' })).toMatchObject({
      status: 409,
      body: { error: { details: { code: 'session_not_started' } } },
    });

    later(2 * HOUR);
    const joinedAt = new Date(Date.now() + HOUR).toISOString();
    const leftAt = new Date(Date.now() + 1.5 * HOUR).toISOString();
    const figures = { attendanceDuration: 30, questionsAsked: 2, chatMessages: 5, rating: 4 };
    const first = await attend(person, { status: 'attended', joinedAt, leftAt, ...figures });
    expect(first.status).toBe(200);
    const [row] = await app.rows('webinars_registrations', { session_document_id: documentId });
    expect(row).toMatchObject({
      state: 'attended',
      attendance_duration: 30,
      questions_asked: 2,
      chat_messages: 5,
      rating: 4,
    });
    await app.strapi.plugin('webinars').service('jobs').runTicks();
    const [session] = await app.rows('webinars_sessions', { document_id: documentId });
    expect(Number(session?.attendance_count)).toBe(1);

    await attend(person, { status: 'no_show', joinedAt: null, leftAt: null, rating: null });
    expect(await statesOf([person])).toEqual(['no_show']);
    await expectInvariants(app, documentId);
  });

  it('is refused for who had no seat, and where the figures make no sense', async () => {
    const datetime = new Date(Date.now() + HOUR).toISOString();
    const { documentId } = await aSession(app.strapi, { datetime, capacity: 1 });
    const seated = await registered(app, documentId);
    const waits = await registered(app, documentId);
    later(2 * HOUR);
    expect(await attend(waits, { status: 'attended' })).toMatchObject({ status: 409 });
    expect(await attend(seated, { status: 'confirmed' })).toMatchObject({ status: 400 });
    expect(await attend(seated, { status: 'attended', rating: 6 })).toMatchObject({ status: 400 });
  });
});

describe('the explanation of the seats', () => {
  it('says who has what, and how it came', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 2 });
    const people: Receipt[] = [];
    for (let number = 0; number < 4; number += 1) people.push(await registered(app, documentId));
    await act('cancel', people.slice(0, 1));

    const { body } = await admin.get<{ data: Record<string, unknown> }>(
      `/webinars/sessions/${documentId}/seats`
    );
    expect(body.data).toMatchObject({
      capacity: 2,
      seatsLeft: 0,
      registrationState: 'waitlist',
      doOffersRun: true,
      groups: [
        { status: 'confirmed', count: 1 },
        { status: 'offered', count: 1, registrations: [{ holdExpiresAt: expect.any(String) }] },
        { status: 'waitlisted', count: 1, registrations: [{ waitlistPosition: 1 }] },
      ],
    });
    expect(
      (body.data.moves as { action: string }[]).slice(0, 2).map(({ action }) => action)
    ).toEqual(['registration.offered', 'registration.cancelled']);
    expect(JSON.stringify(body)).not.toContain('@');
  });

  it('knows no session that is not there', async () => {
    expect(await admin.get('/webinars/sessions/nowhere/seats')).toMatchObject({ status: 404 });
  });
});

describe('every route of the admin', () => {
  type AdminRoute = {
    method: 'GET' | 'POST' | 'PUT';
    path: string;
    config: { policies: (string | { name: string; config: { actions: string[] } })[] };
  };

  const routes = () =>
    (app.strapi.plugin('webinars').routes as unknown as { admin: { routes: AdminRoute[] } }).admin
      .routes;
  const actionOf = ({ config }: AdminRoute) =>
    config.policies.flatMap((policy) =>
      typeof policy === 'string' ? [] : policy.config.actions
    )[0] ?? '';
  const call = (client: HttpClient, { method, path }: AdminRoute) => {
    const url = `/webinars${path.replace(/:\w+/g, 'nobody')}`;
    const verb = method.toLowerCase() as 'get' | 'post' | 'put';
    return client[verb](url, method === 'GET' ? {} : { body: {} });
  };

  it('lets in whoever has its permission, and nobody else', async () => {
    expect(routes().length).toBeGreaterThan(5);
    const every = [...new Set(routes().map(actionOf))];
    for (const route of routes()) {
      const action = actionOf(route);
      const others = await signInWith(
        app,
        every.filter((each) => each !== action)
      );
      const allowed = await signInWith(app, [action]);
      const name = `${route.method} ${route.path}`;
      expect([name, (await call(app.api, route)).status]).toEqual([name, 401]);
      expect([name, (await call(others, route)).status]).toEqual([name, 403]);
      expect([200, 400, 404]).toContain((await call(allowed, route)).status);
    }
  });
});
