import { WORKER_LOST, type Management } from './engine';
import type { DeadJob, DeadJobs, DecidedJob } from './port';

type Options = {
  /** pg-boss's schema. */
  schema: string;
  query<Row>(sql: string, values: unknown[]): Promise<Row[]>;
  /** Of the types that this process knows: the others' jobs are nobody's here. */
  retryLimits: ReadonlyMap<string, number>;
};

/** What operators see of the jobs in pg-boss, and do to them. */
export const manageOnPostgres = ({ schema, query, retryLimits }: Options): Management => {
  const typesOf = (type?: string) => (type === undefined ? [...retryLimits.keys()] : [type]);

  /** The condition that selects dead jobs, and its bindings. */
  const matching = (dead: DeadJobs): [condition: string, bindings: unknown[]] => {
    const ofType = `state = 'failed' AND name = ANY(?)`;
    if ('type' in dead) return [ofType, [typesOf(dead.type)]];
    return [`${ofType} AND id = ANY(?)`, [typesOf(), [...dead.ids]]];
  };

  return {
    async paused() {
      const rows = await query<{ type: string }>(`SELECT type FROM ${pausedTable(schema)}`, []);
      return new Set(rows.map(({ type }) => type));
    },

    async queues() {
      const rows = await query<QueueRow>(
        `SELECT known.type, jobs.*,
                EXISTS (SELECT 1 FROM ${pausedTable(schema)} AS paused
                        WHERE paused.type = known.type) AS is_paused
         FROM unnest($1::text[]) WITH ORDINALITY AS known (type, position)
         CROSS JOIN LATERAL (
           SELECT count(*) FILTER (WHERE state < 'active' AND start_after <= now())::int AS waiting,
                  count(*) FILTER (WHERE state < 'active' AND start_after > now())::int AS planned,
                  count(*) FILTER (WHERE state = 'active')::int AS running,
                  count(*) FILTER (WHERE state = 'failed')::int AS dead,
                  extract(epoch FROM now() - min(start_after) FILTER
                    (WHERE state < 'active' AND start_after <= now()))::float8 AS due_for
           FROM ${schema}.job
           WHERE job.name = known.type AND (state < 'active' OR state IN ('active', 'failed'))
         ) AS jobs
         ORDER BY known.position`,
        [typesOf()]
      );
      return rows.map(({ due_for, is_paused, ...row }) => ({
        ...row,
        oldestDueSeconds: due_for === null ? null : Math.floor(due_for),
        isPaused: is_paused,
      }));
    },

    async listDead({ type, limit, offset }) {
      const rows = await query<DeadRow>(
        `SELECT ${DECIDED}, completed_on FROM ${schema}.job
         WHERE name = ANY($1) AND state = 'failed' ORDER BY completed_on DESC, id LIMIT $2 OFFSET $3`,
        [typesOf(type), limit, offset]
      );
      return rows.map(toDeadJob);
    },

    async countDead(type) {
      const [row] = await query<{ size: number }>(
        `SELECT count(*)::int AS size FROM ${schema}.job WHERE name = ANY($1) AND state = 'failed'`,
        [typesOf(type)]
      );
      return row?.size ?? 0;
    },

    async retry(tx, dead) {
      const [condition, bindings] = matching(dead);
      const rows = await tx.raw<DecidedRow>(
        `UPDATE ${schema}.job
         SET state = 'retry', start_after = now(), completed_on = NULL,
             retry_limit = retry_count + 1 + coalesce((?::json ->> name)::int, retry_limit)
         WHERE ${condition} RETURNING ${DECIDED}`,
        [JSON.stringify(Object.fromEntries(retryLimits)), ...bindings]
      );
      return rows.map(toDecidedJob);
    },

    async discard(tx, dead) {
      const [condition, bindings] = matching(dead);
      // `completed_on` remains what it was: pg-boss counts the 30 days from there, whatever the end was called.
      const rows = await tx.raw<DecidedRow>(
        `UPDATE ${schema}.job SET state = 'cancelled' WHERE ${condition} RETURNING ${DECIDED}`,
        bindings
      );
      return rows.map(toDecidedJob);
    },

    async pause(tx, type) {
      const rows = await tx.raw(
        `INSERT INTO ${pausedTable(schema)} (type) VALUES (?)
         ON CONFLICT (type) DO NOTHING RETURNING type`,
        [type]
      );
      return rows.length > 0;
    },

    async resume(tx, type) {
      const rows = await tx.raw(
        `DELETE FROM ${pausedTable(schema)} WHERE type = ? RETURNING type`,
        [type]
      );
      return rows.length > 0;
    },
  };
};

/** Ours, in pg-boss's schema, because it belongs to these jobs and not to another programme's. */
export const pausedTable = (schema: string) => `${schema}.webinars_paused_jobs`;

const DECIDED = `id, name, singleton_key, retry_count, output ->> 'reason' AS reason`;

type QueueRow = {
  type: string;
  waiting: number;
  planned: number;
  running: number;
  dead: number;
  due_for: number | null;
  is_paused: boolean;
};

type DecidedRow = {
  id: string;
  name: string;
  singleton_key: string | null;
  retry_count: number;
  reason: string | null;
};

type DeadRow = DecidedRow & { completed_on: Date };

const toDecidedJob = (row: DecidedRow): DecidedJob => ({
  id: row.id,
  type: row.name,
  key: row.singleton_key ?? '',
  attempts: row.retry_count + 1,
  // pg-boss writes its own words when a lease runs out for the last time.
  reason: row.reason ?? WORKER_LOST,
});

const toDeadJob = (row: DeadRow): DeadJob => ({ ...toDecidedJob(row), diedAt: row.completed_on });
