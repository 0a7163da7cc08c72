import {
  bulkMailJob,
  fanOutJob,
  type BulkMailKind,
  type JobCatalog,
} from '../../domain/job-catalog';
import { isBulk } from '../../domain/bulk-mail';
import type { Tx } from '../../platform/transaction';
import { loadReminderRules } from '../sessions';
import { toScheduledRun, type PlanDeps } from './plan-runs';
import { findRecipients, isAttendanceKnown } from './recipient-store';
import * as runs from './run-store';
import type { Run } from './run-store';
import { find, type ReminderSession } from './session-store';
import { tellStaff, type StaffDeps } from './tell-staff';

const PAGE = 500;

/** Job: hands out one message of a session's schedule, a page of registrants at a time. */
export const fanOut =
  (deps: StaffDeps) =>
  ({ after, ...scheduled }: JobCatalog['reminders.fan-out']): Promise<void> =>
    deps.transaction(async (tx) => {
      const run = await runs.lockRun(tx, scheduled, after);
      if (run === null) return;
      const { schedule } = await loadReminderRules(tx);
      const session = await find(tx, run.sessionId, schedule);
      const reason = await reasonAgainst(tx, deps, { run, session });
      if (session === null || reason !== null) {
        return runs.end(tx, run, { reason, at: deps.clock.now() });
      }
      const { kind } = run;
      return isBulk(kind)
        ? tellRegistrants(tx, deps, { ...run, kind })
        : tellStaff(tx, deps, { run: { ...run, kind }, session });
    });

/** Why nobody is to hear of it any more. */
const reasonAgainst = async (
  tx: Tx,
  { clock }: PlanDeps,
  { run, session }: { run: Run; session: ReminderSession | null }
): Promise<string | null> => {
  if (session === null) return 'session_gone';
  if (session.state === 'cancelled') return 'session_cancelled';
  if (session.startsAt.getTime() !== run.startsAt.getTime()) return 'session_moved';
  if (run.offsetMinutes >= 0 && session.state === 'completed') return 'session_completed';
  if (run.offsetMinutes >= 0 && clock.now() >= run.startsAt) return 'too_late';
  if (run.kind === 'follow-up-missed' && !(await isAttendanceKnown(tx, run.sessionId))) {
    return 'attendance_unknown';
  }
  return null;
};

const tellRegistrants = async (
  tx: Tx,
  { jobs, clock }: PlanDeps,
  run: Run & { kind: BulkMailKind }
): Promise<void> => {
  const { sessionId, kind, dueAt, reached } = run;
  const { page, last } = await findRecipients(tx, {
    sessionId,
    kind,
    dueAt,
    after: reached,
    limit: PAGE,
  });
  const mails = page.map(({ documentId }) => bulkMailJob({ ...run, registrationId: documentId }));
  if (last === null) {
    await jobs.enqueue(tx, mails);
    return runs.end(tx, run, { reason: null, recipients: mails.length, at: clock.now() });
  }
  await jobs.enqueue(tx, [...mails, fanOutJob(toScheduledRun(run), last)]);
  return runs.advance(tx, run, { reached: last, recipients: mails.length });
};
