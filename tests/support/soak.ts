import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { aRegistrationBody, aSession } from '../factories';
import { openTables } from './database';
import { expectInvariants } from './invariants';
import { startMailSink } from './mail-sink';
import { createRandom, type Random } from './random';
import { freePort, startServerProcess } from './server-process';
import { createBootedDatabase, startStrapi } from './strapi';

export type SoakReport = {
  seed: number;
  seconds: number;
  requests: number;
  statuses: Record<string, number>;
  /** Milliseconds, slice by slice. */
  p99: number[];
  memoryMb: number[];
  /** Files and sockets that the server held after the first slice, and when everybody had gone. */
  openAfterFirst: number;
  openAtEnd: number;
};

const CLIENTS = 10;
const SESSIONS = 20;

/** Lets people of all kinds use a real server for a while, and watches what it holds on to. */
export const soak = async ({
  seconds,
  slices,
}: {
  seconds: number;
  slices: number;
}): Promise<SoakReport> => {
  const database = await createBootedDatabase(`soak ${seconds}`);
  const random = createRandom(`${seconds} s of everything on ${database.kind}`);
  const mails = await startMailSink();
  const sessions = await prepareSessions(database);
  const server = startServerProcess({
    database,
    smtpPort: mails.port,
    port: await freePort(),
    // As in production; other tests want every answer made anew.
    env: { WEBINARS_ANSWER_CACHE: 'on' },
  });
  const tables = openTables(database);
  try {
    await server.untilReady();
    const crowd = startCrowd({ baseUrl: server.baseUrl, sessions, random });
    const p99: number[] = [];
    const memoryMb: number[] = [];
    let openAfterFirst = 0;
    for (let slice = 0; slice < slices; slice += 1) {
      await delay((seconds * 1000) / slices);
      p99.push(crowd.takeP99());
      memoryMb.push(memoryOf(server.pid));
      if (slice === 0) openAfterFirst = openFilesOf(server.pid);
      // What was received is the test's own memory.
      mails.clear();
    }
    const { requests, statuses } = await crowd.goHome();
    await delay(8000);
    const openAtEnd = openFilesOf(server.pid);
    expect(await server.end()).toBe(0);
    for (const session of sessions) await expectInvariants(tables, session);
    const { seed } = random;
    return { seed, seconds, requests, statuses, p99, memoryMb, openAfterFirst, openAtEnd };
  } finally {
    await server.kill();
    await tables.close();
    await mails.stop();
    await database.drop();
  }
};

const prepareSessions = async (
  database: Awaited<ReturnType<typeof createBootedDatabase>>
): Promise<string[]> => {
  const app = await startStrapi({ database });
  try {
    const sessions: string[] = [];
    for (let number = 0; number < SESSIONS; number += 1) {
      const capacity = number % 2 === 0 ? null : 30;
      sessions.push((await aSession(app.strapi, { capacity })).documentId);
    }
    return sessions;
  } finally {
    await app.stop();
  }
};

const startCrowd = ({
  baseUrl,
  sessions,
  random,
}: {
  baseUrl: string;
  sessions: readonly string[];
  random: Random;
}) => {
  const api = `${baseUrl}/api/webinars`;
  const tokens: string[] = [];
  const statuses: Record<string, number> = {};
  let requests = 0;
  let latencies: number[] = [];
  let isOpen = true;

  const call = async (method: string, address: string, body?: unknown) => {
    const begun = performance.now();
    const response = await fetch(`${api}${address}`, {
      method,
      ...(body !== undefined && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    const text = await response.text();
    latencies.push(performance.now() - begun);
    requests += 1;
    statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    return { status: response.status, text };
  };

  const someSession = () => sessions[random.below(sessions.length)];
  const someToken = () => tokens[random.below(Math.max(1, tokens.length))] ?? 'none';
  const register = async () => {
    const { status, text } = await call(
      'POST',
      `/sessions/${someSession()}/registrations`,
      aRegistrationBody()
    );
    if (status === 201) tokens.push((JSON.parse(text) as { data: { token: string } }).data.token);
    if (tokens.length > 2000) tokens.splice(0, 1000);
  };
  const deeds: readonly [number, () => Promise<unknown>][] = [
    [0.25, register],
    [0.5, () => call('GET', '/sessions?pageSize=12&locale=de')],
    [0.65, () => call('GET', `/sessions/${someSession()}`)],
    [0.75, () => call('GET', `/sessions/${someSession()}/availability`)],
    [0.85, () => call('GET', `/registrations/${someToken()}`)],
    [0.93, () => call('POST', `/registrations/${someToken()}/cancel`)],
    [0.97, () => call('POST', `/registrations/${someToken()}/accept`)],
    [1, () => call('POST', '/drafts', { sessions: [someSession()], firstName: 'Ada' })],
  ];

  const client = async () => {
    while (isOpen) {
      const chance = random.between(0, 1);
      await deeds.find(([below]) => chance < below)?.[1]();
      await delay(random.between(5, 40));
    }
  };
  const clients = Promise.all(Array.from({ length: CLIENTS }, client));
  // A failure is reported by `goHome`; until then it must not end the process as unhandled.
  clients.catch(() => undefined);

  return {
    takeP99: () => {
      const sorted = latencies.sort((a, b) => a - b);
      latencies = [];
      return Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0);
    },
    goHome: async () => {
      isOpen = false;
      await clients;
      return { requests, statuses };
    },
  };
};

/** Linux tells what a process holds. */
const memoryOf = (pid: number) => {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
};

const openFilesOf = (pid: number) => readdirSync(`/proc/${pid}/fd`).length;
