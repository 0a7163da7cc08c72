import type { Core } from '@strapi/strapi';
import { repeatEvery, type Repetition } from './jobs/repeat';
import { createStatements, type RunInTransaction, type Tx } from './transaction';

/** So that every instance knows of a change within a second. */
const LOOK_EVERY_SECONDS = 0.5;

/** Much longer than any transaction takes. */
const KEPT_MS = 60 * 60_000;

/**
 * Says to all instances that something has changed, by rows of `table` (`id`, `at`). A row for each change, not a
 * counter: whoever raised that would lock it until the commit, and two who write several things would wait for each
 * other for good.
 */
export const createChangeLog = ({
  strapi,
  table,
  onChange,
}: {
  strapi: Core.Strapi;
  table: string;
  onChange: () => void;
}) => {
  const statements = createStatements(strapi);
  let watch: Repetition | null = null;
  let seen: string | null = null;
  let isAway = false;

  /** Ids are given out in the order of the writes, not of the commits: the newest one alone would not tell. */
  const look = async () => {
    const [row] = await statements.raw<{ state: string }>(
      `SELECT count(*) || ':' || COALESCE(max(id), 0) AS state FROM ${statements.name(table)}`
    );
    const state = row?.state ?? '';
    if (seen !== null && seen !== state) onChange();
    seen = state;
    isAway = false;
  };

  return {
    /** In the transaction of the change. Here it takes effect with the commit, elsewhere within a second. */
    async mark(tx: Tx, at: Date): Promise<void> {
      await tx.table(table).insert({ at });
      tx.afterCommit(onChange);
    },

    /** Resolves once nothing that changes from now on is missed. */
    async watch(): Promise<void> {
      await look();
      watch = repeatEvery(LOOK_EVERY_SECONDS, look, (error) => {
        if (!isAway) strapi.log.warn(`[webinars] ${table} cannot be read: ${String(error)}`);
        isAway = true;
      });
    },

    async stop(): Promise<void> {
      await watch?.stop();
    },

    prune: (transaction: RunInTransaction, now: Date): Promise<void> =>
      transaction(async (tx) => {
        await tx
          .table(table)
          .where('at', '<', new Date(now.getTime() - KEPT_MS))
          .delete();
      }),
  };
};
