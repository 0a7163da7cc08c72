import PgBoss from 'pg-boss';
import type { Clock } from '../clock';
import { rowsOf, type TransactionHost, type Tx } from '../transaction';
import {
  RETENTION_DAYS,
  type ClaimedJob,
  type Engine,
  type Outcome,
  type QueueSettings,
  type ScheduledTick,
} from './engine';
import { manageOnPostgres, pausedTable } from './postgres-management';
import { reasonOf } from './reason';

type Database = Pick<TransactionHost['db'], 'connection' | 'getSchemaName'> & {
  config: { connection: { connection?: unknown } };
};

type Options = {
  db: Database;
  clock: Clock;
  log: { error(message: string): void };
  leaseSeconds: number;
  /** How often pg-boss looks at the schedules; each tick is sent once a minute at most. */
  tickCheckSeconds: number;
  poolSize: number;
};

const DAY_SECONDS = 24 * 3600;
const HOUR_MS = 3600 * 1000;
/** pg-boss throws away what waits for longer than its retention. Nothing of ours ever waits too long to be done. */
const KEEP_WAITING_MINUTES = 10 * 365 * 24 * 60;
const SEND_IT = '__pgboss__send-it';

/**
 * Jobs in pg-boss. It brings the tables, a partition for each queue, the insert, the completion, the expiry, the
 * archive and the schedules. What it cannot say is said here in SQL on its table: a claim whose plan does not depend on
 * fresh statistics, a retry at an instant of our choosing (its backoff has no maximum), putting off without counting,
 * dying at once, renewing a lease.
 *
 * A lease is pg-boss's `expire_in`, counted from `started_on`, which renewing moves forward. `retry_count` is the
 * fence: a worker that lost its job finds another number there.
 */
