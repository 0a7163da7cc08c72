import { aSession, aSpeaker } from '../factories';
import type { AnyBody, HttpClient } from '../support/http';
import { expectInvariants } from '../support/invariants';
import { fieldErrors } from '../support/reading';
import { cancel, look, register, registered, type Receipt } from '../support/registering';
import { startStrapi, type Row, type TestApp } from '../support/strapi';
import { findTraces, wholeDatabase } from '../support/whole-database';

type Erasure = {
  dryRun: boolean;
  reference: string | null;
  at: string;
  tables: { table: string; deleted: number; reduced: number; kept: number; why: string }[];
};

let app: TestApp;
let admin: HttpClient;

beforeAll(async () => {
  app = await startStrapi();
  admin = await app.admin();
});

beforeEach(async () => {
  await app.runJobs();
  app.mails.clear();
});

afterEach(() => app.setClock(null));
afterAll(() => app.stop());

const erase = (email: string, { dryRun = false } = {}) =>
  admin.post<AnyBody & { data: Erasure }>('/webinars/privacy/erasure', { body: { email, dryRun } });

const erased = async (email: string, options = {}): Promise<Erasure> => {
  const answer = await erase(email, options);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body.data;
};

const rowsOf = ({ tables }: Erasure) =>
  Object.fromEntries(
    tables.map(({ table, deleted, reduced, kept }) => [table, [deleted, reduced, kept]])
  );

const stateOf = async ({ token }: Receipt) => (await look(app, token)).body.data.status;

const drift = () => app.strapi.plugin('webinars').service('registration').findDrift();

const tick = () => app.strapi.plugin('webinars').service('jobs').runTicks();

const figuresOf = async (documentId: string) => {
  await tick();
  const [session] = await app.rows('webinars_sessions', { document_id: documentId });
  const { registration_count, attendance_count, waitlist_count } = session ?? {};
  return [registration_count, attendance_count, waitlist_count].map(Number);
};

let people = 0;

/** Somebody all of whose words are unlike anybody else's. */
const aPerson = () => {
  people += 1;
  const mark = `${String.fromCharCode(96 + people)}zqplugh`;
  const body = {
    firstName: `Zenobia${mark}`,
    lastName: `Quillfeather${mark}`,
    email: `Zenobia.${mark}@example.org`,
    phone: `+49 30 99887${people}7`,
    company: `Kites${mark}`,
    position: `Kitewright${mark}`,
    website: `https://${mark}.example.org`,
    industryVertical: `Aerology${mark}`,
    currentChallenges: [`windless${mark}`],
    expertiseInterest: [`knotcraft${mark}`],
    specificQuestions: `Do herons yodel${mark}?`,
    learningObjectives: `Velocipedes${mark}`,
    specialRequirements: `A purple lectern${mark}`,
    accessibilityNeeds: `Large print${mark}`,
    registrationSource: `pigeon${mark}`,
    referralCode: `code${mark}`,
    utm: { campaign: `gazette${mark}` },
    marketingConsent: true,
  };
  return {
    body,
    email: body.email,
    emailKey: body.email.toLowerCase(),
    feedback: `Splendidly gusty ${mark}`,
    traces: [mark, `99887${people}7`],
  };
};

/** Lets a session have begun a minute ago. */
const begin = (documentId: string) =>
  app.change(
    'webinars_sessions',
    { document_id: documentId },
    { datetime: new Date(Date.now() - 60_000) }
  );

const documentIdOf = async (reference: string) =>
  String((await app.rows('webinars_registrations', { reference }))[0]?.document_id);

const attend = async ({ reference }: Receipt, feedback: string) => {
  const answer = await admin.put(
    `/webinars/registrations/${await documentIdOf(reference)}/attendance`,
    { body: { status: 'attended', feedback, rating: 5 } }
  );
  expect(answer).toMatchObject({ status: 200 });
};

/**
 * Somebody who was at one session, has a seat in a full one for which others wait, waits for a third, and has cancelled
 * there once before; the mails of the first two are sent.
 */
const aKnownPerson = async () => {
  const person = aPerson();
  const past = (await aSession(app.strapi, { capacity: 5 })).documentId;
  const full = (await aSession(app.strapi, { capacity: 1 })).documentId;
  const third = (await aSession(app.strapi, { capacity: 1 })).documentId;
  const references: string[] = [];
  const join = async (session: string) => {
    const receipt = await registered(app, session, person.body);
    references.push(receipt.reference);
    return receipt;
  };

  const attended = await join(past);
  const neighbour = await registered(app, past);
  await join(full);
  const next = await registered(app, full);
  const last = await registered(app, full);
  await app.runJobs();
  await begin(past);
  await attend(attended, person.feedback);
  await attend(neighbour, 'Fine.');

  await cancel(app, (await join(third)).token);
  const seated = await registered(app, third);
  await join(third);
  return { ...person, past, full, third, references, neighbour, next, last, seated };
};

