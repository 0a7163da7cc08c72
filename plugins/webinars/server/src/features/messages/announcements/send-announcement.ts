import type { JobCatalog } from '../../../domain/job-catalog';
import { withheldBecause } from '../../../domain/mail-preferences';
import { deliverOnce, type Attempt, type DeliveryDeps } from '../delivery/deliver-once';
import type { Addressee, ClaimedMail, WantedMail } from '../mail-store';
import type { StoredAnnouncement } from './announcement-store';
import { composeAnnouncement, type ComposeAnnouncementDeps } from './compose-announcement';

export type SendAnnouncementDeps = ComposeAnnouncementDeps &
  DeliveryDeps & {
    store: {
      claim(wanted: WantedMail): Promise<ClaimedMail | null>;
      loadAddressee(registrationId: string): Promise<Addressee | null>;
    };
    announcements: {
      find(id: string): Promise<StoredAnnouncement | null>;
      hasConsent(registrationId: string): Promise<boolean>;
      isStillFound(filter: StoredAnnouncement['filter'], registrationId: string): Promise<boolean>;
    };
  };

/** Job: what organisers wrote by hand, to one of those who were to get it. Looks once more whether they still are. */
export const sendAnnouncement =
  (deps: SendAnnouncementDeps) =>
  (
    { announcementId, registrationId }: JobCatalog['messages.send-announcement'],
    attempt: Attempt
  ): Promise<void> =>
    deliverOnce(
      deps,
      {
        claim: () => deps.store.claim({ key: attempt.key, kind: 'announcement', registrationId }),
        async consider() {
          const announcement = await deps.announcements.find(announcementId);
          if (announcement === null) return { skip: 'announcement_gone' };
          if (announcement.state === 'stopped') return { skip: 'stopped' };
          const addressee = await deps.store.loadAddressee(registrationId);
          if (addressee === null) return { skip: 'registration_gone' };
          const reason = await reasonAgainst(deps, announcement, addressee);
          if (reason !== null) return { skip: reason };
          const written = announcement.texts[addressee.recipient.language];
          if (written === undefined) return { skip: 'no_text' };
          return { compose: () => composeAnnouncement(deps, written, addressee) };
        },
      },
      attempt
    );

const reasonAgainst = async (
  { announcements }: SendAnnouncementDeps,
  { purpose, filter }: StoredAnnouncement,
  { recipient: { documentId, state }, reach }: Addressee
): Promise<string | null> => {
  if (!filter.states.includes(state)) return `registration_${state}`;
  if (purpose === 'marketing' && !(await announcements.hasConsent(documentId))) {
    return 'no_consent';
  }
  if (!(await announcements.isStillFound(filter, documentId))) return 'filter_left';
  return withheldBecause('announcement', reach);
};
