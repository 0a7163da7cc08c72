import type { StaffMailKind } from '../../../domain/job-catalog';
import type { StaffCase, StaffMember } from './staff-subject';

export type StaffDecision = { skip: string } | { member: StaffMember };

/** Whether a mail that was planned for a start still makes sense, and to whom it goes. */
export const decideStaffMail = (
  kind: StaffMailKind,
  startsAt: Date,
  { member, role, isManager, wantsSummaries, session }: StaffCase
): StaffDecision => {
  if (session.phase !== 'published') return { skip: `session_${session.phase}` };
  if (session.startsAt.getTime() !== startsAt.getTime()) return { skip: 'session_moved' };
  if (member === null || !member.isActive) return { skip: 'speaker_gone' };
  if (kind === 'manager-summary') {
    if (!isManager) return { skip: 'not_the_manager' };
    if (!wantsSummaries) return { skip: 'not_wanted' };
  } else if (role === null) return { skip: 'not_assigned' };
  if (member.email === '') return { skip: 'no_address' };
  return { member };
};
