import { aSession } from '../factories';
import { createEditor, type Editor } from '../support/editor';
import type { HttpClient } from '../support/http';
import { expectInvariants } from '../support/invariants';
import { cancel, expectRefusal, look, register, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';
import { accept, runJobsOfClock } from '../support/waitlist';

/** Short lives of a session in which clock, jobs, editors and registrants cross. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let app: TestApp;
let admin: HttpClient;
let editor: Editor;

beforeAll(async () => {
  app = await startStrapi();
  admin = await app.admin();
  editor = createEditor(admin);
});

beforeEach(() => app.mails.clear());
afterEach(() => app.setClock(null));
afterAll(() => app.stop());

const later = (ms: number) => app.setClock(new Date(app.now().getTime() + ms));
const fromNow = (ms: number) => new Date(app.now().getTime() + ms).toISOString();
const tick = () => app.strapi.plugin('webinars').service('jobs').runTicks();

const stateOf = async (token: string) => (await look(app, token)).body.data.status;

const subjectsTo = async (email: string) => {
  await runJobsOfClock(app);
  return (await app.mails.messages(email)).map(({ subject }) => String(subject));
};

/** One who has the only seat, and one who waits for it. */
const aPair = async (session: Record<string, unknown> = {}) => {
  const { documentId } = await aSession(app.strapi, { capacity: 1, ...session });
  const email = `waits.${documentId}@example.org`;
  const seated = await registered(app, documentId);
  const waits = await registered(app, documentId, { email });
  await runJobsOfClock(app);
  app.mails.clear();
  return { documentId, seated, waits, email };
};

const decide = async (action: 'approve' | 'reject', documentId: string) => {
  const [row] = await app.rows('webinars_registrations', { session_document_id: documentId });
  const answer = await admin.post<{ data: { results: { code?: string }[] } }>(
    `/webinars/registrations/${action}`,
    { body: { registrations: [String(row?.document_id)] } }
  );
  return answer.body.data.results[0];
};

it('who waits for a session that begins, is put off, and begins again, waits no longer than it', async () => {
  const { documentId, waits } = await aPair({ datetime: fromNow(2 * HOUR) });
  later(2 * HOUR);
  await tick();
  await runJobsOfClock(app);
  expect(await stateOf(waits.token)).toBe('expired');

  await editor.updateSession(documentId, { datetime: fromNow(HOUR) });
  const again = await registered(app, documentId);
  expect(again).toMatchObject({ status: 'waitlisted' });
  later(HOUR);
  await tick();
  await runJobsOfClock(app);
  expect(await stateOf(again.token)).toBe('expired');
});

it('a seat that was offered is not taken once the session has begun', async () => {
  const { seated, waits } = await aPair({ datetime: fromNow(3 * HOUR) });
  await cancel(app, seated.token);
  later(3 * HOUR);
  expectRefusal(await accept(app, waits.token), 409, 'session_started');
});

it('nobody is turned down once the session has begun', async () => {
  const { documentId } = await aSession(app.strapi, {
    requiresApproval: true,
    datetime: fromNow(HOUR),
  });
  await registered(app, documentId);
  later(HOUR);
  expect(await decide('reject', documentId)).toMatchObject({ code: 'session_started' });
  expect(await decide('approve', documentId)).toMatchObject({ code: 'session_started' });
});

it('who finds the last seat held by an offer that has run out is not sent away because of it', async () => {
  const { documentId, seated, waits } = await aPair({ datetime: fromNow(90 * MINUTE) });
  await cancel(app, seated.token);
  expect(await stateOf(waits.token)).toBe('offered');
  await editor.updateSession(documentId, { allowWaitlist: false });
  later(46 * MINUTE);
  expect((await register(app, documentId)).body.data).toMatchObject({ status: 'confirmed' });
  expect(await stateOf(waits.token)).toBe('expired');
  await expectInvariants(app, documentId);
});

it('whose offer has run out registers anew, however late the job is that says so', async () => {
  const { documentId, seated, waits, email } = await aPair({ datetime: fromNow(90 * MINUTE) });
  await cancel(app, seated.token);
  later(46 * MINUTE);
  expect((await register(app, documentId, { email })).body.data).toMatchObject({
    status: 'confirmed',
  });
  expect(await stateOf(waits.token)).toBe('expired');
  await expectInvariants(app, documentId);
});

it('who was offered a seat of a session that is called off hears that, and of no seat besides', async () => {
  const { documentId, seated, email } = await aPair({ datetime: fromNow(10 * 24 * HOUR) });
  await cancel(app, seated.token);
  await subjectsTo(email);
  app.mails.clear();
  later(25 * HOUR);
  await editor.updateSession(documentId, { state: 'cancelled' });
  expect(await subjectsTo(email)).toEqual([expect.stringMatching(/^Cancelled:/)]);
});

it('an offer that ends with the start is not said to have been passed on', async () => {
  const { seated, waits, email } = await aPair({ datetime: fromNow(3 * HOUR) });
  await cancel(app, seated.token);
  await subjectsTo(email);
  app.mails.clear();
  later(4 * HOUR);
  await tick();
  expect(await subjectsTo(email)).toEqual([]);
  expect(await stateOf(waits.token)).toBe('expired');
});

it('who was just sent the link with an offer is not sent it again for typing the address in', async () => {
  const { documentId, seated, email } = await aPair();
  later(2 * HOUR);
  await cancel(app, seated.token);
  await subjectsTo(email);
  app.mails.clear();
  later(10 * MINUTE);
  expectRefusal(await register(app, documentId, { email }), 409, 'already_registered');
  expect(await subjectsTo(email)).toEqual([]);
});

it('what is over stays over, although no job has written it down', async () => {
  const { documentId } = await aSession(app.strapi, { datetime: fromNow(HOUR), duration: 30 });
  later(3 * HOUR);
  await editor.updateSession(documentId, { datetime: fromNow(HOUR) });
  const [session] = await app.rows('webinars_sessions', { document_id: documentId });
  expect(session?.state).toBe('completed');
  expectRefusal(await register(app, documentId), 409, 'session_started');
});

it('a form that was opened before the start does not take the session back there', async () => {
  const { documentId } = await aSession(app.strapi, { datetime: fromNow(HOUR) });
  later(90 * MINUTE);
  const answer = await editor.updateSession(documentId, { state: 'published', capacity: 7 });
  expect(answer).toMatchObject({ status: 200, body: { data: { state: 'live' } } });
  const [session] = await app.rows('webinars_sessions', { document_id: documentId });
  expect(session).toMatchObject({ state: 'live', capacity: 7 });
});
