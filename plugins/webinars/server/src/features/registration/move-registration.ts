import { DomainError } from '../../domain/errors';
import { holdsSeat, type RegistrationState } from '../../domain/registration';
import { recordActivities, type Actor } from '../../platform/activity-log';
import type { Tx } from '../../platform/transaction';
import type { Inventory } from './inventory-store';
import * as store from './registration-store';
import type { MoveColumns, StoredRegistration } from './registration-store';

/**
 * Moves one registration under its session's lock: the row, the seat or place in line that it had or gets (counted in
 * `inventory`, which the caller saves), and the line in the activity log. Answers the registration as it is now.
 */
export const moveRegistration = async (
  tx: Tx,
  {
    registration,
    inventory,
    to,
    action,
    actor,
    now,
    columns = {},
  }: {
    registration: StoredRegistration;
    inventory: Inventory;
    to: RegistrationState;
    action: string;
    actor: Actor;
    now: Date;
    columns?: MoveColumns;
  }
): Promise<StoredRegistration> => {
  const isMoved = await store.moveState(tx, registration, { to, at: now, columns });
  if (!isMoved) throw new DomainError('session_moved_on');
  const from = registration.state;
  inventory.held += Number(holdsSeat(to)) - Number(holdsSeat(from));
  inventory.waitlisted += Number(to === 'waitlisted') - Number(from === 'waitlisted');
  await recordActivities(tx, {
    at: now,
    actor,
    activities: [
      {
        action,
        subjectType: 'registration',
        subjectId: registration.documentId,
        sessionId: registration.sessionId,
        fromState: from,
        toState: to,
      },
    ],
  });
  return {
    ...registration,
    state: to,
    holdExpiresAt: columns.holdExpiresAt ?? null,
    waitlistSequence: columns.waitlistSequence ?? registration.waitlistSequence,
    cancellationReason: columns.cancellationReason ?? registration.cancellationReason,
    revision: registration.revision + 1,
  };
};
