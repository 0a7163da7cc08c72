import { xHandle } from './social-handle';

describe('the handle of a speaker on X', () => {
  it.each([
    ['ada', '@ada'],
    [' @ada_l ', '@ada_l'],
    ['https://x.com/ada', '@ada'],
    ['https://www.twitter.com/ada/', '@ada'],
    ['https://elsewhere.example/ada', null],
    ['ada lovelace', null],
    ['', null],
    [null, null],
  ])('%j is %j', (published, handle) => {
    expect(xHandle(published)).toBe(handle);
  });
});
