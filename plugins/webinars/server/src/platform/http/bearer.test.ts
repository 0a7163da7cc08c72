import { bearerOf, isSameSecret } from './bearer';

describe('a bearer token', () => {
  it.each([
    ['Bearer abc', 'abc'],
    ['bearer   abc ', 'abc'],
    ['Bearer', ''],
    ['Bearer a b', ''],
    ['Basic abc', ''],
    ['', ''],
  ])('is read from %j as %j', (header, token) => {
    expect(bearerOf(header)).toBe(token);
  });

  it.each([
    ['secret', 'secret', true],
    ['secret', 'secreT', false],
    ['secret', 'secret1', false],
    ['secret', '', false],
    ['ä', 'a\u0308', false],
  ])('%j and %j: %s', (a, b, isSame) => {
    expect(isSameSecret(a, b)).toBe(isSame);
  });
});
