import { PRIVATE_WORD, type Body } from './content-manager';

export type Attribute = { type: string; target?: string; repeatable?: boolean };

const HUGE = 'x'.repeat(100_000);
const NUL = 'a\u0000b';
const BEYOND = 99_999_999_999;

/** What no form sends, for each kind of field. */
const WRONG: Record<string, readonly unknown[]> = {
  string: [NUL, HUGE, {}, [], 42],
  text: [HUGE, NUL, {}],
  richtext: [NUL, HUGE, []],
  uid: [NUL, 'NOT a Slug', HUGE, {}, null, ''],
  email: ['nobody', NUL, {}, null, ''],
  enumeration: ['nonsense', 42, {}, ''],
  integer: [BEYOND, -1, 1.5, 'abc', {}, -BEYOND],
  float: [1e300, -1, 'abc', {}],
  boolean: ['maybe', {}, 2],
  datetime: ['nonsense', '+275760-09-13T00:00:00.000Z', {}, '0000-00-00T00:00:00Z'],
  json: [NUL, { key: NUL }, { [NUL]: 1 }, '{'],
  media: [BEYOND, 999_999, 'x', { id: {} }, [{ id: 'x' }], true],
  component: ['text', { id: BEYOND }, [{ id: 999_999 }], [[]], [null], [{ id: 'x' }]],
};

/** One reference in every shape that the forms, the API and scripts know, and in some that nobody knows. */
const shapesOf = (documentId: string): readonly unknown[] => [
  documentId,
  { documentId },
  [documentId],
  [{ documentId }],
  { set: [{ documentId }] },
  { connect: [{ documentId }] },
  { disconnect: [{ documentId }] },
  { set: [] },
  [],
  null,
  { connect: 'nobody' },
  { connect: { connect: documentId } },
  { documentId: { documentId } },
  { id: BEYOND },
  { id: 'x' },
  { connect: [{ id: BEYOND }] },
  true,
  1.5,
];

/** What decides who a document is, and when and by whom it was written. */
const EVERYWHERE: readonly Body[] = [
  { documentId: 'another' },
  { id: 4711 },
  { id: 'x' },
  { locale: 'xx' },
  { locale: '*' },
  { status: 'draft' },
  { status: 'x' },
  { publishedAt: null },
  { createdAt: '1970-01-01T00:00:00Z', updatedAt: '1970-01-01T00:00:00Z' },
  { createdBy: 4711 },
  { localizations: { connect: [{ documentId: 'another' }] } },
  { [`${PRIVATE_WORD}@example.org`]: PRIVATE_WORD },
];

/**
 * Hostile bodies for a type: one for each of its fields, and every shape of a reference for the first field of each
 * target where `areShapesTried`. The wrong values take turns among the fields, from another one for each `turn`.
 */
export const hostileBodies = (
  attributes: Record<string, Attribute>,
  {
    references,
    turn,
    areShapesTried,
  }: { references: Record<string, string>; turn: number; areShapesTried: boolean }
): Body[] => {
  const fields = Object.entries(attributes).filter(([name]) => !BY_STRAPI.includes(name));
  const targets = fields.map(([, { target }]) => target);
  const wrong = fields.flatMap(([name, { type, target }], index) => {
    const values = type === 'relation' ? shapesOf(references[target ?? ''] ?? '') : WRONG[type];
    if (values === undefined) throw new Error(`nothing hostile is known for ${type}`);
    const isFirst = target !== undefined && targets.indexOf(target) === index;
    const tried = areShapesTried && isFirst ? values : [values[(index + turn) % values.length]];
    return tried.map((value) => ({ [name]: value }));
  });
  return [...EVERYWHERE, ...wrong];
};

const BY_STRAPI = [
  ...['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale'],
  'localizations',
];
