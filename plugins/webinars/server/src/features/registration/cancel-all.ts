import { canCancel } from '../../domain/registration';
import { cancelAllJob, type JobCatalog } from '../../domain/job-catalog';
import type { NewJob } from '../../platform/jobs';
import { release } from './cancel-registration';
import type { Deps } from './ports';
import * as inventories from './inventory-store';
import * as store from './registration-store';
import { loadSession } from './session-facts-store';

/** Small enough that a page is done long before a job's time is up, and that registrants elsewhere do not wait. */
const PAGE = 100;

/** Job: everybody of a cancelled session is cancelled and told, a page at a time. */
export const cancelAll =
  (deps: Deps) =>
  ({ sessionId, after }: JobCatalog['registration.cancel-all']): Promise<void> =>
    deps.transaction(async (tx) => {
      const inventory = await inventories.lockBySession(tx, sessionId);
      if (inventory === null) return;
      const session = await loadSession(tx, sessionId);
      if (session.state !== 'cancelled') return;

      const page = await store.findActivePage(tx, { sessionId, after, limit: PAGE });
      const now = deps.clock.now();
      const jobs: NewJob<JobCatalog>[] = [];
      for (const registration of page.filter(({ state }) => canCancel(state))) {
        const { job } = await release(tx, {
          registration,
          inventory,
          reason: 'session_cancelled',
          actor: { kind: 'system' },
          now,
        });
        jobs.push(job);
      }
      await inventories.saveSeats(tx, inventory);
      const last = page.at(-1);
      if (page.length === PAGE && last !== undefined) {
        jobs.push(cancelAllJob(sessionId, last.rowId));
      }
      await deps.jobs.enqueue(tx, jobs);
    });
