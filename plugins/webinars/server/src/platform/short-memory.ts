/**
 * Remembers what was read for a short while, so that a crowd asks once. Failures are not remembered. At most `most`
 * values are kept.
 */
export const shortMemory = <Value>({ seconds, most }: { seconds: number; most: number }) => {
  const known = new Map<string, { value: Promise<Value>; until: number }>();

  return (key: string, read: () => Promise<Value>): Promise<Value> => {
    const remembered = known.get(key);
    if (remembered !== undefined && performance.now() < remembered.until) return remembered.value;
    if (known.size >= most) known.clear();
    const value = read();
    known.set(key, { value, until: performance.now() + seconds * 1000 });
    value.catch(() => known.delete(key));
    return value;
  };
};
