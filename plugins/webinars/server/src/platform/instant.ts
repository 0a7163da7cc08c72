/** Databases answer instants as milliseconds (SQLite), dates (PostgreSQL) or ISO text (JSON). */
export const readInstant = (value: unknown): Date | null => {
  if (value === null || value === undefined || value === '') return null;
  const instant = value instanceof Date ? value : new Date(value as string | number);
  if (Number.isNaN(instant.getTime())) throw new Error('a stored instant cannot be read');
  return instant;
};

export const requiredInstant = (value: unknown): Date => {
  const instant = readInstant(value);
  if (instant === null) throw new Error('a required instant is missing');
  return instant;
};
