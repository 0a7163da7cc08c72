import { setTimeout as pause } from 'node:timers/promises';
import { aSession } from '../factories';
import { letJobsDie } from '../support/due-jobs';
import type { AnyBody, HttpClient } from '../support/http';
import { fieldErrors } from '../support/reading';
import { registered } from '../support/registering';
import { startStrapi, type Row, type TestApp } from '../support/strapi';
import { wholeDatabase } from '../support/whole-database';

const MAILS = 'messages.send';

let app: TestApp;
let admin: HttpClient;
let session: string;

beforeAll(async () => {
  app = await startStrapi();
  admin = await app.admin();
  session = (await aSession(app.strapi, { capacity: 1000 })).documentId;
});

beforeEach(async () => {
  await app.runJobs();
  app.mails.clear();
});

afterEach(async () => {
  await resume();
  await admin.post('/webinars/jobs/dead/discard', { body: { type: MAILS } });
});

afterAll(() => app.stop());

const pauseMails = () => admin.post<AnyBody>(`/webinars/jobs/${MAILS}/pause`);
const resume = () => admin.post<AnyBody>(`/webinars/jobs/${MAILS}/resume`);

const queueOfMails = async () => {
  const { body } = await admin.get<AnyBody & { data: Row[] }>('/webinars/jobs');
  return body.data.find(({ type }) => type === MAILS);
};

type DeadPage = AnyBody & { data: (Row & { id: string })[] };

const deadJobs = (query = '') => admin.get<DeadPage>(`/webinars/jobs/dead${query}`);

const idsOfDead = async () => (await deadJobs()).body.data.map(({ id }) => id);

const decide = async (what: 'retry' | 'discard', body: object): Promise<string[]> => {
  const answer = await admin.post<AnyBody & { data: { ids: string[] } }>(
    `/webinars/jobs/dead/${what}`,
    { body }
  );
  expect(answer).toMatchObject({ status: 200 });
  return answer.body.data.ids;
};

const someone = (email: string) => registered(app, session, { email });

/** People whose confirmations have died, one after the other. */
const peopleWithoutMail = async (...names: string[]) => {
  for (const name of names) {
    await someone(`${name}@example.org`);
    await letJobsDie(app, 'MailFailure: mail deferred with 451');
  }
};

const recipients = () => app.mails.received.flatMap(({ to }) => to).sort();

const activities = async () => {
  const rows = await app.rows('webinars_activities', { subject_type: 'jobs' });
  return rows.map(({ action, actor_kind, subject_id, fields }) => ({
    action,
    actor: actor_kind,
    subject: subject_id,
    fields: typeof fields === 'string' ? JSON.parse(fields) : fields,
  }));
};

/** The lines that `work` leaves in the activity log. */
const linesOf = async (work: () => Promise<unknown>) => {
  const before = (await activities()).length;
  await work();
  return (await activities()).slice(before);
};