const registrationsBut = async (references: readonly string[]) =>
  (await app.rows('webinars_registrations')).filter(
    ({ reference }) => !references.includes(String(reference))
  );

const jobsNaming = async (documentIds: readonly string[]) =>
  Object.entries(await wholeDatabase(app))
    .filter(([table]) => /pgboss|webinars_jobs/.test(table))
    .flatMap(([, rows]) => rows)
    .filter((row) => documentIds.some((id) => row.includes(`registrationId`) && row.includes(id)));

describe('erasing a person', () => {
  it('leaves no trace in any table, and nobody else loses anything', async () => {
    const person = await aKnownPerson();
    const ids = await Promise.all(person.references.map(documentIdOf));
    const before = await registrationsBut([...person.references, person.next.reference]);
    const found = await findTraces(app, [...person.traces, ...person.references]);
    expect(found.length).toBeGreaterThanOrEqual(2 + person.references.length);
    expect((await jobsNaming(ids)).length).toBeGreaterThan(3);

    const receipt = await erased(person.email);

    expect(await findTraces(app, [...person.traces, ...person.references])).toEqual([]);
    expect(await jobsNaming(ids)).toEqual([]);
    const keepers = (await findTraces(app, ids)).filter((trace) => !/activities/.test(trace));
    expect(keepers).toEqual([]);
    expect(await registrationsBut([person.next.reference])).toEqual(before);
    expect(rowsOf(receipt)).toMatchObject({
      webinars_registrations: [4, 0, 0],
      webinars_registrations_session_lnk: [4, 0, 0],
      webinars_inventory: [0, 3, 0],
      webinars_erased_attendees: [0, 1, 0],
      webinars_mails: [2, 0, 0],
      webinars_mail_attempts: [2, 0, 0],
      webinars_activities: [0, 0, 8],
      webinars_speakers: [0, 0, 0],
    });
    expect(app.log.join('\n').toLowerCase()).not.toContain(person.emailKey);
  });

  it('passes the seat on, counts right everywhere, and writes to those who gain by it alone', async () => {
    const person = await aKnownPerson();
    await app.runJobs();
    app.mails.clear();

    await erased(person.email);

    expect(await stateOf(person.next)).toBe('offered');
    expect(await stateOf(person.last)).toBe('waitlisted');
    expect(await stateOf(person.seated)).toBe('confirmed');
    expect(await drift()).toEqual([]);
    expect(await expectInvariants(app, person.full)).toMatchObject({ held: 1, waitlisted: 1 });
    expect(await expectInvariants(app, person.third)).toMatchObject({ held: 1, waitlisted: 0 });
    expect(await expectInvariants(app, person.past)).toMatchObject({ held: 1, waitlisted: 0 });
    await app.runJobs();
    const subjects = (await app.mails.messages()).map(({ subject }) => subject);
    expect(subjects).toEqual([expect.stringMatching(/^A seat is free for you/)]);
  });

  it('sends none of the mails that the person was promised', async () => {
    const person = aPerson();
    const { documentId } = await aSession(app.strapi);
    await registered(app, documentId, person.body);

    const receipt = await erased(person.email);

    expect(rowsOf(receipt)).toMatchObject({ jobs: [1, 0, 0] });
    await app.runJobs();
    expect(app.mails.received).toEqual([]);
    expect(await app.rows('webinars_registrations', { email_key: person.emailKey })).toEqual([]);
  });

  it('leaves the figures of a past session as they were, whatever is recorded there later', async () => {
    const person = await aKnownPerson();
    const before = await figuresOf(person.past);
    expect(before).toEqual([2, 2, 0]);

    await erased(person.email);
    expect(await figuresOf(person.past)).toEqual(before);

    await attend(person.neighbour, 'On second thoughts: splendid.');
    expect(await figuresOf(person.past)).toEqual(before);
    expect(await figuresOf(person.full)).toEqual([1, 0, 1]);
  });

  it('ends who waits for a session that has begun, and makes no offers there', async () => {
    const person = aPerson();
    const { documentId } = await aSession(app.strapi, { capacity: 1 });
    await registered(app, documentId, person.body);
    const waiting = await registered(app, documentId);
    await begin(documentId);
    await erased(person.email);
    expect(await stateOf(waiting)).toBe('waitlisted');
    expect(await expectInvariants(app, documentId)).toMatchObject({ held: 0, waitlisted: 1 });
    expect(await figuresOf(documentId)).toEqual([1, 0, 1]);
  });

  it('counts a seat once that was offered and not taken when the session began', async () => {
    const person = aPerson();
    const { documentId } = await aSession(app.strapi, { capacity: 1 });
    const seated = await registered(app, documentId);
    await registered(app, documentId, person.body);
    await cancel(app, seated.token);
    await app.change(
      'webinars_registrations',
      { session_document_id: documentId, state: 'offered' },
      { hold_expires_at: new Date(Date.now() - 60_000) }
    );
    await begin(documentId);
    await erased(person.email);
    expect(await expectInvariants(app, documentId)).toMatchObject({ held: 0, waitlisted: 0 });
  });

  it('answers the same for a dry run, which changes nothing at all', async () => {
    const person = await aKnownPerson();
    const before = await wholeDatabase(app);

    const promise = await erased(person.email, { dryRun: true });

    expect(await wholeDatabase(app)).toEqual(before);
    expect(promise).toMatchObject({ dryRun: true, reference: null });
    const receipt = await erased(person.email);
    expect(promise.tables).toEqual(receipt.tables);
    expect(receipt).toMatchObject({ dryRun: false, reference: expect.any(String) });
  });

  it('is on record without saying whom', async () => {
    const person = await aKnownPerson();
    const { reference } = await erased(person.email);
    const [row, ...others] = await app.rows('webinars_activities', { subject_id: reference });
    expect(others).toEqual([]);
    expect(row).toMatchObject({ action: 'person.erased', actor_kind: 'editor' });
    expect(JSON.stringify(row?.fields)).toContain('webinars_registrations: 4 deleted');
  });

  it('is harmless twice, and for somebody whom nobody knows', async () => {
    const person = await aKnownPerson();
    await erased(person.email);
    const rows = await registrationsBut([]);
    for (const email of [person.email, 'never.seen@example.org']) {
      const again = await erased(email);
      expect(
        again.tables.flatMap(({ deleted, reduced, kept }) => [deleted, reduced, kept])
      ).toEqual(again.tables.flatMap(() => [0, 0, 0]));
    }
    expect(await registrationsBut([])).toEqual(rows);
  });

  it('finds the person however the address is spelled, and nobody whose address is merely alike', async () => {
    const { documentId } = await aSession(app.strapi);
    await registered(app, documentId, { email: 'straße.x@bücher.example' });
    const alike = await registered(app, documentId, { email: 'xstraße.x@bücher.example' });
    const receipt = await erased('  STRASSE.X@BÜCHER.example '.replace('STRASSE', 'Straße'));
    expect(rowsOf(receipt)).toMatchObject({ webinars_registrations: [1, 0, 0] });
    expect(await stateOf(alike)).toBe('confirmed');
  });

  it('says what it keeps of a speaker or an account with that address', async () => {
    await aSpeaker(app.strapi, { email: 'both@example.org' });
    const receipt = await erased('BOTH@example.org', { dryRun: true });
    expect(rowsOf(receipt).webinars_speakers?.[2]).toBeGreaterThan(0);
    const own = await erased('editor@example.org', { dryRun: true });
    expect(rowsOf(own)).toMatchObject({ admin_users: [0, 0, 1] });
  });

  it('goes together with a mail to that very person being on its way', async () => {
    const person = aPerson();
    const { documentId } = await aSession(app.strapi);
    await registered(app, documentId, person.body);
    const other = await registered(app, documentId, { email: 'other.mail@example.org' });
    let receipt: Erasure | undefined;
    app.mails.beforeAnswer(person.email, async () => {
      receipt = await erased(person.email);
    });
    await app.runJobs();

    expect(receipt && rowsOf(receipt)).toMatchObject({
      jobs: [0, 0, 1],
      webinars_mails: [1, 0, 0],
    });
    const id = await documentIdOf(other.reference);
    expect(await app.rows('webinars_mails', { registration_document_id: id })).toMatchObject([
      { state: 'sent', attempts: 1 },
    ]);
    expect(app.log.filter((line) => line.includes('attempt 1 failed'))).toEqual([]);
    expect(await findTraces(app, person.traces)).toEqual([]);
  });

  it('meets the same person registering at the same time: all or nothing of each', async () => {
    const person = aPerson();
    const sessions: string[] = [];
    for (let session = 0; session < 3; session += 1) {
      sessions.push((await aSession(app.strapi, { capacity: 1 })).documentId);
    }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => [
        ...sessions.map((session) => register(app, session, person.body)),
        erase(person.email),
        ...sessions.map((session) => register(app, session)),
      ]).flat()
    );

    expect(answers.filter(({ status }) => ![200, 201, 409].includes(status))).toEqual([]);
    expect(await drift()).toEqual([]);
    for (const session of sessions) await expectInvariants(app, session);
    const left = await app.rows('webinars_registrations', { email_key: person.emailKey });
    const receipt = await erased(person.email);
    expect(rowsOf(receipt).webinars_registrations).toEqual([left.length, 0, 0]);
    expect(await findTraces(app, person.traces)).toEqual([]);
    for (const session of sessions) await expectInvariants(app, session);
  });

  it('happens once, however many ask for it, and beside others who share the sessions', async () => {
    const sessions: string[] = [];
    for (let session = 0; session < 3; session += 1) {
      sessions.push((await aSession(app.strapi, { capacity: 2 })).documentId);
    }
    const crowd = Array.from({ length: 4 }, aPerson);
    const receipts: Receipt[] = [];
    for (const { body } of crowd) {
      for (const session of sessions) receipts.push(await registered(app, session, body));
    }
    const [, running] = sessions;
    await begin(String(running));

    const answers = await Promise.all([
      ...crowd.flatMap(({ email }) => [erase(email), erase(email), erase(email)]),
      ...receipts.map(({ token }) => cancel(app, token).then(() => null)),
    ]);

    const deleted = answers.flatMap((answer) =>
      answer === null ? [] : rowsOf(answer.body.data).webinars_registrations?.[0]
    );
    expect(deleted.reduce((sum: number, size) => sum + Number(size), 0)).toBe(receipts.length);
    expect(await drift()).toEqual([]);
    for (const session of sessions) {
      expect(await expectInvariants(app, session)).toMatchObject({ held: 0, waitlisted: 0 });
    }
    expect(await figuresOf(String(running))).toEqual([2, 0, 0]);
  });

  it.each([
    [{}, { email: 'required', dryRun: 'required' }],
    [{ email: 'nobody', dryRun: true }, { email: 'email_invalid' }],
    [{ email: 'a@example.org', dryRun: 'no' }, { dryRun: 'invalid_type' }],
    [{ email: 'a@example.org', dryRun: true, sure: true }, { sure: 'unknown_field' }],
  ])('refuses %j', async (body, errors) => {
    const answer = await admin.post('/webinars/privacy/erasure', { body });
    expect(fieldErrors(answer)).toEqual(errors);
  });

  it('is for administrators only, and never cached', async () => {
    const body = { email: 'a@example.org', dryRun: true };
    expect(await app.api.post('/webinars/privacy/erasure', { body })).toMatchObject({
      status: 401,
    });
    const answer = await erase('a@example.org', { dryRun: true });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('what is stored about a person', () => {
  const access = (email: string) =>
    admin.post<AnyBody & { data: { email: string; registrations: Row[] } }>(
      '/webinars/privacy/access',
      { body: { email } }
    );

  it('is handed out completely, in the names of the contract', async () => {
    const person = await aKnownPerson();
    const answer = await access(person.email);
    const { email, registrations } = answer.body.data;

    expect(email).toBe(person.emailKey);
    expect(registrations.map(({ status }) => status)).toEqual([
      'attended',
      'confirmed',
      'cancelled',
      'waitlisted',
    ]);
    const { email: _email, phone: _phone, utm, ...told } = person.body;
    expect(registrations[0]).toMatchObject({
      ...told,
      utm: expect.objectContaining(utm),
      reference: person.references[0],
      feedback: person.feedback,
      rating: 5,
      session: { documentId: person.past, title: expect.any(String) },
      interestedServices: expect.objectContaining({ workshopSeries: false }),
      paymentAmount: null,
    });
    expect(registrations[0]?.consents).toContainEqual(
      expect.objectContaining({ kind: 'marketing', given: true, at: expect.any(String) })
    );
    expect(registrations[0]?.mails).toMatchObject([
      { kind: 'confirmation', state: 'sent', sentAt: expect.any(String) },
    ]);
    expect(registrations[0]?.activities).toMatchObject([
      { action: 'registration.created', actor: 'attendee' },
      { action: 'registration.attendance-recorded', actor: 'editor', to: 'attended' },
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('names no ids of ours, no tokens, and nobody else', async () => {
    const person = await aKnownPerson();
    const rows = await app.rows('webinars_registrations');
    const own = rows.filter(({ email_key: key }) => key === person.emailKey);
    const others = rows.filter(({ email_key: key }) => key !== person.emailKey);
    const { text } = await access(person.email);

    for (const { document_id: id, public_id: publicId } of own) {
      expect(text).not.toContain(id);
      expect(text).not.toContain(publicId);
    }
    for (const { email, reference } of others) {
      expect(text).not.toContain(`"${String(email)}"`);
      expect(text).not.toContain(reference);
    }
    expect(text).not.toContain('Edith');
    expect(Object.keys((await access(person.email)).body.data.registrations[0] ?? {})).toEqual(
      expect.not.arrayContaining(['id', 'documentId', 'publicId', 'emailKey', 'tokenVersion'])
    );
  });

  it('says since when the person has a calendar, and not where it is', async () => {
    const email = `calendar.${Date.now()}@example.org`;
    const feedOf = async () =>
      ((await access(email)).body.data as { calendarFeed?: Row | null }).calendarFeed;
    expect(await feedOf()).toBeNull();
    const { documentId } = await aSession(app.strapi);
    const { token } = await registered(app, documentId, { email });
    app.mails.failNext(1, 550);
    await app.runJobs();
    expect(await feedOf()).toBeNull();
    await app.api.post(`/api/webinars/registrations/${token}/feed`, { body: { action: 'send' } });
    await app.runJobs();
    expect(await feedOf()).toEqual({
      mailedAt: expect.any(String),
      replacements: 0,
      replacedAt: null,
    });
    await app.api.post(`/api/webinars/registrations/${token}/feed`, { body: { action: 'renew' } });
    await app.runJobs();
    expect(await feedOf()).toMatchObject({ replacements: 1, replacedAt: expect.any(String) });

    const texts = (await app.mails.messages(email)).map(({ text }) => text ?? '');
    const keys = texts.flatMap((text) => /feed\/(\S+)\.ics/.exec(text)?.[1] ?? []);
    expect(keys).toHaveLength(2);
    const { text } = await access(email);
    for (const key of keys) expect(text).not.toContain(key.slice(0, 32));
  });

  it('is nothing for somebody whom nobody knows', async () => {
    expect((await access('never.seen@example.org')).body.data.registrations).toEqual([]);
    expect(fieldErrors(await access('nobody'))).toEqual({ email: 'email_invalid' });
  });
});

describe('the activity log', () => {
  type Page = AnyBody & {
    data: (Row & { actor: Row })[];
    meta: { pagination: { page: number; pageSize: number; pageCount: number; total: number } };
  };
  const read = (query = '') => admin.get<Page>(`/webinars/activities${query}`);

  it('is read latest first, a page at a time', async () => {
    await aSession(app.strapi);
    await aSession(app.strapi);
    const { body } = await read('?pageSize=2');
    const { total } = body.meta.pagination;
    expect(body.data).toHaveLength(2);
    expect(total).toBe((await app.rows('webinars_activities')).length);
    expect(body.meta.pagination).toMatchObject({ page: 1, pageCount: Math.ceil(total / 2) });
    const second = await read('?pageSize=2&page=2');
    const times = [...body.data, ...second.body.data].map(({ at }) => String(at));
    expect(times).toEqual([...times].sort().reverse());
  });

  it('is narrowed down to a session, a subject and an action, and names editors', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 3 });
    const receipt = await registered(app, documentId);
    await begin(documentId);
    await attend(receipt, 'Good.');
    const subject = await documentIdOf(receipt.reference);

    const ofSubject = await read(`?session=${documentId}&subject=${subject}`);
    expect(ofSubject.body.data).toMatchObject([
      {
        action: 'registration.attendance-recorded',
        actor: { kind: 'editor', firstName: 'Edith', lastName: 'Editor' },
        subjectType: 'registration',
        subject,
        session: documentId,
        from: 'confirmed',
        to: 'attended',
        fields: expect.arrayContaining(['feedback']),
      },
      { action: 'registration.created', actor: { kind: 'attendee' } },
    ]);
    const ofAction = await read(`?session=${documentId}&action=registration.created`);
    expect(ofAction.body.data).toHaveLength(1);
    expect(ofSubject.text).not.toContain('editor@example.org');
  });

  it('refuses what it does not know', async () => {
    expect(fieldErrors(await read('?page=0&who=me'))).toEqual({
      page: 'number_too_small',
      who: 'unknown_field',
    });
    expect(await app.api.get('/webinars/activities')).toMatchObject({ status: 401 });
  });
});
