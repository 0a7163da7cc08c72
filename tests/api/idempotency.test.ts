import { repeatable } from '../../plugins/webinars/server/src/platform/idempotency';
import { registrationBody } from '../../plugins/webinars/shared/registration';
import { aRegistrationBody, aSession } from '../factories';
import { createEditor } from '../support/editor';
import { expectInvariants } from '../support/invariants';
import {
  cancel,
  expectRefusal,
  look,
  registered,
  type ReceiptAnswer,
} from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';
import { tally } from '../support/storm';

const HOUR = 3_600_000;

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
});

beforeEach(() => app.mails.clear());
afterEach(() => app.setClock(null));
afterAll(() => app.stop());

let keys = 0;
const aKey = () => `key-${process.pid}-${(keys += 1)}`;

const registerWith = (
  key: string,
  session: string,
  body: Record<string, unknown>,
  query = ''
): Promise<ReceiptAnswer> =>
  app.api.post(`/api/webinars/sessions/${session}/registrations${query}`, {
    body,
    headers: { 'Idempotency-Key': key },
  });

const rowsOf = async (session: string) => (await expectInvariants(app, session)).rows;

describe('a registration that is sent again with its key', () => {
  it('is answered as it was the first time, and done once', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 1 });
    await registered(app, documentId);
    const key = aKey();
    const body = aRegistrationBody();

    const first = await registerWith(key, documentId, body);
    await registered(app, documentId);
    const again = await registerWith(key, documentId, body);

    expect(first).toMatchObject({ status: 201, body: { data: { waitlistPosition: 1 } } });
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(await rowsOf(documentId)).toHaveLength(3);
    await app.runJobs();
    expect(await app.mails.messages(String(body.email))).toHaveLength(1);
    expect((await look(app, again.body.data.token)).status).toBe(200);
  });

  it('is the same however its fields are ordered or spaced', async () => {
    const { documentId } = await aSession(app.strapi);
    const key = aKey();
    const body = aRegistrationBody();
    const first = await registerWith(key, documentId, body);
    const reordered = Object.fromEntries(Object.entries(body).toReversed());
    const again = await registerWith(key, documentId, {
      ...reordered,
      company: ` ${body.company} `,
    });
    expect(again.body).toEqual(first.body);
  });

  it('keeps its first answer after a cancellation, until a day has passed', async () => {
    const { documentId } = await aSession(app.strapi);
    const key = aKey();
    const body = aRegistrationBody();
    const first = await registerWith(key, documentId, body);
    await cancel(app, first.body.data.token);

    expect((await registerWith(key, documentId, body)).body).toEqual(first.body);
    app.setClock(new Date(Date.now() + 25 * HOUR));
    const anew = await registerWith(key, documentId, body);
    expect(anew.status).toBe(201);
    expect(anew.body.data.token).not.toBe(first.body.data.token);
    expect(await rowsOf(documentId)).toHaveLength(2);
  });

  it('with another body is refused, in the language of the request', async () => {
    const { documentId } = await aSession(app.strapi);
    const key = aKey();
    const body = aRegistrationBody();
    await registerWith(key, documentId, body);
    const other = { ...body, lastName: 'Byron' };
    expectRefusal(await registerWith(key, documentId, other), 422, 'idempotency_key_reused');
    const german = await registerWith(key, documentId, other, '?locale=de');
    expect(german.body.error?.message).toMatch(/^Dieser Idempotency-Key/);
    // The language is part of what was asked for.
    expectRefusal(
      await registerWith(key, documentId, body, '?locale=de'),
      422,
      'idempotency_key_reused'
    );
  });

  it('is another one for another session', async () => {
    const one = await aSession(app.strapi);
    const two = await aSession(app.strapi);
    const key = aKey();
    const body = aRegistrationBody();
    const answers = [
      await registerWith(key, one.documentId, body),
      await registerWith(key, two.documentId, body),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  });

  it('is tried again where it was refused', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 0, allowWaitlist: false });
    const key = aKey();
    const body = aRegistrationBody();
    expectRefusal(await registerWith(key, documentId, body), 409, 'session_full');
    await createEditor(await app.admin()).updateSession(documentId, { capacity: 1 });
    expect(await registerWith(key, documentId, body)).toMatchObject({
      status: 201,
      body: { data: { status: 'confirmed' } },
    });
  });

  it.each([[''], ['with blank'], ['ä'], ['x'.repeat(256)]])(
    'has a key that is one: not “%s”',
    async (key) => {
      const { documentId } = await aSession(app.strapi);
      const answer = await registerWith(encodeHeader(key), documentId, aRegistrationBody());
      expectRefusal(answer, 400, 'validation_failed');
      expect(answer.body.error?.details.errors).toEqual([
        expect.objectContaining({ path: ['Idempotency-Key'], code: 'idempotency_key_invalid' }),
      ]);
      expect(await rowsOf(documentId)).toEqual([]);
    }
  );

  it('leaves no personal data in what is kept of it', async () => {
    const { documentId } = await aSession(app.strapi);
    const key = aKey();
    const body = aRegistrationBody({ lastName: 'Unmistakable' });
    const { body: answer } = await registerWith(key, documentId, body);
    const kept = JSON.stringify(await app.rows('webinars_idempotency'));
    expect(kept).not.toContain('Unmistakable');
    expect(kept).not.toContain(String(body.email));
    expect(kept).not.toContain(key);
    expect(kept).not.toContain(answer.data.token);
  });
});

