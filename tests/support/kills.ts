import { setTimeout as delay } from 'node:timers/promises';
import { aRegistrationBody, aSession } from '../factories';
import { openTables, type TestDatabase } from './database';
import { expectInvariants, type Tables } from './invariants';
import { startMailSink, type MailSink } from './mail-sink';
import { createRandom, type Random } from './random';
import { freePort, startServerProcess, type ServerProcess } from './server-process';
import { createBootedDatabase, startStrapi } from './strapi';

/** Connections of the mail pool: after a kill, as many mails may be under way whose answer nobody heard. */
export const MAIL_POOL = 5;
const CLIENTS = 12;
/** A killed worker's job is free again within a minute; then it needs a moment to be done. */
const DELIVERY_TIMEOUT_MS = 150_000;

export type KillReport = {
  seed: number;
  kills: number;
  killsWhileStarting: number;
  people: number;
  /** Answered with 201. */
  receipts: number;
  /** Written, but killed before the answer: the retry said `already_registered`. */
  answeredByRetry: number;
  /** Attempts that ended without an answer. */
  brokenAttempts: number;
  mails: number;
  duplicates: number;
  /** Connections that were open to the mail server, summed over the kills. */
  openConnectionsAtKills: number;
  seconds: number;
};

type Person = { email: string; session: string; publicId: string | null };

/**
 * Kills a real server again and again while people register and try again until they are answered; then lets it
 * finish its work and checks that nobody was lost, and nobody told twice but for what a kill cannot tell apart.
 */
export const surviveKills = async ({ kills }: { kills: number }): Promise<KillReport> => {
  const startedAt = Date.now();
  const database = await createBootedDatabase(`kills ${kills}`);
  const random = createRandom(`${kills} kills on ${database.kind}`);
  const mails = await startMailSink();
  const sessions = await prepareSessions(database);
  const port = await freePort();
  const start = () =>
    startServerProcess({
      database,
      smtpPort: mails.port,
      port,
      env: { SMTP_CONNECTIONS: String(MAIL_POOL) },
    });

  let server: ServerProcess | null = null;
  const tables = openTables(database);
  try {
    const crowd = startCrowd({ port, sessions, random });
    let killsWhileStarting = 0;
    let openConnectionsAtKills = 0;
    for (let killed = 0; killed < kills; killed += 1) {
      server = start();
      const isEarly = random.isTrue(0.15);
      if (isEarly) killsWhileStarting += 1;
      else await server.untilReady();
      await delay(random.between(0, isEarly ? 4000 : 3000));
      openConnectionsAtKills += mails.openConnections();
      await server.kill();
    }
    server = start();
    await server.untilReady();
    const { people, brokenAttempts } = await crowd.goHome();

    await untilDelivered(tables, mails, people);
    expect(await server.end()).toBe(0);
    server = null;

    await expectNobodyLost(tables, sessions, people);
    const duplicates = expectOneMessageEach(mails, people);
    expect(duplicates).toBeLessThanOrEqual(kills * MAIL_POOL);
    const receipts = people.filter(({ publicId }) => publicId !== null).length;
    return {
      seed: random.seed,
      kills,
      killsWhileStarting,
      people: people.length,
      receipts,
      answeredByRetry: people.length - receipts,
      brokenAttempts,
      mails: mails.received.length,
      duplicates,
      openConnectionsAtKills,
      seconds: Math.round((Date.now() - startedAt) / 1000),
    };
  } finally {
    await server?.kill();
    await tables.close();
    await mails.stop();
    await database.drop();
  }
};

/** One session with room for all, and one that fills up while the server dies. */
const prepareSessions = async (database: TestDatabase): Promise<string[]> => {
  const app = await startStrapi({ database });
  try {
    const open = await aSession(app.strapi);
    const small = await aSession(app.strapi, { capacity: 25 });
    return [open.documentId, small.documentId];
  } finally {
    await app.stop();
  }
};

