import type { JobCatalog, MailKind } from '../../domain/job-catalog';
import { DomainError } from '../../domain/errors';
import { canCancel, type RegistrationState } from '../../domain/registration';
import { sessionPhase } from '../../domain/session';
import type { Actor } from '../../platform/activity-log';
import type { Tx } from '../../platform/transaction';
import type { NewJob } from '../../platform/jobs';
import * as inventories from './inventory-store';
import type { Inventory } from './inventory-store';
import { mailJob } from './mail-job';
import { moveRegistration } from './move-registration';
import { passSeatsOn } from './pass-seats-on';
import type { Deps } from './ports';
import * as store from './registration-store';
import type { CancellationReason, StoredRegistration } from './registration-store';
import { loadSession } from './session-facts-store';

/** Who wants something done to one registration. */
export type OwnerInput = {
  publicId: string;
  actor: Actor;
  /** Checks, under the lock, that the caller may do this to the row that was found. */
  isAllowed: (registration: StoredRegistration) => boolean;
};

/** Cancels a registration and passes its seat on. Cancelling what is cancelled already changes nothing. */
export const cancelRegistration =
  (deps: Deps) =>
  (input: OwnerInput): Promise<StoredRegistration> =>
    cancelFrom(deps, input, canCancel);

/** Declines an offered seat, which ends the registration. */
export const declineOffer =
  (deps: Deps) =>
  (input: OwnerInput): Promise<StoredRegistration> =>
    cancelFrom(deps, input, (state) => state === 'offered');

const cancelFrom = (
  deps: Deps,
  { publicId, actor, isAllowed }: OwnerInput,
  isPossible: (state: RegistrationState) => boolean
): Promise<StoredRegistration> =>
  deps.transaction(async (tx) => {
    const { inventory, registration } = await lockOwn(tx, publicId, isAllowed);
    if (registration.state === 'cancelled') return registration;

    const now = deps.clock.now();
    const session = await loadSession(tx, registration.sessionId);
    const phase = sessionPhase(session, now);
    if (phase === 'live' || phase === 'completed') throw new DomainError('session_started');
    if (!isPossible(registration.state)) {
      throw new DomainError('invalid_move', { from: registration.state, to: 'cancelled' });
    }

    const reason = actor.kind === 'editor' ? 'editor' : 'attendee';
    const released = await release(tx, { registration, inventory, reason, actor, now });
    const passedOn = await passSeatsOn(tx, { inventory, session, now });
    await inventories.saveSeats(tx, inventory);
    await deps.jobs.enqueue(tx, [released.job, ...passedOn]);
    return released.registration;
  });

/** Locks the session of a registration, and answers both. */
export const lockOwn = async (
  tx: Tx,
  publicId: string,
  isAllowed: OwnerInput['isAllowed']
): Promise<{ inventory: Inventory; registration: StoredRegistration }> => {
  const inventory = await inventories.lockByPublicId(tx, publicId);
  const registration = await store.findByPublicId(tx, publicId);
  if (inventory === null || registration === null || !isAllowed(registration)) {
    throw new DomainError('token_invalid');
  }
  return { inventory, registration };
};

const MAIL_BY_REASON = {
  attendee: 'cancelled-by-attendee',
  editor: 'cancelled-by-organizer',
  session_cancelled: 'session-cancelled',
} satisfies Record<CancellationReason, MailKind>;

/** Takes one registration out, counts its seat back into `inventory`, and answers the mail that says so. */
export const release = async (
  tx: Tx,
  {
    registration,
    inventory,
    reason,
    actor,
    now,
  }: {
    registration: StoredRegistration;
    inventory: Inventory;
    reason: CancellationReason;
    actor: Actor;
    now: Date;
  }
): Promise<{ registration: StoredRegistration; job: NewJob<JobCatalog> }> => ({
  registration: await moveRegistration(tx, {
    registration,
    inventory,
    to: 'cancelled',
    action: 'registration.cancelled',
    actor,
    now,
    columns: { cancelledAt: now, cancellationReason: reason },
  }),
  job: mailJob(MAIL_BY_REASON[reason], registration.documentId, 'cancelled'),
});
