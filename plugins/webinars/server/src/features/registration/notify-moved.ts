import { notifyMovedJob, type JobCatalog, type SessionNews } from '../../domain/job-catalog';
import { canCancel, type RegistrationState } from '../../domain/registration';
import type { NewJob } from '../../platform/jobs';
import * as inventories from './inventory-store';
import type { Deps } from './ports';
import * as store from './registration-store';

const PAGE = 500;

/** Whoever may still come hears of another time; of another way in, only who has a seat and knew the one before. */
const isConcerned = (news: SessionNews, state: RegistrationState) =>
  news === 'access' ? state === 'confirmed' : canCancel(state);

/** Job: everybody of a changed session is told, a page at a time. A later change makes this one pointless. */
export const notifyMoved =
  (deps: Deps) =>
  ({
    sessionId,
    sessionRevision,
    news,
    after,
  }: JobCatalog['registration.notify-moved']): Promise<void> =>
    deps.transaction(async (tx) => {
      const inventory = await inventories.lockBySession(tx, sessionId);
      if (inventory === null) return;
      const current = await store.loadRevision(tx, sessionId);
      if (current.revision !== sessionRevision || current.state === 'cancelled') return;

      const page = await store.findActivePage(tx, { sessionId, after, limit: PAGE });
      const jobs: NewJob<JobCatalog>[] = page
        .filter(({ state }) => isConcerned(news, state))
        .map(({ documentId }) => newsMailJob(documentId, { sessionRevision, news }));
      const last = page.at(-1);
      if (page.length === PAGE && last !== undefined) {
        jobs.push(notifyMovedJob({ sessionId, sessionRevision, news }, last.rowId));
      }
      await deps.jobs.enqueue(tx, jobs);
    });

const newsMailJob = (
  registrationId: string,
  { sessionRevision, news }: { sessionRevision: number; news: SessionNews }
): NewJob<JobCatalog> => {
  const kind = news === 'moved' ? 'session-moved' : 'session-details-changed';
  return {
    type: 'messages.send',
    key: `${kind}:${registrationId}:${sessionRevision}`,
    payload: { kind, registrationId, sessionRevision },
  };
};
