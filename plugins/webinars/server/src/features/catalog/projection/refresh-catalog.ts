import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { refreshUsersJob, type JobCatalog } from '../../../domain/job-catalog';
import type { Clock } from '../../../platform/clock';
import type { JobHandlers, Jobs } from '../../../platform/jobs';
import type { RunInTransaction, Statements, Tx } from '../../../platform/transaction';
import * as store from './projection-store';

export type RefreshDeps = {
  strapi: Core.Strapi;
  statements: Statements;
  transaction: RunInTransaction;
  jobs: Pick<Jobs<JobCatalog>, 'enqueue'>;
  clock: Clock;
  /** After each commit that changes what the catalogue shows. */
  onChange(): void;
};

/** So many sessions are shown anew at once: readers of SQLite wait for as long as it takes. */
const PAGE = 50;

/** So many at once while an editor waits; what shows more of them is shown anew by jobs. */
const AT_ONCE = 20;

/** Shows sessions as they are now, in the caller's transaction: what is cancelled there never looks open afterwards. */
export const refreshSessions = async (
  deps: Pick<RefreshDeps, 'strapi' | 'onChange'>,
  tx: Tx,
  documentIds: readonly string[]
): Promise<void> =>
  // A bulk action writes several documents in one transaction, all at once.
  tx.inTurn(async () => {
    await lock(deps, tx);
    await store.writeSessions(deps.strapi, tx, documentIds);
  });

const lock = async ({ onChange }: Pick<RefreshDeps, 'onChange'>, tx: Tx): Promise<void> => {
  await store.lockCatalog(tx);
  tx.afterCommit(onChange);
};

/** Shows anew what shows a topic, a speaker, a name or a file: a few at once, many in jobs after the commit. */
export const refreshUsers = (deps: RefreshDeps, tx: Tx, shown: string): Promise<void> =>
  tx.inTurn(async () => {
    await lock(deps, tx);
    const users = await store.usersOf(tx, shown, { after: '', limit: AT_ONCE + 1 });
    await store.writeSessions(deps.strapi, tx, users.slice(0, AT_ONCE));
    const after = users[AT_ONCE - 1];
    if (users.length <= AT_ONCE || after === undefined) return;
    const mark = randomUUID();
    await store.markStale(tx, shown, mark);
    await deps.jobs.enqueue(tx, [refreshUsersJob(shown, mark, after)]);
  });

export const refreshHandlers = (deps: RefreshDeps) =>
  ({
    'catalog.refresh-session': ({ sessionId, speakerId }) =>
      deps.transaction(async (tx) => {
        await refreshSessions(deps, tx, [sessionId]);
        if (speakerId !== null) await refreshUsers(deps, tx, speakerId);
      }),
    'catalog.refresh-users': ({ shown, mark, after }) =>
      deps.transaction(async (tx) => {
        await lock(deps, tx);
        if (!(await store.isStale(tx, shown, mark))) return;
        const users = await store.usersOf(tx, shown, { after, limit: PAGE });
        await store.writeSessions(deps.strapi, tx, users);
        const last = users.at(-1);
        if (users.length < PAGE || last === undefined) {
          await store.unmarkStale(tx, shown, mark);
          return;
        }
        await deps.jobs.enqueue(tx, [refreshUsersJob(shown, mark, last)]);
      }),
  }) satisfies Partial<JobHandlers<JobCatalog>>;

/** Copies the counts that popular sessions are sorted by. A tick: a run that is missed is made good by the next. */
export const refreshPopularity = (deps: RefreshDeps) => async (): Promise<void> => {
  const now = deps.clock.now();
  if (!(await store.isPopularityBehind(deps.statements, now))) return;
  await deps.transaction(async (tx) => {
    await lock(deps, tx);
    await store.copyPopularity(tx, now);
  });
};

/**
 * Builds the whole catalogue anew, a page of sessions in a transaction each: readers see it all the time, and writers
 * get their turn between the pages. Answers how many sessions there are.
 */
export const rebuildCatalog = (deps: RefreshDeps) => async (): Promise<number> => {
  let after = '';
  let done = 0;
  for (;;) {
    const ids = await store.sessionsAfter(deps.statements, { after, limit: PAGE });
    const last = ids.at(-1);
    if (last === undefined) break;
    await deps.transaction((tx) => refreshSessions(deps, tx, ids));
    done += ids.length;
    after = last;
  }
  await deps.transaction(async (tx) => {
    await lock(deps, tx);
    await store.removeSessions(tx, await store.orphans(tx));
    await store.markBuilt(tx);
  });
  return done;
};

/** At boot: what was never built, or built by a program that built it in another way. */
export const buildMissing = (deps: RefreshDeps) => async (): Promise<void> => {
  if (await store.isBuilt(deps.statements)) return;
  const done = await rebuildCatalog(deps)();
  if (done > 0) deps.strapi.log.info(`[webinars] built the catalogue of ${done} sessions`);
};
