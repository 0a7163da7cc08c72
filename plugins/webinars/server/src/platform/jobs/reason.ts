const LONGEST = 300;

/** SQLSTATE (`23505`) and better-sqlite3's codes. */
const DATABASE_CODE = /^(SQLITE_\w+|[0-9A-Z]{5})$/;
const ADDRESS = /[^\s<>"',;:()]+@[^\s<>"',;:()]+/g;

/**
 * What is kept of an error: its name and the first line of its message. Addresses are masked, because a mail server
 * repeats the recipient; of a database error only the code stays, because its message quotes the statement with values.
 */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'Error: something that is not an error was thrown';
  const [firstLine = ''] = error.message.split('\n');
  const message = databaseCode(error) ?? firstLine.replace(ADDRESS, '[address]');
  return `${error.name}: ${message}`.slice(0, LONGEST);
};

const databaseCode = (error: Error): string | undefined =>
  'code' in error && typeof error.code === 'string' && DATABASE_CODE.test(error.code)
    ? error.code
    : undefined;
