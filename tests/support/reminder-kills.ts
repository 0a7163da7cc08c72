import { setTimeout as delay } from 'node:timers/promises';
import { openTables, type TestDatabase } from './database';
import type { Tables } from './invariants';
import { startMailSink, type MailSink } from './mail-sink';
import { createRandom } from './random';
import {
  aRemindedCrowd,
  areAllSent,
  expectEachReminded,
  planReminders,
  type RemindedCrowd,
} from './reminded-crowd';
import { freePort, startServerProcess, type ServerProcess } from './server-process';
import { createBootedDatabase, startStrapi } from './strapi';

/** Connections of the mail pool: of each, the server's last answer may be lost with the process. */
const MAIL_POOL = 5;
/** A killed worker's jobs are free again within a minute. */
const LONGEST_LOOKS = 1200;
const LOOK_MS = 200;

export type ReminderKillReport = {
  seed: number;
  kills: number;
  people: number;
  /** How many mails had arrived when the server was killed. */
  arrivedAtKills: number[];
  duplicates: number;
  /** Connections that were open to the mail server, summed over the kills. */
  openConnectionsAtKills: number;
  seconds: number;
};

/**
 * Kills a real server again and again while it reminds a crowd; then lets it finish, and checks that everybody was
 * reminded, and nobody twice but for what a kill cannot tell apart.
 */
export const surviveKillsWhileReminding = async ({
  people,
  kills,
}: {
  people: number;
  kills: number;
}): Promise<ReminderKillReport> => {
  const startedAt = Date.now();
  const database = await createBootedDatabase(`kills among ${people} reminders`);
  const random = createRandom(`${kills} kills among ${people} reminders on ${database.kind}`);
  const mails = await startMailSink({ keepsContents: false });
  const crowd = await prepareCrowd(database, people);
  const port = await freePort();
  const started: ServerProcess[] = [];
  const start = async () => {
    const env = { SMTP_CONNECTIONS: String(MAIL_POOL) };
    const server = startServerProcess({ database, smtpPort: mails.port, port, env });
    started.push(server);
    await server.untilReady();
    return server;
  };

  const tables = openTables(database);
  try {
    // The first one while the reminders are still handed out.
    const later = Array.from({ length: kills - 1 }, () => random.between(1, people * 0.9));
    const arrivedAtKills: number[] = [];
    let openConnectionsAtKills = 0;
    for (const arrived of [1, ...later.sort((a, b) => a - b)]) {
      const running = await start();
      await until(() => mails.received.length >= arrived, running);
      await delay(random.between(0, 200));
      openConnectionsAtKills += mails.openConnections();
      await running.kill();
      arrivedAtKills.push(mails.received.length);
    }
    const last = await start();
    await until(() => isOver(tables, mails, crowd), last);
    expect(await last.end()).toBe(0);

    const duplicates = await expectEachReminded(tables, crowd, mails.received);
    expect(duplicates).toBeLessThanOrEqual(openConnectionsAtKills);
    expect(openConnectionsAtKills).toBeLessThanOrEqual(kills * MAIL_POOL);
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    const { seed } = random;
    return { seed, kills, people, arrivedAtKills, duplicates, openConnectionsAtKills, seconds };
  } finally {
    await Promise.all(started.map((server) => server.kill()));
    await tables.close();
    await mails.stop();
    await database.drop();
  }
};

const prepareCrowd = async (database: TestDatabase, people: number): Promise<RemindedCrowd> => {
  const app = await startStrapi({ database });
  try {
    const crowd = await aRemindedCrowd(app, people);
    await planReminders(app);
    return crowd;
  } finally {
    await app.stop();
  }
};

const isOver = async (tables: Tables, mails: MailSink, crowd: RemindedCrowd) =>
  mails.received.length >= crowd.addresses.length && (await areAllSent(tables, crowd));

/** Counted, not timed: the clock of a machine that is put to sleep for a while leaps. */
const until = async (isSo: () => boolean | Promise<boolean>, server: ServerProcess) => {
  for (let looks = 0; !(await isSo()); looks += 1) {
    if (looks > LONGEST_LOOKS) throw new Error(`the reminders do not go out:\n${server.output()}`);
    await delay(LOOK_MS);
  }
};

export const describeReminderKills = (kind: string, report: ReminderKillReport): string =>
  [
    `${report.kills} kills among ${report.people} reminders on ${kind}, seed ${report.seed}, ${report.seconds} s:`,
    `killed when ${report.arrivedAtKills.join(', ')} mails had arrived; ${report.duplicates} came twice (${report.openConnectionsAtKills} connections open at the kills)`,
  ].join('\n  ');
