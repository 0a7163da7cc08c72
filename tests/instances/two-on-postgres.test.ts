/** @jest-environment ./tests/support/zone-environment.js */
import { setTimeout as delay } from 'node:timers/promises';
import { aRegistrationBody, aSession } from '../factories';
import { createDatabase, type TestDatabase } from '../support/database';
import { createEditor } from '../support/editor';
import { expectInvariants } from '../support/invariants';
import { startMailSink, type MailSink } from '../support/mail-sink';
import { recordProof } from '../support/proof-record';
import { createRandom } from '../support/random';
import { freePort, startServerProcess, type ServerProcess } from '../support/server-process';
import { startStrapi, type TestApp } from '../support/strapi';
import { sendAtOnce, tally, type StormAnswer } from '../support/storm';

const PER_MINUTE = 40;
const KILLS = Number(process.env.INSTANCE_KILLS ?? 1);

let database: TestDatabase;
let mails: MailSink;
let servers: ServerProcess[];
/** Beside both: an editor's hand, and a look into the tables. */
let desk: TestApp;
/** A draft whose time to be published comes while both are at other work: the clock looks once a minute. */
let planned: string;

const start = async (env: Record<string, string> = {}) =>
  startServerProcess({ database, smtpPort: mails.port, port: await freePort(), env });
const startLimited = () => start({ WEBINARS_RATE_LIMIT: String(PER_MINUTE), TRUST_PROXY: '1' });

beforeAll(async () => {
  database = await createDatabase('two processes', 'postgres');
  mails = await startMailSink();
  // On an empty database, and at the same moment.
  servers = await Promise.all([start(), start()]);
  await Promise.all(servers.map((server) => server.untilReady()));
  desk = await startStrapi({ database });
  const soon = new Date(Date.now() + 1000).toISOString();
  planned = (await aSession(desk.strapi, { state: 'draft', scheduledPublishAt: soon })).documentId;
}, 180_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill()));
  await desk.stop();
  await mails.stop();
  await database.drop();
});

/** The next of both in turn, as a load balancer chooses. */
let turns = 0;
const next = () => (servers[(turns += 1) % servers.length] as ServerProcess).baseUrl;

const registrationsOf = (session: string) =>
  `${next()}/api/webinars/sessions/${session}/registrations`;
const requestOf = (token: string, action: string) => ({
  url: `${next()}/api/webinars/registrations/${token}/${action}`,
});
const crowd = (size: number) => Array.from({ length: size }, () => aRegistrationBody());
const arrivals = (session: string, size: number) =>
  crowd(size).map((body) => ({ url: registrationsOf(session), body }));
const registerAll = (session: string, size: number) => sendAtOnce(arrivals(session, size));
const tokensIn = (answers: readonly StormAnswer[]) =>
  answers.flatMap(({ body }) => body.data?.token ?? []);
const statusesOf = (answers: readonly StormAnswer[]) => tally(answers.map(({ status }) => status));

/** Until what the queue has to do about a session is done, by whichever of both. */
const untilMailed = async (session: string, count: number) => {
  // Counted, not timed: the clock of a machine that is put to sleep for a while leaps.
  for (let looks = 1; ; looks += 1) {
    const records = await desk.rows('webinars_mails', { session_document_id: session });
    const sent = records.filter(({ state }) => state === 'sent');
    if (sent.length >= count || looks > 450) return sent;
    await delay(200);
  }
};

it('both came up on the empty database, and it is made once', async () => {
  for (const { baseUrl } of servers) {
    expect((await fetch(`${baseUrl}/api/webinars/health`)).status).toBe(200);
  }
  const locales = await desk.strapi.db.query('plugin::i18n.locale').findMany();
  expect(locales.map(({ code }: { code: string }) => code).sort()).toEqual(['de', 'en']);
});

it('a thousand people who come in at both doors get a hundred seats, and one mail each', async () => {
  const { documentId } = await aSession(desk.strapi, { capacity: 100 });
  const answers = await registerAll(documentId, 1000);
  expect(statusesOf(answers)).toEqual({ 201: 1000 });
  const ranks = answers.flatMap(({ body }) => body.data?.waitlistPosition ?? []);
  expect(ranks.sort((a, b) => a - b)).toEqual(Array.from({ length: 900 }, (_, rank) => rank + 1));
  expect(await expectInvariants(desk, documentId)).toMatchObject({ held: 100, waitlisted: 900 });

  const sent = await untilMailed(documentId, 1000);
  expect(sent).toHaveLength(1000);
  const ours = new Set(sent.map(({ message_id: id }) => id));
  expect(mails.received.filter(({ messageId }) => ours.has(messageId))).toHaveLength(1000);
}, 240_000);

