import { AsyncResource } from 'node:async_hooks';

/**
 * Makes one call out of many: what is asked for while a batch is under way goes into the next one together. There is
 * no timer, so a single caller waits for nobody. When a batch fails, its members run singly, and each gets its own
 * outcome. `run` answers one result for each item, in their order.
 */
export const createBatch = <Item, Result>({
  run,
  maxSize,
}: {
  run: (items: readonly Item[]) => Promise<readonly Result[]>;
  maxSize: number;
}) => {
  type Waiting = { item: Item; resolve(result: Result): void; reject(error: unknown): void };
  const waiting: Waiting[] = [];
  let isRunning = false;
  // Whoever happens to start a batch must not lend it an ambient transaction: the others are not part of that.
  const scope = new AsyncResource('Batch');

  const settle = async (members: readonly Waiting[]): Promise<void> => {
    try {
      const results = await run(members.map(({ item }) => item));
      members.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (error) {
      const [first] = members;
      if (members.length === 1 && first !== undefined) return first.reject(error);
      for (const member of members) await settle([member]);
    }
  };

  const drain = async (): Promise<void> => {
    isRunning = true;
    // Callers that are resumed together ask in the same turn.
    await Promise.resolve();
    while (waiting.length > 0) await settle(waiting.splice(0, maxSize));
    isRunning = false;
  };

  return (item: Item): Promise<Result> =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isRunning) void scope.runInAsyncScope(drain);
    });
};
