import { randomUUID } from 'node:crypto';
import { createTask, type ScheduledTask } from 'node-cron';
import type { Clock } from '../clock';
import { rowsOf, type TransactionHost } from '../transaction';
import {
  RETENTION_DAYS,
  WORKER_LOST,
  type ClaimedJob,
  type Engine,
  type Outcome,
  type QueueSettings,
  type ScheduledTick,
} from './engine';
import { manageOnSqlite } from './sqlite-management';

type Options = {
  db: Pick<TransactionHost['db'], 'connection'>;
  clock: Clock;
  leaseSeconds: number;
};

const DAY = 24 * 3600 * 1000;
const HOUR = 3600 * 1000;

/**
 * Jobs in a table of Strapi's own SQLite file, through Strapi's one connection: a second connection would wait for
 * the open transaction, which waits for it. Every transaction here begins by writing, so that even a second process on
 * the same file (a command beside the server) claims exactly. Times are milliseconds since 1970.
 */
export const createSqliteEngine = ({ db, clock, leaseSeconds }: Options): Engine => {
  const worker = randomUUID();
  const tasks: ScheduledTask[] = [];
  const retryLimits = new Map<string, number>();
  let purgedAt = 0;

  const now = () => clock.now().getTime();
  const run = async <Row>(sql: string, bindings: readonly (string | number)[] = []) =>
    rowsOf<Row>(await db.connection.raw(sql, [...bindings]));

  return {
    ...manageOnSqlite({ run, now, retryLimits }),

    async prepare(queues: readonly QueueSettings[]) {
      for (const { type, retryLimit } of queues) retryLimits.set(type, retryLimit);
      for (const statement of SCHEMA) await run(statement);
    },

    async enqueue(tx, jobs) {
      const rows = jobs.map(({ id, type, key, payload, runAt }) => ({
        id,
        type,
        key,
        payload,
        runAt: runAt?.getTime() ?? now(),
        retryLimit: retryLimits.get(type) ?? 0,
      }));
      // One parameter for any number of rows: SQLite limits both variables and the arms of a union.
      await tx.prepared(
        `INSERT INTO webinars_jobs (id, type, key, payload, run_at, retry_limit, created_at)
         SELECT value ->> 'id', value ->> 'type', value ->> 'key', value -> 'payload', value ->> 'runAt',
                value ->> 'retryLimit', ?
         FROM json_each(?) WHERE true
         ON CONFLICT (id) DO NOTHING`,
        [now(), JSON.stringify(rows)]
      );
    },

    async forget(tx, { field, values }) {
      const named = `CAST(payload ->> ? AS text) IN (SELECT value FROM json_each(?))`;
      const bindings = [field, JSON.stringify(values)];
      const gone = await tx.raw(
        `DELETE FROM webinars_jobs WHERE state <> 'running' AND ${named} RETURNING id`,
        bindings
      );
      const running = await tx.raw(
        `SELECT id FROM webinars_jobs WHERE state = 'running' AND ${named}`,
        bindings
      );
      return { forgotten: gone.length, running: running.length };
    },

    async claim(type, limit) {
      const rows = await run<JobRow>(
        `UPDATE webinars_jobs
         SET state = 'running', worker = ?, lease_until = ?, attempts = attempts + 1
         WHERE id IN (
           SELECT id FROM webinars_jobs
           WHERE state = 'waiting' AND type = ? AND run_at <= ?
             AND type NOT IN (SELECT type FROM webinars_paused_jobs)
           ORDER BY run_at, created_at, rowid
           LIMIT ?
         )
         RETURNING id, type, key, payload, attempts, retry_limit`,
        [worker, now() + leaseSeconds * 1000, type, now(), limit]
      );
      return rows.map(toClaimedJob);
    },

    async settle(outcomes) {
      const done = outcomes.filter(({ kind }) => kind === 'done').map(({ job }) => job.id);
      // One commit for all. `IN` rather than a join with the list: with statistics of a quiet hour, SQLite compares
      // every id of the list with every job.
      await db.connection.transaction(async (trx) => {
        await trx.raw(
          `UPDATE webinars_jobs
           SET state = 'done', finished_at = ?, reason = NULL, worker = NULL, lease_until = NULL
           WHERE state = 'running' AND worker = ? AND id IN (SELECT value FROM json_each(?))`,
          [now(), worker, JSON.stringify(done)]
        );
        for (const outcome of outcomes) {
          if (outcome.kind === 'done') continue;
          const { state, runAt, reason, uncounted, finishedAt } = toEnding(outcome, now());
          await trx.raw(
            `UPDATE webinars_jobs
             SET state = ?, run_at = coalesce(?, run_at), reason = ?, attempts = attempts - ?, finished_at = ?,
                 worker = NULL, lease_until = NULL
             WHERE id = ? AND state = 'running' AND worker = ? AND attempts = ?`,
            [
              ...[state, runAt, reason, uncounted, finishedAt],
              ...[outcome.job.id, worker, outcome.job.attempt],
            ]
          );
        }
      });
    },

    async extend(jobs) {
      const rows = await run<{ id: string; attempts: number }>(
        `UPDATE webinars_jobs SET lease_until = ?
         WHERE state = 'running' AND worker = ? AND id IN (SELECT value FROM json_each(?))
         RETURNING id, attempts`,
        [now() + leaseSeconds * 1000, worker, JSON.stringify(jobs.map(({ id }) => id))]
      );
      const ours = new Map(rows.map(({ id, attempts }) => [id, attempts]));
      return jobs.filter(({ id, attempt }) => ours.get(id) !== attempt);
    },

    async nextDue(types) {
      const rows = await run<{ type: string; run_at: number }>(
        `SELECT type, min(run_at) AS run_at FROM webinars_jobs
         WHERE state = 'waiting' AND type IN (SELECT value FROM json_each(?))
         GROUP BY type`,
        [JSON.stringify(types)]
      );
      return new Map(rows.map(({ type, run_at }) => [type, run_at - now()]));
    },

    async sweep() {
      await run(
        `UPDATE webinars_jobs
         SET state = CASE WHEN attempts > retry_limit THEN 'dead' ELSE 'waiting' END,
             finished_at = CASE WHEN attempts > retry_limit THEN ? END,
             run_at = ?, reason = ?, worker = NULL, lease_until = NULL
         WHERE state = 'running' AND lease_until < ?`,
        [now(), now(), WORKER_LOST, now()]
      );
      if (now() - purgedAt < HOUR) return;
      await run('DELETE FROM webinars_jobs WHERE finished_at < ?', [now() - RETENTION_DAYS * DAY]);
      purgedAt = now();
    },

    // Every task of node-cron has a timer of its own.
    async startClock() {},

    async schedule({ cron, fire }: ScheduledTick) {
      const task = createTask(cron, fire, { timezone: 'UTC', suppressMissedWarning: true });
      tasks.push(task);
      await task.start();
      return null;
    },

    async close() {
      for (const task of tasks) await task.destroy();
      tasks.length = 0;
    },
  };
};

