export type WriteBehind<Row> = {
  /** Takes what there is room for, and says how many that were. */
  add(rows: readonly Row[]): number;
  /** Resolves once everything that was there is written, or has been tried. */
  flush(): Promise<void>;
};

/**
 * Gathers rows for a moment and writes them together: for what may be lost when a process dies, and must never hold
 * anybody up. While nothing can be written, at most `most` rows wait.
 */
export const createWriteBehind = <Row>({
  write,
  everyMs,
  atOnce,
  most,
  onError,
}: {
  write: (rows: readonly Row[]) => Promise<void>;
  everyMs: number;
  atOnce: number;
  most: number;
  onError: (error: unknown) => void;
}): WriteBehind<Row> => {
  const waiting: Row[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const schedule = () => {
    timer ??= setTimeout(() => void flush(), everyMs);
  };

  const writeAll = async () => {
    while (waiting.length > 0) {
      const rows = waiting.splice(0, atOnce);
      try {
        await write(rows);
      } catch (error) {
        waiting.unshift(...rows);
        waiting.splice(most);
        schedule();
        return onError(error);
      }
    }
  };

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(writeAll);
    return writing;
  };

  return {
    add(rows) {
      const taken = rows.slice(0, Math.max(0, most - waiting.length));
      waiting.push(...taken);
      if (taken.length > 0) schedule();
      return taken.length;
    },
    flush,
  };
};
