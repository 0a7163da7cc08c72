import { readFileSync } from 'node:fs';

const NAMESPACE = 'http://schema.org/';
const SUBCLASS = 'http://www.w3.org/2000/01/rdf-schema#subClassOf';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

type Objects = Map<string, string[]>;

/** What the vocabulary says of its terms, by predicate and subject, without the namespace. */
const readVocabulary = () => {
  const text = readFileSync(require.resolve('@vocabulary/schema/schema.nq'), 'utf8');
  const facts = new Map<string, Objects>();
  for (const [, subject = '', predicate = '', object = ''] of text.matchAll(
    /^<([^>]+)> <([^>]+)> <([^>]+)> /gm
  )) {
    const objects = facts.get(predicate) ?? new Map<string, string[]>();
    facts.set(predicate, objects);
    objects.set(bare(subject), [...(objects.get(bare(subject)) ?? []), bare(object)]);
  }
  const of = (predicate: string) => (term: string) => facts.get(predicate)?.get(term) ?? [];
  return {
    supertypes: of(SUBCLASS),
    types: of(TYPE),
    domains: of(`${NAMESPACE}domainIncludes`),
    ranges: of(`${NAMESPACE}rangeIncludes`),
  };
};

const bare = (term: string) => term.replace(/^https?:\/\/schema\.org\//, '');

let known: ReturnType<typeof readVocabulary> | undefined;
const vocabulary = () => (known ??= readVocabulary());

/**
 * What schema.org's own vocabulary has against a JSON-LD node: types and properties that it does not know, properties
 * of another type, values of a kind that a property does not take. Empty: nothing.
 */
export const complaintsOf = (node: unknown, at = '$'): string[] => {
  if (typeof node !== 'object' || node === null) return [`${at}: is no node`];
  const { '@type': type, ...properties } = node as Record<string, unknown>;
  if (typeof type !== 'string' || !isClass(type)) return [`${at}: unknown type ${String(type)}`];
  return Object.entries(properties).flatMap(([name, value]) => {
    if (name.startsWith('@')) return typeof value === 'string' ? [] : [`${at}.${name}: no text`];
    const here = `${at}.${name}`;
    const { domains, ranges } = vocabulary();
    if (domains(name).length === 0) return [`${here}: unknown property`];
    if (!domains(name).some((domain) => isA(type, domain))) return [`${here}: not of ${type}`];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((each) => complaintsOfValue(each, ranges(name), here));
  });
};

const complaintsOfValue = (value: unknown, ranges: readonly string[], at: string): string[] => {
  if (typeof value === 'object' && value !== null) {
    const type = String((value as Record<string, unknown>)['@type']);
    const fits = ranges.some((range) => isA(type, range));
    return [...complaintsOf(value, at), ...(fits ? [] : [`${at}: takes no ${type}`])];
  }
  return ranges.some((range) => isValue(value, range))
    ? []
    : [`${at}: ${JSON.stringify(value)} is none of ${ranges.join(', ')}`];
};

const isClass = (term: string) =>
  vocabulary()
    .types(term)
    .some((type) => type.endsWith('#Class'));

const isA = (type: string, wanted: string): boolean =>
  type === wanted ||
  vocabulary()
    .supertypes(type)
    .some((parent) => isA(parent, wanted));

/** Members of an enumeration are things whose type is the enumeration. */
const isMember = (value: string, enumeration: string) =>
  /^https:\/\/schema\.org\//.test(value) &&
  vocabulary()
    .types(bare(value))
    .some((type) => isA(type, enumeration));

const isValue = (value: unknown, range: string): boolean => {
  if (typeof value === 'boolean') return range === 'Boolean';
  if (typeof value === 'number') {
    return range === 'Number' || (range === 'Integer' && Number.isInteger(value));
  }
  if (typeof value !== 'string') return false;
  if (isMember(value, range)) return true;
  const pattern = PATTERNS[range];
  return pattern !== undefined && pattern.test(value);
};

const PATTERNS: Readonly<Record<string, RegExp>> = {
  Text: /^(?!https:\/\/schema\.org\/)/,
  URL: /^https?:\/\//,
  // Only `previousStartDate` takes no DateTime; search engines document it with a time all the same.
  Date: /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?Z)?$/,
  DateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
  Duration: /^PT\d+M$/,
};
