/** The part of a Strapi schema that is asked for here. */
export type FieldKinds = Readonly<Record<string, { type: string; component?: string }>>;

/** Deeper or longer than any form, and what stacks and statements can still take. */
const MOST_LEVELS = 32;
const MOST_ITEMS = 1000;

const LARGEST_INTEGER = 2_147_483_647;

/**
 * The name of the first field whose value Strapi or one of the databases cannot work with, whatever the rules of its
 * type: characters that PostgreSQL has no room for, numbers beyond its integers, references that are none. Strapi finds
 * out in the middle of its own checks, which on PostgreSQL end the process.
 */
export const unusableField = (
  data: unknown,
  fields: FieldKinds,
  componentOf: (name: string) => FieldKinds
): string | null => {
  const unread = unreadableKey(data);
  if (unread !== null) return unread;
  return wrongField(data, fields, componentOf);
};

/** The key under which something stands that no field can hold: a NUL, or a structure without end. */
export const unreadableKey = (data: unknown): string | null => {
  if (!isRecord(data)) return isReadable(data, 0) ? null : 'body';
  const keys = Object.entries(data).map(([key, value]) =>
    isReadable(key, 0) && isReadable(value, 1) ? null : key.replaceAll(NUL, '')
  );
  return keys.find((key) => key !== null) ?? null;
};

const NUL = '\u0000';

const isReadable = (value: unknown, level: number): boolean => {
  if (typeof value === 'string') return !value.includes(NUL);
  if (typeof value !== 'object' || value === null) return true;
  if (level > MOST_LEVELS) return false;
  const items = Object.entries(value);
  if (Array.isArray(value) && items.length > MOST_ITEMS) return false;
  return items.every(([key, item]) => isReadable(key, level) && isReadable(item, level + 1));
};

const wrongField = (
  data: unknown,
  fields: FieldKinds,
  componentOf: (name: string) => FieldKinds
): string | null => {
  if (!isRecord(data)) return null;
  const isWrong = ([name, { type, component }]: [string, FieldKinds[string]]) => {
    const value = data[name];
    if (value === null || value === undefined) return false;
    switch (type) {
      case 'relation':
      case 'media':
        return !referencesOf(value).every((reference) => isReference(reference, type));
      case 'component':
        return !listOf(value).every((entry) => {
          const id = isRecord(entry) ? entry.id : undefined;
          return isId(id) && wrongField(entry, componentOf(component ?? ''), componentOf) === null;
        });
      case 'json':
        return typeof value === 'string' && !isJson(value);
      case 'integer':
        return Math.abs(Number(value)) > LARGEST_INTEGER;
      case 'string':
      case 'text':
      case 'richtext':
      case 'uid':
      case 'email':
        return typeof value === 'object';
      default:
        return false;
    }
  };
  return Object.entries(fields).find(isWrong)?.[0] ?? null;
};

/** A relation is a reference, a list of them, or what is to be done with some: `{ set, connect, disconnect }`. */
const referencesOf = (value: unknown): unknown[] => {
  if (!isRecord(value)) return listOf(value);
  const { set, connect, disconnect, ...reference } = value;
  const changes = [set, connect, disconnect].flatMap((change) => listOf(change ?? []));
  return Object.keys(reference).length > 0 ? [reference, ...changes] : changes;
};

/** What a form of the admin sends for such a field may be JSON already. */
const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const isReference = (value: unknown, type: 'relation' | 'media'): boolean => {
  if (value === null) return true;
  if (typeof value === 'string') return type === 'relation' || isId(value);
  if (!isRecord(value)) return isId(value);
  const { id, documentId } = value;
  return isId(id) && (documentId === undefined || typeof documentId === 'string');
};

/** The id of a row, if there is any. */
const isId = (value: unknown): boolean => {
  if (value === undefined || value === null) return true;
  if (typeof value !== 'number' && typeof value !== 'string') return false;
  return /^\d{1,10}$/.test(String(value)) && Number(value) <= LARGEST_INTEGER;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
