import { setImmediate as nextTurn } from 'node:timers/promises';
import { Mutex } from 'async-mutex';
import { attemptJob, type Lane } from './attempt';
import { createBell } from './bell';
import type { ClaimedJob, Engine, Outcome } from './engine';
import { reasonOf } from './reason';
import { repeatEvery, type Repetition } from './repeat';
import { createSettler } from './settler';

export type Log = {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
};

export type Timings = {
  /** How long a job is ours without a sign of life. */
  leaseSeconds: number;
  /** How often the jobs of dead workers are looked for. Lease and sweep together stay below a minute. */
  sweepSeconds: number;
  /** How often other processes' jobs and due retries are looked for at the latest; our own jobs wake us. */
  pollSeconds: number;
  /** The first pause after a database error; it doubles up to a minute. */
  errorPauseSeconds: number;
};

export type Runner = {
  addLane(lane: Lane): void;
  /** A job of this type has been committed, for `inMs` from now (0 or less: due). */
  wake(type: string, inMs: number): void;
  /** Types may have been paused or resumed. */
  lookNow(): void;
  start(): void;
  stop(): Promise<void>;
  drain(): Promise<number>;
};

type RunningLane = Lane & {
  /** Claimed, but not started yet. */
  claimed: ClaimedJob[];
  running: number;
  /** There may be due jobs in the database. */
  isDue: boolean;
  /** When last looked: the claim itself knows better. */
  isPaused: boolean;
  averageMs: number;
};

const LARGEST_CLAIM = 250;
/** A claim fetches the work of about this time, so that a restart or a more urgent job never waits long for it. */
const CLAIM_AHEAD_MS = 500;
/** What is urgent waits here for whatever becomes free next; another process may be idle meanwhile. */
const CLAIM_WITHOUT_ROOM = 5;
const LONGEST_PAUSE_SECONDS = 60;
const DRAIN_CLAIM = 100;

