import { LONGEST_RUN_SECONDS, withinSeconds } from './attempt';
import type { TickTask } from './port';
import { reasonOf } from './reason';

export type Tick = {
  name: string;
  cron: string;
  /** By the clock: skipped while the last one still runs; an error is logged. */
  fire(): Promise<void>;
  /** By hand: an error is thrown. */
  run(): Promise<void>;
};

export const createTick = (
  { name, cron, task }: { name: string; cron: string; task: TickTask },
  log: { error(message: string): void }
): Tick => {
  let isRunning = false;

  const run = () => {
    const abort = new AbortController();
    return withinSeconds(LONGEST_RUN_SECONDS, abort, () => task(abort.signal));
  };

  return {
    name,
    cron,
    run,
    async fire() {
      if (isRunning) return;
      isRunning = true;
      try {
        await run();
      } catch (error) {
        // Nothing to retry: the next tick asks the same question again.
        log.error(`[webinars] tick ${name}: ${reasonOf(error)}`);
      } finally {
        isRunning = false;
      }
    },
  };
};
