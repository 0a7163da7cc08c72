import { aRegistrationBody, aSession } from '../factories';
import { createEditor } from '../support/editor';
import { expectCountersNow, expectInvariants } from '../support/invariants';
import { createRandom } from '../support/random';
import { cancel, register } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';
import { storm, tally } from '../support/storm';
import { startUnguardedServer } from './unguarded-store';

const PEOPLE = 1000;
const SEATS = 100;

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
});

afterAll(() => app.stop());

const urlOf = (documentId: string) =>
  `${app.baseUrl}/api/webinars/sessions/${documentId}/registrations`;

const crowd = (size: number) => Array.from({ length: size }, () => aRegistrationBody());

describe('a thousand people who want a hundred seats at the same moment', () => {
  it('get exactly a hundred seats, a waitlist without gaps, and one mail each', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: SEATS });
    const people = crowd(PEOPLE);

    const answers = await storm(urlOf(documentId), people);

    expect(tally(answers.map(({ status }) => status))).toEqual({ 201: PEOPLE });
    const receipts = answers.flatMap(({ body }) => (body.data ? [body.data] : []));
    expect(tally(receipts.map(({ status }) => status))).toEqual({
      confirmed: SEATS,
      waitlisted: PEOPLE - SEATS,
    });
    const ranks = receipts.flatMap(({ waitlistPosition }) => waitlistPosition ?? []);
    expect(ranks.sort((a, b) => a - b)).toEqual(numbersUpTo(PEOPLE - SEATS));
    expect(new Set(receipts.map(({ token }) => token)).size).toBe(PEOPLE);

    const figures = await expectInvariants(app, documentId);
    expect(figures).toMatchObject({ held: SEATS, waitlisted: PEOPLE - SEATS });
    expect(figures.rows).toHaveLength(PEOPLE);

    await app.runJobs();
    const recipients = app.mails.received.flatMap(({ to }) => to);
    expect(recipients.sort()).toEqual(people.map(({ email }) => email).sort());
    expect(new Set(app.mails.received.map(({ messageId }) => messageId)).size).toBe(PEOPLE);
    expect(app.mails.attempts()).toBe(PEOPLE);
  }, 300_000);

  it('would get more than there are from a store without the guards', async () => {
    const control = await startUnguardedServer(app.database, SEATS);
    try {
      const answers = await storm(control.url, crowd(PEOPLE));

      expect(tally(answers.map(({ status }) => status))).toEqual({ 201: PEOPLE });
      const confirmed = await control.countConfirmed();
      process.stdout.write(
        `control on ${app.kind}: ${confirmed} confirmed for ${SEATS} seats without the guards\n`
      );
      expect(confirmed).toBeGreaterThan(SEATS);
    } finally {
      await control.stop();
    }
  }, 120_000);
});

it('fifty identical registrations make one', async () => {
  const { documentId } = await aSession(app.strapi, { capacity: 10 });
  const body = aRegistrationBody({ email: 'impatient@example.org' });
  const spellings = ['impatient@example.org', 'IMPATIENT@example.org', ' impatient@Example.org '];

  const answers = await storm(
    urlOf(documentId),
    numbersUpTo(50).map((index) => ({ ...body, email: spellings[index % spellings.length] }))
  );

  expect(tally(answers.map(({ status }) => status))).toEqual({ 201: 1, 409: 49 });
  const figures = await expectInvariants(app, documentId);
  expect(figures).toMatchObject({ held: 1, waitlisted: 0 });
  expect(figures.rows).toHaveLength(1);
  app.mails.clear();
  await app.runJobs();
  expect(app.mails.received).toHaveLength(1);
}, 60_000);

it('registering, cancelling and changing the capacity in one heap keeps every figure right', async () => {
  const random = createRandom(`register and cancel on ${app.kind}`);
  const { documentId } = await aSession(app.strapi, { capacity: 20 });
  const editor = createEditor(await app.admin());
  const problems: number[] = [];

  const person = async () => {
    const email = String(aRegistrationBody().email);
    for (const _round of numbersUpTo(4)) {
      const answer = await register(app, documentId, { email });
      if (answer.status !== 201) problems.push(answer.status);
      else if (random.isTrue(0.7)) {
        // Two at once: a double click must free one seat, not two.
        const cancelled = await Promise.all(
          numbersUpTo(2).map(() => cancel(app, answer.body.data.token))
        );
        problems.push(...cancelled.map(({ status }) => status).filter((status) => status !== 200));
      } else return;
    }
  };
  const editing = async () => {
    for (const capacity of [30, 5, 12, 0, 25]) {
      await editor.updateSession(documentId, { capacity });
      await expectCountersNow(app, documentId);
    }
  };

  await Promise.all([...numbersUpTo(60).map(person), editing()]);

  expect(problems).toEqual([]);
  const { held, waitlisted, rows } = await expectInvariants(app, documentId);
  expect(held + waitlisted).toBe(rows.filter(({ state }) => state !== 'cancelled').length);
  const changes = await app.rows('webinars_activities', { session_document_id: documentId });
  const actions = tally(changes.map(({ action }) => action));
  expect(actions['registration.created']).toBe(rows.length);
  expect(actions['registration.cancelled']).toBe(
    rows.filter(({ state }) => state === 'cancelled').length
  );
}, 120_000);

const numbersUpTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
