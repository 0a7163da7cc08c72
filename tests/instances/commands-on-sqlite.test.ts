import { aSession } from '../factories';
import { runCommand } from '../support/command';
import { letJobsDie } from '../support/due-jobs';
import { registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';
import { findTraces } from '../support/whole-database';

const MAILS = 'messages.send';
const NOBODYS_JOB = '6f0f2b0e-54b3-4e0a-9d4d-0a4d2ad1f9a1';

let app: TestApp;
let session: string;

beforeAll(async () => {
  app = await startStrapi();
  session = (await aSession(app.strapi, { capacity: 5 })).documentId;
});

beforeEach(() => app.mails.clear());
afterAll(() => app.stop());

const said = async (script: string, ...args: string[]) => {
  const { code, out, err } = await runCommand(app, script, ...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
};

const expectRefused = async (script: string, args: readonly string[], sentence: string) => {
  const { code, out, err } = await runCommand(app, script, ...args);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(sentence);
  // No stack, and nothing that was logged.
  const others = err
    .trim()
    .split('\n')
    .filter((line) => !line.includes('npm run -s '));
  expect(others.length).toBeLessThanOrEqual(1);
};

const recipients = () => app.mails.received.flatMap(({ to }) => to);

describe('npm run jobs', () => {
  const someone = (name: string) => registered(app, session, { email: `${name}@example.org` });

  it('tries a dead job again and discards the others, works none off, and is on record', async () => {
    for (const name of ['one', 'two', 'three']) {
      await someone(name);
      await letJobsDie(app);
    }
    const dead = await app.rows('webinars_jobs', { state: 'dead' });
    const ids = dead
      .sort((a, b) => Number(a.finished_at) - Number(b.finished_at))
      .map(({ id }) => id);
    const [latest, ...others] = ids.reverse();
    expect(await said('jobs', 'retry', String(latest))).toBe('Tried again: 1 job.\n');
    expect(await said('jobs', 'discard', MAILS)).toBe('Discarded: 2 jobs.\n');
    expect(recipients()).toEqual([]);
    expect(await said('jobs', 'dead')).toBe('No job is dead.\n');
    await app.runJobs();
    expect(recipients()).toEqual(['three@example.org']);

    const lines = await app.rows('webinars_activities', { subject_type: 'jobs' });
    expect(
      lines.map(({ action, actor_kind: actor, fields }) => ({
        action,
        actor,
        fields: JSON.parse(String(fields)),
      }))
    ).toEqual([
      { action: 'jobs.retried', actor: 'system', fields: [latest] },
      { action: 'jobs.discarded', actor: 'system', fields: expect.arrayContaining(others) },
    ]);
  });

  it('pauses a type, shows the queues and the dead as tables, and resumes it', async () => {
    await someone('dead');
    await letJobsDie(app, 'MailFailure: mail deferred with 451');
    expect(await said('jobs', 'pause', MAILS)).toBe('messages.send is paused now.\n');
    await someone('waiting');
    expect(await app.runJobs()).toBe(0);

    const queues = await said('jobs');
    expect(queues).toMatch(/^type +waiting +planned +running +dead +oldest due +state$/m);
    expect(queues).toMatch(/^messages\.send +1 +0 +0 +1 +\d+ s +paused$/m);
    const dead = await said('jobs', 'dead', MAILS);
    expect(dead).toMatch(/^id +type +key +died at +attempts +reason$/m);
    expect(dead).toMatch(
      /^[\da-f-]{36} +messages\.send +confirmation:\S+ +\S+Z +1 +MailFailure: mail deferred/m
    );

    expect(await said('jobs', 'resume', MAILS)).toBe('messages.send goes on now.\n');
    expect(await app.runJobs()).toBe(1);
    expect(recipients()).toEqual(['waiting@example.org']);
  });

  it.each([
    [['kill'], 'Usage: npm run -s jobs -- [list | '],
    [['retry'], 'Usage:'],
    [['pause', MAILS, 'now'], 'Usage:'],
    [['list', '--all'], 'Usage:'],
    [['dead', 'mails'], '"mails" is none of the types of jobs: messages.send, '],
    [['retry', 'mails'], '"mails" is neither the id of a job nor one of the types: '],
    [['discard', NOBODYS_JOB], `No dead job has the id ${NOBODYS_JOB}.`],
  ])('refuses %j with a sentence', (args, sentence) => expectRefused('jobs', args, sentence));
});

describe('npm run person', () => {
  it('exports a person, erases nobody unasked, and erases when told so', async () => {
    const email = 'Somebody.Known@example.org';
    const { documentId: full } = await aSession(app.strapi, { capacity: 1 });
    await registered(app, full, { email });
    await registered(app, full, { email: 'next@example.org' });
    await app.runJobs();
    expect(JSON.parse(await said('person', 'export', email))).toMatchObject({
      email: email.toLowerCase(),
      registrations: [{ status: 'confirmed' }],
    });

    const before = await app.rows('webinars_registrations');
    const dry = await said('person', 'erase', email);
    expect(dry).toMatch(/webinars_registrations +1 +0 +0 /);
    expect(dry).toContain('Nothing has been changed');
    expect(await app.rows('webinars_registrations')).toEqual(before);

    app.mails.clear();
    expect(await said('person', 'erase', email, '--yes')).toContain('Erased.');
    expect(await findTraces(app, [email])).toEqual([]);
    await app.runJobs();
    expect(recipients()).toEqual(['next@example.org']);
  });

  it.each([
    [['erase', 'nobody'], 'This is no e-mail address.'],
    [['erase', 'nobody@'], 'This is no e-mail address.'],
    [['erase'], 'Usage:'],
    [['export', 'a@example.org', '--yes'], 'Usage:'],
    [['erase', 'a@example.org', '--now'], 'Usage:'],
    [['forget', 'a@example.org'], 'Usage:'],
  ])('refuses %j with a sentence', (args, sentence) => expectRefused('person', args, sentence));
});