export const createPostgresEngine = (options: Options): Engine => {
  const { db, clock, log, leaseSeconds, tickCheckSeconds } = options;
  const schema = bossSchema(db.getSchemaName());
  const retryLimits = new Map<string, number>();
  const tickQueues = new Set<string>();
  let boss: PgBoss | undefined;
  let clockwork: PgBoss | undefined;
  let maintainedAt = -HOUR_MS;

  /** pg-boss's pool. Strapi switches the parsing of jsonb off for the whole process, so it is done here. */
  const executeSql = async (sql: string, values: unknown[]) => {
    const result = await opened(boss).getDb().executeSql(sql, values);
    // Its pool answers nothing at all once it is closed.
    if (!result) throw new Error('The connection of the job queue is closed');
    return { rows: rowsOf<Row>(result).map(withParsedJson) };
  };
  const query = async <Result>(sql: string, values: unknown[]) =>
    rowsOf<Result>(await executeSql(sql, values));

  const onError = (error: Error) => log.error(`[webinars] job queue: ${reasonOf(error)}`);

  const createQueue = async (name: string, settings: PgBoss.Queue) => {
    await opened(boss).createQueue(name, { ...settings });
    await opened(boss).updateQueue(name, { ...settings });
  };

  return {
    ...manageOnPostgres({ schema, query, retryLimits }),

    async prepare(settings) {
      boss = new PgBoss({
        ...(await connectionSettings(db)),
        application_name: 'webinars-jobs',
        max: options.poolSize,
        schema,
        supervise: false,
        schedule: false,
        archiveCompletedAfterSeconds: RETENTION_DAYS * DAY_SECONDS,
        archiveFailedAfterSeconds: RETENTION_DAYS * DAY_SECONDS,
        deleteAfterDays: 1,
      });
      boss.on('error', onError);
      const started = boss;
      // Instances that boot together would create the same tables and queues, and deadlock over it.
      await db.connection.transaction(async (trx) => {
        await trx.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [`webinars jobs ${schema}`]);
        await started.start();
        for (const queue of settings) {
          await createQueue(queue.type, queueOptions(queue, leaseSeconds));
          retryLimits.set(queue.type, queue.retryLimit);
        }
        // pg-boss has no index for what runs and what died, and we ask for both every few seconds.
        await executeSql(
          `CREATE INDEX IF NOT EXISTS webinars_job_state ON ${schema}.job (name, state)
           WHERE state IN ('active', 'failed')`,
          []
        );
        await executeSql(
          `CREATE TABLE IF NOT EXISTS ${pausedTable(schema)}
             (type text PRIMARY KEY, paused_at timestamptz NOT NULL DEFAULT now())`,
          []
        );
      });
    },

    async enqueue(tx, jobs) {
      const rows = jobs.map(({ id, type, key, payload, runAt }) => ({
        id,
        name: type,
        data: payload,
        singletonKey: key,
        // A past instant would also date back the day on which pg-boss forgets the job.
        ...(runAt && runAt > clock.now() ? { startAfter: runAt } : {}),
      }));
      await opened(boss).insert(rows, { db: inTransaction(tx) });
    },

    async forget(tx, { field, values }) {
      const named = 'name = ANY(?) AND data ->> ? = ANY(?)';
      const bindings = [[...retryLimits.keys()], field, [...values]];
      const gone = await tx.raw(
        `DELETE FROM ${schema}.job WHERE state <> 'active' AND ${named} RETURNING id`,
        bindings
      );
      const running = await tx.raw(
        `SELECT id FROM ${schema}.job WHERE state = 'active' AND ${named}`,
        bindings
      );
      return { forgotten: gone.length, running: running.length };
    },

    async claim(type, limit) {
      // The array makes the ids a constant of the update. pg-boss's own fetch() joins instead, and with statistics
      // of a quiet hour it compared every id with every waiting job: 1.4 s for 250 of 10,000.
      const rows = await query<ClaimedRow>(
        `UPDATE ${schema}.job
         SET state = 'active', started_on = now(),
             retry_count = CASE WHEN started_on IS NULL THEN retry_count ELSE retry_count + 1 END
         WHERE name = $1 AND state < 'active' AND id = ANY(ARRAY(
           SELECT id FROM ${schema}.job
           WHERE name = $1 AND state < 'active' AND start_after <= now()
             AND NOT EXISTS (SELECT 1 FROM ${pausedTable(schema)} WHERE type = $1)
           ORDER BY start_after
           LIMIT $2
           FOR UPDATE SKIP LOCKED
         ))
         RETURNING id, name, singleton_key, data, retry_count, retry_limit`,
        [type, limit]
      );
      return rows.map(toClaimedJob);
    },

    async settle(outcomes) {
      const others = outcomes.filter(isUnfinished);
      for (const [type, ids] of idsByType(outcomes.filter(({ kind }) => kind === 'done'))) {
        // A tick leaves no trace: a row a minute, kept for a month, would be the largest part of the table.
        await (tickQueues.has(type)
          ? opened(boss).deleteJob(type, ids)
          : opened(boss).complete(type, ids));
      }
      if (others.length === 0) return;
      await query(
        `UPDATE ${schema}.job
         SET state = ending.state::${schema}.job_state,
             start_after = CASE WHEN ending.state = 'retry'
               THEN now() + ending.delay * interval '1 second' ELSE start_after END,
             started_on = CASE WHEN ending.uncounted THEN NULL ELSE started_on END,
             completed_on = CASE WHEN ending.state = 'failed' THEN now() END,
             output = CASE WHEN ending.reason IS NULL THEN NULL
               ELSE jsonb_build_object('reason', ending.reason) END
         FROM json_to_recordset($1::json) AS ending
           (name text, id uuid, attempt int, state text, delay float8, uncounted bool, reason text)
         WHERE job.name = ending.name AND job.id = ending.id
           AND job.state = 'active' AND job.retry_count = ending.attempt - 1`,
        [JSON.stringify(others.map(toEnding))]
      );
    },

    async extend(jobs) {
      const rows = await query<{ id: string; attempt: number }>(
        `UPDATE ${schema}.job SET started_on = now()
         FROM json_to_recordset($1::json) AS held (type text, id uuid, attempt int)
         WHERE job.name = held.type AND job.id = held.id
           AND job.state = 'active' AND job.retry_count = held.attempt - 1
         RETURNING job.id, held.attempt`,
        [JSON.stringify(jobs.map(({ type, id, attempt }) => ({ type, id, attempt })))]
      );
      const ours = new Set(rows.map(({ id }) => id));
      return jobs.filter(({ id }) => !ours.has(id));
    },

    async nextDue(types) {
      // One look into an index for each queue: it stays cheap with a hundred thousand reminders waiting.
      const rows = await query<{ name: string; wait: number }>(
        `SELECT queue.name, extract(epoch FROM first.start_after - now())::float8 * 1000 AS wait
         FROM unnest($1::text[]) AS queue (name)
         CROSS JOIN LATERAL (
           SELECT start_after FROM ${schema}.job
           WHERE job.name = queue.name AND state < 'active' ORDER BY start_after LIMIT 1
         ) AS first`,
        [types]
      );
      return new Map(rows.map(({ name, wait }) => [name, wait]));
    },

    async sweep() {
      if (performance.now() - maintainedAt < HOUR_MS) {
        await opened(boss).expire();
        return;
      }
      await opened(boss).maintain();
      await query(
        `DELETE FROM ${schema}.job
         WHERE name = $1 AND state = 'completed' AND completed_on < now() - interval '1 hour'`,
        [SEND_IT]
      );
      maintainedAt = performance.now();
    },

    async startClock() {
      clockwork = new PgBoss({
        db: { executeSql },
        schema,
        migrate: false,
        supervise: false,
        cronMonitorIntervalSeconds: tickCheckSeconds,
        cronWorkerIntervalSeconds: Math.min(5, tickCheckSeconds),
      });
      clockwork.on('error', onError);
      await clockwork.start();
    },

    async schedule({ name, cron }: ScheduledTick) {
      const queue = `tick.${name}`;
      // At most one waits, and not for long: a tick says "look", and one look is as good as ten.
      await createQueue(queue, {
        name: queue,
        policy: 'short',
        retryLimit: 0,
        expireInSeconds: leaseSeconds,
        retentionMinutes: 10,
      });
      tickQueues.add(queue);
      await opened(clockwork).schedule(queue, cron, {}, { tz: 'UTC' });
      return queue;
    },

    async close() {
      await clockwork?.stop({ graceful: false });
      await boss?.stop({ graceful: false });
      boss = undefined;
    },
  };
};

