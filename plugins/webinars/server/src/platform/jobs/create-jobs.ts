import { v5 as uuidV5 } from 'uuid';
import type { Clock } from '../clock';
import type { TransactionHost } from '../transaction';
import { LONGEST_RUN_SECONDS, type Lane } from './attempt';
import type { Engine } from './engine';
import type {
  Catalog,
  JobHandlers,
  JobPolicies,
  JobPolicy,
  Jobs,
  JobType,
  QueueState,
} from './port';
import { createPostgresEngine } from './postgres-engine';
import { createRunner, type Log, type Timings } from './runner';
import { createSqliteEngine } from './sqlite-engine';
import { createTick, type Tick } from './ticker';

/** What the engines need of Strapi's `db`. */
export type JobsDatabase = Pick<
  TransactionHost['db'],
  'connection' | 'dialect' | 'getSchemaName'
> & { config: { connection: { connection?: unknown } } };

export type JobsOptions<C extends Catalog> = {
  db: JobsDatabase;
  clock: Clock;
  log: Log;
  policies: JobPolicies<C>;
  /** How many jobs of all types run at once in this process. Default 40. */
  maxRunning?: number;
  timings?: Partial<Timings> & {
    /** PostgreSQL only: how often the schedules are looked at. Default 20. */
    tickCheckSeconds?: number;
  };
};

// A worker that dies gives its jobs free after lease + sweep, 40 seconds at most.
export const DEFAULT_TIMINGS: Timings = {
  leaseSeconds: 30,
  sweepSeconds: 10,
  pollSeconds: 2,
  errorPauseSeconds: 1,
};
const TICK_CHECK_SECONDS = 20;
const POOL_SIZE = 4;

const DEFAULT_POLICY: Required<JobPolicy> = {
  concurrency: 5,
  retryLimit: 10,
  backoffSeconds: 5,
  maxBackoffSeconds: 3600,
  timeoutSeconds: LONGEST_RUN_SECONDS,
  priority: 0,
};

/** Before everything else: a tick is short, and other work depends on it. Two, so that an overlap is seen and skipped. */
const TICK_POLICY = { ...DEFAULT_POLICY, concurrency: 2, retryLimit: 0, priority: Infinity };

/** Part of every job's id. Changing it would let every job of the last 30 days happen again. */
const ID_NAMESPACE = '0a6f0e0e-6f3b-4e0c-9d3b-6f8f6f6c2a51';

/**
 * The job queue of this process: pg-boss on PostgreSQL, a lease table on SQLite (ADR-0002).
 *
 * @throws on any other database, with a sentence for the operator
 */
