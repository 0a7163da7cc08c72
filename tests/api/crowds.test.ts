import { setTimeout as delay } from 'node:timers/promises';
import { aRegistrationBody, aSession } from '../factories';
import { expectInvariants } from '../support/invariants';
import { whileLocked } from '../support/locked';
import { cancel, expectRefusal, look, register, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';
import { storm, tally } from '../support/storm';
import { accept } from '../support/waitlist';

/** Whatever is asked of one session while a transaction of it is in flight goes into the next one together (ADR-0005). */

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
});

afterAll(() => app.stop());

const transactionsOf = async (work: () => Promise<unknown>): Promise<number> => {
  let begun = 0;
  const count = ({ sql }: { sql: string }) => {
    if (/^BEGIN/i.test(sql)) begun += 1;
  };
  app.strapi.db.connection.on('query', count);
  try {
    await work();
    return begun;
  } finally {
    app.strapi.db.connection.off('query', count);
  }
};

it('newcomers, leavers, takers, duplicates and strangers get an outcome each', async () => {
  const { documentId } = await aSession(app.strapi, { capacity: 3 });
  const seated = [
    await registered(app, documentId),
    await registered(app, documentId),
    await registered(app, documentId),
  ];
  const waits = await registered(app, documentId, { email: `waits.${documentId}@example.org` });
  await cancel(app, String(seated[0]?.token));
  const twin = { email: `twin.${documentId}@example.org` };

  const [newcomers, twins, taken, left, twice, stranger, idle] = await Promise.all([
    Promise.all(Array.from({ length: 5 }, () => register(app, documentId))),
    Promise.all([register(app, documentId, twin), register(app, documentId, twin)]),
    accept(app, waits.token),
    cancel(app, String(seated[1]?.token)),
    register(app, documentId, { email: `waits.${documentId}@example.org` }),
    cancel(app, `${waits.token.slice(0, -1)}_`),
    accept(app, String(seated[2]?.token)),
  ]);

  expect(tally(newcomers.map(({ status }) => status))).toEqual({ 201: 5 });
  expect(twins.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(taken).toMatchObject({ status: 200, body: { data: { status: 'confirmed' } } });
  expect(left).toMatchObject({ status: 200, body: { data: { status: 'cancelled' } } });
  expectRefusal(twice, 409, 'already_registered');
  expectRefusal(stranger, 404, 'token_invalid');
  expect(idle).toMatchObject({ status: 200 });
  const { rows, held } = await expectInvariants(app, documentId);
  expect(rows).toHaveLength(10);
  expect(held).toBe(3);
  const log = await app.rows('webinars_activities', { session_document_id: documentId });
  expect(tally(log.map(({ action }) => action))).toMatchObject({
    'registration.created': 10,
    'registration.cancelled': 2,
    'registration.accepted': 1,
  });
});

it('one that the database refuses harms nobody else', async () => {
  const { documentId } = await aSession(app.strapi);
  const poison = `poison.${documentId}@example.org`;
  await refuseInDatabase(poison);
  // What the test breaks on purpose is logged as the fault that it is.
  const answers = await Promise.all([
    ...Array.from({ length: 6 }, () => register(app, documentId)),
    register(app, documentId, { email: poison }),
    ...Array.from({ length: 6 }, () => register(app, documentId)),
  ]);
  expect(tally(answers.map(({ status }) => status))).toEqual({ 201: 12, 500: 1 });
  expect(answers[6]?.status).toBe(500);
  expect(answers[6]?.text).not.toContain(poison);
  expect((await expectInvariants(app, documentId)).rows).toHaveLength(12);
});

/** A rule that no use-case knows of, so that it breaks a whole transaction. */
const refuseInDatabase = async (email: string) => {
  const table = app.database.name('webinars_registrations');
  const sql = app.isPostgres
    ? `ALTER TABLE ${table} ADD CONSTRAINT poison CHECK (email_key <> '${email}') NOT VALID`
    : `CREATE TRIGGER poison BEFORE INSERT ON ${table} WHEN NEW.email_key = '${email}'
       BEGIN SELECT RAISE(ABORT, 'poison'); END`;
  await app.strapi.db.connection.raw(sql);
};

it('all who arrive while a session is locked share what follows', async () => {
  const { documentId } = await aSession(app.strapi);
  const url = `${app.baseUrl}/api/webinars/sessions/${documentId}/registrations`;
  const people = Array.from({ length: 60 }, () => aRegistrationBody());
  await app.untilIdle();
  const begun = await transactionsOf(async () => {
    const answers = await whileLocked(app, documentId, async () => {
      const storming = storm(url, people);
      // Until everybody has arrived: nothing is answered meanwhile.
      await delay(1500);
      return { storming };
    });
    expect(tally((await answers.storming).map(({ status }) => status))).toEqual({ 201: 60 });
  });
  // That of the lock, the one that was under way, and the crowd's.
  expect(begun).toBeLessThanOrEqual(4);
  expect((await expectInvariants(app, documentId)).rows).toHaveLength(60);
});

it('who comes alone waits for nobody', async () => {
  const { documentId } = await aSession(app.strapi);
  await app.untilIdle();
  const begun = await transactionsOf(() => register(app, documentId));
  expect(begun).toBe(1);
});

it('different sessions do not wait for each other', async () => {
  const sessions = await Promise.all(Array.from({ length: 12 }, () => aSession(app.strapi)));
  const answers = await Promise.all(
    sessions.flatMap(({ documentId }) => [register(app, documentId), register(app, documentId)])
  );
  expect(tally(answers.map(({ status }) => status))).toEqual({ 201: 24 });
  const first = answers[0]?.body.data.token ?? '';
  expect(await look(app, first)).toMatchObject({ status: 200 });
});
