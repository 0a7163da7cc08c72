import { isDatabaseError, reasonOf } from '../jobs/reason';

/**
 * A fault as it may be logged. Strapi logs whatever is thrown, and a loquacious logger every field of it; in that of a
 * database error may stand what somebody typed.
 */
export const withoutValues = (error: unknown): unknown => {
  if (!isDatabaseError(error)) return error;
  // knex puts the statement first and the words of the database behind a dash: they may quote a value.
  const [statement = ''] = String(error.message).split(' - ');
  const frames = String(error.stack)
    .split('\n')
    .filter((line) => FRAME.test(line));
  const fault = new Error(`${reasonOf(error)}: ${statement}`);
  fault.stack = [fault.message, ...frames].join('\n');
  return fault;
};

/** What stands above the first of these is the message, in as many lines as it has. */
const FRAME = /^\s+at .+:\d+:\d+\)?$/;