export const createJobs = <C extends Catalog>(options: JobsOptions<C>): Jobs<C> => {
  const { clock, log } = options;
  const timings = { ...DEFAULT_TIMINGS, tickCheckSeconds: TICK_CHECK_SECONDS, ...options.timings };
  const engine = createEngine(options, timings);
  const runner = createRunner({ engine, log, timings, maxRunning: options.maxRunning ?? 40 });
  const policies = completePolicies(options.policies);
  const ticks: Tick[] = [];
  let isPrepared = false;
  let isHandled = false;
  let isWorking = false;
  let starting: Promise<void> | undefined;

  const startTick = async (tick: Tick) => {
    const queue = await engine.schedule({ name: tick.name, cron: tick.cron, fire: tick.fire });
    if (queue) runner.addLane({ type: queue, policy: TICK_POLICY, run: tick.fire });
  };

  const start = async () => {
    await engine.startClock();
    for (const tick of ticks) await startTick(tick);
    isWorking = true;
    runner.start();
  };

  const assertPrepared = () => {
    if (!isPrepared) throw new Error('The job queue is not ready: prepare() comes first');
  };

  const assertKnown = (type: JobType<C>) => {
    assertPrepared();
    if (!policies.has(type)) throw new Error(`No policy names the job type "${type}"`);
  };

  const assertHandled = () => {
    assertPrepared();
    if (!isHandled) throw new Error('Nobody does the jobs: handle() comes first');
  };

  return {
    async prepare() {
      if (isPrepared) return;
      await engine.prepare([...policies].map(([type, { retryLimit }]) => ({ type, retryLimit })));
      isPrepared = true;
    },

    async enqueue(tx, jobs) {
      assertPrepared();
      if (jobs.length === 0) return;
      for (const { type } of jobs) assertKnown(type);

      await engine.enqueue(
        tx,
        jobs.map((job) => ({ ...job, id: jobId(job.type, job.key) }))
      );
      tx.afterCommit(() => {
        const now = clock.now().getTime();
        for (const { type, runAt } of jobs) runner.wake(type, runAt ? runAt.getTime() - now : 0);
      });
    },

    async forget(tx, named) {
      assertPrepared();
      if (named.values.length === 0) return { forgotten: 0, running: 0 };
      return engine.forget(tx, named);
    },

    handle(handlers) {
      if (isHandled) throw new Error('The jobs have their handlers already');
      for (const [type, policy] of policies) runner.addLane(toLane(handlers, type, policy));
      isHandled = true;
    },

    async tick(name, cron, task) {
      const tick = createTick({ name, cron, task }, log);
      ticks.push(tick);
      if (isWorking) await startTick(tick);
    },

    async work() {
      assertHandled();
      if (isWorking) return;
      starting = start();
      await starting;
    },

    async stop() {
      isPrepared = false;
      // What is only half started could not be stopped.
      await Promise.allSettled([starting]);
      isWorking = false;
      await runner.stop();
      await engine.close();
      await Promise.all(ticks.map((tick) => tick.ended()));
    },

    async runDue() {
      assertHandled();
      return runner.drain();
    },

    async runTicks(names = ticks.map(({ name }) => name)) {
      for (const tick of ticks.filter(({ name }) => names.includes(name))) await tick.run();
    },

    async counts() {
      const queues = await engine.queues();
      const sum = (sizeOf: (queue: QueueState) => number) =>
        queues.reduce((total, queue) => total + sizeOf(queue), 0);
      return {
        waiting: sum(({ waiting, planned }) => waiting + planned),
        running: sum(({ running }) => running),
        dead: sum(({ dead }) => dead),
      };
    },

    queues: () => engine.queues(),
    listDead: ({ type, limit = 100, offset = 0 } = {}) => engine.listDead({ type, limit, offset }),
    countDead: ({ type } = {}) => engine.countDead(type),

    async retry(tx, dead) {
      assertPrepared();
      const jobs = await engine.retry(tx, dead);
      tx.afterCommit(() => {
        for (const { type } of jobs) runner.wake(type, 0);
      });
      return jobs;
    },

    async discard(tx, dead) {
      assertPrepared();
      const jobs = await engine.discard(tx, dead);
      tx.afterCommit(() => {
        for (const { type, id, attempts, reason } of jobs) {
          log.info(
            `[webinars] job ${type} ${id}: discarded, dead after attempt ${attempts}: ${reason}`
          );
        }
      });
      return jobs;
    },

    async pause(tx, type) {
      assertKnown(type);
      const hasChanged = await engine.pause(tx, type);
      tx.afterCommit(() => runner.lookNow());
      return hasChanged;
    },

    async resume(tx, type) {
      assertKnown(type);
      const hasChanged = await engine.resume(tx, type);
      tx.afterCommit(() => runner.lookNow());
      return hasChanged;
    },
  };
};

const createEngine = <C extends Catalog>(
  { db, clock, log }: JobsOptions<C>,
  { leaseSeconds, tickCheckSeconds }: Timings & { tickCheckSeconds: number }
): Engine => {
  const { client } = db.dialect;
  if (client === 'postgres') {
    return createPostgresEngine({
      db,
      clock,
      log,
      leaseSeconds,
      tickCheckSeconds,
      poolSize: POOL_SIZE,
    });
  }
  if (client === 'sqlite') return createSqliteEngine({ db, clock, leaseSeconds });
  throw new Error(`The webinars plugin runs on PostgreSQL or SQLite, not on "${client}".`);
};

/** The same on both databases and in every version, because it is what makes a job unique. */
const jobId = (type: string, key: string) => uuidV5(JSON.stringify([type, key]), ID_NAMESPACE);

const completePolicies = <C extends Catalog>(
  policies: JobPolicies<C>
): Map<JobType<C>, Required<JobPolicy>> => {
  const complete = new Map<JobType<C>, Required<JobPolicy>>();
  for (const type in policies) {
    const policy = { ...DEFAULT_POLICY, ...policies[type] };
    if (policy.timeoutSeconds > LONGEST_RUN_SECONDS) {
      throw new Error(`Job type "${type}": no job may run longer than ${LONGEST_RUN_SECONDS} s`);
    }
    complete.set(type, policy);
  }
  return complete;
};

const toLane = <C extends Catalog, T extends JobType<C>>(
  handlers: JobHandlers<C>,
  type: T,
  policy: Required<JobPolicy>
): Lane => ({
  type,
  policy,
  // `enqueue` is the only writer, and its parameter ties the payload to the type.
  run: (job, context) => handlers[type](job.payload as C[T], context),
});
