import type { Pagination } from '../../../../shared/catalog';
import type { DeadJobsQuery, DecidedJobs, ListedDeadJob, Queue } from '../../../../shared/jobs';
import type { JobCatalog } from '../../domain/job-catalog';
import { recordActivities, type Actor } from '../../platform/activity-log';
import type { Clock } from '../../platform/clock';
import { paginationOf } from '../../platform/http/pagination';
import type { DeadJobs, DecidedJob, Jobs } from '../../platform/jobs';
import type { RunInTransaction, Tx } from '../../platform/transaction';

export type JobPorts = {
  transaction: RunInTransaction;
  clock: Clock;
  jobs: Pick<
    Jobs<JobCatalog>,
    'queues' | 'listDead' | 'countDead' | 'retry' | 'discard' | 'pause' | 'resume'
  >;
};

type JobType = keyof JobCatalog;

export const listQueues =
  ({ jobs }: JobPorts) =>
  async (): Promise<Queue[]> =>
    (await jobs.queues()).map(({ isPaused, ...queue }) => ({ ...queue, paused: isPaused }));

/** Latest first. */
export const listDeadJobs =
  ({ jobs }: JobPorts) =>
  async (
    query: DeadJobsQuery
  ): Promise<{ items: ListedDeadJob<Date>[]; pagination: Pagination }> => {
    const { type, page, pageSize } = query;
    const ofType = type === undefined ? {} : { type };
    const offset = (page - 1) * pageSize;
    const items = await jobs.listDead({ ...ofType, limit: pageSize, offset });
    const total = await jobs.countDead(ofType);
    return { items, pagination: paginationOf(query, total) };
  };

export type DecisionInput = { dead: DeadJobs<JobType>; actor: Actor };

export const retryDeadJobs =
  (ports: JobPorts) =>
  ({ dead, actor }: DecisionInput): Promise<DecidedJobs> =>
    ports.transaction(async (tx) => {
      const retried = await ports.jobs.retry(tx, dead);
      return recordDecision(ports, tx, { action: 'jobs.retried', jobs: retried, actor });
    });

export const discardDeadJobs =
  (ports: JobPorts) =>
  ({ dead, actor }: DecisionInput): Promise<DecidedJobs> =>
    ports.transaction(async (tx) => {
      const discarded = await ports.jobs.discard(tx, dead);
      return recordDecision(ports, tx, { action: 'jobs.discarded', jobs: discarded, actor });
    });

export type QueueInput = { type: JobType; actor: Actor };

/** True if it was not paused before. */
export const pauseQueue =
  (ports: JobPorts) =>
  ({ type, actor }: QueueInput): Promise<boolean> =>
    ports.transaction(async (tx) => {
      const hasChanged = await ports.jobs.pause(tx, type);
      if (hasChanged) await record(ports, tx, { action: 'jobs.paused', types: [type], actor });
      return hasChanged;
    });

/** True if it was paused before. */
export const resumeQueue =
  (ports: JobPorts) =>
  ({ type, actor }: QueueInput): Promise<boolean> =>
    ports.transaction(async (tx) => {
      const hasChanged = await ports.jobs.resume(tx, type);
      if (hasChanged) await record(ports, tx, { action: 'jobs.resumed', types: [type], actor });
      return hasChanged;
    });

/** The log can only be appended to, so one line must not grow without bounds. The server's own log names all. */
const MOST_IDS_IN_A_LINE = 100;

const recordDecision = async (
  ports: JobPorts,
  tx: Tx,
  { action, jobs, actor }: { action: string; jobs: readonly DecidedJob[]; actor: Actor }
): Promise<DecidedJobs> => {
  const ids = jobs.map(({ id }) => id);
  if (ids.length === 0) return { ids };
  const named = ids.slice(0, MOST_IDS_IN_A_LINE);
  const others = ids.length - named.length;
  await record(ports, tx, {
    action,
    types: [...new Set(jobs.map(({ type }) => type))],
    actor,
    fields: others === 0 ? named : [...named, `and ${others} more`],
  });
  return { ids };
};

const record = (
  { clock }: JobPorts,
  tx: Tx,
  {
    action,
    types,
    actor,
    fields = [],
  }: { action: string; types: readonly string[]; actor: Actor; fields?: readonly string[] }
): Promise<void> =>
  recordActivities(tx, {
    at: clock.now(),
    actor,
    activities: [{ action, subjectType: 'jobs', subjectId: types.join(','), fields }],
  });
