import { aRegistrationBody, aSession } from '../factories';
import { makeRetriesDue } from '../support/due-jobs';
import { createRandom } from '../support/random';
import { startStrapi, type TestApp } from '../support/strapi';
import { storm, tally } from '../support/storm';

const CROWD = 80;
/** So many that a share of them means something. */
const LARGE_CROWD = 200;

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
});

beforeEach(() => app.mails.clear());
afterAll(() => app.stop());

/** So many people who register at once; answers their addresses. */
const aCrowd = async (size = CROWD) => {
  const { documentId } = await aSession(app.strapi);
  const people = Array.from({ length: size }, () => aRegistrationBody());
  const url = `${app.baseUrl}/api/webinars/sessions/${documentId}/registrations`;
  const answers = await storm(url, people);
  expect(tally(answers.map(({ status }) => status))).toEqual({ 201: size });
  const records = () => app.rows('webinars_mails', { session_document_id: documentId });
  return { emails: people.map(({ email }) => String(email)), records };
};

const recipients = () => app.mails.received.flatMap(({ to }) => to);

/** Each address once, and each mail under one Message-ID, however often it was handed over. */
const expectEachTold = (emails: readonly string[]) => {
  expect([...new Set(recipients())].sort()).toEqual([...emails].sort());
  const idsOf = (email: string) =>
    new Set(
      app.mails.received.flatMap(({ to, messageId }) => (to.includes(email) ? [messageId] : []))
    );
  expect(emails.filter((email) => idsOf(email).size !== 1)).toEqual([]);
};

const workTwice = async () => {
  await app.runJobs();
  await makeRetriesDue(app);
  await app.runJobs();
};

it('a mail server that defers every twentieth mail has nearly all after two attempts, and all in the end', async () => {
  const random = createRandom(`deferring on ${app.kind}`);
  const { emails } = await aCrowd(LARGE_CROWD);
  app.mails.behave({ failureOf: () => (random.isTrue(0.05) ? 451 : null) });
  await workTwice();
  const share = app.mails.received.length / LARGE_CROWD;
  process.stdout.write(`${(share * 100).toFixed(1)} % after two attempts on ${app.kind}\n`);
  expect(share).toBeGreaterThanOrEqual(0.98);

  for (let round = 0; round < 6; round += 1) await workTwice();
  expectEachTold(emails);
  expect(app.mails.received).toHaveLength(LARGE_CROWD);
}, 120_000);

it('one that refuses some addresses for good is not asked again, and the others are served', async () => {
  const { emails, records } = await aCrowd();
  const refused = new Set(emails.filter((_email, index) => index % 10 === 0));
  app.mails.behave({ failureOf: (recipient) => (refused.has(recipient) ? 550 : null) });
  await workTwice();
  await workTwice();

  expect(app.mails.attempts()).toBe(CROWD);
  expectEachTold(emails.filter((email) => !refused.has(email)));
  const failed = (await records()).filter(({ state }) => state === 'failed');
  expect(failed).toHaveLength(refused.size);
  expect(failed.map(({ last_code: code }) => Number(code))).toEqual(Array(refused.size).fill(550));
  expect(app.log.join('\n')).not.toContain('@example.org');
}, 120_000);

it('one that takes its time gets each mail once', async () => {
  const { emails } = await aCrowd();
  app.mails.behave({ slowness: 60 });
  await app.runJobs();
  expectEachTold(emails);
  expect(app.mails.received).toHaveLength(CROWD);
}, 120_000);

it('one that breaks the line after some mails gets those again under the same Message-ID', async () => {
  const random = createRandom(`breaking lines on ${app.kind}`);
  const { emails } = await aCrowd();
  app.mails.behave({ failureOf: () => (random.isTrue(0.05) ? 'close' : null) });
  for (let round = 0; round < 6; round += 1) await workTwice();
  expectEachTold(emails);
}, 120_000);

it('one that is away throughout a storm costs nobody the seat, and everybody is told once it is back', async () => {
  await app.mails.goAway();
  const { emails, records } = await aCrowd();
  await workTwice();
  expect(app.mails.received).toEqual([]);
  const health = await app.api.get('/api/webinars/health');
  expect(JSON.stringify(health.body)).not.toContain('example.org');

  await app.mails.comeBack();
  // The server is asked again a while after it was last found away.
  app.setClock(new Date(Date.now() + 60_000));
  await makeRetriesDue(app);
  await workTwice();

  expectEachTold(emails);
  expect(app.mails.received).toHaveLength(CROWD);
  expect(tally((await records()).map(({ state }) => state))).toEqual({ sent: CROWD });
}, 120_000);
