import { createWriteBehind } from './write-behind';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const aBuffer = (write: (rows: readonly number[]) => Promise<void>) => {
  const faults: unknown[] = [];
  const buffer = createWriteBehind<number>({
    write,
    everyMs: 1000,
    atOnce: 3,
    most: 5,
    onError: (error) => faults.push(error),
  });
  return { ...buffer, faults };
};

describe('what is written behind', () => {
  it('goes together after a moment, so many at once, in the order in which it came', async () => {
    const written: number[][] = [];
    const { add, flush } = aBuffer(async (rows) => void written.push([...rows]));
    add([1, 2]);
    add([3, 4]);
    expect(written).toEqual([]);
    await jest.advanceTimersByTimeAsync(1000);
    expect(written).toEqual([[1, 2, 3], [4]]);
    add([5]);
    await flush();
    expect(written).toEqual([[1, 2, 3], [4], [5]]);
  });

  it('waits while nothing can be written, and is dropped beyond what there is room for', async () => {
    const written: number[] = [];
    let isAway = true;
    const { add, flush, faults } = aBuffer(async (rows) => {
      if (isAway) throw new Error('away');
      written.push(...rows);
    });
    expect(add([1, 2, 3, 4])).toBe(4);
    await flush();
    expect(faults).toHaveLength(1);
    expect(add([5, 6, 7])).toBe(1);
    isAway = false;
    await jest.advanceTimersByTimeAsync(1000);
    expect(written).toEqual([1, 2, 3, 4, 5]);
  });
});
