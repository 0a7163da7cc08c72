import { aSession, inDays } from '../factories';
import { createEditor, type Editor } from '../support/editor';
import { expectInvariants } from '../support/invariants';
import {
  cancel,
  expectRefusal,
  look,
  register,
  registered,
  type Receipt,
} from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';
import { accept, decline, runJobsOfClock } from '../support/waitlist';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let app: TestApp;
let editor: Editor;

beforeAll(async () => {
  app = await startStrapi();
  editor = createEditor(await app.admin());
});

afterEach(() => app.setClock(null));
afterAll(() => app.stop());

const later = (ms: number) => app.setClock(new Date(app.now().getTime() + ms));

const stateOf = async ({ token }: Receipt) => (await look(app, token)).body.data.status;
const statesOf = (people: readonly Receipt[]) => Promise.all(people.map(stateOf));

/** `seats` who have a seat, then `waiting` who wait, in their order. */
const aFullSession = async ({
  seats = 1,
  waiting = 2,
  ...overrides
}: { seats?: number; waiting?: number } & Record<string, unknown> = {}) => {
  const { documentId } = await aSession(app.strapi, { capacity: seats, ...overrides });
  const people: Receipt[] = [];
  for (let person = 0; person < seats + waiting; person += 1) {
    const email = `person.${person}.${documentId}@example.org`;
    people.push(await registered(app, documentId, { email }));
  }
  await app.runJobs();
  app.mails.clear();
  return {
    documentId,
    seated: people.slice(0, seats),
    waiting: people.slice(seats),
    email: (person: number) => `person.${seats + person}.${documentId}@example.org`,
  };
};

const first = <Item>(items: readonly Item[]): Item => {
  const [item] = items;
  if (item === undefined) throw new Error('nobody there');
  return item;
};

describe('a seat that becomes free', () => {
  it('is offered to the first in line, in the transaction that frees it', async () => {
    const { documentId, seated, waiting, email } = await aFullSession();

    await cancel(app, first(seated).token);

    const { body } = await look(app, first(waiting).token);
    expect(body.data).toMatchObject({ status: 'offered', nextStep: 'accept' });
    expect((await look(app, String(waiting[1]?.token))).body.data).toMatchObject({
      status: 'waitlisted',
      waitlistPosition: 1,
    });
    await app.runJobs();
    const [mail] = await app.mails.messages(email(0));
    expect(mail?.subject).toMatch(/^A seat is free for you/);
    expect(mail?.text).toMatch(/until \w+, \d+ \w+ \d{4}, \d\d:\d\d/);
    await expectInvariants(app, documentId);
  });

  it('is held for a day where there is time, else for half of the time that is left', async () => {
    const far = await aFullSession({ datetime: inDays(10) });
    await cancel(app, first(far.seated).token);
    const held = new Date(
      String((await look(app, first(far.waiting).token)).body.data.holdExpiresAt)
    );
    expect(Math.round((held.getTime() - Date.now()) / MINUTE)).toBe(24 * 60);

    const near = await aFullSession({ datetime: new Date(Date.now() + 4 * HOUR).toISOString() });
    await cancel(app, first(near.seated).token);
    const soon = new Date(
      String((await look(app, first(near.waiting).token)).body.data.holdExpiresAt)
    );
    expect(Math.round((soon.getTime() - Date.now()) / MINUTE)).toBe(120);
  });

  it('goes to whoever comes once less than an hour is left, and nobody is bothered', async () => {
    const { documentId, seated, waiting } = await aFullSession({
      datetime: new Date(Date.now() + 3 * HOUR).toISOString(),
    });
    later(2 * HOUR + MINUTE);
    await cancel(app, first(seated).token);
    expect(await statesOf(waiting)).toEqual(['waitlisted', 'waitlisted']);
    const walkIn = await register(app, documentId, { email: `walk.in.${documentId}@example.org` });
    expect(walkIn.body.data.status).toBe('confirmed');
    await expectInvariants(app, documentId);
  });

  it('cannot be taken by a newcomer while somebody waits', async () => {
    const { documentId, seated } = await aFullSession();
    await cancel(app, first(seated).token);
    const newcomer = await registered(app, documentId, { email: `new.${documentId}@example.org` });
    expect(newcomer).toMatchObject({ status: 'waitlisted', waitlistPosition: 2 });
  });

  it('is offered although the session takes no new entries on its waitlist', async () => {
    const { documentId, seated, waiting } = await aFullSession();
    await editor.updateSession(documentId, { allowWaitlist: false });
    await cancel(app, first(seated).token);
    expect(await stateOf(first(waiting))).toBe('offered');
  });
});

