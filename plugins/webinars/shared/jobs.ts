import { z } from 'zod';
import type { JobCatalog } from '../server/src/domain/job-catalog';
import { JOB_POLICIES } from '../server/src/domain/job-policies';
import { paging } from './catalog';

/** Requests of the admin about the job queue, and what it answers: ids and figures, never what a job is about. */

type JobType = keyof JobCatalog;

const isJobType = (name: string): name is JobType => Object.hasOwn(JOB_POLICIES, name);

const jobType = z.enum(Object.keys(JOB_POLICIES).filter(isJobType));

/** Nothing to ask: every type is answered. */
export const queuesQuery = z.strictObject({});

export const deadJobsQuery = z.strictObject({ type: jobType.optional(), ...paging });

export type DeadJobsQuery = z.output<typeof deadJobsQuery>;

/** `/jobs/:type/pause` and `/jobs/:type/resume`. */
export const queueParams = z.strictObject({ type: jobType });

/** Either some dead jobs or all of a type. */
export const deadJobsBody = z
  .strictObject({
    ids: z.array(z.uuid()).min(1).max(100).optional(),
    type: jobType.optional(),
  })
  .transform(({ ids, type }, context): { ids: string[] } | { type: JobType } => {
    if (ids !== undefined && type === undefined) return { ids };
    if (type !== undefined && ids === undefined) return { type };
    context.addIssue({
      code: 'custom',
      path: ['ids'],
      message: ids === undefined ? 'required' : 'invalid',
    });
    return z.NEVER;
  });

/** A type of jobs, and how many of its jobs are where. */
export type Queue = {
  type: string;
  /** Due, and not started. */
  waiting: number;
  /** For later, retries among them. */
  planned: number;
  running: number;
  dead: number;
  /** For how long the first of those that wait has been due; null when none waits. */
  oldestDueSeconds: number | null;
  paused: boolean;
};

export type ListedDeadJob<Instant = string> = {
  id: string;
  type: string;
  /** By which it is known to be the same job: what it does, and the ids of whatever it does that to. */
  key: string;
  attempts: number;
  /** The last error, without addresses or values. */
  reason: string;
  diedAt: Instant;
};

/** Which of the dead jobs were tried again, or discarded. */
export type DecidedJobs = { ids: string[] };
