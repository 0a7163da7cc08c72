import {
  isOutdated,
  notifyMovedJob,
  type JobCatalog,
  type MailKind,
  type SessionChange,
  type SessionNews,
} from '../../domain/job-catalog';
import { assertNever } from '../../domain/errors';
import { canCancel } from '../../domain/registration';
import type { NewJob } from '../../platform/jobs';
import * as inventories from './inventory-store';
import type { Deps } from './ports';
import * as store from './registration-store';
import type { StoredRegistration } from './registration-store';
import { loadRevision } from './session-facts-store';

const PAGE = 500;

/**
 * Whoever may still come hears of another time; of another way in, only who has a seat and knew the one before; of
 * another title, who has it in the calendar, and reads that language.
 */
const isConcerned = (
  { news, languages }: SessionChange,
  { state, language }: Pick<StoredRegistration, 'state' | 'language'>
) => {
  switch (news) {
    case 'moved':
      return canCancel(state);
    case 'access':
      return state === 'confirmed';
    case 'renamed':
      return (
        (state === 'confirmed' || state === 'offered') && languages?.includes(language) !== false
      );
    default:
      return assertNever(news);
  }
};

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
      const concerned = page.filter((registration) => isConcerned(change, registration));
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

const KINDS = {
  moved: 'session-moved',
  access: 'access-changed',
  renamed: 'session-renamed',
} satisfies Record<SessionNews, MailKind>;

const newsMailJob = (registrationId: string, change: SessionChange): NewJob<JobCatalog> => {
  const kind = KINDS[change.news];
  return {
    type: 'messages.send',
    key: `${kind}:${registrationId}:${change.revision}`,
    payload: { kind, registrationId, change },
  };
};
