import { randomUUID } from 'node:crypto';
import { registrationBody } from '../../plugins/webinars/shared/registration';
import type {
  Announcement,
  AnnouncementPreview,
} from '../../plugins/webinars/shared/announcements';
import { aRegistrationBody, aSession } from '../factories';
import { loseWorker, makeRetriesDue } from '../support/due-jobs';
import type { AnyBody, HttpClient } from '../support/http';
import { linkOf } from '../support/mail-links';
import { plansOf } from '../support/many-sessions';
import { expectRefusal, registered } from '../support/registering';
import { signInAsEditor, signInWith } from '../support/roles';
import { startStrapi, type TestApp } from '../support/strapi';
import { findTraces } from '../support/whole-database';

let app: TestApp;
let admin: HttpClient;

beforeAll(async () => {
  app = await startStrapi();
  admin = await signInAsEditor(app, 'en');
});

beforeEach(async () => {
  await app.runJobs();
  app.mails.clear();
});

afterEach(() => app.setClock(null));
afterAll(() => app.stop());

type Body = Record<string, unknown>;
type Answered = AnyBody & { data: Announcement };

const ROUTE = '/webinars/announcements';

const TEXTS = {
  en: {
    subject: 'A new room for {{ session.title }}',
    text: 'The link has changed, {{ attendee.firstName }}.\nSee you there.',
  },
  de: {
    subject: 'Neuer Raum für {{ session.title }}',
    text: 'Der Link ist neu, {{ attendee.firstName }}.',
  },
};

const bodyFor = (session: string, { filter = {}, ...rest }: Body & { filter?: Body } = {}) => ({
  purpose: 'session',
  filter: { sessions: [session], ...filter },
  texts: TEXTS,
  perMinute: 6000,
  ...rest,
});

const preview = async (body: Body): Promise<AnnouncementPreview> => {
  const answer = await admin.post<AnyBody & { data: AnnouncementPreview }>(`${ROUTE}/preview`, {
    body,
  });
  expect(answer).toMatchObject({ status: 200 });
  return answer.body.data;
};

const confirm = (body: Body, key: string = randomUUID(), client = admin) =>
  client.post<Answered>(ROUTE, { body, headers: { 'Idempotency-Key': key } });

const confirmed = async (body: Body, key?: string): Promise<Announcement> => {
  const answer = await confirm(body, key);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body.data;
};

const show = async (id: string) => (await admin.get<Answered>(`${ROUTE}/${id}`)).body.data;
const stop = (id: string) => admin.post<Answered>(`${ROUTE}/${id}/stop`);

const SENDING = '/webinars/jobs/messages.send-announcement';
const pauseSending = () => admin.post(`${SENDING}/pause`);
const resumeSending = () => admin.post(`${SENDING}/resume`);

/** Lets the time pass that jobs wait for, and works them off. */
const goOn = async () => {
  await makeRetriesDue(app);
  await app.runJobs();
};

const recipients = () => app.mails.received.flatMap(({ to }) => to).sort();

const aSessionOf = async (...people: Body[]) => {
  const { documentId } = await aSession(app.strapi);
  const receipts = [];
  for (const person of people) receipts.push(await registered(app, documentId, person));
  await app.runJobs();
  app.mails.clear();
  return { documentId, receipts };
};

/** So many registrants whom nobody has told yet, by SQL-fast means; answers their addresses. */
const aCrowd = async (count: number) => {
  const { documentId } = await aSession(app.strapi);
  const bodies = Array.from({ length: count }, () => aRegistrationBody());
  const { registerMany } = app.strapi.plugin('webinars').service('registration');
  // As many as go together at most: SQLite takes no statement with more values.
  for (let first = 0; first < count; first += 100) {
    const registrants = bodies
      .slice(first, first + 100)
      .map((body) => ({ body: registrationBody.parse(body), language: 'en' }));
    await registerMany(
      { session: documentId, registrants, actor: { kind: 'system' }, shouldNotify: false },
      { clock: { now: () => app.now() } }
    );
  }
  return { documentId, emails: bodies.map(({ email }) => String(email)) };
};

