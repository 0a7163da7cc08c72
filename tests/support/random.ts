/** Chance that can be had again: the seed is printed, and `TEST_SEED` brings it back. */
export type Random = {
  seed: number;
  /** At least `from`, less than `to`. */
  between(from: number, to: number): number;
  below(limit: number): number;
  isTrue(probability: number): boolean;
  /** The same items in any order. */
  shuffled<Item>(items: readonly Item[]): Item[];
};

export const createRandom = (label: string): Random => {
  const seed = Number(process.env.TEST_SEED) || Date.now() % 2 ** 31;
  process.stdout.write(`${label}: TEST_SEED=${seed}\n`);
  let state = seed;
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    seed,
    between: (from, to) => from + next() * (to - from),
    below: (limit) => Math.floor(next() * limit),
    isTrue: (probability) => next() < probability,
    shuffled: (items) =>
      items
        .map((item) => ({ item, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item),
  };
};
