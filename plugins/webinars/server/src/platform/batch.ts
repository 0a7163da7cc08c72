import { AsyncResource } from 'node:async_hooks';
import { setImmediate as endOfTurn } from 'node:timers/promises';

/**
 * Makes one call out of many: what is asked for in one turn of the event loop, or while a batch is under way, goes
 * together. Without `gatherMs` there is no timer, so a single caller waits for nobody. When a batch fails, its members
 * run singly, and each gets its own outcome, unless `concernsAll` says that each would fail alike. `run` answers one
 * result for each item, in their order.
 */
export const createBatch = <Item, Result>({
  run,
  maxSize,
  gatherMs = 0,
  concernsAll = () => false,
}: {
  run: (items: readonly Item[]) => Promise<readonly Result[]>;
  maxSize: number;
  /** How long a batch that is not full waits for company. */
  gatherMs?: number;
  concernsAll?: (error: unknown) => boolean;
}) => {
  type Waiting = { item: Item; resolve(result: Result): void; reject(error: unknown): void };
  const waiting: Waiting[] = [];
  let isRunning = false;
  let onFull: (() => void) | undefined;
  // Whoever happens to start a batch must not lend it an ambient transaction: the others are not part of that.
  const scope = new AsyncResource('Batch');

  const settle = async (members: readonly Waiting[]): Promise<void> => {
    try {
      const results = await run(members.map(({ item }) => item));
      members.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (error) {
      const [first] = members;
      if (concernsAll(error)) return members.forEach(({ reject }) => reject(error));
      if (members.length === 1 && first !== undefined) return first.reject(error);
      for (const member of members) await settle([member]);
    }
  };

  const full = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, gatherMs);
      onFull = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const drain = async (): Promise<void> => {
    isRunning = true;
    while (waiting.length > 0) {
      if (gatherMs > 0 && waiting.length < maxSize) await full();
      // Whatever the network brought in this turn is still being handed out. On SQLite, whose statements take no turn
      // at all, nothing would ever gather otherwise.
      await endOfTurn();
      await settle(waiting.splice(0, maxSize));
    }
    isRunning = false;
  };

  return (item: Item): Promise<Result> =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length >= maxSize) onFull?.();
      if (!isRunning) void scope.runInAsyncScope(drain);
    });
};

/**
 * A batch for each key: what is alike goes together, what is not goes side by side. A key is forgotten when nobody
 * waits for it any more. `run` is given items of one key.
 */
export const createBatchByKey = <Item, Result>({
  keyOf,
  ...batchOptions
}: Parameters<typeof createBatch<Item, Result>>[0] & { keyOf: (item: Item) => string }) => {
  const batches = new Map<string, { add: (item: Item) => Promise<Result>; callers: number }>();
  // Made for one caller, a batch serves the others of its key, too: it must not live in the first one's context.
  const scope = new AsyncResource('BatchByKey');

  return async (item: Item): Promise<Result> => {
    const key = keyOf(item);
    const batch = batches.get(key) ?? {
      add: scope.runInAsyncScope(() => createBatch(batchOptions)),
      callers: 0,
    };
    batches.set(key, batch);
    batch.callers += 1;
    try {
      return await batch.add(item);
    } finally {
      batch.callers -= 1;
      if (batch.callers === 0) batches.delete(key);
    }
  };
};
