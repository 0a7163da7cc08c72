import { retryDelaySeconds } from './backoff';

const POLICY = { backoffSeconds: 4, maxBackoffSeconds: 60 };

describe('the wait before a retry', () => {
  it.each([
    [1, 2, 4],
    [2, 4, 8],
    [3, 8, 16],
    [5, 30, 60],
    [5000, 30, 60],
  ])('after %d failures lies between %d and %d seconds', (failures, least, most) => {
    expect(retryDelaySeconds(failures, POLICY, 0)).toBe(least);
    expect(retryDelaySeconds(failures, POLICY, 1)).toBe(most);
  });
});
