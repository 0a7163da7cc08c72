/**
 * What the database says when it has no time, or is not there for a moment. The same request may succeed soon; only
 * where the line broke at the very commit may it have been done already, which an Idempotency-Key settles. knex gives up
 * waiting for a connection after `acquireConnectionTimeout`; the rest are codes of PostgreSQL (Appendix A) and SQLite,
 * and of the network between.
 */
export const isDatabaseBusy = (error: unknown): boolean =>
  hasGivenUpWaiting(error) || CONFLICTS.has(codeOf(error));

/** Not a conflict with somebody else, which is over by now: whoever tries at once waits in vain as well. */
export const hasGivenUpWaiting = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'KnexTimeoutError' ||
    LOST_LINE.test(error.message) ||
    WAITED_IN_VAIN.has(codeOf(error)));

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code);

const CONFLICTS = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
]);

/**
 * pg's words for a line that broke, or did not come about in time: there is no code. knex puts the statement in front,
 * and has words of its own where it is the line to stop another one by.
 */
const LOST_LINE =
  /(^| - )(Connection terminated|Client has encountered a connection error|timeout expired$)|cancelling of query failed\.$/;

const WAITED_IN_VAIN = new Set([
  '55P03', // lock_not_available: `lock_timeout`
  '57014', // query_canceled: `statement_timeout`
  '53300', // too_many_connections
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  'ECONNREFUSED',
  'ECONNRESET',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
]);
