import { plainText } from './plain-text';

describe('a text without its marks', () => {
  it.each([
    ['# Title\n\n**Bold** and [a link](https://x.example).', 'Title Bold and a link.'],
    ['- one\n- two', 'one two'],
    ['<p>Tags &amp; <b>more</b></p>', 'Tags &amp; more'],
    ['![](image.png)', null],
    ['   ', null],
    [null, null],
  ])('%j is %j', (text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it('takes no longer for a text that is made to take long', () => {
    const began = performance.now();
    plainText('<['.repeat(25_000));
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
