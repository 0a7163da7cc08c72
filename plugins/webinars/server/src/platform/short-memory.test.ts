import { shortMemory } from './short-memory';

afterEach(() => jest.useRealTimers());

it('asks once for a crowd, and again when it has grown old', async () => {
  jest.useFakeTimers();
  const remember = shortMemory<number>({ seconds: 5, most: 10 });
  const read = jest.fn().mockResolvedValueOnce(1).mockResolvedValueOnce(2);
  expect(await Promise.all([remember('a', read), remember('a', read)])).toEqual([1, 1]);
  jest.advanceTimersByTime(5000);
  expect(await remember('a', read)).toBe(2);
});

it('does not remember a failure', async () => {
  const remember = shortMemory<number>({ seconds: 5, most: 10 });
  await expect(remember('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await remember('a', () => Promise.resolve(1))).toBe(1);
});

it('keeps no more than it may', async () => {
  const remember = shortMemory<string>({ seconds: 5, most: 2 });
  const read = jest.fn(() => Promise.resolve('value'));
  for (const key of ['a', 'b', 'c', 'a']) await remember(key, read);
  expect(read).toHaveBeenCalledTimes(4);
});
