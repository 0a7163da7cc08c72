import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Engine, Outcome } from './engine';

export type Settler = {
  add(outcome: Outcome): void;
  /** Resolves when everything is stored, or after a few more tries: a stop must not wait for a dead database. */
  finish(): Promise<void>;
};

type Options = {
  settle: Engine['settle'];
  pauseSeconds: number;
  onSettled(outcomes: readonly Outcome[]): void;
  onError(error: unknown): void;
};

const LAST_TRIES = 5;

/**
 * Stores outcomes, all that gathered while the last ones were being stored in one go: a single job is settled at
 * once, ten thousand in a few dozen statements. A failing database is asked again after a pause.
 */
export const createSettler = ({ settle, pauseSeconds, onSettled, onError }: Options): Settler => {
  let waiting: Outcome[] = [];
  let storing: Promise<void> | undefined;
  let triesLeft = Infinity;

  const store = async () => {
    await nextTurn();
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await settle(batch);
        onSettled(batch);
      } catch (error) {
        onError(error);
        triesLeft -= 1;
        // What is given up here runs again when its lease has ended.
        waiting = triesLeft > 0 ? [...batch, ...waiting] : [];
        await pause(pauseSeconds * 1000);
      }
    }
    storing = undefined;
  };

  return {
    add(outcome) {
      waiting.push(outcome);
      storing ??= store();
    },
    async finish() {
      triesLeft = LAST_TRIES;
      await storing;
      triesLeft = Infinity;
    },
  };
};
