import type { Tx } from '../transaction';

/** Every job type with the shape of its payload. Payloads are JSON objects that hold ids, never people. */
export type Catalog = Record<string, object>;

export type JobType<C> = keyof C & string;

/**
 * A job to be done once. The same `(type, key)` is accepted once, and not again until 30 days after it ended, so a
 * key names the effect (`confirmation:<registration>:<revision>`), not the moment.
 */
export type NewJob<C> = {
  [T in JobType<C>]: {
    type: T;
    key: string;
    payload: C[T];
    /** Not before this instant; now when absent. */
    runAt?: Date;
  };
}[JobType<C>];

export type JobContext = {
  /** The key it was enqueued with: the idempotency key for whatever the handler calls. */
  key: string;
  /** 1 on the first run. A job that was put off keeps its number. */
  attempt: number;
  isLastAttempt: boolean;
  /** Fires when the time limit is reached, or when another worker has taken the job over. */
  signal: AbortSignal;
};

/**
 * Does the work. Returning means done; throwing means once more, later; `GiveUp` and `PutOff` say something else. It
 * may run twice (a worker can die between the work and its record), so it checks first, and acts idempotently.
 */
export type JobHandler<P> = (payload: P, context: JobContext) => Promise<void>;

export type JobHandlers<C> = { [T in JobType<C>]: JobHandler<C[T]> };

export type JobPolicy = {
  /** How many run side by side in one process. Default 5. */
  concurrency?: number;
  /** How often it is tried again after the first failure. Stored with the job when it is enqueued. Default 10. */
  retryLimit?: number;
  /** The longest wait before the first retry; it doubles from there, and half of it is chance. Default 5. */
  backoffSeconds?: number;
  /** Where the doubling ends. Default 3600. */
  maxBackoffSeconds?: number;
  /** At most 30, the default: longer work continues in a job that it enqueues. */
  timeoutSeconds?: number;
  /** Types with a higher number are started first. Default 0. */
  priority?: number;
};

/** Names every type, `{}` for the defaults: the queues are made from this list. */
export type JobPolicies<C> = { [T in JobType<C>]: JobPolicy };

export type DeadJob = {
  id: string;
  type: string;
  key: string;
  attempts: number;
  /** Name and message of the last error, without addresses or values. */
  reason: string;
  diedAt: Date;
};

/** A job that was dead until an operator decided on it. */
export type DecidedJob = Omit<DeadJob, 'diedAt'>;

/** Dead jobs by their ids, or all of a type. */
export type DeadJobs<Type extends string = string> = { ids: readonly string[] } | { type: Type };

export type QueueState = {
  type: string;
  /** Due, and not started. */
  waiting: number;
  /** For later, retries among them. */
  planned: number;
  running: number;
  dead: number;
  /** For how long the first of those that wait has been due; null when none waits. */
  oldestDueSeconds: number | null;
  isPaused: boolean;
};

export type JobCounts = {
  /** Not started: due, planned for later, or waiting for a retry. */
  waiting: number;
  running: number;
  dead: number;
};

/** Jobs by what their payload names, as in `{ field: 'letterId', values: ['a', 'b'] }`. */
export type NamedJobs = { field: string; values: readonly string[] };

export type ForgottenJobs = { forgotten: number; running: number };

/** Asks the database what is due and does it. Its schedule carries no meaning: it may be missed or doubled. */
export type TickTask = (signal: AbortSignal) => Promise<void>;

export type Jobs<C> = {
  /** Creates the tables or queues; safe to repeat, and in several instances at once. Before anything else. */
  prepare(): Promise<void>;
  /** Stores jobs in the caller's transaction, by one statement; they start after its commit. */
  enqueue(tx: Tx, jobs: readonly NewJob<C>[]): Promise<void>;
  /**
   * Takes out, in the caller's transaction, every job whose payload has one of `values` in `field`: those that wait and
   * those that ended. What is running ends by itself.
   */
  forget(tx: Tx, named: NamedJobs): Promise<ForgottenJobs>;
  /** Says who does the work. Needed before `work` and `runDue`. */
  handle(handlers: JobHandlers<C>): void;
  /** Runs `task` by the clock while this process works. `cron` has five fields and is read in UTC. */
  tick(name: string, cron: string, task: TickTask): Promise<void>;
  /** Starts the worker and the clock of this process. */
  work(): Promise<void>;
  /** Takes nothing new, waits for what runs, and closes what it opened. */
  stop(): Promise<void>;
  /**
   * Does what is due now, in the calling process, and what that enqueues for now; says how many runs there were. For
   * commands and tests. Throws when the database fails. Not inside a transaction.
   */
  runDue(): Promise<number>;
  /** Runs every registered tick once, or those named. For commands and tests: unlike by the clock, an error is thrown. */
  runTicks(names?: readonly string[]): Promise<void>;
  counts(): Promise<JobCounts>;
  /** How every type is, in the order of the policies. */
  queues(): Promise<QueueState[]>;
  /** The latest dead jobs, of one type or of all. They are kept for 30 days. */
  listDead(options?: { type?: JobType<C>; limit?: number; offset?: number }): Promise<DeadJob[]>;
  countDead(options?: { type?: JobType<C> }): Promise<number>;
  /** Gives dead jobs as many attempts as new ones. Answers those of them that were dead. */
  retry(tx: Tx, dead: DeadJobs<JobType<C>>): Promise<DecidedJob[]>;
  /**
   * Takes dead jobs off the list for good, and logs each. Answers those of them that were dead. Their (type, key) is
   * refused as long as if they were still on it.
   */
  discard(tx: Tx, dead: DeadJobs<JobType<C>>): Promise<DecidedJob[]>;
  /**
   * From the commit on no instance claims jobs of this type, until `resume`, whatever restarts. What runs ends by
   * itself; enqueueing and ticks go on. False if it was paused already.
   */
  pause(tx: Tx, type: JobType<C>): Promise<boolean>;
  /** False if it was not paused. */
  resume(tx: Tx, type: JobType<C>): Promise<boolean>;
};

/** Thrown by a handler: trying again is pointless. The job is dead at once. */
export class GiveUp extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'GiveUp';
  }
}

/** Thrown by a handler: not now. The job runs again after `seconds` (at least 1), and no attempt is counted. */
export class PutOff extends Error {
  constructor(readonly seconds: number) {
    super(`put off for ${seconds} s`);
    this.name = 'PutOff';
  }
}
