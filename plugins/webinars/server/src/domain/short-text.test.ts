import { cutAtWord } from './short-text';

describe('a text that must be short', () => {
  it.each([
    ['fits', 'Short enough', 20, 'Short enough'],
    ['fits exactly', 'Short enough', 12, 'Short enough'],
    ['is cut between words', 'From pilot to everyday practice', 20, 'From pilot to…'],
    ['ends in no comma', 'From pilot, to everyday practice', 12, 'From pilot…'],
    ['is one line', ' From\n pilot\tto ', 20, 'From pilot to'],
    ['is one very long word', 'Donaudampfschifffahrtsgesellschaft', 10, 'Donaudamp…'],
    ['has no room', 'anything', 1, ''],
  ])('%s', (_, text, limit, expected) => {
    expect(cutAtWord(text, limit)).toBe(expected);
  });

  it('never cuts a character in two', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(cutAtWord(family.repeat(5), family.length + 5)).toBe(`${family}…`);
  });

  it.each([1, 2, 3, 10, 59, 60, 61])('is never longer than %i', (limit) => {
    const text = 'Größere Übersicht 🚀 ohne Überraschungen: was Bilanzen verraten '.repeat(3);
    expect(cutAtWord(text, limit).length).toBeLessThanOrEqual(limit);
  });
});
