import { DomainError } from '../../domain/errors';
import { refusalOfPhase } from '../../domain/placement';
import { lockOwn, type OwnerInput } from './cancel-registration';
import * as inventories from './inventory-store';
import { mailJob } from './mail-job';
import { moveRegistration } from './move-registration';
import { holdJob, passSeatsOn } from './pass-seats-on';
import type { Deps } from './ports';
import type { StoredRegistration } from './registration-store';
import { loadSession } from './session-facts-store';

export type Acceptance =
  | { kind: 'moved'; registration: StoredRegistration }
  | { kind: 'refused'; reason: 'offer_expired' };

/**
 * Takes an offered seat. Accepting once more changes nothing. An offer that has run out is taken back and passed on,
 * whether or not the job that does so has been late: that refusal is answered, not thrown, so that this is kept.
 */
export const acceptOffer =
  (deps: Deps) =>
  async ({ publicId, actor, isAllowed }: OwnerInput): Promise<Acceptance> => {
    const rules = await deps.settings();
    return deps.transaction(async (tx) => {
      const { inventory, registration } = await lockOwn(tx, publicId, isAllowed);
      if (isAccepted(registration)) return { kind: 'moved', registration };
      if (registration.state === 'expired') return TOO_LATE;
      if (registration.state !== 'offered') {
        throw new DomainError('invalid_move', { from: registration.state, to: 'confirmed' });
      }
      const now = deps.clock.now();
      const session = await loadSession(tx, registration.sessionId);
      const refusal = refusalOfPhase(session, now);
      if (refusal !== null) throw new DomainError(refusal);
      if (hasLapsed(registration, now)) {
        const jobs = await passSeatsOn(tx, { inventory, session, now });
        await inventories.saveSeats(tx, inventory);
        await deps.jobs.enqueue(tx, jobs);
        return TOO_LATE;
      }

      const costs = (registration.paymentAmount ?? 0) > 0;
      if (costs && !rules.canTakePayment) throw new DomainError('payment_required');
      const holdExpiresAt = costs ? new Date(now.getTime() + rules.holdMinutes * 60_000) : null;
      const moved = await moveRegistration(tx, {
        registration,
        inventory,
        to: costs ? 'awaiting_payment' : 'confirmed',
        action: 'registration.accepted',
        actor,
        now,
        columns: { holdExpiresAt },
      });
      await inventories.saveSeats(tx, inventory);
      const kind = costs ? 'manage-link' : 'confirmation';
      await deps.jobs.enqueue(tx, [
        mailJob(kind, moved.documentId, `accepted-${moved.revision}`),
        ...(holdExpiresAt === null ? [] : [holdJob(moved, holdExpiresAt)]),
      ]);
      return { kind: 'moved', registration: moved };
    });
  };

const TOO_LATE: Acceptance = { kind: 'refused', reason: 'offer_expired' };

const isAccepted = ({ state }: StoredRegistration) =>
  state === 'confirmed' || state === 'awaiting_payment' || state === 'attended';

const hasLapsed = ({ holdExpiresAt }: StoredRegistration, now: Date) =>
  holdExpiresAt !== null && holdExpiresAt <= now;
