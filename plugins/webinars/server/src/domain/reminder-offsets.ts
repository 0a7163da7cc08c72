/** So many minutes before the start somebody is told, as editors list them. */
export type Offsets = readonly number[];

const MOST_OFFSETS = 10;
const SHORTEST_OFFSET_MINUTES = 5;
/** Ninety days. */
export const LONGEST_OFFSET_MINUTES = 129_600;

/** A list as it was stored or sent, longest offset first; null for what is no such list. An empty one says nobody. */
export const readOffsets = (value: unknown): Offsets | null => {
  // A default is stored as JSON within JSON.
  if (typeof value === 'string') return readOffsets(parseJson(value));
  if (!Array.isArray(value) || value.length > MOST_OFFSETS) return null;
  if (!value.every(isOffset) || new Set(value).size !== value.length) return null;
  return [...value].sort((a, b) => b - a);
};

const isOffset = (value: unknown): value is number =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  value >= SHORTEST_OFFSET_MINUTES &&
  value <= LONGEST_OFFSET_MINUTES;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