const anAddress = (name: string) => `${name}.${randomUUID().slice(0, 8)}@example.org`;

describe('an announcement', () => {
  it('is shown to its author first, in each language, with how many get it and how many do not', async () => {
    const suppressed = anAddress('suppressed');
    const { documentId } = await aSessionOf(
      { firstName: 'Edith' },
      { firstName: 'Dora', language: 'de' },
      { email: suppressed }
    );
    await admin.post('/webinars/suppressions', { body: { email: suppressed, reason: 'manual' } });

    const shown = await preview(bodyFor(documentId));
    expect(shown).toMatchObject({
      recipients: 2,
      leftOut: [{ reason: 'suppressed', count: 1 }],
      samples: [{ locale: 'en' }, { locale: 'de' }],
    });
    const [english, german] = shown.samples;
    expect(english?.subject).toMatch(/^A new room for Reading a balance sheet/);
    expect(english?.text).toContain('The link has changed, Edith.\n\nSee you there.');
    expect(english?.html).toContain('The link has changed, Edith.');
    expect(german?.text).toContain('Der Link ist neu, Dora.');
    expect(german?.text).toMatch(/unsubscribe\/example/);
    expect(app.mails.received).toHaveLength(0);
    expect(await app.runJobs()).toBe(0);

    const onlyEnglish = await preview(bodyFor(documentId, { texts: { en: TEXTS.en } }));
    expect(onlyEnglish).toMatchObject({
      recipients: 1,
      leftOut: [
        { reason: 'no_text', count: 1 },
        { reason: 'suppressed', count: 1 },
      ],
    });
  });

  it('goes to those whom the filter finds', async () => {
    const [here, there] = [anAddress('here'), anAddress('there')];
    const { documentId } = await aSessionOf(
      { email: here, company: 'Brückenbau 100% GmbH' },
      { email: there, company: 'Elsewhere', language: 'de' }
    );
    const countFor = async (filter: Body) =>
      (await preview(bodyFor(documentId, { filter }))).recipients;
    expect(await countFor({ company: '100% g' })).toBe(1);
    expect(await countFor({ company: '100_' })).toBe(0);
    expect(await countFor({ language: 'de' })).toBe(1);
    expect(await countFor({ states: ['cancelled'] })).toBe(0);
    expect(await countFor({ registeredFrom: '2020-01-01T00:00:00Z' })).toBe(2);
    expect(await countFor({ registeredUntil: '2020-01-01T00:00:00Z' })).toBe(0);
    expect(await countFor({ attendance: 'missed' })).toBe(0);

    await app.change('webinars_sessions', { document_id: documentId }, { state: 'completed' });
    await app.change('webinars_registrations', { email: here }, { joined_at: new Date() });
    expect(await countFor({ attendance: 'missed' })).toBe(1);
    expect(await countFor({ attendance: 'attended' })).toBe(1);
  });

  it('finds a company however its letters are written', async () => {
    const { documentId } = await aSessionOf({ company: 'ÖBB Straßenbau' }, { company: 'Öko AG' });
    for (const company of ['ÖBB', 'öbb straß', 'O\u0308BB']) {
      expect(await preview(bodyFor(documentId, { filter: { company } }))).toMatchObject({
        recipients: 1,
      });
    }
  });

  it('to those who missed a session spares whoever turns out to have been there', async () => {
    const [missed, there] = [anAddress('missed'), anAddress('there')];
    const { documentId } = await aSessionOf({ email: missed }, { email: there });
    await app.change('webinars_sessions', { document_id: documentId }, { state: 'completed' });
    const filter = { attendance: 'missed', registeredFrom: '2020-01-01T00:00:00Z' };
    const { id, recipients: count } = await confirmed(bodyFor(documentId, { filter }));
    expect(count).toBe(2);
    await app.change('webinars_registrations', { email: there }, { state: 'attended' });
    await app.runJobs();
    expect(recipients()).toEqual([missed]);
    expect((await show(id)).progress.skipped).toEqual([{ reason: 'filter_left', count: 1 }]);
  });

  it('carries a way out, and leaves those out who took it', async () => {
    const { documentId, receipts } = await aSessionOf({ email: anAddress('leaving') });
    await confirmed(bodyFor(documentId));
    await app.runJobs();
    const [mail] = await app.mails.messages();
    expect(mail?.headers.get('list')).toMatchObject({
      unsubscribe: { url: expect.stringContaining('category=announcements') },
    });
    const path = await linkOf(app, 'unsubscribe', String(receipts[0]?.token));
    const form = { 'List-Unsubscribe': 'One-Click' };
    await app.api.post(`${path}?category=announcements`, { body: form });
    expect(await preview(bodyFor(documentId))).toMatchObject({
      recipients: 0,
      leftOut: [{ reason: 'opted_out', count: 1 }],
    });
  });

  it('that is about nothing people have registered for needs their consent, up to the last moment', async () => {
    const [willing, wavering] = [anAddress('willing'), anAddress('wavering')];
    const { documentId } = await aSessionOf(
      { email: willing, marketingConsent: true },
      { email: wavering, marketingConsent: true },
      {}
    );
    const body = bodyFor(documentId, { purpose: 'marketing' });
    expect(await preview(body)).toMatchObject({
      recipients: 2,
      leftOut: [{ reason: 'no_consent', count: 1 }],
    });
    const { id } = await confirmed(body);
    await app.change('webinars_registrations', { email: wavering }, { marketing_consent: false });
    await app.runJobs();
    expect(recipients()).toEqual([willing]);
    expect((await show(id)).progress.skipped).toEqual([{ reason: 'no_consent', count: 1 }]);
  });

  it('goes out once however often it is confirmed, and to nobody who registers later', async () => {
    const early = anAddress('early');
    const { documentId } = await aSessionOf({ email: early });
    const key = randomUUID();
    const [first, second] = await Promise.all([
      confirmed(bodyFor(documentId), key),
      confirmed(bodyFor(documentId), key),
    ]);
    expect(second?.id).toBe(first?.id);
    await registered(app, documentId, { email: anAddress('late') });
    await app.runJobs();
    const announced = (await app.mails.messages()).filter(({ subject }) =>
      subject?.startsWith('A new room')
    );
    expect(announced.map(({ to }) => (Array.isArray(to) ? '' : to?.text))).toEqual([
      expect.stringContaining(early),
    ]);
    expectRefusal(
      await confirm(bodyFor(documentId, { perMinute: 5 }), key),
      422,
      'idempotency_key_reused'
    );
  });

  it('reaches somebody once who has registered for several of the sessions', async () => {
    const email = anAddress('twice');
    const { documentId } = await aSessionOf({ email });
    const other = await aSessionOf({ email });
    const body = bodyFor(documentId, { filter: { sessions: [documentId, other.documentId] } });
    expect((await preview(body)).recipients).toBe(1);
    await confirmed(body);
    await app.runJobs();
    expect(recipients()).toEqual([email]);
  });

  it('is on record with who wrote what when, and how far it has come', async () => {
    const cancelled = anAddress('cancelled');
    const { documentId, receipts } = await aSessionOf({}, { email: cancelled });
    const { id } = await confirmed(bodyFor(documentId));
    expect(await show(id)).toMatchObject({
      state: 'running',
      recipients: 2,
      texts: TEXTS,
      writtenBy: expect.any(String),
      progress: { sent: 0, failed: 0, open: 2, erased: 0, skipped: [] },
    });
    await app.api.post(`/api/webinars/registrations/${receipts[1]?.token}/cancel`);
    await app.runJobs();
    expect(await show(id)).toMatchObject({
      state: 'done',
      progress: { sent: 1, open: 0, skipped: [{ reason: 'registration_cancelled', count: 1 }] },
    });
    const list = await admin.get<AnyBody & { data: Announcement[] }>(`${ROUTE}?pageSize=1`);
    expect(list.body.data.map((each) => each.id)).toEqual([id]);
    const log = await app.rows('webinars_activities', { subject_id: id });
    expect(log.map(({ action, actor_kind }) => `${action} ${actor_kind}`)).toEqual([
      'announcement.confirmed editor',
    ]);
  });

  it('goes out no faster than it may', async () => {
    const { documentId } = await aCrowd(25);
    const { id } = await confirmed(bodyFor(documentId, { perMinute: 10 }));
    const start = app.now();
    const sentAfter = async (minutes: number) => {
      app.setClock(new Date(start.getTime() + minutes * 60_000 + 1000));
      if (app.isPostgres && minutes > 0) await makeRetriesDue(app);
      await app.runJobs();
      return (await show(id)).progress.sent;
    };
    expect(await sentAfter(0)).toBe(10);
    expect(await sentAfter(1)).toBe(20);
    expect(await sentAfter(2)).toBe(25);
    expect((await show(id)).state).toBe('done');
  });

  it('to a thousand people stops in the middle: whoever has it has it once, all others are on record', async () => {
    const { documentId, emails } = await aCrowd(1000);
    const { id } = await confirmed(bodyFor(documentId));
    app.mails.beforeAnswer(String(emails[200]), () => stop(id));
    await app.runJobs();

    const { state, stoppedAt, progress } = await show(id);
    expect({ state, stoppedAt }).toEqual({ state: 'stopped', stoppedAt: expect.any(String) });
    const reached = recipients();
    expect(new Set(reached).size).toBe(reached.length);
    expect(progress.sent).toBe(reached.length);
    expect(reached.length).toBeLessThan(1000);
    expect(progress).toMatchObject({
      open: 0,
      skipped: [{ reason: 'stopped', count: 1000 - reached.length }],
    });
    await makeRetriesDue(app);
    await app.runJobs();
    expect(recipients()).toEqual(reached);
    expect((await stop(id)).body.data.progress).toEqual(progress);
  }, 120_000);

  it('to a thousand people goes on where a worker was killed, and reaches each once', async () => {
    const { documentId, emails } = await aCrowd(1000);
    const { id } = await confirmed(bodyFor(documentId));
    await pauseSending();
    await app.runJobs();
    await loseWorker(app);
    await resumeSending();
    for (let round = 0; round < 4; round += 1) await goOn();
    expect(recipients()).toEqual([...emails].sort());
    expect(await show(id)).toMatchObject({ state: 'done', progress: { sent: 1000, open: 0 } });
  }, 120_000);

  it('is counted in an index alone, and no mail is looked up for it', async () => {
    const { documentId } = await aSessionOf({ email: anAddress('counted') });
    const { id } = await confirmed(bodyFor(documentId));
    await app.runJobs();
    const list = async () => {
      const { body } = await admin.get<AnyBody & { data: Announcement[] }>(`${ROUTE}?pageSize=100`);
      expect(body.data.find((each) => each.id === id)?.progress).toMatchObject({
        sent: 1,
        open: 0,
      });
    };
    const plans = await plansOf(app, list, { hasFewRows: true, tables: ['webinars_mails'] });
    expect(plans).toHaveLength(1);
    for (const { plan } of plans) {
      expect(plan.join('\n')).toMatch(/(INDEX|using|on) webinars_mails_announced_idx/);
    }
  });

  it('knows nothing of a person any more who was erased', async () => {
    const email = anAddress('erased');
    const { documentId } = await aSessionOf({ email }, {});
    const { id } = await confirmed(bodyFor(documentId));
    const [row] = await app.rows('webinars_registrations', { email });
    const erasure = await admin.post<AnyBody>('/webinars/privacy/erasure', {
      body: { email, dryRun: false },
    });
    expect(erasure.text).toContain('"table":"webinars_announcement_recipients","deleted":1');
    await app.runJobs();
    expect(recipients()).not.toContain(email);
    expect((await show(id)).progress).toMatchObject({ sent: 1, erased: 1 });
    expect(await findTraces(app, [email])).toEqual([]);
    const places = await app.rows('webinars_announcement_recipients', {
      registration_document_id: row?.document_id,
    });
    expect(places).toEqual([]);
  });
});