describe('the job queue', () => {
  it('shows every type, and how many of its jobs are where', async () => {
    await peopleWithoutMail('shown.dead');
    await someone('shown.waiting@example.org');
    const { body, headers } = await admin.get<AnyBody & { data: Row[] }>('/webinars/jobs');
    expect(body.data.map(({ type }) => type)).toEqual([
      'messages.send',
      'messages.send-bulk',
      'messages.announce',
      'messages.send-announcement',
      'messages.send-staff',
      'reminders.fan-out',
      'registration.notify-moved',
      'sessions.tell-renamed',
      'registration.cancel-all',
      'registration.pass-seats-on',
      'registration.end-waiting',
      'catalog.refresh-users',
      'catalog.refresh-session',
      'analytics.roll-up',
    ]);
    expect(await queueOfMails()).toEqual({
      type: MAILS,
      waiting: 1,
      planned: 0,
      running: 0,
      dead: 1,
      oldestDueSeconds: expect.any(Number),
      paused: false,
    });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('lists what died, latest first and a page at a time, with nothing but ids', async () => {
    await peopleWithoutMail('first.dead', 'second.dead', 'third.dead');
    const { body, text } = await deadJobs(`?type=${MAILS}&pageSize=2`);
    expect(body.meta).toEqual({
      pagination: { page: 1, pageSize: 2, pageCount: 2, total: 3 },
    });
    const rest = await deadJobs(`?type=${MAILS}&pageSize=2&page=2`);
    const jobs = [...body.data, ...rest.body.data];
    const people = await app.rows('webinars_registrations');
    const latest = people.slice(-3).reverse();
    expect(jobs).toEqual(
      latest.map(({ document_id: id }) => ({
        id: expect.any(String),
        type: MAILS,
        key: `confirmation:${id}:created`,
        attempts: 1,
        reason: 'MailFailure: mail deferred with 451',
        diedAt: expect.any(String),
      }))
    );
    expect(text).not.toMatch(/@|Ada|Lovelace/);
    expect((await deadJobs('?type=registration.cancel-all')).body.data).toEqual([]);
  });

  it('is asked only what it knows', async () => {
    expect(fieldErrors(await deadJobs('?type=mails&page=0&who=me'))).toEqual({
      type: 'invalid_value',
      page: 'number_too_small',
      who: 'unknown_field',
    });
    expect(fieldErrors(await admin.get('/webinars/jobs?type=mails'))).toEqual({
      type: 'unknown_field',
    });
  });
});

describe('a dead job', () => {
  it('is tried again by its id, and the log says so in one line', async () => {
    await peopleWithoutMail('left.alone', 'tried.again');
    const [latest] = await idsOfDead();
    const lines = await linesOf(async () =>
      expect(await decide('retry', { ids: [latest] })).toEqual([latest])
    );
    expect(lines).toEqual([
      { action: 'jobs.retried', actor: 'editor', subject: MAILS, fields: [latest] },
    ]);
    await app.runJobs();
    expect(recipients()).toEqual(['tried.again@example.org']);
    expect(await queueOfMails()).toMatchObject({ waiting: 0, dead: 1 });
  });

  it('is tried again with all others of its type', async () => {
    await peopleWithoutMail('one.of.two', 'two.of.two');
    const ids = await idsOfDead();
    const lines = await linesOf(async () =>
      expect((await decide('retry', { type: MAILS })).sort()).toEqual([...ids].sort())
    );
    expect(lines).toEqual([
      {
        action: 'jobs.retried',
        actor: 'editor',
        subject: MAILS,
        fields: expect.arrayContaining(ids),
      },
    ]);
    await app.runJobs();
    expect(recipients()).toEqual(['one.of.two@example.org', 'two.of.two@example.org']);
  });

  it('is discarded: nobody does it any more, and both logs name it', async () => {
    await peopleWithoutMail('discarded');
    const [id] = await idsOfDead();
    const lines = await linesOf(async () =>
      expect(await decide('discard', { ids: [id] })).toEqual([id])
    );
    expect(lines).toEqual([
      { action: 'jobs.discarded', actor: 'editor', subject: MAILS, fields: [id] },
    ]);
    expect(app.log.join('\n')).toContain(`job ${MAILS} ${id}: discarded, dead after attempt 1`);
    expect(await decide('retry', { type: MAILS })).toEqual([]);
    await app.runJobs();
    expect(recipients()).toEqual([]);
    expect(await queueOfMails()).toMatchObject({ waiting: 0, planned: 0, dead: 0 });
  });

  it('makes no line that grows without bounds, however many there are', async () => {
    const names = Array.from({ length: 103 }, (_, number) => `crowd.${number}@example.org`);
    await Promise.all(names.map(someone));
    await letJobsDie(app);
    const [line] = await linesOf(() => decide('discard', { type: MAILS }));
    expect(line?.fields).toHaveLength(101);
    expect(line?.fields.at(-1)).toBe('and 3 more');
  });

  it('that is none leaves no line', async () => {
    const ids = ['6f0f2b0e-54b3-4e0a-9d4d-0a4d2ad1f9a1'];
    const lines = await linesOf(async () => {
      expect(await decide('retry', { ids })).toEqual([]);
      expect(await decide('discard', { ids })).toEqual([]);
      expect(await decide('discard', { type: MAILS })).toEqual([]);
    });
    expect(lines).toEqual([]);
  });

  it.each([
    [{}, { ids: 'required' }],
    [{ ids: [] }, { ids: 'too_small' }],
    [{ ids: ['7'] }, { 'ids.0': 'invalid' }],
    [{ type: 'mails' }, { type: 'invalid_value' }],
    [{ type: MAILS, ids: ['6f0f2b0e-54b3-4e0a-9d4d-0a4d2ad1f9a1'] }, { ids: 'invalid' }],
    [{ type: MAILS, all: true }, { all: 'unknown_field' }],
  ])('is not chosen by %j', async (body, errors) => {
    for (const what of ['retry', 'discard']) {
      const answer = await admin.post(`/webinars/jobs/dead/${what}`, { body });
      expect(fieldErrors(answer)).toEqual(errors);
    }
  });
});

describe('a paused type', () => {
  it('takes jobs and does none until it is resumed, and the log has a line for each change', async () => {
    const lines = await linesOf(async () => {
      expect((await pauseMails()).body.data).toEqual({ type: MAILS, paused: true });
      expect((await pauseMails()).status).toBe(200);
      await someone('patient@example.org');
      await app.runJobs();
      expect(recipients()).toEqual([]);
      expect(await queueOfMails()).toMatchObject({ waiting: 1, paused: true });
      expect((await resume()).body.data).toEqual({ type: MAILS, paused: false });
    });
    expect(lines).toEqual([
      { action: 'jobs.paused', actor: 'editor', subject: MAILS, fields: [] },
      { action: 'jobs.resumed', actor: 'editor', subject: MAILS, fields: [] },
    ]);
    await app.runJobs();
    expect(recipients()).toEqual(['patient@example.org']);
  });

  it('is one that there is', async () => {
    for (const what of ['pause', 'resume']) {
      const answer = await admin.post(`/webinars/jobs/mails/${what}`);
      expect(fieldErrors(answer)).toEqual({ type: 'invalid_value' });
    }
  });
});

describe('an instance that works no jobs off', () => {
  it('enqueues them, takes none up, and neither runs a tick nor puts it on the clock of others', async () => {
    let looks = 0;
    const jobs = app.strapi.plugin('webinars').service('jobs');
    await jobs.tick('look', '* * * * * *', async () => void (looks += 1));
    await someone('by.another@example.org');
    await pause(1500);
    expect({ looks, sent: recipients() }).toEqual({ looks: 0, sent: [] });
    expect(await queueOfMails()).toMatchObject({ waiting: 1, running: 0 });
    const schedules = Object.entries(await wholeDatabase(app))
      .filter(([table]) => table.endsWith('.schedule'))
      .flatMap(([, rows]) => rows);
    expect(schedules).toEqual([]);
  });
});