/** pg-boss's schema is its own, beside ours, so that several programmes can live in one database. */
const bossSchema = (schema: string | undefined): string =>
  schema && schema !== 'public'
    ? `${schema.toLowerCase().replace(/\W/g, '_').slice(0, 40)}_pgboss`
    : 'pgboss';

const connectionSettings = async (db: Database): Promise<object> => {
  const { connection } = db.config.connection;
  const settings: unknown = typeof connection === 'function' ? await connection() : connection;
  // A connection that died silently must become an error, which the loop survives, instead of a wait without end.
  const patience = { keepAlive: true, connectionTimeoutMillis: 15_000, query_timeout: 60_000 };
  if (typeof settings === 'string') return { ...patience, connectionString: settings };
  return { ...patience, ...(settings && typeof settings === 'object' ? settings : {}) };
};

const queueOptions = ({ type, retryLimit }: QueueSettings, leaseSeconds: number): PgBoss.Queue => ({
  name: type,
  policy: 'standard',
  retryLimit,
  // Only for the jobs of a dead worker: they are due at once. The wait after a failure is computed by the loop.
  retryDelay: 0,
  retryBackoff: false,
  expireInSeconds: leaseSeconds,
  retentionMinutes: KEEP_WAITING_MINUTES,
});

const opened = (boss: PgBoss | undefined): PgBoss => {
  if (!boss) throw new Error('The job queue is not open: prepare() comes first, stop() comes last');
  return boss;
};

/** Lets pg-boss speak in the caller's transaction. Knex wants `?` in the order of the text, pg-boss writes `$n`. */
const inTransaction = (tx: Tx): PgBoss.Db => ({
  async executeSql(sql, values) {
    const bindings: unknown[] = [];
    const text = sql.replace(/\$(\d+)/g, (_, position: string) => {
      bindings.push(values[Number(position) - 1] ?? null);
      return '?';
    });
    return { rows: await tx.prepared(text, bindings) };
  },
});

type Row = Record<string, unknown>;

const JSON_COLUMNS = ['data', 'options', 'output'];

const withParsedJson = (row: Row): Row => {
  const parsed = { ...row };
  for (const column of JSON_COLUMNS) {
    const value = parsed[column];
    if (typeof value === 'string') parsed[column] = JSON.parse(value);
  }
  return parsed;
};

const idsByType = (outcomes: readonly Outcome[]): Map<string, string[]> => {
  const groups = new Map<string, string[]>();
  for (const { job } of outcomes) {
    const ids = groups.get(job.type) ?? [];
    ids.push(job.id);
    groups.set(job.type, ids);
  }
  return groups;
};

type ClaimedRow = {
  id: string;
  name: string;
  singleton_key: string | null;
  data: unknown;
  retry_count: number;
  retry_limit: number;
};

const toClaimedJob = (row: ClaimedRow): ClaimedJob => ({
  id: row.id,
  type: row.name,
  key: row.singleton_key ?? '',
  payload: row.data,
  attempt: row.retry_count + 1,
  retryLimit: row.retry_limit,
});

type Ending = {
  name: string;
  id: string;
  attempt: number;
  state: 'retry' | 'failed';
  delay: number;
  uncounted: boolean;
  reason: string | null;
};

type Unfinished = Exclude<Outcome, { kind: 'done' }>;

const isUnfinished = (outcome: Outcome): outcome is Unfinished => outcome.kind !== 'done';

const toEnding = (outcome: Unfinished): Ending => {
  const { type: name, id, attempt } = outcome.job;
  const ending = { name, id, attempt, delay: 0, uncounted: false, reason: null };
  switch (outcome.kind) {
    case 'retry':
      return { ...ending, state: 'retry', delay: outcome.delaySeconds, reason: outcome.reason };
    case 'later':
      return { ...ending, state: 'retry', delay: outcome.delaySeconds, uncounted: true };
    case 'dead':
      return { ...ending, state: 'failed', reason: outcome.reason };
  }
};
