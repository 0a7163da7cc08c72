import { endWaitingJob, type JobCatalog } from '../../domain/job-catalog';
import { endsAtStart } from '../../domain/registration';
import { sessionPhase } from '../../domain/session';
import * as inventories from './inventory-store';
import { moveRegistration } from './move-registration';
import type { Deps } from './ports';
import * as store from './registration-store';
import { loadSession } from './session-facts-store';

const PAGE = 200;

/** Job: when a session has begun, whoever still waits waits for nothing any more. Quietly, and a page at a time. */
export const endWaiting =
  (deps: Deps) =>
  ({ sessionId, revision, after }: JobCatalog['registration.end-waiting']): Promise<void> =>
    deps.transaction(async (tx) => {
      const inventory = await inventories.lockBySession(tx, sessionId);
      if (inventory === null) return;
      const now = deps.clock.now();
      const phase = sessionPhase(await loadSession(tx, sessionId), now);
      if (phase !== 'live' && phase !== 'completed') return;

      const page = await store.findActivePage(tx, { sessionId, after, limit: PAGE });
      for (const registration of page.filter(({ state }) => endsAtStart(state))) {
        await moveRegistration(tx, {
          registration,
          inventory,
          to: 'expired',
          action: 'registration.wait-ended',
          actor: { kind: 'system' },
          now,
        });
      }
      await inventories.saveSeats(tx, inventory);
      const last = page.at(-1);
      if (page.length === PAGE && last !== undefined) {
        await deps.jobs.enqueue(tx, [endWaitingJob(sessionId, revision, last.rowId)]);
      }
    });
