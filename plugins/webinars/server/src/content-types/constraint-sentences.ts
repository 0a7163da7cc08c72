import type { Locale } from '../../../shared/locales';
import { RULES } from './constraint-rules';

type Violation = { code: string; message: string };

/** What to tell a person, and a program, when the database refuses a row: by the name of the constraint. */
export const CONSTRAINT_SENTENCES: Readonly<
  Record<string, { code: string; sentence: Record<Locale, string> }>
> = Object.fromEntries(RULES.map(({ name, code, sentence }) => [name, { code, sentence }]));

/** Puts a database error into words; `null` when it is not the violation of one of our constraints. */
export const sentenceOfConstraint = (error: unknown, locale: Locale): Violation | null => {
  const name = violatedConstraint(error);
  const words = name === null ? undefined : CONSTRAINT_SENTENCES[name];
  return words === undefined ? null : { code: words.code, message: words.sentence[locale] };
};

/**
 * The name of the constraint that a database error speaks of, in the way of either driver. Not by `instanceof`: the
 * native driver of SQLite keeps the `Error` of whichever context loaded it first.
 */
export const violatedConstraint = (error: unknown): string | null => {
  if (typeof error !== 'object' || error === null) return null;
  const { constraint, message, cause } = error as Partial<Record<keyof DatabaseError, unknown>>;
  if (typeof constraint === 'string') return constraint;
  if (typeof message !== 'string') return null;
  return namedIn(message) ?? byColumns(message) ?? violatedConstraint(cause);
};

type DatabaseError = { constraint: string; message: string; cause: unknown };

/** `CHECK constraint failed: <name>`, `UNIQUE constraint failed: index '<name>'`, or a trigger's message. */
const namedIn = (message: string) => /\b(webinars_\w+_(?:ck|once))\b/.exec(message)?.[1] ?? null;

/** SQLite names the columns of an index instead of the index, unless one of them is an expression. */
const byColumns = (message: string) => {
  const columns = /UNIQUE constraint failed: ([\w., ]+)/.exec(message)?.[1]?.trim();
  if (columns === undefined) return null;
  const rule = RULES.find(
    ({ kind, table, ...rule }) =>
      kind === 'unique' &&
      'on' in rule &&
      rule.on.map((column) => `${table}.${column}`).join(', ') === columns
  );
  return rule?.name ?? null;
};