export const createRunner = ({
  engine,
  log,
  timings,
  maxRunning,
}: {
  engine: Engine;
  log: Log;
  timings: Timings;
  /** Over all types, in this process. */
  maxRunning: number;
}): Runner => {
  const lanes: RunningLane[] = [];
  const held = new Map<ClaimedJob, AbortController>();
  const bell = createBell();
  // Renewing and settling touch the same rows in different orders: side by side they would deadlock.
  const writing = new Mutex();
  let running = 0;
  let lookAt = 0;
  let isStopping = false;
  let loop: Promise<void> | undefined;
  let repetitions: Repetition[] = [];
  let onIdle: (() => void) | undefined;

  const complain = (what: string) => (error: unknown) =>
    log.error(`[webinars] jobs: ${what}: ${reasonOf(error)}`);

  const lookIn = (ms: number) => {
    lookAt = Math.min(lookAt, performance.now() + ms);
  };

  const lookNow = () => {
    lookAt = 0;
    bell.ring();
  };

  const settler = createSettler({
    settle: (outcomes) => writing.runExclusive(() => engine.settle(outcomes)),
    pauseSeconds: timings.errorPauseSeconds,
    onSettled(outcomes) {
      for (const outcome of outcomes) {
        held.delete(outcome.job);
        report(outcome);
        if ('delaySeconds' in outcome) lookIn(outcome.delaySeconds * 1000);
      }
      bell.ring();
    },
    onError: complain('storing what was done'),
  });

  const report = (outcome: Outcome) => {
    const { type, id, attempt } = outcome.job;
    if (outcome.kind === 'retry') {
      log.warn(`[webinars] job ${type} ${id}: attempt ${attempt} failed: ${outcome.reason}`);
    }
    if (outcome.kind === 'dead') {
      log.error(`[webinars] job ${type} ${id}: dead after attempt ${attempt}: ${outcome.reason}`);
    }
  };

  const renewLeases = async () => {
    if (held.size === 0) return;
    const lost = await writing.runExclusive(() => engine.extend([...held.keys()]));
    for (const job of lost) {
      held.get(job)?.abort(new LeaseLost());
      held.delete(job);
    }
  };

  /** Which types are paused, and when the others have something due. */
  const readAgenda = async () => {
    const paused = await engine.paused();
    const types = lanes.map(({ type }) => type).filter((type) => !paused.has(type));
    return { paused, waits: await engine.nextDue(types) };
  };

  const giveBack = ({ claimed }: RunningLane) => {
    for (const job of claimed.splice(0)) settler.add({ kind: 'later', job, delaySeconds: 0 });
  };

  /** Asks which types have something due, and when the next thing will be. */
  const look = async () => {
    // Before the question: a job that is committed meanwhile may bring the next look forward.
    lookAt = performance.now() + timings.pollSeconds * 1000;
    const { paused, waits } = await readAgenda();
    for (const lane of lanes) {
      lane.isPaused = paused.has(lane.type);
      if (lane.isPaused) giveBack(lane);
      const wait = waits.get(lane.type);
      if (wait === undefined) continue;
      if (wait <= 0) lane.isDue = true;
      else lookIn(wait);
    }
  };

  const hasRoom = (lane: RunningLane) =>
    running < maxRunning && lane.running < lane.policy.concurrency;

  const claim = async (lane: RunningLane) => {
    const limit = hasRoom(lane) ? claimSize(lane) : CLAIM_WITHOUT_ROOM;
    lane.isDue = false;
    const jobs = await engine.claim(lane.type, limit).catch((error: unknown) => {
      lane.isDue = true;
      throw error;
    });
    // A full hand means that there may be more. (A wake-up during the claim has set the flag, too.)
    if (jobs.length >= limit) lane.isDue = true;
    for (const job of jobs) held.set(job, new AbortController());
    lane.claimed.push(...jobs);
    startClaimed();
  };

  const startClaimed = () => {
    if (isStopping) return;
    for (const lane of lanes) {
      while (lane.claimed.length > 0 && hasRoom(lane)) {
        const job = lane.claimed.shift();
        const abort = job && held.get(job);
        // Without an entry, the lease was lost while the job waited.
        if (abort) void runJob(lane, job, abort);
      }
    }
  };

  const runJob = async (lane: RunningLane, job: ClaimedJob, abort: AbortController) => {
    lane.running += 1;
    running += 1;
    const startedAt = performance.now();
    const outcome = await attemptJob(lane, job, abort);
    lane.averageMs += (performance.now() - startedAt - lane.averageMs) / 5;
    lane.running -= 1;
    running -= 1;
    settler.add(outcome);
    startClaimed();
    if (running === 0) onIdle?.();
    if (lanes.some(needsClaim)) bell.ring();
  };

  const needsClaim = (lane: RunningLane) =>
    lane.isDue && !lane.isPaused && lane.claimed.length === 0 && (hasRoom(lane) || overtakes(lane));

  /** Whatever becomes free next would be taken by less urgent jobs that have been claimed already. */
  const overtakes = ({ policy, running: alreadyRunning }: RunningLane) =>
    alreadyRunning < policy.concurrency &&
    lanes.some(
      ({ claimed, policy: { priority } }) => priority < policy.priority && claimed.length > 0
    );

  const turn = async () => {
    if (performance.now() >= lookAt) await look();
    for (let lane = lanes.find(needsClaim); lane && !isStopping; lane = lanes.find(needsClaim)) {
      await claim(lane);
      // SQLite answers synchronously: without this, small jobs would keep every timer and request waiting.
      await nextTurn();
    }
  };

  const work = async () => {
    let failures = 0;
    while (!isStopping) {
      try {
        await turn();
        failures = 0;
        await bell.wait(Math.max(0, lookAt - performance.now()));
      } catch (error) {
        complain('looking for work')(error);
        failures += 1;
        lookAt = 0;
        await pauseAfterError(failures);
      }
    }
  };

  const pauseAfterError = async (failures: number) => {
    const seconds = Math.min(
      LONGEST_PAUSE_SECONDS,
      timings.errorPauseSeconds * 2 ** (failures - 1)
    );
    const until = performance.now() + seconds * 1000;
    // Commits and finished jobs ring as well; only a stop ends the pause early.
    while (!isStopping && performance.now() < until) await bell.wait(until - performance.now());
  };

  const idle = () =>
    running === 0
      ? Promise.resolve()
      : new Promise<void>((resolve) => {
          onIdle = resolve;
        });

  const sweep = async () => {
    // First ours: after a long block of the event loop our own leases may have run out.
    await renewLeases();
    await engine.sweep();
    lookNow();
  };

  return {
    addLane(lane) {
      lanes.push({
        ...lane,
        claimed: [],
        running: 0,
        isDue: false,
        isPaused: false,
        averageMs: CLAIM_AHEAD_MS,
      });
      lanes.sort((a, b) => b.policy.priority - a.policy.priority);
      lookNow();
    },

    wake(type, inMs) {
      const lane = lanes.find((each) => each.type === type);
      if (lane && inMs <= 0) lane.isDue = true;
      else lookIn(inMs);
      bell.ring();
    },

    lookNow,

    start() {
      if (loop) return;
      isStopping = false;
      lookAt = 0;
      loop = work();
      repetitions = [
        repeatEvery(timings.leaseSeconds / 3, renewLeases, complain('renewing leases')),
        repeatEvery(timings.sweepSeconds, sweep, complain('freeing lost jobs')),
      ];
    },

    async stop() {
      if (!loop) return;
      isStopping = true;
      bell.ring();
      await loop;
      lanes.forEach(giveBack);
      await idle();
      await settler.finish();
      await Promise.all(repetitions.map((repetition) => repetition.stop()));
      loop = undefined;
    },

    async drain() {
      if (loop) throw new Error('runDue() is for a process that does not work by itself');
      const leases = repeatEvery(
        timings.leaseSeconds / 3,
        renewLeases,
        complain('renewing leases')
      );
      let runs = 0;
      try {
        await engine.sweep();
        for (;;) {
          const { waits } = await readAgenda();
          const lane = lanes.find(({ type }) => (waits.get(type) ?? Infinity) <= 0);
          if (!lane) return runs;
          const jobs = await engine.claim(lane.type, DRAIN_CLAIM);
          for (const job of jobs) held.set(job, new AbortController());
          const outcomes = await runAll(lane, jobs, held);
          await engine.settle(outcomes);
          outcomes.forEach(report);
          runs += jobs.length;
        }
      } finally {
        held.clear();
        await leases.stop();
      }
    },
  };
};

/** As many as run at once, or the work of half a second where that is more. */
const claimSize = ({ policy, running, averageMs }: RunningLane): number => {
  const ahead = Math.round((policy.concurrency * CLAIM_AHEAD_MS) / Math.max(averageMs, 0.1));
  return Math.max(policy.concurrency - running, Math.min(ahead, LARGEST_CLAIM));
};

/** Runs jobs as many at a time as their policy allows. */
const runAll = async (
  lane: Lane,
  jobs: readonly ClaimedJob[],
  held: ReadonlyMap<ClaimedJob, AbortController>
): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  const queue = [...jobs];
  const takeNext = async () => {
    for (let job = queue.shift(); job; job = queue.shift()) {
      const abort = held.get(job);
      if (abort) outcomes.push(await attemptJob(lane, job, abort));
    }
  };
  await Promise.all(Array.from({ length: lane.policy.concurrency }, takeNext));
  return outcomes;
};

class LeaseLost extends Error {
  constructor() {
    super('another worker has the job now');
    this.name = 'LeaseLost';
  }
}
