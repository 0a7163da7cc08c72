import { aRegistrationBody, aSession, inHours } from '../factories';
import type { AnyBody } from '../support/http';
import { expectInvariants } from '../support/invariants';
import { expectRefusal, look, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type Draft = Record<string, unknown> & { token: string; sessions: string[]; expiresAt: string };
type Result = Record<string, unknown> & { session: string; token?: string };
type DraftAnswer = AnyBody & { data: Draft };
type Submission = AnyBody & { data: { expiresAt: string; results: Result[] } };

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
});

beforeEach(() => app.mails.clear());
afterEach(() => app.setClock(null));
afterAll(() => app.stop());

const post = (body: object, headers: Record<string, string> = {}) =>
  app.api.post<DraftAnswer>('/api/webinars/drafts', { body, headers });
const show = (token: string) => app.api.get<DraftAnswer>(`/api/webinars/drafts/${token}`);
const patch = (token: string, body: object) =>
  app.api.patch<DraftAnswer>(`/api/webinars/drafts/${token}`, { body });
const submit = (token: string, query = '') =>
  app.api.post<Submission>(`/api/webinars/drafts/${token}/submit${query}`);

const aDraft = async (body: object) => {
  const answer = await post(body);
  expect(answer.status).toBe(201);
  return answer.body.data;
};

const later = (ms: number) => app.setClock(new Date(app.now().getTime() + ms));

describe('an unfinished registration', () => {
  it('is kept for four hours, with the time at which to warn', async () => {
    const { documentId, slug } = await aSession(app.strapi);
    const draft = await aDraft({ sessions: [slug], firstName: 'Ada', termsAccepted: false });

    expect(draft).toMatchObject({
      sessions: [documentId],
      status: 'open',
      firstName: 'Ada',
      termsAccepted: false,
    });
    const { createdAt, expiresAt, warnAt } = draft as Record<string, string>;
    const left = (at?: string) =>
      (new Date(String(at)).getTime() - Date.parse(String(createdAt))) / MINUTE;
    expect([left(expiresAt), left(warnAt)]).toEqual([240, 210]);
    const { token, ...rest } = draft;
    const shown = await show(token);
    expect(shown.body.data).toEqual(rest);
    expect(shown.headers.get('cache-control')).toBe('no-store');
  });

  it('is filled in bit by bit, and holds no seat', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 1 });
    const { token } = await aDraft({ sessions: [documentId] });
    await patch(token, { firstName: 'Ada', lastName: 'Lovelace' });
    const { body } = await patch(token, { company: 'Engines', firstName: 'Augusta' });
    expect(body.data).toMatchObject({
      firstName: 'Augusta',
      lastName: 'Lovelace',
      company: 'Engines',
    });
    expect(body.data).not.toHaveProperty('marketingConsent');
    expect(await registered(app, documentId)).toMatchObject({ status: 'confirmed' });
  });

  it('is checked as far as it is there, every field at once', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await aDraft({ sessions: [documentId] });
    const answer = await patch(token, { email: 'ada@', website: 'ftp://x', nonsense: 1 });
    expectRefusal(answer, 400, 'validation_failed');
    const paths = answer.body.error?.details.errors?.map(({ path }) => path.join('.'));
    expect(paths?.sort()).toEqual(['email', 'nonsense', 'website']);
    expectRefusal(await post({ sessions: [] }), 400, 'validation_failed');
    expectRefusal(await post({}), 400, 'validation_failed');
    expectRefusal(await post({ sessions: ['nowhere'] }), 404, 'session_not_found');
    expectRefusal(await patch(token, { sessions: ['nowhere'] }), 404, 'session_not_found');
  });

  it('expires after four hours for everybody, and is gone soon', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await aDraft({ sessions: [documentId], email: 'left@example.org' });
    later(4 * HOUR - 1000);
    expect(await show(token)).toMatchObject({ status: 200 });
    later(1000);
    expectRefusal(await show(token), 404, 'token_invalid');
    expectRefusal(await patch(token, { firstName: 'Ada' }), 404, 'token_invalid');
    expectRefusal(await submit(token), 404, 'token_invalid');
    await app.strapi.plugin('webinars').service('jobs').runTicks();
    expect(await app.rows('webinars_drafts', { public_id: token.split('.')[0] })).toEqual([]);
  });

  it('opens to its own token only', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await aDraft({ sessions: [documentId] });
    const manage = (await registered(app, documentId)).token;
    for (const wrong of [`${token}x`, `${token.slice(0, -1)}_`, 'x', manage]) {
      expectRefusal(await show(wrong), 404, 'token_invalid');
      expectRefusal(await submit(wrong), 404, 'token_invalid');
    }
    expectRefusal(await look(app, token), 404, 'token_invalid');
  });

  it('begins with what an earlier registration says, consents and questions aside', async () => {
    const { documentId } = await aSession(app.strapi);
    const earlier = await registered(app, documentId, {
      position: 'Countess',
      phone: '+4930901820',
      marketingConsent: true,
      specificQuestions: 'Why?',
    });
    const draft = await aDraft({
      sessions: [documentId],
      prefillToken: earlier.token,
      company: 'Another',
    });
    expect(draft).toMatchObject({
      firstName: 'Ada',
      lastName: 'Lovelace',
      email: expect.stringContaining('@example.org'),
      position: 'Countess',
      phone: '+4930901820',
      company: 'Another',
    });
    for (const field of [
      'marketingConsent',
      'specificQuestions',
      'termsAccepted',
      'prefillToken',
    ]) {
      expect(draft).not.toHaveProperty(field);
    }
    const wrong = await post({ sessions: [documentId], prefillToken: `${earlier.token}x` });
    expectRefusal(wrong, 404, 'token_invalid');
  });

  it('is made once for a request that comes twice', async () => {
    const { documentId } = await aSession(app.strapi);
    const body = { sessions: [documentId], firstName: 'Ada' };
    const headers = { 'Idempotency-Key': `draft-${documentId}` };
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(body, headers)));
    expect(new Set(answers.map(({ body: { data } }) => data.token)).size).toBe(1);
    expectRefusal(
      await post({ ...body, firstName: 'Eve' }, headers),
      422,
      'idempotency_key_reused'
    );
  });
});