describe('an announcement is refused', () => {
  type ErrorBody = { error?: { details?: { errors?: { path: unknown[]; code: string }[] } } };

  const errorsOf = (answer: { body: unknown }) =>
    ((answer.body as ErrorBody).error?.details?.errors ?? []).map(
      ({ path, code }) => `${path.join('.')} ${code}`
    );

  it.each([
    ['{{ attendee.surname }}', 'variable_unknown', 'attendee.surname'],
    ['{% for a in session %}{% endfor %}', 'placeholder_not_allowed', 'for'],
    ['{{ attendee.name', 'placeholder_broken', 'attendee.name'],
  ])('with %s in its text, and is told what is wrong', async (text, code, named) => {
    const texts = { en: { subject: 'News', text } };
    const answer = await confirm(bodyFor('any', { texts }));
    expect(answer.status).toBe(400);
    expect(errorsOf(answer)).toEqual([`texts.en.text ${code}`]);
    expect(answer.text).toContain(named);
  });

  it('when its subject may come out empty, in words for the editor', async () => {
    const texts = { en: { subject: '{% if session.url %}News{% endif %}', text: 'Hello.' } };
    const answer = await confirm(bodyFor('any', { texts }));
    expect(answer.status).toBe(400);
    expect(errorsOf(answer)).toEqual(['texts.en.subject empty_when_filled_in']);
    expect(answer.text).toContain('may be empty for some recipients');
  });

  it.each(['\u0000', '\ud800'])('with what no database can keep: %j', async (letter) => {
    const texts = { en: { subject: `News${letter}`, text: `Hello${letter}.` } };
    const answer = await confirm(bodyFor(`any${letter}`, { texts }));
    expect(answer.status).toBe(400);
    expect(errorsOf(answer)).toEqual([
      'filter.sessions.0 characters_invalid',
      'texts.en.subject characters_invalid',
      'texts.en.text characters_invalid',
    ]);
  });

  it('without a key, a text, or a session that it is about', async () => {
    const keyless = await admin.post<Answered>(ROUTE, { body: bodyFor('any') });
    expect(errorsOf(keyless)).toEqual(['Idempotency-Key required']);
    expect(errorsOf(await confirm(bodyFor('any', { texts: {} })))).toEqual(['texts required']);
    const { filter: _filter, ...body } = bodyFor('any');
    expect(errorsOf(await confirm({ ...body, filter: {} }))).toEqual(['filter.sessions required']);
    expect(errorsOf(await confirm({ ...bodyFor('any'), perMinute: 0, more: 1 }))).toEqual([
      'perMinute number_too_small',
      'more unknown_field',
    ]);
  });

  it('to whoever may not write it, read it, or asks for one that is not there', async () => {
    const reader = await signInWith(app, ['plugin::webinars.announcements.read']);
    const writer = await signInWith(app, ['plugin::webinars.announcements.send']);
    const body = bodyFor('any');
    expect((await confirm(body, undefined, reader)).status).toBe(403);
    expect((await reader.post(`${ROUTE}/preview`, { body })).status).toBe(403);
    expect((await reader.post(`${ROUTE}/any/stop`)).status).toBe(403);
    expect((await reader.get(ROUTE)).status).toBe(200);
    expect((await writer.get(ROUTE)).status).toBe(403);
    expect((await writer.post(`${ROUTE}/preview`, { body })).status).toBe(200);
    expectRefusal(await admin.get(`${ROUTE}/any`), 404, 'announcement_not_found');
    expectRefusal(await stop('any'), 404, 'announcement_not_found');
  });
});
