import { mayAttend } from '../../../domain/registration';
import { recordActivities } from '../../../platform/activity-log';
import * as details from '../details-store';
import * as inventories from '../inventory-store';
import type { Deps } from '../ports';
import * as store from '../registration-store';
import type { StoredRegistration } from '../registration-store';

/** Remembers when somebody first went in. Whoever comes back changes nothing. */
export const recordJoin =
  ({ transaction, clock }: Pick<Deps, 'transaction' | 'clock'>) =>
  async ({ publicId, joinedAt }: StoredRegistration): Promise<void> => {
    if (joinedAt !== null) return;
    await transaction(async (tx) => {
      // The lock also says that the session's counts have to be copied again.
      await inventories.lockByPublicId(tx, publicId);
      const registration = await store.findByPublicId(tx, publicId);
      if (registration === null || !mayAttend(registration.state)) return;
      const now = clock.now();
      if (!(await details.markJoined(tx, registration, now))) return;
      await recordActivities(tx, {
        at: now,
        actor: { kind: 'attendee' },
        activities: [
          {
            action: 'registration.joined',
            subjectType: 'registration',
            subjectId: registration.documentId,
            sessionId: registration.sessionId,
          },
        ],
      });
    });
  };
