import { rollUpJob, type JobCatalog } from '../../domain/job-catalog';
import type { Clock } from '../../platform/clock';
import type { Jobs } from '../../platform/jobs';
import type { RunInTransaction, Statements } from '../../platform/transaction';
import * as store from './signal-store';
import { dayOf } from './visitor';

type RollUpDeps = {
  transaction: RunInTransaction;
  jobs: Jobs<JobCatalog>;
  clock: Clock;
  rows: Statements;
};

const DAY_MS = 24 * 60 * 60_000;

/** Has the signals counted when there are new ones, and once more when their day is over. */
export const planRollUp =
  ({ transaction, jobs, clock, rows }: RollUpDeps) =>
  async (): Promise<void> => {
    const today = dayOf(clock.now());
    const newest = await store.newestSignal(rows);
    await transaction(async (tx) => {
      await store.dropSaltsBefore(tx, today);
      if (newest !== null) await jobs.enqueue(tx, [rollUpJob(`${today}:${newest}`)]);
    });
  };

/**
 * Signals become figures of a day and session; today's and yesterday's are kept besides. A day at a time, and what goes
 * goes first, so that much of one day cannot keep the others.
 */
export const rollUp =
  ({ transaction, clock, rows }: Pick<RollUpDeps, 'transaction' | 'clock' | 'rows'>) =>
  async (): Promise<void> => {
    const yesterday = dayOf(new Date(clock.now().getTime() - DAY_MS));
    for (const day of await store.signalDays(rows)) {
      await transaction(async (tx) => {
        await store.rollUpDay(tx, day);
        if (day < yesterday) await store.dropSignalsOf(tx, day);
      });
    }
    await transaction(store.copyViews);
  };
