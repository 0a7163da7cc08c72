import type { Tx } from '../transaction';
import type { DeadJob, DeadJobs, DecidedJob, ForgottenJobs, NamedJobs, QueueState } from './port';

/** How long finished and dead jobs are kept, and with them the memory of which (type, key) has been done. */
export const RETENTION_DAYS = 30;

export const WORKER_LOST = 'WorkerLost: the worker stopped before the job had ended';

export type QueueSettings = { type: string; retryLimit: number };

export type StoredJob = { id: string; type: string; key: string; payload: object; runAt?: Date };

/** A job that this process holds by a lease, which it has to extend until the outcome is stored. */
export type ClaimedJob = {
  id: string;
  type: string;
  key: string;
  payload: unknown;
  attempt: number;
  retryLimit: number;
};

export type Outcome = { job: ClaimedJob } & (
  | { kind: 'done' }
  | { kind: 'retry'; delaySeconds: number; reason: string }
  /** Back to the queue without counting an attempt. */
  | { kind: 'later'; delaySeconds: number }
  | { kind: 'dead'; reason: string }
);

export type ScheduledTick = { name: string; cron: string; fire: () => Promise<void> };

/** What operators see of the jobs and do to them. What is asked for without a type is about all types. */
export type Management = {
  /** The types that nobody claims at present. */
  paused(): Promise<Set<string>>;
  /** In the order in which `prepare` named the types. */
  queues(): Promise<QueueState[]>;
  /** Latest first. */
  listDead(page: { type?: string; limit: number; offset: number }): Promise<DeadJob[]>;
  countDead(type?: string): Promise<number>;
  /** Both answer those jobs that were dead. */
  retry(tx: Tx, dead: DeadJobs): Promise<DecidedJob[]>;
  discard(tx: Tx, dead: DeadJobs): Promise<DecidedJob[]>;
  /** Both answer whether that changed anything. */
  pause(tx: Tx, type: string): Promise<boolean>;
  resume(tx: Tx, type: string): Promise<boolean>;
};

/** How jobs are stored. Everything else (the loop, the limits, the retries) is the same on both databases. */
export type Engine = Management & {
  prepare(queues: readonly QueueSettings[]): Promise<void>;
  enqueue(tx: Tx, jobs: readonly StoredJob[]): Promise<void>;
  /** Deletes the jobs that name one of the values, but for those that are running, which it counts. */
  forget(tx: Tx, named: NamedJobs): Promise<ForgottenJobs>;
  /** Takes up to `limit` due jobs, none of a paused type. No job is handed out twice while its lease runs. */
  claim(type: string, limit: number): Promise<ClaimedJob[]>;
  /** Stores how attempts ended. Repeating it changes nothing; a job that was lost meanwhile is left alone. */
  settle(outcomes: readonly Outcome[]): Promise<void>;
  /** Renews the leases and returns the jobs that are not ours any more. */
  extend(jobs: readonly ClaimedJob[]): Promise<ClaimedJob[]>;
  /** Milliseconds until the first job of each type is due, for the types that have one waiting. */
  nextDue(types: readonly string[]): Promise<Map<string, number>>;
  /** Frees the jobs of dead workers and, once an hour, forgets what ended long ago. */
  sweep(): Promise<void>;
  /** Starts the clock, to which ticks are added then. */
  startClock(): Promise<void>;
  /** Adds a tick to the clock. Answers a queue's name where ticks arrive as jobs, null where `fire` is called. */
  schedule(tick: ScheduledTick): Promise<string | null>;
  close(): Promise<void>;
};
