export { createJobs, type JobsOptions } from './create-jobs';
export {
  GiveUp,
  PutOff,
  type DeadJob,
  type DeadJobs,
  type DecidedJob,
  type JobContext,
  type JobCounts,
  type JobHandlers,
  type JobPolicies,
  type Jobs,
  type NewJob,
  type QueueState,
} from './port';
