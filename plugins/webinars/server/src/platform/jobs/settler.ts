import { setTimeout as pause } from 'node:timers/promises';
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

/** Each storing waits for the disk. What is lost with a killed process runs again, as every job may. */
const GATHER_MS = 50;

/** Stores outcomes, all that gathered within a moment in one go. A failing database is asked again after a pause. */
export const createSettler = ({ settle, pauseSeconds, onSettled, onError }: Options): Settler => {
  let waiting: Outcome[] = [];
  let storing: Promise<void> | undefined;
  let triesLeft = Infinity;
  let hurry = new AbortController();

  const store = async () => {
    while (waiting.length > 0) {
      await pause(GATHER_MS, undefined, { signal: hurry.signal }).catch(() => undefined);
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
      hurry.abort();
      await storing;
      triesLeft = Infinity;
      hurry = new AbortController();
    },
  };
};
