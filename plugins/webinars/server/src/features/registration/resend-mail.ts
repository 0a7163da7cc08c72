import { DomainError } from '../../domain/errors';
import { isActive } from '../../domain/registration';
import { recordActivities } from '../../platform/activity-log';
import type { EditorInput } from './decide-on-registration';
import { mailJob } from './mail-job';
import type { Deps } from './ports';
import * as store from './registration-store';
import type { StoredRegistration } from './registration-store';

/** Sends a registrant once more what they need: the invitation where there is one, else the link to the registration. */
export const resendMail =
  (deps: Deps) =>
  ({ documentId, actor }: EditorInput): Promise<StoredRegistration> =>
    deps.transaction(async (tx) => {
      const registration = await store.findByDocumentId(tx, documentId);
      if (registration === null) throw new DomainError('registration_not_found');
      const { state } = registration;
      if (!isActive(state)) throw new DomainError('invalid_move', { from: state, to: state });
      const now = deps.clock.now();
      await store.markManageLinkSent(tx, [registration.rowId], now);
      const kind = state === 'confirmed' ? 'confirmation' : 'manage-link';
      await deps.jobs.enqueue(tx, [mailJob(kind, documentId, `resent-${now.toISOString()}`)]);
      await recordActivities(tx, {
        at: now,
        actor,
        activities: [
          {
            action: 'registration.mail-resent',
            subjectType: 'registration',
            subjectId: documentId,
            sessionId: registration.sessionId,
            toState: state,
          },
        ],
      });
      return registration;
    });
