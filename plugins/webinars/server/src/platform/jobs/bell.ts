export type Bell = {
  ring(): void;
  /** Resolves at the next ring, at once if it rang since the last wait, or after `ms`. */
  wait(ms: number): Promise<void>;
};

/**
 * Wakes a loop. The loop awaits a promise instead of being called back, so it keeps its own async context: a worker
 * woken by a commit must not run inside the request, or the transaction, that committed.
 */
export const createBell = (): Bell => {
  let hasRung = false;
  let wake: (() => void) | undefined;

  return {
    ring() {
      hasRung = true;
      wake?.();
    },
    async wait(ms) {
      if (!hasRung) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, ms);
        });
        clearTimeout(timer);
        wake = undefined;
      }
      hasRung = false;
    },
  };
};