it('seats that change hands through both doors at once are never too many and never lost', async () => {
  const random = createRandom('two doors');
  const editor = createEditor(await desk.admin());
  const { documentId } = await aSession(desk.strapi, { capacity: 100 });
  const seated = tokensIn(await registerAll(documentId, 100));
  const waiting = tokensIn(await registerAll(documentId, 200));
  await editor.updateSession(documentId, { capacity: 200 });
  const { rows } = await expectInvariants(desk, documentId);
  const offered = new Set(
    rows.filter(({ state }) => state === 'offered').map((row) => row.public_id)
  );
  const chosen = waiting.filter((token) => offered.has(token.split('.')[0]));
  expect(chosen).toHaveLength(100);

  const requests = random.shuffled([
    ...seated.map((token) => requestOf(token, 'cancel')),
    ...chosen.map((token) => requestOf(token, 'accept')),
    ...arrivals(documentId, 100),
  ]);
  const [answers] = await Promise.all([
    sendAtOnce(requests),
    editor.updateSession(documentId, { capacity: 220 }),
  ]);

  expect(statusesOf(answers)).toEqual({ 200: 200, 201: 100 });
  const { capacity, held, waitlisted } = await expectInvariants(desk, documentId);
  expect(Math.min(Math.max(0, Number(capacity) - held), waitlisted)).toBe(0);
  expect(await desk.strapi.plugin('webinars').service('registration').findDrift()).toEqual([]);
}, 180_000);

it('the same request at both doors is answered once', async () => {
  const { documentId } = await aSession(desk.strapi);
  const body = aRegistrationBody();
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const response = await fetch(registrationsOf(documentId), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `both-${documentId}` },
        body: JSON.stringify(body),
      });
      return { status: response.status, text: await response.text() };
    })
  );
  expect(tally(answers.map(({ status }) => status))).toEqual({ 201: 20 });
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect((await expectInvariants(desk, documentId)).rows).toHaveLength(1);
});

it('a draft that comes twice is made once', async () => {
  const { documentId } = await aSession(desk.strapi);
  const answers = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const response = await fetch(`${next()}/api/webinars/drafts`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `draft-${documentId}` },
        body: JSON.stringify({ sessions: [documentId], firstName: 'Ada' }),
      });
      return { status: response.status, text: await response.text() };
    })
  );
  expect(tally(answers.map(({ status }) => status))).toEqual({ 201: 12 });
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
});

it(`one of both is killed while people register (${KILLS} in all), and nobody is lost`, async () => {
  const { documentId } = await aSession(desk.strapi, { capacity: 60 });
  const people: string[] = [];
  let isOpen = true;
  const client = async () => {
    while (isOpen) {
      const body = aRegistrationBody();
      while (!(await isAnswered(registrationsOf(documentId), body))) await delay(100);
      people.push(String(body.email));
      await delay(30);
    }
  };
  const clients = Promise.all(Array.from({ length: 8 }, client));
  for (let kill = 0; kill < KILLS; kill += 1) {
    await delay(700);
    await servers[1]?.kill();
    // The next one counts registrations, too, and the last test needs it.
    servers[1] = await startLimited();
    await servers[1].untilReady();
  }
  isOpen = false;
  await clients;

  const { rows, held } = await expectInvariants(desk, documentId);
  expect(rows.map(({ email }) => email).sort()).toEqual(people.sort());
  expect(held).toBe(60);
  const sent = await untilMailed(documentId, people.length);
  expect(sent).toHaveLength(people.length);
  if (process.env.INSTANCE_KILLS === undefined) return;
  recordProof({
    title: `One of two instances killed ${KILLS} times`,
    about: `Two servers share one database behind a round-robin. One of them is killed with SIGKILL and started again while
people register through both and try again until they are answered. Nobody is lost, nobody is there twice, the
seats are those of the session, and everyone has got the mail.`,
    seen: [
      ['kills', KILLS],
      ['people', people.length],
      ['seats taken', held],
      ['registrations lost', 0],
      ['people without a mail', 0],
    ],
    database: 'postgres',
  });
}, 900_000);

/** What the proxy in front says of somebody who comes from an address of their own. */
let visitors = 0;
const fromElsewhere = () => {
  visitors += 1;
  return { 'X-Forwarded-For': `10.0.${Math.floor(visitors / 250)}.${visitors % 250}` };
};

const isAnswered = async (url: string, body: unknown): Promise<boolean> => {
  try {
    const { status } = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...fromElsewhere() },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    return status === 201 || status === 409;
  } catch {
    return false;
  }
};

it('a session is published by the clock once, although both look', async () => {
  const moved = () =>
    desk.rows('webinars_activities', { subject_id: planned, action: 'session.moved-on' });
  for (let looks = 0; looks < 480 && (await moved()).length === 0; looks += 1) await delay(500);
  // The other one has its turn as well.
  await delay(3000);
  expect(await moved()).toHaveLength(1);
}, 300_000);

it('registrations a minute are counted for both together', async () => {
  await servers[0]?.kill();
  servers[0] = await startLimited();
  await servers[0].untilReady();
  const { documentId } = await aSession(desk.strapi);
  const headers = { 'X-Forwarded-For': '203.0.113.9' };
  const requests = arrivals(documentId, PER_MINUTE + 20).map((each) => ({ ...each, headers }));
  const answers = await sendAtOnce(requests);
  expect(statusesOf(answers)).toEqual({ 201: PER_MINUTE, 429: 20 });
  const kept = JSON.stringify(await desk.rows('webinars_rate_limits'));
  expect(kept).not.toMatch(/@|203\.0\.113/);
}, 120_000);
