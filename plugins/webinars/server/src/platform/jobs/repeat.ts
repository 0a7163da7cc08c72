import { createBell } from './bell';

export type Repetition = { stop(): Promise<void> };

/** Does `work` every `seconds`, never twice at once. An error goes to `onError`, and the next round comes anyway. */
export const repeatEvery = (
  seconds: number,
  work: () => Promise<void>,
  onError: (error: unknown) => void
): Repetition => {
  const bell = createBell();
  let isStopping = false;

  const rounds = async () => {
    while (!isStopping) {
      await work().catch(onError);
      await bell.wait(seconds * 1000);
    }
  };

  const ended = rounds();
  return {
    stop() {
      isStopping = true;
      bell.ring();
      return ended;
    },
  };
};