/** People who come one after the other, several at a time, until they are sent home. */
const startCrowd = ({
  port,
  sessions,
  random,
}: {
  port: number;
  sessions: string[];
  random: Random;
}) => {
  const people: Person[] = [];
  let brokenAttempts = 0;
  let isOpen = true;

  const registerUntilAnswered = async (body: Record<string, unknown>, session: string) => {
    for (;;) {
      const answer = await attempt(port, session, body);
      if (answer.status === 201 || answer.status === 409) return answer;
      // Neither a refusal nor a fault: only a dying or busy server leaves a visitor without an answer.
      if (answer.status !== null && answer.status !== 503) {
        throw new Error(`${answer.status} ${answer.text}`);
      }
      brokenAttempts += 1;
      await delay(random.between(200, 600));
    }
  };

  const client = async () => {
    while (isOpen) {
      const body = aRegistrationBody();
      const session = sessions[random.below(sessions.length)] ?? '';
      const answer = await registerUntilAnswered(body, session);
      if (answer.status === 409) expect(answer.text).toContain('already_registered');
      people.push({
        email: String(body.email),
        session,
        publicId: answer.status === 201 ? publicIdOf(answer.text) : null,
      });
      await delay(random.between(50, 350));
    }
  };
  const clients = Promise.all(Array.from({ length: CLIENTS }, client));
  // A failure is reported by `goHome`; until then it must not end the process as unhandled.
  clients.catch(() => undefined);

  return {
    goHome: async () => {
      isOpen = false;
      await clients;
      return { people, brokenAttempts };
    },
  };
};

const attempt = async (port: number, session: string, body: Record<string, unknown>) => {
  try {
    const response = await fetch(
      `http://127.0.0.1:${port}/api/webinars/sessions/${session}/registrations`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(10_000),
      }
    );
    return { status: response.status, text: await response.text() };
  } catch {
    return { status: null, text: '' };
  }
};

const publicIdOf = (text: string): string => {
  const { data } = JSON.parse(text) as { data: { token: string } };
  return data.token.split('.')[0] ?? '';
};

/** Until everybody has a mail and no mail is left unaccounted for. */
const untilDelivered = async (tables: Tables, mails: MailSink, people: readonly Person[]) => {
  const until = Date.now() + DELIVERY_TIMEOUT_MS;
  for (;;) {
    const told = new Set(mails.received.flatMap(({ to }) => to));
    const missing = people.filter(({ email }) => !told.has(email));
    const records = await tables.rows('webinars_mails');
    const open = records.filter(({ state }) => state !== 'sent');
    if (missing.length === 0 && open.length === 0) return;
    if (Date.now() > until) {
      throw new Error(
        `${missing.length} without a mail, ${open.length} mails not recorded as sent`
      );
    }
    await delay(250);
  }
};

const expectNobodyLost = async (tables: Tables, sessions: string[], people: readonly Person[]) => {
  for (const session of sessions) {
    const { rows } = await expectInvariants(tables, session);
    const expected = people.filter((person) => person.session === session);
    expect(rows.map(({ email }) => email).sort()).toEqual(
      expected.map(({ email }) => email).sort()
    );
    const stored = new Set(rows.map(({ public_id: publicId }) => publicId));
    const promised = expected.flatMap(({ publicId }) => publicId ?? []);
    expect(promised.filter((publicId) => !stored.has(publicId))).toEqual([]);
    const created = await tables.rows('webinars_activities', {
      session_document_id: session,
      action: 'registration.created',
    });
    expect(created).toHaveLength(rows.length);
  }
};

/** Answers how many mails came twice: under the same Message-ID, so that mail programs show them once. */
const expectOneMessageEach = (mails: MailSink, people: readonly Person[]): number => {
  const idsByRecipient = new Map<string, Set<string>>();
  for (const { to, messageId } of mails.received) {
    for (const recipient of to) {
      const ids = idsByRecipient.get(recipient) ?? new Set();
      idsByRecipient.set(recipient, ids.add(messageId));
    }
  }
  expect([...idsByRecipient.keys()].sort()).toEqual(people.map(({ email }) => email).sort());
  expect([...idsByRecipient].filter(([, ids]) => ids.size > 1)).toEqual([]);
  return mails.received.length - people.length;
};

export const describeKills = (kind: string, report: KillReport): string =>
  [
    `${report.kills} kills on ${kind} (${report.killsWhileStarting} while starting), seed ${report.seed}, ${report.seconds} s:`,
    `${report.people} people, ${report.receipts} with a receipt, ${report.answeredByRetry} answered by their retry, ${report.brokenAttempts} broken attempts;`,
    `${report.mails} mails, ${report.duplicates} of them twice (pool ${MAIL_POOL}, ${report.openConnectionsAtKills} connections open at the kills)`,
  ].join('\n  ');
