import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as endOfTurn } from 'node:timers/promises';
import { createBatch, createBatchByKey } from './batch';

/** Doubles numbers, and remembers in which company it was asked to. */
const doubler = ({ maxSize = 10, refuses = -1, gatherMs = 0 } = {}) => {
  const batches: number[][] = [];
  const double = createBatch<number, number>({
    maxSize,
    gatherMs,
    run: async (items) => {
      batches.push([...items]);
      await new Promise((resolve) => setImmediate(resolve));
      if (items.includes(refuses)) throw new Error(`no ${refuses}`);
      return items.map((item) => item * 2);
    },
  });
  return { batches, double };
};

it('gathers what is asked for while a batch is under way', async () => {
  const { batches, double } = doubler();
  const first = double(1);
  await endOfTurn();
  const rest = [2, 3, 4].map(double);
  expect(await Promise.all([first, ...rest])).toEqual([2, 4, 6, 8]);
  expect(batches).toEqual([[1], [2, 3, 4]]);
});

it('takes callers of the same turn together, up to its size', async () => {
  const { batches, double } = doubler({ maxSize: 2 });
  await Promise.all([1, 2, 3].map(double));
  expect(batches).toEqual([[1, 2], [3]]);
});

it('waits for company no longer than until it is full', async () => {
  const { batches, double } = doubler({ maxSize: 3, gatherMs: 3_600_000 });
  const first = double(1);
  await endOfTurn();
  await endOfTurn();
  expect(batches).toEqual([]);
  expect(await Promise.all([first, double(2), double(3)])).toEqual([2, 4, 6]);
  expect(batches).toEqual([[1, 2, 3]]);
});

it('goes alone when no company comes in time', async () => {
  const { batches, double } = doubler({ gatherMs: 1 });
  expect(await double(1)).toBe(2);
  expect(batches).toEqual([[1]]);
});

it('gives each its own outcome when a batch fails', async () => {
  const { batches, double } = doubler({ refuses: 2 });
  const outcomes = await Promise.allSettled([1, 2, 3].map(double));
  expect(outcomes).toEqual([
    { status: 'fulfilled', value: 2 },
    { status: 'rejected', reason: new Error('no 2') },
    { status: 'fulfilled', value: 6 },
  ]);
  expect(batches).toEqual([[1, 2, 3], [1], [2], [3]]);
});

it('runs outside of whatever surrounds its callers', async () => {
  const ambient = new AsyncLocalStorage<string>();
  const seen: (string | undefined)[] = [];
  const look = createBatch<number, number>({
    maxSize: 10,
    run: async (items) => {
      await Promise.resolve();
      seen.push(ambient.getStore());
      return items;
    },
  });
  await ambient.run('a transaction', () => look(1));
  expect(seen).toEqual([undefined]);
});

describe('by key', () => {
  const initials = () => {
    const ambient = new AsyncLocalStorage<string>();
    const batches: string[][] = [];
    const seen: (string | undefined)[] = [];
    const greet = createBatchByKey<string, string>({
      keyOf: (name) => name.charAt(0),
      maxSize: 10,
      run: async (names) => {
        batches.push([...names]);
        seen.push(ambient.getStore());
        await endOfTurn();
        return names.map((name) => `Hello ${name}`);
      },
    });
    return { ambient, batches, seen, greet };
  };

  it('takes only those of one key together', async () => {
    const { batches, greet } = initials();
    const greetings = await Promise.all(['Ada', 'Bob', 'Amy'].map(greet));
    expect(greetings).toEqual(['Hello Ada', 'Hello Bob', 'Hello Amy']);
    expect(batches).toEqual([['Ada', 'Amy'], ['Bob']]);
  });

  it('runs outside of whatever surrounds the first caller of a key, every time', async () => {
    const { ambient, seen, greet } = initials();
    await ambient.run('one transaction', () => greet('Ada'));
    await ambient.run('another transaction', () => greet('Amy'));
    expect(seen).toEqual([undefined, undefined]);
  });
});

it('fails for all at once where each would fail alike', async () => {
  const runs: number[] = [];
  const ask = createBatch<number, number>({
    maxSize: 10,
    concernsAll: () => true,
    run: async (items) => {
      runs.push(items.length);
      await endOfTurn();
      throw new Error('nobody is there');
    },
  });
  const answers = await Promise.allSettled([1, 2, 3].map(ask));
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(runs).toEqual([3]);
});
