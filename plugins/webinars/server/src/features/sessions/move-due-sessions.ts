import { endWaitingJob, staffMailJob, type JobCatalog } from '../../domain/job-catalog';
import { sessionPhase } from '../../domain/session';
import { recordActivities } from '../../platform/activity-log';
import type { Clock } from '../../platform/clock';
import type { Jobs } from '../../platform/jobs';
import type { RunInTransaction, Tx } from '../../platform/transaction';
import * as store from './session-store';
import type { StoredSession } from './session-store';

const BATCH = 200;

type MoveOnDeps = { jobs: Pick<Jobs<JobCatalog>, 'enqueue'>; clock: Clock };

/**
 * Writes the state that the clock has reached already (published, live, completed). Reads and rules ask
 * `sessionPhase`, so a late or doubled run changes nothing for anybody.
 */
export const moveDueSessions =
  (deps: MoveOnDeps & { transaction: RunInTransaction }) => (): Promise<void> =>
    deps.transaction(async (tx) => {
      for (const session of await store.findDue(tx, deps.clock.now(), BATCH)) {
        await moveOn(deps, tx, session);
      }
    });

/** Writes the state that one session has reached, with what follows from it, and answers it so. */
export const moveOn = async (
  { jobs, clock }: MoveOnDeps,
  tx: Tx,
  session: StoredSession
): Promise<StoredSession> => {
  const now = clock.now();
  const phase = sessionPhase(session, now);
  const isMoved =
    phase !== session.state && (await store.moveState(tx, session, { to: phase, at: now }));
  if (!isMoved) return session;
  // A session that was never seen live (the server was away) ends what waits, too; the key makes it once.
  if (phase === 'live' || phase === 'completed') {
    await jobs.enqueue(tx, [endWaitingJob(session.documentId, session.revision)]);
  }
  const speakerId = session.row.speaker_document_id;
  if (phase === 'published' && typeof speakerId === 'string') {
    await jobs.enqueue(tx, [speakerConfirmationJob(session, speakerId)]);
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
  return { ...session, state: phase, row: { ...session.row, state: phase } };
};

/** To the speaker of a session that has become public. */
export const speakerConfirmationJob = (
  { documentId, startsAt }: Pick<StoredSession, 'documentId' | 'startsAt'>,
  speakerId: string
) =>
  staffMailJob(
    {
      kind: 'speaker-confirmation',
      sessionId: documentId,
      speakerId,
      startsAt: startsAt.toISOString(),
    },
    'assigned'
  );
