import { aSession } from '../factories';
import type { HttpClient } from '../support/http';
import { expectRefusal, registered } from '../support/registering';
import { signInWith } from '../support/roles';
import { startStrapi, type TestApp } from '../support/strapi';

type Entry = {
  id: string;
  email: string | null;
  reason: string;
  responseCode: number | null;
  statusCode: string | null;
};
type Entries = { data: Entry[]; meta: { pagination: { total: number } } };

let app: TestApp;
let admin: HttpClient;

beforeAll(async () => {
  app = await startStrapi();
  admin = await app.admin();
});

beforeEach(() => app.mails.clear());
afterEach(() => app.mails.behave({}));
afterAll(() => app.stop());

let serial = 0;
const anAddress = () => {
  serial += 1;
  return `mailbox.${serial}@example.org`;
};

const entriesOf = async (email: string) =>
  (await admin.post<{ data: Entry[] }>('/webinars/suppressions/search', { body: { email } })).body
    .data;

const suppress = (email: string, reason = 'complaint') =>
  admin.post<{ data: Entry }>('/webinars/suppressions', { body: { email, reason } });

const register = async (email: string) => {
  const { documentId } = await aSession(app.strapi);
  await registered(app, documentId, { email });
  await app.runJobs();
};

const mailsTo = async (email: string) => {
  const [person] = await app.rows('webinars_registrations', { email });
  const mails = await app.rows('webinars_mails', { registration_document_id: person?.document_id });
  return mails.map(({ state, reason }) => [state, reason]);
};

describe('an address that nobody has', () => {
  it('gets nothing more, once the mail server has said so', async () => {
    const email = anAddress();
    app.mails.behave({ refusalOf: () => '550 5.1.1 no such mailbox' });
    await register(email);
    expect(await entriesOf(email)).toMatchObject([
      { email, reason: 'bounce', responseCode: 550, statusCode: '5.1.1' },
    ]);
    const attempts = app.mails.attempts();

    app.mails.behave({});
    await register(email);
    expect(app.mails.attempts()).toBe(attempts);
    const [, other] = await app.rows('webinars_registrations', { email });
    const mails = await app.rows('webinars_mails', {
      registration_document_id: other?.document_id,
    });
    expect(mails.map(({ state, reason }) => [state, reason])).toEqual([['skipped', 'suppressed']]);
  });

  it.each([
    ['our reputation', '550 5.7.1 blocked'],
    ['a full mailbox', '552 5.2.2 mailbox full'],
    ['nobody knows what', '550 no'],
  ])('is not every one that a mail server refuses: %s', async (_why, sentence) => {
    const email = anAddress();
    app.mails.behave({ refusalOf: () => sentence });
    await register(email);
    expect(await mailsTo(email)).toEqual([['failed', expect.stringContaining('refused')]]);
    expect(await entriesOf(email)).toEqual([]);
  });
});

describe('who has complained', () => {
  it('gets nothing more, however the address is spelled, until somebody releases it', async () => {
    const email = anAddress();
    const added = await suppress(` ${email.toUpperCase()} `);
    expect(added.status).toBe(200);
    expect(added.body.data).toMatchObject({ email, reason: 'complaint', statusCode: null });
    await register(email);
    expect(app.mails.received).toEqual([]);
    expect(await mailsTo(email)).toEqual([['skipped', 'suppressed']]);

    const removed = await admin.post('/webinars/suppressions/removal', { body: { email } });
    expect(removed.body.data).toEqual({ removed: 1 });
    await register(email);
    expect(app.mails.received).toHaveLength(1);
  });

  it('is on the list once, with the first reason', async () => {
    const email = anAddress();
    await suppress(email);
    await suppress(email, 'manual');
    expect(await entriesOf(email)).toMatchObject([{ reason: 'complaint' }]);
  });
});

describe('the list', () => {
  it('shows the latest first, a page at a time', async () => {
    const [first, second] = [anAddress(), anAddress()];
    await suppress(first);
    await suppress(second, 'manual');
    const { body } = await admin.get<Entries>('/webinars/suppressions?page=1&pageSize=1');
    expect(body.data).toMatchObject([{ email: second }]);
    expect(body.meta.pagination.total).toBeGreaterThan(1);
  });

  it('says in the log who did what, and to no address', async () => {
    const email = anAddress();
    const { id } = (await suppress(email)).body.data;
    await admin.post('/webinars/suppressions/removal', { body: { id } });
    const activities = await app.rows('webinars_activities', { subject_id: id });
    expect(activities.map(({ action, actor_kind: who }) => [action, who])).toEqual([
      ['address.suppressed', 'editor'],
      ['address.released', 'editor'],
    ]);
    expect(JSON.stringify(activities)).not.toContain(email);
  });

  it.each([
    ['no address', { reason: 'bounce' }],
    ['no reason', { email: 'a@example.org' }],
    ['another reason', { email: 'a@example.org', reason: 'mood' }],
    ['a code that is none', { email: 'a@example.org', reason: 'bounce', statusCode: '550' }],
  ])('takes nothing that it does not understand: %s', async (_what, body) => {
    expectRefusal(await admin.post('/webinars/suppressions', { body }), 400, 'validation_failed');
  });

  it('releases nothing by an id that no database can look for', async () => {
    const body = { id: 'a\u0000b' };
    const answer = await admin.post('/webinars/suppressions/removal', { body });
    expectRefusal(answer, 400, 'validation_failed');
  });

  it('is for who may see it, and changed by who may change it', async () => {
    const email = anAddress();
    const body = { email, reason: 'bounce' };
    const reader = await signInWith(app, ['plugin::webinars.suppressions.read']);
    const keeper = await signInWith(app, ['plugin::webinars.suppressions.manage']);
    expect((await reader.get('/webinars/suppressions')).status).toBe(200);
    expect((await reader.post('/webinars/suppressions', { body })).status).toBe(403);
    expect((await reader.post('/webinars/suppressions/removal', { body: { email } })).status).toBe(
      403
    );
    expect((await keeper.get('/webinars/suppressions')).status).toBe(403);
    expect((await keeper.post('/webinars/suppressions', { body })).status).toBe(200);
    expect((await app.api.get('/webinars/suppressions')).status).toBe(401);
  });
});

describe('erasing somebody', () => {
  it('leaves nothing of the address, and still sends nothing there', async () => {
    const email = anAddress();
    const { id } = (await suppress(email)).body.data;
    const access = await admin.post<{ data: { suppressions: object[] } }>(
      '/webinars/privacy/access',
      { body: { email } }
    );
    expect(access.body.data.suppressions).toMatchObject([{ email, reason: 'complaint' }]);

    const erased = await admin.post<{ data: { tables: object[] } }>('/webinars/privacy/erasure', {
      body: { email, dryRun: false },
    });
    expect(erased.body.data.tables).toContainEqual(
      expect.objectContaining({ table: 'webinars_suppressions', reduced: 1, deleted: 0 })
    );
    const rows = await app.rows('webinars_suppressions');
    expect(JSON.stringify(rows)).not.toContain(email);
    expect(rows.map(({ address_hash: hash }) => hash)).toContain(id);

    await register(email);
    expect(app.mails.received).toEqual([]);
    expect(await entriesOf(email)).toMatchObject([{ id, email: null }]);
  });
});
