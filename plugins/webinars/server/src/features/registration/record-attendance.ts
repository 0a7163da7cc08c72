import { DomainError } from '../../domain/errors';
import { bulkMailJob } from '../../domain/job-catalog';
import { mayAttend } from '../../domain/registration';
import { overdueFollowUp } from '../../domain/reminder-schedule';
import { sessionPhase } from '../../domain/session';
import { recordActivities } from '../../platform/activity-log';
import type { Tx } from '../../platform/transaction';
import type { EditorInput } from './decide-on-registration';
import * as details from './details-store';
import type { Attendance } from './details-store';
import * as inventories from './inventory-store';
import type { Deps } from './ports';
import * as store from './registration-store';
import type { StoredRegistration } from './registration-store';
import { loadSession, type SessionForRegistration } from './session-facts-store';

export type AttendanceInput = EditorInput & {
  state: 'attended' | 'no_show';
  attendance: Attendance;
};

/** Records whether somebody was there, and what came of it, once the session has begun. May be corrected at any time. */
export const recordAttendance =
  (deps: Deps) =>
  ({ documentId, actor, state, attendance }: AttendanceInput): Promise<StoredRegistration> =>
    deps.transaction(async (tx) => {
      const inventory = await inventories.lockByDocumentId(tx, documentId);
      const registration = await store.findByDocumentId(tx, documentId);
      if (inventory === null || registration === null) {
        throw new DomainError('registration_not_found');
      }
      const now = deps.clock.now();
      const session = await loadSession(tx, registration.sessionId);
      const phase = sessionPhase(session, now);
      if (phase !== 'live' && phase !== 'completed') throw new DomainError('session_not_started');
      if (!mayAttend(registration.state)) {
        throw new DomainError('invalid_move', { from: registration.state, to: state });
      }
      await details.saveAttendance(tx, registration, { state, attendance, at: now });
      await recordActivities(tx, {
        at: now,
        actor,
        activities: [
          {
            action: 'registration.attendance-recorded',
            subjectType: 'registration',
            subjectId: registration.documentId,
            sessionId: registration.sessionId,
            fromState: registration.state,
            toState: state,
            fields: Object.keys(attendance),
          },
        ],
      });
      await followUpLate(deps, tx, { registrationId: documentId, session, state, now });
      return { ...registration, state };
    });

/** Who was told nothing while the others were, because nobody had put their attendance on record, is told now. */
const followUpLate = async (
  { jobs }: Deps,
  tx: Tx,
  { registrationId, session, state, now }: LateRecord
): Promise<void> => {
  const followUp = overdueFollowUp(session, state, now);
  if (followUp === null) return;
  const { startsAt } = session;
  await jobs.enqueue(tx, [bulkMailJob({ ...followUp, registrationId, startsAt })]);
};

type LateRecord = {
  registrationId: string;
  session: SessionForRegistration;
  state: AttendanceInput['state'];
  now: Date;
};
