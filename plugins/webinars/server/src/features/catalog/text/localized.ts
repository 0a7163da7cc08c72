import type { Locale } from '../../../../../shared/locales';

/** A document with texts is a row per language. */
export type Version = { documentId: string; locale: Locale };

export const groupByDocument = <Row extends Version>(rows: readonly Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.documentId, [...(groups.get(row.documentId) ?? []), row]);
  return groups;
};

/** The first version in which a text is filled in: a half-finished translation hides nothing. */
export const firstFilled = <Row extends object, Field extends keyof Row>(
  versions: readonly Row[],
  field: Field
): Row[Field] | null => versions.find((version) => isFilled(version[field]))?.[field] ?? null;

const isFilled = (value: unknown) =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== '';
