import { staffMailJob, type StaffMailKind } from '../../domain/job-catalog';
import type { Tx } from '../../platform/transaction';
import type { PlanDeps } from './plan-runs';
import * as runs from './run-store';
import type { Run } from './run-store';
import { stageOf, type ReminderSession } from './session-store';

export type ProgramManager = { speakerId: string; wantsSummaries: boolean };

export type StaffDeps = PlanDeps & { loadManager: () => Promise<ProgramManager | null> };

/** Hands a message out to those on stage, or to who manages the programme. */
export const tellStaff = async (
  tx: Tx,
  deps: StaffDeps,
  { run, session }: { run: Run & { kind: StaffMailKind }; session: ReminderSession }
): Promise<void> => {
  const at = deps.clock.now();
  const staff = await staffFor(tx, deps, run.kind, session);
  if (staff.kind === 'nobody') return runs.end(tx, run, { reason: staff.reason, at });
  const { kind, sessionId } = run;
  const startsAt = run.startsAt.toISOString();
  await deps.jobs.enqueue(
    tx,
    staff.speakerIds.map((speakerId) =>
      staffMailJob({ kind, sessionId, speakerId, startsAt }, run.offsetMinutes)
    )
  );
  await runs.end(tx, run, { reason: null, recipients: staff.speakerIds.length, at });
};

export type Staff = { kind: 'some'; speakerIds: string[] } | { kind: 'nobody'; reason: string };

/** Who there is to be told. */
export const staffFor = async (
  tx: Pick<Tx, 'name' | 'raw'>,
  { loadManager }: Pick<StaffDeps, 'loadManager'>,
  kind: StaffMailKind,
  session: ReminderSession
): Promise<Staff> => {
  if (kind === 'manager-summary') return managerOf(await loadManager());
  const speakerIds = await stageOf(tx, session.rowId);
  return speakerIds.length > 0
    ? { kind: 'some', speakerIds }
    : { kind: 'nobody', reason: 'no_speaker' };
};

const managerOf = (manager: ProgramManager | null): Staff => {
  if (manager === null) return { kind: 'nobody', reason: 'no_manager' };
  return manager.wantsSummaries
    ? { kind: 'some', speakerIds: [manager.speakerId] }
    : { kind: 'nobody', reason: 'not_wanted' };
};
