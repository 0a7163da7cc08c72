import {
  isOutdated,
  notifyMovedJob,
  type JobCatalog,
  type SessionChange,
  type SessionNews,
} from '../../domain/job-catalog';
import { canCancel, type RegistrationState } from '../../domain/registration';
import type { NewJob } from '../../platform/jobs';
import * as inventories from './inventory-store';
import type { Deps } from './ports';
import * as store from './registration-store';
import { loadRevision } from './session-facts-store';

const PAGE = 500;

/** Whoever may still come hears of another time; of another way in, only who has a seat and knew the one before. */
const isConcerned = (news: SessionNews, state: RegistrationState) =>
  news === 'access' ? state === 'confirmed' : canCancel(state);

/** Job: everybody of a changed session is told, a page at a time. A later change makes this one pointless. */
export const notifyMoved =
  (deps: Deps) =>
  ({ sessionId, change, after }: JobCatalog['registration.notify-moved']): Promise<void> =>
    deps.transaction(async (tx) => {
      const inventory = await inventories.lockBySession(tx, sessionId);
      if (inventory === null) return;
      const current = await loadRevision(tx, sessionId);
      if (isOutdated(change, current) || current.state === 'cancelled') return;

      const page = await store.findActivePage(tx, { sessionId, after, limit: PAGE });
      const concerned = page.filter(({ state }) => isConcerned(change.news, state));
      const jobs: NewJob<JobCatalog>[] = concerned.map(({ documentId }) =>
        newsMailJob(documentId, change)
      );
      await store.markManageLinkSent(
        tx,
        concerned.map(({ rowId }) => rowId),
        deps.clock.now()
      );
      const last = page.at(-1);
      if (page.length === PAGE && last !== undefined) {
        jobs.push(notifyMovedJob(sessionId, change, last.rowId));
      }
      await deps.jobs.enqueue(tx, jobs);
    });

const newsMailJob = (registrationId: string, change: SessionChange): NewJob<JobCatalog> => {
  const kind = change.news === 'moved' ? 'session-moved' : 'access-changed';
  return {
    type: 'messages.send',
    key: `${kind}:${registrationId}:${change.revision}`,
    payload: { kind, registrationId, change },
  };
};
