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
  /** Resolves when it does not run by the clock. */
  ended(): Promise<void>;
};

export const createTick = (
  { name, cron, task }: { name: string; cron: string; task: TickTask },
  log: { error(message: string): void }
): Tick => {
  let running: Promise<void> | undefined;

  const run = () => {
    const abort = new AbortController();
    return withinSeconds(LONGEST_RUN_SECONDS, abort, () => task(abort.signal));
  };

  return {
    name,
    cron,
    run,
    async fire() {
      if (running) return;
      running = run()
        // Nothing to retry: the next tick asks the same question again.
        .catch((error: unknown) => log.error(`[webinars] tick ${name}: ${reasonOf(error)}`))
        .finally(() => {
          running = undefined;
        });
      await running;
    },
    async ended() {
      await running;
    },
  };
};
