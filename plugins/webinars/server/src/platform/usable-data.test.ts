import { unreadableKey, unusableField, type FieldKinds } from './usable-data';

const FIELDS: FieldKinds = {
  title: { type: 'string' },
  seats: { type: 'integer' },
  extra: { type: 'json' },
  picture: { type: 'media' },
  topic: { type: 'relation' },
  agenda: { type: 'component', component: 'item' },
};
const ITEM: FieldKinds = { minutes: { type: 'integer' }, file: { type: 'media' } };

const unusable = (data: unknown) => unusableField(data, FIELDS, () => ITEM);

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

describe('data that a form sends', () => {
  it.each([
    [{}],
    [null],
    [undefined],
    [{ title: 'An ordinary title <b>&</b> 🎉', seats: 25, extra: { any: ['thing', null, 1e12] } }],
    [{ title: null, seats: null, topic: null, picture: null, agenda: null }],
    [{ extra: '{"already":"JSON"}' }],
    [{ topic: 'abc', picture: 12 }],
    [{ topic: { connect: [{ documentId: 'abc', locale: 'en', position: { end: true } }] } }],
    [{ topic: { connect: [], disconnect: [{ id: 7, documentId: 'abc' }] } }],
    [{ topic: [{ id: '7' }, 'abc'], picture: { id: 7, name: 'a.webp' } }],
    [{ topic: { set: [] } }],
    [
      {
        agenda: [
          { id: 3, minutes: 5, file: { id: 1 } },
          { minutes: 10, __temp_key__: 'a0' },
        ],
      },
    ],
    [{ unknown: { to: 'the type' } }],
  ])('can be used: %j', (data) => {
    expect(unusable(data)).toBeNull();
  });
});

describe('data that no field holds', () => {
  it.each<[string, unknown]>([
    ['title', { title: 'a\u0000b' }],
    ['extra', { extra: [{ deep: 'a\u0000b' }] }],
    ['extra', { extra: { 'a\u0000b': 1 } }],
    ['ab', { 'a\u0000b': 1 }],
    ['extra', { extra: nested(40) }],
    ['extra', { extra: Array(1001).fill('a') }],
    ['body', nested(40)],
    ['title', { title: { a: 1 } }],
    ['title', { title: ['a'] }],
    ['seats', { seats: 2_147_483_648 }],
    ['seats', { seats: '-99999999999' }],
    ['extra', { extra: '{' }],
    ['picture', { picture: 'a.webp' }],
    ['picture', { picture: { id: 99_999_999_999 } }],
    ['topic', { topic: true }],
    ['topic', { topic: 1.5 }],
    ['topic', { topic: { id: 'abc' } }],
    ['topic', { topic: { documentId: { documentId: 'abc' } } }],
    ['topic', { topic: { connect: [{ id: -1 }] } }],
    ['topic', { topic: [{ set: 'abc' }, { id: 99_999_999_999 }] }],
    ['agenda', { agenda: [{ id: 'abc' }] }],
    ['agenda', { agenda: { minutes: 99_999_999_999 } }],
    ['agenda', { agenda: [{ file: 'a.webp' }] }],
  ])('is found in %s: %j', (field, data) => {
    expect(unusable(data)).toBe(field);
  });

  it('is found in a query or the parts of an address, too', () => {
    expect(unreadableKey({ id: 'abc', locale: ['en', 'de'] })).toBeNull();
    expect(unreadableKey({ id: 'abc', locale: ['en', 'd\u0000e'] })).toBe('locale');
  });
});