/** Node sends a header as Latin-1. */
const encodeHeader = (key: string) => Buffer.from(key, 'utf8').toString('latin1');

describe('the same request many times at the same moment', () => {
  it('is done once, and every sender gets the one answer', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 5 });
    const key = aKey();
    const body = aRegistrationBody();
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => registerWith(key, documentId, body))
    );
    expect(tally(answers.map(({ status }) => status))).toEqual({ 201: 40 });
    expect(new Set(answers.map(({ body: { data } }) => data.token)).size).toBe(1);
    expect(await rowsOf(documentId)).toHaveLength(1);
  });

  it('with two bodies is done once; whoever said something else is told so', async () => {
    const { documentId } = await aSession(app.strapi);
    const key = aKey();
    const bodies = [aRegistrationBody(), aRegistrationBody()];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        registerWith(key, documentId, bodies[index % 2] as Record<string, unknown>)
      )
    );
    expect(tally(answers.map(({ status }) => status))).toEqual({ 201: 10, 422: 10 });
    expect(await rowsOf(documentId)).toHaveLength(1);
  });

  it('gets its answer also next to one that says something else with the same key', async () => {
    const { documentId } = await aSession(app.strapi);
    const key = aKey();
    const asking = () => {
      const body = registrationBody.parse(aRegistrationBody());
      const registrant = { body, language: 'en' as const };
      const scope = ['registering', documentId];
      return { session: documentId, registrant, repeatable: repeatable({ scope, key, body }) };
    };
    const [ours, other] = [asking(), asking()];
    const { enter } = app.strapi.plugin('webinars').service('registration');
    const first = await enter(ours);
    // All have been sent before the first was answered, and the one that says something else comes first.
    const [refused, ...again] = await Promise.allSettled([enter(other), enter(ours), enter(ours)]);
    expect(refused).toMatchObject({
      status: 'rejected',
      reason: { message: 'idempotency_key_reused' },
    });
    expect(again).toEqual(again.map(() => ({ status: 'fulfilled', value: first })));
    expect(await rowsOf(documentId)).toHaveLength(1);
  });

  it('goes together with others who register and leave', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 10 });
    const leaving = await Promise.all(
      Array.from({ length: 10 }, () => registered(app, documentId))
    );
    const key = aKey();
    const body = aRegistrationBody();
    const [repeated, newcomers, left] = await Promise.all([
      Promise.all(Array.from({ length: 10 }, () => registerWith(key, documentId, body))),
      Promise.all(Array.from({ length: 10 }, () => registered(app, documentId))),
      Promise.all(leaving.map(({ token }) => cancel(app, token))),
    ]);
    expect(new Set(repeated.map(({ body: { data } }) => data.token)).size).toBe(1);
    expect(tally(left.map(({ status }) => status))).toEqual({ 200: 10 });
    expect(newcomers).toHaveLength(10);
    expect(await rowsOf(documentId)).toHaveLength(21);
  });
});

describe('what registrants do with a key', () => {
  const act = (action: string, token: string, key: string) =>
    app.api.post(`/api/webinars/registrations/${token}/${action}`, {
      headers: { 'Idempotency-Key': key },
    });

  it('is done once: accepting, then cancelling with another key, then the first again', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 1 });
    const seated = await registered(app, documentId);
    const waits = await registered(app, documentId);
    await cancel(app, seated.token);
    const key = aKey();

    expect(await act('accept', waits.token, key)).toMatchObject({ status: 200 });
    expect(await act('cancel', waits.token, aKey())).toMatchObject({ status: 200 });
    // Without the key this would be refused: there is nothing to accept any more.
    expect(await act('accept', waits.token, key)).toMatchObject({
      status: 200,
      body: { data: { status: 'cancelled' } },
    });
    expectRefusal(await act('accept', waits.token, aKey()), 409, 'invalid_move');
    await expectInvariants(app, documentId);
  });

  it('is one request only together with its body', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await registered(app, documentId);
    const key = aKey();
    const change = (body: object) =>
      app.api.patch(`/api/webinars/registrations/${token}`, {
        body,
        headers: { 'Idempotency-Key': key },
      });
    expect(await change({ company: 'Difference Works' })).toMatchObject({ status: 200 });
    expect(await change({ company: 'Difference Works' })).toMatchObject({ status: 200 });
    expectRefusal(await change({ company: 'Other Works' }), 422, 'idempotency_key_reused');
    const log = await app.rows('webinars_activities', { session_document_id: documentId });
    expect(log.filter(({ action }) => action === 'registration.changed')).toHaveLength(1);
  });
});

describe('what is kept of answered requests', () => {
  it('is gone after a day', async () => {
    const { documentId } = await aSession(app.strapi);
    await registerWith(aKey(), documentId, aRegistrationBody());
    expect((await app.rows('webinars_idempotency')).length).toBeGreaterThan(0);
    app.setClock(new Date(Date.now() + 72 * HOUR));
    await app.strapi.plugin('webinars').service('jobs').runTicks();
    expect(await app.rows('webinars_idempotency')).toEqual([]);
  });

  it('is gone with the person', async () => {
    const { documentId } = await aSession(app.strapi);
    const email = `erased.${documentId}@example.org`;
    const key = aKey();
    await registerWith(key, documentId, aRegistrationBody({ email }));
    const admin = await app.admin();
    expect(await app.rows('webinars_idempotency')).toHaveLength(1);
    await admin.post('/webinars/privacy/erasure', { body: { email, dryRun: false } });
    expect(await app.rows('webinars_idempotency')).toEqual([]);
  });
});
