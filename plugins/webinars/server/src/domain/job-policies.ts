import type { JobCatalog } from './job-catalog';

/**
 * How each job is tried and tried again. A confirmation is worth sending for three days; work that walks a session's
 * registrations goes after the mails of those who have just registered, and mails of a schedule after all that.
 */
export const JOB_POLICIES = {
  'messages.send': {
    concurrency: 20,
    retryLimit: 105,
    backoffSeconds: 10,
    maxBackoffSeconds: 3600,
    priority: 10,
  },
  'messages.send-bulk': {
    concurrency: 30,
    retryLimit: 60,
    backoffSeconds: 10,
    maxBackoffSeconds: 3600,
    priority: 2,
  },
  'messages.announce': { concurrency: 2, retryLimit: 30, priority: 5 },
  'messages.send-announcement': {
    concurrency: 20,
    retryLimit: 60,
    backoffSeconds: 10,
    maxBackoffSeconds: 3600,
    priority: 1,
  },
  'messages.send-staff': {
    concurrency: 5,
    retryLimit: 60,
    backoffSeconds: 10,
    maxBackoffSeconds: 3600,
    priority: 8,
  },
  'reminders.fan-out': { concurrency: 2, retryLimit: 30, priority: 5 },
  'registration.notify-moved': { concurrency: 2, retryLimit: 30, priority: 5 },
  'sessions.tell-renamed': { concurrency: 1, retryLimit: 30, priority: 5 },
  'registration.cancel-all': { concurrency: 2, retryLimit: 30, priority: 5 },
  'registration.pass-seats-on': { concurrency: 2, retryLimit: 100, priority: 20 },
  'registration.end-waiting': { concurrency: 2, retryLimit: 30, priority: 1 },
  'catalog.refresh-users': { concurrency: 1, retryLimit: 30, priority: 15 },
  'catalog.refresh-session': { concurrency: 1, retryLimit: 30, priority: 1 },
  'analytics.roll-up': { concurrency: 1, retryLimit: 10, priority: 0 },
} satisfies Record<keyof JobCatalog, object>;
