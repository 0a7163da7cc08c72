import type { Management } from './engine';
import type { DeadJob, DeadJobs, DecidedJob } from './port';

type Options = {
  run<Row>(sql: string, bindings?: readonly (string | number)[]): Promise<Row[]>;
  now(): number;
  /** Of the types that this process knows: the others' jobs are nobody's here. */
  retryLimits: ReadonlyMap<string, number>;
};

/** What operators see of the jobs on SQLite, and do to them. */
export const manageOnSqlite = ({ run, now, retryLimits }: Options): Management => {
  const typesOf = (type?: string) =>
    JSON.stringify(type === undefined ? [...retryLimits.keys()] : [type]);

  /** The condition that selects dead jobs, and its bindings. */
  const matching = (dead: DeadJobs): [condition: string, bindings: string[]] => {
    const ofType = `state = 'dead' AND type IN (SELECT value FROM json_each(?))`;
    if ('type' in dead) return [ofType, [typesOf(dead.type)]];
    return [
      `${ofType} AND id IN (SELECT value FROM json_each(?))`,
      [typesOf(), JSON.stringify(dead.ids)],
    ];
  };

  return {
    async paused() {
      const rows = await run<{ type: string }>('SELECT type FROM webinars_paused_jobs');
      return new Set(rows.map(({ type }) => type));
    },

    async queues() {
      const at = now();
      // A count for each type and state, because each has an index of its own.
      const rows = await run<QueueRow>(
        `SELECT known.value AS type,
                (SELECT count(*) FROM webinars_jobs
                 WHERE state = 'waiting' AND type = known.value AND run_at <= ?) AS waiting,
                (SELECT count(*) FROM webinars_jobs
                 WHERE state = 'waiting' AND type = known.value AND run_at > ?) AS planned,
                (SELECT count(*) FROM webinars_jobs
                 WHERE state = 'running' AND type = known.value) AS running,
                (SELECT count(*) FROM webinars_jobs
                 WHERE state = 'dead' AND type = known.value) AS dead,
                (SELECT min(run_at) FROM webinars_jobs
                 WHERE state = 'waiting' AND type = known.value AND run_at <= ?) AS due_since,
                EXISTS (SELECT 1 FROM webinars_paused_jobs WHERE type = known.value) AS is_paused
         FROM json_each(?) AS known ORDER BY known.key`,
        [at, at, at, typesOf()]
      );
      return rows.map(({ due_since, is_paused, ...row }) => ({
        ...row,
        oldestDueSeconds: due_since === null ? null : Math.floor((at - due_since) / 1000),
        isPaused: is_paused === 1,
      }));
    },

    async listDead({ type, limit, offset }) {
      const rows = await run<DeadRow>(
        `SELECT id, type, key, attempts, reason, finished_at FROM webinars_jobs
         WHERE state = 'dead' AND type IN (SELECT value FROM json_each(?))
         ORDER BY finished_at DESC, rowid DESC LIMIT ? OFFSET ?`,
        [typesOf(type), limit, offset]
      );
      return rows.map(toDeadJob);
    },

    async countDead(type) {
      const [row] = await run<{ size: number }>(
        `SELECT count(*) AS size FROM webinars_jobs
         WHERE state = 'dead' AND type IN (SELECT value FROM json_each(?))`,
        [typesOf(type)]
      );
      return row?.size ?? 0;
    },

    async retry(tx, dead) {
      const [condition, bindings] = matching(dead);
      const rows = await tx.raw<DecidedRow>(
        `UPDATE webinars_jobs
         SET state = 'waiting', run_at = ?, retry_limit = attempts + coalesce(? ->> type, retry_limit),
             finished_at = NULL
         WHERE ${condition} RETURNING id, type, key, attempts, reason`,
        [now(), JSON.stringify(Object.fromEntries(retryLimits)), ...bindings]
      );
      return rows.map(toDecidedJob);
    },

    async discard(tx, dead) {
      const [condition, bindings] = matching(dead);
      // Done, in that nobody will do it any more; the reason remains, and the time from which the 30 days count.
      const rows = await tx.raw<DecidedRow>(
        `UPDATE webinars_jobs SET state = 'done'
         WHERE ${condition} RETURNING id, type, key, attempts, reason`,
        bindings
      );
      return rows.map(toDecidedJob);
    },

    async pause(tx, type) {
      const rows = await tx.raw(
        `INSERT INTO webinars_paused_jobs (type, paused_at) VALUES (?, ?)
         ON CONFLICT (type) DO NOTHING RETURNING type`,
        [type, now()]
      );
      return rows.length > 0;
    },

    async resume(tx, type) {
      const rows = await tx.raw('DELETE FROM webinars_paused_jobs WHERE type = ? RETURNING type', [
        type,
      ]);
      return rows.length > 0;
    },
  };
};

type QueueRow = {
  type: string;
  waiting: number;
  planned: number;
  running: number;
  dead: number;
  due_since: number | null;
  is_paused: 0 | 1;
};

type DecidedRow = {
  id: string;
  type: string;
  key: string;
  attempts: number;
  reason: string | null;
};

type DeadRow = DecidedRow & { finished_at: number };

const toDecidedJob = ({ id, type, key, attempts, reason }: DecidedRow): DecidedJob => ({
  id,
  type,
  key,
  attempts,
  reason: reason ?? '',
});

const toDeadJob = (row: DeadRow): DeadJob => ({
  ...toDecidedJob(row),
  diedAt: new Date(row.finished_at),
});