it('a request whose draft is gone is a new one, although its key is remembered for longer', async () => {
  const { documentId } = await aSession(app.strapi);
  const email = `again.${documentId}@example.org`;
  const body = { sessions: [documentId], email };
  const headers = { 'Idempotency-Key': `gone-${documentId}` };
  const first = await post(body, headers);
  later(5 * HOUR);
  const second = await post(body, headers);
  await (await app.admin()).post('/webinars/privacy/erasure', { body: { email, dryRun: false } });
  const third = await post(body, headers);

  const tokens = [first, second, third].map(({ body: { data } }) => data.token);
  expect([first, second, third].map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(tokens).size).toBe(3);
  expect(await show(String(tokens[2]))).toMatchObject({ status: 200 });
});

describe('a draft that is submitted', () => {
  const complete = (overrides: Record<string, unknown> = {}) => aRegistrationBody(overrides);

  it('registers for every session, and says what became of each', async () => {
    const [free, full, over] = [
      await aSession(app.strapi),
      await aSession(app.strapi, { capacity: 0, allowWaitlist: false }),
      await aSession(app.strapi, { datetime: inHours(-5) }),
    ];
    const sessions = [free, full, over].map(({ documentId }) => documentId);
    const { token } = await aDraft({ sessions, ...complete({ language: 'de' }) });

    const { body } = await submit(token, '?locale=de');

    expect(body.data.results).toEqual([
      expect.objectContaining({ session: sessions[0], status: 'confirmed', nextStep: null }),
      { session: sessions[1], code: 'session_full', message: 'Dieses Webinar ist ausgebucht.' },
      expect.objectContaining({ session: sessions[2], code: 'session_started' }),
    ]);
    expect(Date.parse(body.data.expiresAt)).toBeGreaterThan(Date.now());
    const seen = await look(app, String(body.data.results[0]?.token));
    expect(seen.body.data).toMatchObject({ status: 'confirmed', language: 'de' });
  });

  it('is answered the same when it is sent again, at once or side by side', async () => {
    const sessions = [await aSession(app.strapi), await aSession(app.strapi, { capacity: 1 })];
    const ids = sessions.map(({ documentId }) => documentId);
    const { token } = await aDraft({ sessions: ids, ...complete() });

    await app.runJobs();
    app.mails.clear();
    const answers = await Promise.all([submit(token), submit(token), submit(token)]);
    const again = await submit(token);

    for (const { status, body } of [...answers, again]) {
      expect(status).toBe(200);
      expect(body.data.results).toEqual(again.body.data.results);
    }
    for (const id of ids) expect((await expectInvariants(app, id)).rows).toHaveLength(1);
    await app.runJobs();
    expect(app.mails.received).toHaveLength(2);
  });

  it('keeps nothing of the person once all is done, and takes no more changes', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await aDraft({ sessions: [documentId], ...complete({ lastName: 'Gone' }) });
    await submit(token);
    const rows = await app.rows('webinars_drafts', { public_id: token.split('.')[0] });
    expect(JSON.stringify(rows)).not.toContain('Gone');
    expect(rows[0]).toMatchObject({ state: 'submitted', email_key: null });
    expectRefusal(await patch(token, { firstName: 'Eve' }), 409, 'draft_submitted');
    expect((await show(token)).body.data).toMatchObject({ status: 'submitted' });
  });

  it('with something missing names every field, and registers for nothing', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await aDraft({ sessions: [documentId], firstName: 'Ada', lastName: 'L.' });
    const answer = await submit(token, '?locale=de');
    expectRefusal(answer, 400, 'validation_failed');
    const errors = answer.body.error?.details.errors ?? [];
    expect(errors.map(({ path }) => path.join('.')).sort()).toEqual([
      'company',
      'email',
      'privacyConsent',
      'termsAccepted',
    ]);
    expect((await expectInvariants(app, documentId)).rows).toEqual([]);
  });

  it('tries again what was refused, and leaves alone what is done', async () => {
    const open = await aSession(app.strapi);
    const later = await aSession(app.strapi, { registrationOpensAt: inHours(1) });
    const sessions = [open.documentId, later.documentId];
    const { token } = await aDraft({ sessions, ...complete() });
    const first = await submit(token);
    expect(first.body.data.results[1]).toMatchObject({ code: 'registration_not_open' });
    await patch(token, { lastName: 'Byron' });

    app.setClock(new Date(Date.now() + 2 * HOUR));
    const second = await submit(token);

    expect(second.body.data.results[0]).toEqual(first.body.data.results[0]);
    expect(second.body.data.results[1]).toMatchObject({ status: 'confirmed' });
  });
});

describe('a person with a draft', () => {
  it('is handed it out, and erased with it', async () => {
    const { documentId } = await aSession(app.strapi);
    const email = `drafting.${documentId}@example.org`;
    const { token } = await aDraft({ sessions: [documentId], email, firstName: 'Ada' });
    const admin = await app.admin();
    const exported = await admin.post<{ data: { drafts: object[] } }>('/webinars/privacy/access', {
      body: { email },
    });
    expect(exported.body.data.drafts).toMatchObject([{ firstName: 'Ada', email }]);
    expect(JSON.stringify(exported.body)).not.toContain(token.split('.')[0]);
    const erased = await admin.post('/webinars/privacy/erasure', {
      body: { email, dryRun: false },
    });
    expect(erased.status).toBe(200);
    expectRefusal(await show(token), 404, 'token_invalid');
  });
});
