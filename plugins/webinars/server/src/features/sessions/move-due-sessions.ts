import { endWaitingJob, type JobCatalog } from '../../domain/job-catalog';
import { sessionPhase } from '../../domain/session';
import { recordActivities } from '../../platform/activity-log';
import type { Clock } from '../../platform/clock';
import type { Jobs } from '../../platform/jobs';
import type { RunInTransaction } from '../../platform/transaction';
import * as store from './session-store';

const BATCH = 200;

/**
 * Writes the state that the clock has reached already (published, live, completed). Reads and rules ask
 * `sessionPhase`, so a late or doubled run changes nothing for anybody.
 */
export const moveDueSessions =
  ({
    transaction,
    jobs,
    clock,
  }: {
    transaction: RunInTransaction;
    jobs: Pick<Jobs<JobCatalog>, 'enqueue'>;
    clock: Clock;
  }) =>
  (): Promise<void> =>
    transaction(async (tx) => {
      const now = clock.now();
      for (const session of await store.findDue(tx, now, BATCH)) {
        const phase = sessionPhase(session, now);
        const isMoved =
          phase !== session.state && (await store.moveState(tx, session, { to: phase, at: now }));
        if (!isMoved) continue;
        // A session that was never seen live (the server was away) ends what waits, too; the key makes it once.
        if (phase === 'live' || phase === 'completed') {
          await jobs.enqueue(tx, [endWaitingJob(session.documentId)]);
        }
        await recordActivities(tx, {
          at: now,
          actor: { kind: 'system' },
          activities: [
            {
              action: 'session.moved-on',
              subjectType: 'session',
              subjectId: session.documentId,
              sessionId: session.documentId,
              fromState: session.state,
              toState: phase,
            },
          ],
        });
      }
    });