describe('an offer', () => {
  it('is accepted once, however often the button is pressed, and confirmed by mail', async () => {
    const { documentId, seated, waiting, email } = await aFullSession();
    await cancel(app, first(seated).token);
    const { token } = first(waiting);

    const answers = await Promise.all([accept(app, token), accept(app, token), accept(app, token)]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(first(answers).body.data).toMatchObject({ status: 'confirmed', nextStep: null });
    await app.runJobs();
    const subjects = (await app.mails.messages(email(0))).map(({ subject }) => String(subject));
    expect(subjects.filter((subject) => subject.startsWith('You’re in'))).toHaveLength(1);
    await expectInvariants(app, documentId);
  });

  it('that is declined goes to the next in line', async () => {
    const { documentId, seated, waiting } = await aFullSession();
    await cancel(app, first(seated).token);
    const answer = await decline(app, first(waiting).token);
    expect(answer.body.data).toMatchObject({ status: 'cancelled' });
    expect(await statesOf(waiting)).toEqual(['cancelled', 'offered']);
    await expectInvariants(app, documentId);
  });

  it('that runs out is passed on, and its owner told', async () => {
    const { documentId, seated, waiting, email } = await aFullSession({ datetime: inDays(10) });
    await cancel(app, first(seated).token);
    await app.runJobs();
    app.mails.clear();

    later(24 * HOUR + MINUTE);
    await runJobsOfClock(app);

    expect(await statesOf(waiting)).toEqual(['expired', 'offered']);
    expect(first(await app.mails.messages(email(0))).subject).toMatch(/passed on/);
    expect(first(await app.mails.messages(email(1))).subject).toMatch(/^A seat is free/);
    await expectInvariants(app, documentId);
  });

  it('that has run out is refused and passed on even while the job is late', async () => {
    const { documentId, seated, waiting } = await aFullSession({ datetime: inDays(10) });
    await cancel(app, first(seated).token);
    later(24 * HOUR);
    expectRefusal(await accept(app, first(waiting).token), 409, 'offer_expired');
    expect(await statesOf(waiting)).toEqual(['expired', 'offered']);
    expectRefusal(await accept(app, first(waiting).token), 409, 'offer_expired');
    await expectInvariants(app, documentId);
  });

  it('cannot be accepted by who has none', async () => {
    const { waiting, seated } = await aFullSession();
    expectRefusal(await accept(app, String(waiting[1]?.token)), 409, 'invalid_move');
    expectRefusal(await decline(app, String(waiting[1]?.token)), 409, 'invalid_move');
    expectRefusal(await decline(app, first(seated).token), 409, 'invalid_move');
    expectRefusal(await accept(app, `${first(seated).token}x`), 404, 'token_invalid');
  });

  it('ends with the session that is cancelled', async () => {
    const { documentId, seated, waiting } = await aFullSession();
    await cancel(app, first(seated).token);
    await editor.updateSession(documentId, { state: 'cancelled' });
    expectRefusal(await accept(app, first(waiting).token), 409, 'session_cancelled');
    await app.runJobs();
    expect(await statesOf(waiting)).toEqual(['cancelled', 'cancelled']);
  });
});

describe('an editor who changes the capacity', () => {
  it('offers what is new to those who wait, in their order', async () => {
    const { documentId, waiting } = await aFullSession({ seats: 2, waiting: 4 });
    await editor.updateSession(documentId, { capacity: 4 });
    expect(await statesOf(waiting)).toEqual(['offered', 'offered', 'waitlisted', 'waitlisted']);
    await expectInvariants(app, documentId);
  });

  it('offers everybody a seat by removing it', async () => {
    const { documentId, waiting } = await aFullSession({ seats: 1, waiting: 3 });
    await editor.updateSession(documentId, { capacity: null });
    expect(await statesOf(waiting)).toEqual(['offered', 'offered', 'offered']);
    await expectInvariants(app, documentId);
  });

  it('throws nobody out by lowering it, and makes no offers until a seat is really free', async () => {
    const { documentId, seated, waiting } = await aFullSession({ seats: 3, waiting: 1 });
    await editor.updateSession(documentId, { capacity: 1 });
    expect(await statesOf(seated)).toEqual(['confirmed', 'confirmed', 'confirmed']);
    await cancel(app, first(seated).token);
    await cancel(app, String(seated[1]?.token));
    expect(await stateOf(first(waiting))).toBe('waitlisted');
    await cancel(app, String(seated[2]?.token));
    expect(await stateOf(first(waiting))).toBe('offered');
    await expectInvariants(app, documentId);
  });
});

describe('the start of a session', () => {
  it('ends the waiting quietly', async () => {
    const { documentId, waiting } = await aFullSession({
      datetime: new Date(Date.now() + 2 * HOUR).toISOString(),
    });
    later(2 * HOUR + MINUTE);
    await app.strapi.plugin('webinars').service('jobs').runTicks();
    await runJobsOfClock(app);
    expect(await statesOf(waiting)).toEqual(['expired', 'expired']);
    expect(app.mails.received).toEqual([]);
    await expectInvariants(app, documentId);
  });
});

describe('the page of somebody with an offer', () => {
  it('says until when, and accepts or declines without JavaScript', async () => {
    const { seated, waiting } = await aFullSession();
    await cancel(app, first(seated).token);
    const page = `/api/webinars/r/${first(waiting).token}`;
    const shown = await app.api.get(page);
    expect(shown.text).toMatch(/It is kept for you until\s*<strong>\w+, \d+/);
    const submitted = await app.api.post(page, {
      rawBody: 'action=accept',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(submitted.status).toBe(303);
    const after = await app.api.get(`${page}?done=accept`);
    expect(after.text).toMatch(/the seat is yours/);
    expect(await stateOf(first(waiting))).toBe('confirmed');
  });
});
