import type { FeedbackBody } from '../../../../../shared/feedback';
import { assertNever, DomainError } from '../../../domain/errors';
import { judgeFeedback, type FeedbackVerdict } from '../../../domain/feedback-window';
import { recordActivities } from '../../../platform/activity-log';
import * as details from '../details-store';
import * as inventories from '../inventory-store';
import type { Deps } from '../ports';
import * as store from '../registration-store';
import { loadSession } from '../session-facts-store';

/** Writes down how somebody liked it, or that they think better of it. */
export const giveFeedback =
  ({ transaction, clock }: Pick<Deps, 'transaction' | 'clock'>) =>
  ({ publicId, rating, comment }: FeedbackBody & { publicId: string }): Promise<void> =>
    transaction(async (tx) => {
      // The lock also says that the session's figures have to be copied again.
      const inventory = await inventories.lockByPublicId(tx, publicId);
      const registration = await store.findByPublicId(tx, publicId);
      if (inventory === null || registration === null) throw new DomainError('token_invalid');
      const now = clock.now();
      const session = await loadSession(tx, registration.sessionId);
      const verdict = judgeFeedback({ ...registration, session }, now);
      if (verdict.kind !== 'open') throw feedbackRefusal(verdict);
      await details.saveFeedback(tx, registration, { rating, comment, at: now });
      await recordActivities(tx, {
        at: now,
        actor: { kind: 'attendee' },
        activities: [
          {
            action: 'registration.feedback-given',
            subjectType: 'registration',
            subjectId: registration.documentId,
            sessionId: registration.sessionId,
            fields: ['rating', 'comment'],
          },
        ],
      });
    });

/** Why nothing is asked, or taken. */
export const feedbackRefusal = (
  verdict: Exclude<FeedbackVerdict, { kind: 'open' }>
): DomainError => {
  switch (verdict.kind) {
    case 'early':
      return new DomainError('feedback_not_open', { opensAt: verdict.opensAt.toISOString() });
    case 'called_off':
      return new DomainError('session_cancelled');
    case 'not_there':
      return new DomainError('registration_not_confirmed');
    case 'over':
      return new DomainError('feedback_closed');
    default:
      return assertNever(verdict);
  }
};
