import { repeatEvery, type Repetition } from './jobs/repeat';

/** So that every instance knows of a change within a second. */
const LOOK_EVERY_SECONDS = 0.5;

/** Looks again and again at a version that others raise. An error is told once, until a look succeeds. */
export const createVersionWatch = ({
  version,
  onChange,
  onError,
}: {
  version: () => Promise<number>;
  onChange: () => void;
  onError: (error: unknown) => void;
}) => {
  let watch: Repetition | null = null;
  let seen: number | null = null;
  let isAway = false;

  const look = async () => {
    const present = await version();
    if (seen !== null && seen !== present) onChange();
    seen = present;
    isAway = false;
  };

  return {
    /** Resolves once nothing that changes from now on is missed. */
    async begin(): Promise<void> {
      await look();
      watch = repeatEvery(LOOK_EVERY_SECONDS, look, (error) => {
        if (!isAway) onError(error);
        isAway = true;
      });
    },

    async stop(): Promise<void> {
      await watch?.stop();
    },
  };
};
