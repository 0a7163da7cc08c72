export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** The value that so large a part of all values does not exceed. */
export const quantile = (values, part) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
};

/**
 * Takes two things in turns, the first one changing from round to round, so that a machine that gets slower meanwhile
 * is unfair to neither.
 */
export const interleave = async (rounds, { reference, candidate }) => {
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? ['reference', 'candidate'] : ['candidate', 'reference'];
    const pair = {};
    for (const side of order)
      pair[side] = await (side === 'reference' ? reference : candidate)(round);
    pairs.push(pair);
  }
  return pairs;
};

/** The median of each round's own ratio, which is not the ratio of the medians. */
export const medianRatio = (pairs) => median(pairs.map((pair) => pair.candidate / pair.reference));

/** The same pairs, of one figure of each side. */
export const ratesOf = (pairs) => figuresOf(pairs, 'rate');
export const timesOf = (pairs) => figuresOf(pairs, 'p50');

const figuresOf = (pairs, name) =>
  pairs.map(({ reference, candidate }) => ({
    reference: reference[name],
    candidate: candidate[name],
  }));
