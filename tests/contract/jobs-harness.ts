import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '@strapi/database';
import { systemClock } from '../../plugins/webinars/server/src/platform/clock';
import {
  createJobs,
  type JobHandlers,
  type JobPolicies,
  type Jobs,
  type JobsOptions,
} from '../../plugins/webinars/server/src/platform/jobs';
import {
  createTransaction,
  rowsOf,
  type RunInTransaction,
} from '../../plugins/webinars/server/src/platform/transaction';
import { scratchFolder } from '../support/scratch-folder';

export type Client = 'sqlite' | 'postgres';

/** Two kinds of work that know nothing of webinars. */
export type Work = {
  'letter.send': { number: number };
  'report.build': { number: number };
};

/** Connection settings as Strapi has them; also what a child process is told. */
export type Place = {
  client: Client;
  filename?: string;
  connectionString?: string;
  schema?: string;
};

export const FAST = {
  leaseSeconds: 1,
  sweepSeconds: 0.2,
  pollSeconds: 0.1,
  errorPauseSeconds: 0.1,
};

export const newPlace = (client: Client): Place => {
  const name = `jobs_${randomBytes(4).toString('hex')}`;
  if (client === 'sqlite') return { client, filename: path.join(scratchFolder(), `${name}.db`) };
  const connectionString = process.env.TEST_DATABASE_URL;
  if (!connectionString) {
    throw new Error('TEST_DATABASE_URL is missing: this contract holds on PostgreSQL, too');
  }
  return { client, connectionString, schema: name };
};

/** Strapi's own database layer on the given place, without the rest of Strapi. */
export const openDatabase = ({ client, filename, connectionString, schema }: Place): Database => {
  // Strapi's settings carry a `schema` that Knex's types do not know.
  const server: object = { connectionString, schema };
  return new Database({
    connection:
      client === 'sqlite'
        ? { client, connection: { filename: filename ?? '' }, useNullAsDefault: true }
        : { client, connection: server, pool: { min: 0, max: 10 } },
    settings: { migrations: { dir: path.join(tmpdir(), 'no-migrations') } },
  });
};

export type Log = { messages: string[] } & JobsOptions<Work>['log'];

export const createLog = (): Log => {
  const messages: string[] = [];
  const write = (message: string) => messages.push(message);
  return { messages, info: write, warn: write, error: write };
};

export const POLICIES: JobPolicies<Work> = { 'letter.send': {}, 'report.build': {} };

export type Site = {
  client: Client;
  place: Place;
  database: Database;
  transaction: RunInTransaction;
  log: Log;
  /** A job queue on this database, prepared; stopped at the end of the test. */
  open(
    handlers: Partial<JobHandlers<Work>>,
    options?: Partial<JobsOptions<Work>>
  ): Promise<Jobs<Work>>;
  /** Enqueues letters with these numbers in one transaction; the number is the key. */
  sendLetters(jobs: Jobs<Work>, ...numbers: number[]): Promise<void>;
  /** Moves the ends of all finished jobs into the past. */
  backdateEnds(days: number): Promise<void>;
  /** Lets every job that has not been started have been due, and stored, so much earlier. */
  backdateWaiting(days: number): Promise<void>;
  /** Makes every worker look dead. */
  expireLeases(): Promise<void>;
  /** Takes the jobs away from the workers and gives them back. */
  hideJobs(): Promise<void>;
  showJobs(): Promise<void>;
  clear(): Promise<void>;
  close(): Promise<void>;
};

export const openSite = async (client: Client): Promise<Site> => {
  const place = newPlace(client);
  const database = openDatabase(place);
  const log = createLog();
  const opened: Jobs<Work>[] = [];
  const boss = `${place.schema}_pgboss`;
  const run = async (sql: Record<Client, string>, bindings: number[] = []) =>
    rowsOf(await database.connection.raw(sql[client], bindings));

  if (client === 'postgres') await database.connection.raw(`CREATE SCHEMA ${place.schema}`);
  const transaction = createTransaction({ strapi: { db: database, log }, maxWriters: 5 });

  return {
    client,
    place,
    database,
    transaction,
    log,
    async open(handlers, options = {}) {
      const jobs = createJobs<Work>({
        db: database,
        clock: systemClock,
        log,
        policies: POLICIES,
        timings: FAST,
        ...options,
      });
      opened.push(jobs);
      await jobs.prepare();
      jobs.handle({ 'letter.send': async () => {}, 'report.build': async () => {}, ...handlers });
      return jobs;
    },
    sendLetters: (jobs, ...numbers) =>
      transaction((tx) =>
        jobs.enqueue(
          tx,
          numbers.map((number) => ({
            type: 'letter.send' as const,
            key: String(number),
            payload: { number },
          }))
        )
      ),
    async backdateEnds(days) {
      await run(
        {
          sqlite: 'UPDATE webinars_jobs SET finished_at = finished_at - ? * 86400000',
          postgres: `UPDATE ${boss}.job SET completed_on = completed_on - ? * interval '1 day'`,
        },
        [days]
      );
    },
    async backdateWaiting(days) {
      await run(
        {
          sqlite: `UPDATE webinars_jobs SET run_at = run_at - ? * 86400000 WHERE state = 'waiting'`,
          postgres: `UPDATE ${boss}.job
                     SET start_after = start_after - span, created_on = created_on - span,
                         keep_until = keep_until - span
                     FROM (SELECT ? * interval '1 day' AS span) AS earlier
                     WHERE state < 'active'`,
        },
        [days]
      );
    },
    async expireLeases() {
      await run({
        sqlite: `UPDATE webinars_jobs SET lease_until = 0 WHERE state = 'running'`,
        postgres: `UPDATE ${boss}.job SET started_on = now() - interval '1 hour' WHERE state = 'active'`,
      });
    },
    async hideJobs() {
      await run({
        sqlite: 'ALTER TABLE webinars_jobs RENAME TO hidden',
        postgres: `ALTER TABLE ${boss}.job RENAME TO hidden`,
      });
    },
    async showJobs() {
      await run({
        sqlite: 'ALTER TABLE hidden RENAME TO webinars_jobs',
        postgres: `ALTER TABLE ${boss}.hidden RENAME TO job`,
      });
    },
    async clear() {
      await Promise.all(opened.splice(0).map((jobs) => jobs.stop()));
      log.messages.length = 0;
      await run({ sqlite: 'DELETE FROM webinars_jobs', postgres: `DELETE FROM ${boss}.job` });
      const paused = 'webinars_paused_jobs';
      await run({ sqlite: `DELETE FROM ${paused}`, postgres: `DELETE FROM ${boss}.${paused}` });
    },
    async close() {
      if (client === 'postgres') {
        await database.connection.raw(`DROP SCHEMA ${place.schema} CASCADE`);
        await database.connection.raw(`DROP SCHEMA ${boss} CASCADE`);
      }
      await database.destroy();
      if (place.filename) rmSync(place.filename);
    },
  };
};

/** Waits for something that other code brings about, and gives up loudly. */
export const until = async (
  condition: () => boolean | Promise<boolean>,
  seconds = 10
): Promise<void> => {
  const deadline = performance.now() + seconds * 1000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Not within ${seconds} s: ${condition}`);
    await pause(5);
  }
};

/** A promise that the test fulfils. */
export const gate = () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
};
