import { notifyMovedJob, type JobCatalog } from '../../domain/job-catalog';
import type { RegistrationState } from '../../domain/registration';
import type { NewJob } from '../../platform/jobs';
import type { Deps } from './ports';
import * as store from './registration-store';

const PAGE = 500;

/** Whoever has, or may still get, a place in their calendar hears of the new time. */
const CONCERNED: readonly RegistrationState[] = [
  'awaiting_approval',
  'awaiting_payment',
  'waitlisted',
  'offered',
  'confirmed',
];

/** Job: everybody of a moved session is told, a page at a time. A later move makes this one pointless. */
export const notifyMoved =
  (deps: Deps) =>
  ({ sessionId, sessionRevision, after }: JobCatalog['registration.notify-moved']): Promise<void> =>
    deps.transaction(async (tx) => {
      const inventory = await store.lockBySession(tx, sessionId);
      if (inventory === null) return;
      const current = await store.loadRevision(tx, sessionId);
      if (current.revision !== sessionRevision || current.state === 'cancelled') return;

      const page = await store.findActivePage(tx, { sessionId, after, limit: PAGE });
      const jobs: NewJob<JobCatalog>[] = page
        .filter(({ state }) => CONCERNED.includes(state))
        .map(({ documentId }) => movedMailJob(documentId, sessionRevision));
      const last = page.at(-1);
      if (page.length === PAGE && last !== undefined) {
        jobs.push(notifyMovedJob(sessionId, sessionRevision, last.rowId));
      }
      await deps.jobs.enqueue(tx, jobs);
    });

const movedMailJob = (registrationId: string, sessionRevision: number): NewJob<JobCatalog> => ({
  type: 'messages.send',
  key: `session-moved:${registrationId}:${sessionRevision}`,
  payload: { kind: 'session-moved', registrationId, sessionRevision },
});
