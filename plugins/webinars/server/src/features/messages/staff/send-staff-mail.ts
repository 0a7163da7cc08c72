import type { JobCatalog } from '../../../domain/job-catalog';
import { deliverOnce, type Attempt, type DeliveryDeps } from '../delivery/deliver-once';
import type { ClaimedMail } from '../mail-store';
import { composeStaffMail, type ComposeStaffDeps } from './compose-staff-mail';
import { decideStaffMail } from './staff-due';
import type { WantedStaffMail } from './staff-store';
import type { StaffCase } from './staff-subject';

export type SendStaffMailDeps = ComposeStaffDeps &
  DeliveryDeps & {
    /** Whether nothing goes to an address any more. */
    isSuppressed(email: string): Promise<boolean>;
    staff: {
      claim(wanted: WantedStaffMail): Promise<ClaimedMail | null>;
      loadCase(ids: { sessionId: string; speakerId: string }): Promise<StaffCase | null>;
    };
  };

/** Job: one mail to somebody on stage, or to who manages the programme. */
export const sendStaffMail =
  (deps: SendStaffMailDeps) =>
  (
    { kind, sessionId, speakerId, startsAt }: JobCatalog['messages.send-staff'],
    attempt: Attempt
  ): Promise<void> =>
    deliverOnce(
      deps,
      {
        claim: () => deps.staff.claim({ key: attempt.key, kind, sessionId, speakerId }),
        async consider() {
          const present = await deps.staff.loadCase({ sessionId, speakerId });
          if (present === null) return { skip: 'session_gone' };
          const decision = decideStaffMail(kind, new Date(startsAt), present);
          if ('skip' in decision) return decision;
          const { member } = decision;
          if (await deps.isSuppressed(member.email)) return { skip: 'suppressed' };
          return { compose: () => composeStaffMail(deps, { kind, sessionId, member, present }) };
        },
      },
      attempt
    );
