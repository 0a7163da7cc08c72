/**
 * PostgreSQL gave up a transaction because another one had the same rows: a deadlock, a serialization failure, or a row
 * that this one refers to and that is gone. Of the last, only the consequence is heard where Strapi tidies up after a
 * failed insertion: that the transaction takes no more commands.
 */
const CODES: readonly unknown[] = ['40P01', '40001', '23503', '25P02'];

export const isWriteConflict = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && CODES.includes(error.code);
