import { DomainError } from '../../domain/errors';
import { placeApproved, refusalOfPhase } from '../../domain/placement';
import { awaitsDecision } from '../../domain/registration';
import type { Actor } from '../../platform/activity-log';
import * as inventories from './inventory-store';
import { mailJob } from './mail-job';
import { moveRegistration } from './move-registration';
import { holdJob, passSeatsOn } from './pass-seats-on';
import type { Deps } from './ports';
import * as store from './registration-store';
import type { StoredRegistration } from './registration-store';
import { loadSession } from './session-facts-store';

export type EditorInput = { documentId: string; actor: Actor };

/**
 * Gives a registration that waits for approval its seat, or its place in line when all are taken. Approving what is
 * approved already changes nothing.
 */
export const approveRegistration =
  (deps: Deps) =>
  async ({ documentId, actor }: EditorInput): Promise<StoredRegistration> => {
    const rules = await deps.settings();
    return deps.transaction(async (tx) => {
      const inventory = await inventories.lockByDocumentId(tx, documentId);
      const registration = await store.findByDocumentId(tx, documentId);
      if (inventory === null || registration === null) {
        throw new DomainError('registration_not_found');
      }
      if (APPROVED.includes(registration.state)) return registration;
      if (!awaitsDecision(registration.state)) {
        throw new DomainError('invalid_move', { from: registration.state, to: 'confirmed' });
      }

      const now = deps.clock.now();
      const session = await loadSession(tx, registration.sessionId);
      const price = registration.paymentAmount ?? 0;
      const lapsed = await passSeatsOn(tx, { inventory, session, now });
      const placement = placeApproved({
        session,
        seats: inventory,
        price,
        canTakePayment: rules.canTakePayment,
        now,
      });
      if (placement.kind === 'refused') throw new DomainError(placement.reason);

      const isWaiting = placement.kind === 'waitlisted';
      const holdExpiresAt =
        placement.kind === 'awaiting_payment'
          ? new Date(now.getTime() + rules.holdMinutes * 60_000)
          : null;
      const moved = await moveRegistration(tx, {
        registration,
        inventory,
        to: placement.kind,
        action: 'registration.approved',
        actor,
        now,
        columns: {
          holdExpiresAt,
          ...(isWaiting && { waitlistSequence: inventory.nextWaitlistSequence }),
        },
      });
      if (isWaiting) inventory.nextWaitlistSequence += 1;
      await inventories.saveSeats(tx, inventory);
      const kind = MAIL_BY_PLACEMENT[placement.kind];
      await deps.jobs.enqueue(tx, [
        ...lapsed,
        mailJob(kind, documentId, `approved-${moved.revision}`),
        ...(holdExpiresAt === null ? [] : [holdJob(moved, holdExpiresAt)]),
      ]);
      return moved;
    });
  };

const APPROVED: readonly StoredRegistration['state'][] = [
  'confirmed',
  'awaiting_payment',
  'waitlisted',
  'offered',
];

const MAIL_BY_PLACEMENT = {
  confirmed: 'approved',
  awaiting_payment: 'manage-link',
  awaiting_approval: 'approval-pending',
  waitlisted: 'waitlist-joined',
} as const;

export type RejectInput = EditorInput & {
  /** Told to the registrant as it is. */
  reason: string | null;
};

/** Turns down a registration that waits for approval. Rejecting what is rejected already changes nothing. */
export const rejectRegistration =
  (deps: Deps) =>
  ({ documentId, actor, reason }: RejectInput): Promise<StoredRegistration> =>
    deps.transaction(async (tx) => {
      const inventory = await inventories.lockByDocumentId(tx, documentId);
      const registration = await store.findByDocumentId(tx, documentId);
      if (inventory === null || registration === null) {
        throw new DomainError('registration_not_found');
      }
      if (registration.state === 'rejected') return registration;
      if (!awaitsDecision(registration.state)) {
        throw new DomainError('invalid_move', { from: registration.state, to: 'rejected' });
      }
      const now = deps.clock.now();
      const refusal = refusalOfPhase(await loadSession(tx, registration.sessionId), now);
      if (refusal !== null) throw new DomainError(refusal);
      const moved = await moveRegistration(tx, {
        registration,
        inventory,
        to: 'rejected',
        action: 'registration.rejected',
        actor,
        now,
        columns: { rejectionReason: reason },
      });
      await inventories.saveSeats(tx, inventory);
      await deps.jobs.enqueue(tx, [mailJob('rejected', documentId, 'rejected')]);
      return moved;
    });
