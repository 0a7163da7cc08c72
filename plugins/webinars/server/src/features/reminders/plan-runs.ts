import { fanOutJob, type JobCatalog, type ScheduledKind } from '../../domain/job-catalog';
import {
  judge,
  mayBeDue,
  runKey,
  saidFor,
  scheduleOf,
  slotsOf,
} from '../../domain/reminder-schedule';
import type { Clock } from '../../platform/clock';
import type { Jobs } from '../../platform/jobs';
import type { RunInTransaction } from '../../platform/transaction';
import { loadReminderRules } from '../sessions';
import * as runs from './run-store';
import type { NewRun, Run } from './run-store';
import { findNear, type ReminderSession } from './session-store';

export type PlanDeps = {
  transaction: RunInTransaction;
  jobs: Pick<Jobs<JobCatalog>, 'enqueue'>;
  clock: Clock;
};

/** Tick: puts on record what has become due, and has it handed out. Whoever else does the same finds it done. */
export const planRuns =
  ({ transaction, jobs, clock }: PlanDeps) =>
  (): Promise<void> =>
    transaction(async (tx) => {
      const now = clock.now();
      const { schedule } = await loadReminderRules(tx);
      const sessions = await findNear(tx, { schedule, now });
      const known = await runs.runsOf(
        tx,
        sessions.map(({ documentId }) => documentId)
      );
      const onRecord = bySession(known);
      const due = sessions.flatMap((session) =>
        dueRuns(session, { onRecord: onRecord.get(session.documentId) ?? [], now })
      );
      const planned = await runs.insertRuns(tx, due, now);
      await jobs.enqueue(
        tx,
        planned
          .filter(({ state }) => state === 'planned')
          .map((run) => fanOutJob(toScheduledRun(run)))
      );
    });

export const toScheduledRun = ({ sessionId, kind, startsAt, offsetMinutes }: Run) => ({
  sessionId,
  kind,
  startsAt: startsAt.toISOString(),
  offsetMinutes,
});

const bySession = (runs: readonly Run[]): Map<string, Run[]> => {
  const found = new Map<string, Run[]>();
  for (const run of runs) {
    const others = found.get(run.sessionId);
    if (others) others.push(run);
    else found.set(run.sessionId, [run]);
  }
  return found;
};

type Slot = { kind: ScheduledKind; offsetMinutes: number };

/** What of a session's schedule is due now or was before, and is on no record. */
const dueRuns = (
  session: ReminderSession,
  { onRecord, now }: { onRecord: readonly Run[]; now: Date }
): NewRun[] => {
  const { documentId, startsAt, startMovedAt, rules } = session;
  const keys = new Set(onRecord.map(runKey));
  const isOpen = ({ kind, offsetMinutes }: Slot) =>
    !keys.has(runKey({ sessionId: documentId, startsAt, kind, offsetMinutes }));
  const mayBe = (slot: Slot) => isOpen(slot) && mayBeDue(startsAt, slot.offsetMinutes, now);
  if (!slotsOf(rules).some(mayBe)) return [];
  const schedule = scheduleOf(session, rules);
  const said = saidFor(startsAt, onRecord);
  return schedule.filter(isOpen).flatMap((message) => {
    const verdict = judge(message, { said, schedule, startMovedAt, now });
    if (verdict.kind === 'to_come') return [];
    const { kind, offsetMinutes, dueAt } = message;
    const skipped = verdict.kind === 'skipped' ? verdict.reason : null;
    return [{ sessionId: documentId, startsAt, kind, offsetMinutes, dueAt, skipped }];
  });
};
