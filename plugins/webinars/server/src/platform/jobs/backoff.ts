export type Backoff = { backoffSeconds: number; maxBackoffSeconds: number };

/**
 * Seconds until the next attempt. Doubles with every failure up to the maximum; the upper half is chance, so that a
 * thousand jobs that failed together do not come back together.
 *
 * @param failures how many attempts have failed, at least 1
 * @param random a number in [0, 1)
 */
export const retryDelaySeconds = (
  failures: number,
  { backoffSeconds, maxBackoffSeconds }: Backoff,
  random: number
): number => {
  const ceiling = Math.min(maxBackoffSeconds, backoffSeconds * 2 ** (failures - 1));
  return ceiling / 2 + (ceiling / 2) * random;
};
