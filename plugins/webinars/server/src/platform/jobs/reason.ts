const LONGEST = 300;

/** SQLSTATE (`23505`) and better-sqlite3's codes. */
const DATABASE_CODE = /^(SQLITE_\w+|[0-9A-Z]{5})$/;
const ADDRESS = /[^\s<>"',;:()]+@[^\s<>"',;:()]+/g;

/**
 * What is kept of an error: its name and the first line of its message. Addresses are masked, because a mail server
 * repeats the recipient; of a database error only the code stays, because its message quotes the statement with values.
 */
export const reasonOf = (error: unknown): string => {
  if (isDatabaseError(error)) return `${nameOf(error)}: ${error.code}`;
  if (!(error instanceof Error)) return 'Error: something that is not an error was thrown';
  const [firstLine = ''] = error.message.split('\n');
  return `${error.name}: ${firstLine.replace(ADDRESS, '[address]')}`.slice(0, LONGEST);
};

type DatabaseError = { code: string; message?: unknown; stack?: unknown };

/** By its code alone: the error of a native driver need not be an `Error` of this realm. */
export const isDatabaseError = (error: unknown): error is DatabaseError =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  typeof error.code === 'string' &&
  DATABASE_CODE.test(error.code);

const nameOf = (error: object) =>
  'name' in error && typeof error.name === 'string' ? error.name : 'Error';
