export { createJobs, type JobsDatabase, type JobsOptions } from './create-jobs';
export {
  GiveUp,
  PutOff,
  type Catalog,
  type DeadJob,
  type JobContext,
  type JobCounts,
  type JobHandler,
  type JobHandlers,
  type JobPolicies,
  type JobPolicy,
  type Jobs,
  type JobType,
  type NewJob,
  type TickTask,
} from './port';
