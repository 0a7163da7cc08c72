import { Liquid, type Template } from 'liquidjs';

/** Why a text cannot be used, and the part of it that is to blame. */
export type TemplateProblem = {
  reason: 'unknown_variable' | 'not_allowed' | 'broken';
  part: string;
};

export type ParsedText = { fill: (values: object) => string };

/**
 * Liquid with what a letter needs and nothing else: values, choices, a few filters. No loops, no files, no assignments;
 * a name that is not there is an error. Time and memory of one text are limited, too (ADR-0010).
 */
const createLanguage = (): Liquid => {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    templates: {},
    parseLimit: LONGEST_TEXT,
    renderLimit: MOST_MS,
    memoryLimit: MOST_MEMORY,
  });
  for (const name of Object.keys(liquid.tags)) if (!TAGS.includes(name)) delete liquid.tags[name];
  for (const name of Object.keys(liquid.filters)) {
    if (!FILTERS.includes(name)) delete liquid.filters[name];
  }
  return liquid;
};

const TAGS = ['if', 'unless', 'case', 'comment'];
const FILTERS = ['append', 'capitalize', 'default', 'downcase', 'prepend', 'upcase'];

const LONGEST_TEXT = 5000;
/** There are no loops: only a machine that pauses takes so long. */
const MOST_MS = 500;
const MOST_MEMORY = 100_000;

const language = createLanguage();

/** Reads a text, and says what is wrong with it: a `sample` has every value that the mail will have. */
export const readText = (text: string, sample: object): ParsedText | TemplateProblem => {
  const parsed = parse(text);
  if (!Array.isArray(parsed)) return parsed;
  const unknown = unknownNames(parsed, sample)[0];
  if (unknown !== undefined) return { reason: 'unknown_variable', part: unknown };
  const fill = (values: object) => String(language.renderSync(parsed, { ...values }));
  try {
    fill(sample);
  } catch (error) {
    return problemOf(error);
  }
  return { fill };
};

export const isProblem = (read: ParsedText | TemplateProblem): read is TemplateProblem =>
  'reason' in read;

/** Puts values into a text. Throws where that cannot be done. */
export const fillText = (text: string, values: object): string => {
  const read = readText(text, values);
  if (isProblem(read)) throw new Error(`${read.reason} ${read.part}`.trim());
  return read.fill(values);
};

/** Whether filling it in does no more than put values in their places: nothing but names stands between its braces. */
export const isPlain = (text: string) => !/\{[{%]/.test(text.replace(NAMES, ' '));

const NAMES = /\{\{-?\s*[\w.]+\s*-?\}\}/g;

const parse = (text: string): Template[] | TemplateProblem => {
  try {
    return language.parse(text);
  } catch (error) {
    return problemOf(error);
  }
};

/** Names in branches that no sample reaches are found, too. */
const unknownNames = (parsed: Template[], sample: object): string[] =>
  language
    .globalVariableSegmentsSync(parsed)
    .filter((segments) => !isKnown(segments, sample))
    .map((segments) => segments.map((segment) => nameOf(segment)).join('.'));

type Segments = ReturnType<Liquid['globalVariableSegmentsSync']>[number];

const isKnown = (segments: Segments, sample: object): boolean => {
  let value: unknown = sample;
  for (const segment of segments) {
    if (typeof segment !== 'string' || typeof value !== 'object' || value === null) return false;
    if (!Object.hasOwn(value, segment)) return false;
    value = (value as Record<string, unknown>)[segment];
  }
  return typeof value !== 'object' || value === null;
};

/** `a[b]` is a name that nobody can know beforehand. */
const nameOf = (segment: Segments[number]): string =>
  Array.isArray(segment) ? `[${segment.map(String).join('.')}]` : String(segment);

const UNKNOWN_WORD = /undefined filter: (\S+)|tag "([^"]+)" not found/;

const problemOf = (error: unknown): TemplateProblem => {
  const { message, token } = (error ?? {}) as { message?: string; token?: Token };
  const [, filter, tag] = UNKNOWN_WORD.exec(message ?? '') ?? [];
  const word = filter ?? tag;
  if (word !== undefined) return { reason: 'not_allowed', part: word.replace(/,$/, '') };
  return { reason: 'broken', part: (token?.getText?.() ?? '').slice(0, LONGEST_PART) };
};

type Token = { getText?: () => string };

const LONGEST_PART = 80;
