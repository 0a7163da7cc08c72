import type { JobCatalog, MailKind } from '../../domain/job-catalog';
import { DomainError } from '../../domain/errors';
import { canCancel, holdsSeat } from '../../domain/registration';
import { sessionPhase } from '../../domain/session';
import { recordActivities, type Actor } from '../../platform/activity-log';
import type { Tx } from '../../platform/transaction';
import type { NewJob } from '../../platform/jobs';
import type { Deps } from './ports';
import { mailJob } from './register-attendees';
import * as store from './registration-store';
import type { Inventory, StoredRegistration } from './registration-store';

export type CancelInput = {
  publicId: string;
  actor: Actor;
  /** Checks, under the lock, that the caller may do this to the row that was found. */
  isAllowed: (registration: StoredRegistration) => boolean;
};

/** Cancels a registration and frees its seat. Cancelling what is cancelled already changes nothing. */
export const cancelRegistration =
  (deps: Deps) =>
  ({ publicId, actor, isAllowed }: CancelInput): Promise<StoredRegistration> =>
    deps.transaction(async (tx) => {
      const inventory = await store.lockByPublicId(tx, publicId);
      const registration = await store.findByPublicId(tx, publicId);
      if (inventory === null || registration === null || !isAllowed(registration)) {
        throw new DomainError('token_invalid');
      }
      if (registration.state === 'cancelled') return registration;

      const now = deps.clock.now();
      const session = await store.loadSession(tx, registration.sessionId);
      const phase = sessionPhase(session, now);
      if (phase === 'live' || phase === 'completed') throw new DomainError('session_started');
      if (!canCancel(registration.state)) {
        throw new DomainError('invalid_move', { from: registration.state, to: 'cancelled' });
      }

      const reason = actor.kind === 'editor' ? 'editor' : 'attendee';
      const job = await release(tx, { registration, inventory, reason, actor, now });
      await store.saveSeats(tx, inventory);
      await deps.jobs.enqueue(tx, [job]);
      return { ...registration, state: 'cancelled', revision: registration.revision + 1 };
    });

const MAIL_BY_REASON = {
  attendee: 'cancelled-by-attendee',
  editor: 'cancelled-by-organizer',
  session_cancelled: 'session-cancelled',
} satisfies Record<string, MailKind>;

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
    reason: keyof typeof MAIL_BY_REASON;
    actor: Actor;
    now: Date;
  }
): Promise<NewJob<JobCatalog>> => {
  const isMoved = await store.markCancelled(tx, registration, { reason, at: now });
  if (!isMoved) throw new DomainError('session_moved_on');
  if (holdsSeat(registration.state)) inventory.held -= 1;
  if (registration.state === 'waitlisted') inventory.waitlisted -= 1;
  await recordActivities(tx, {
    at: now,
    actor,
    activities: [
      {
        action: 'registration.cancelled',
        subjectType: 'registration',
        subjectId: registration.documentId,
        sessionId: registration.sessionId,
        fromState: registration.state,
        toState: 'cancelled',
      },
    ],
  });
  return mailJob(MAIL_BY_REASON[reason], registration.documentId, 'cancelled');
};