const SCHEMA = [
  `CREATE TABLE IF NOT EXISTS webinars_jobs (
     id text PRIMARY KEY,
     type text NOT NULL,
     key text NOT NULL,
     payload text NOT NULL,
     state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'dead')),
     run_at integer NOT NULL,
     attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
     retry_limit integer NOT NULL,
     worker text,
     lease_until integer,
     reason text,
     created_at integer NOT NULL,
     finished_at integer,
     CHECK ((state = 'running') = (lease_until IS NOT NULL)),
     CHECK ((state IN ('done', 'dead')) = (finished_at IS NOT NULL))
   )`,
  `CREATE INDEX IF NOT EXISTS webinars_jobs_due ON webinars_jobs (type, run_at) WHERE state = 'waiting'`,
  `CREATE INDEX IF NOT EXISTS webinars_jobs_leases ON webinars_jobs (lease_until) WHERE state = 'running'`,
  `CREATE INDEX IF NOT EXISTS webinars_jobs_ended ON webinars_jobs (finished_at) WHERE finished_at IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS webinars_jobs_dead ON webinars_jobs (type, finished_at) WHERE state = 'dead'`,
  `CREATE TABLE IF NOT EXISTS webinars_paused_jobs (type text PRIMARY KEY, paused_at integer NOT NULL)`,
];

type JobRow = {
  id: string;
  type: string;
  key: string;
  payload: string;
  attempts: number;
  retry_limit: number;
};

const toClaimedJob = (row: JobRow): ClaimedJob => ({
  id: row.id,
  type: row.type,
  key: row.key,
  payload: JSON.parse(row.payload),
  attempt: row.attempts,
  retryLimit: row.retry_limit,
});

type Ending = {
  state: 'waiting' | 'dead';
  runAt: number | null;
  reason: string | null;
  uncounted: 0 | 1;
  finishedAt: number | null;
};

const toEnding = (outcome: Exclude<Outcome, { kind: 'done' }>, now: number): Ending => {
  const again = { state: 'waiting', finishedAt: null } as const;
  switch (outcome.kind) {
    case 'dead':
      return { state: 'dead', runAt: null, reason: outcome.reason, uncounted: 0, finishedAt: now };
    case 'retry':
      return {
        ...again,
        runAt: inSeconds(now, outcome.delaySeconds),
        reason: outcome.reason,
        uncounted: 0,
      };
    case 'later':
      return {
        ...again,
        runAt: inSeconds(now, outcome.delaySeconds),
        reason: null,
        uncounted: 1,
      };
  }
};

const inSeconds = (now: number, seconds: number) => Math.ceil(now + seconds * 1000);
