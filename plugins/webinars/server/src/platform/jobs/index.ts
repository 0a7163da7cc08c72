export { createJobs, type JobsOptions } from './create-jobs';
export {
  GiveUp,
  PutOff,
  type JobContext,
  type JobCounts,
  type JobHandlers,
  type JobPolicies,
  type Jobs,
  type NewJob,
} from './port';
