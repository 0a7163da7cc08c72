import { isOutdated, type JobCatalog, type MailKind } from '../../domain/job-catalog';
import { withheldBecause } from '../../domain/mail-preferences';
import { composeMail, type ComposeDeps } from './compose-mail';
import { deliverOnce, type Attempt, type DeliveryDeps } from './delivery/deliver-once';
import { MAIL_KINDS } from './mail-kinds';
import type { Addressee, ClaimedMail, WantedMail } from './mail-store';

export type SendMailDeps = ComposeDeps &
  DeliveryDeps & {
    store: {
      claim(wanted: WantedMail): Promise<ClaimedMail | null>;
      loadAddressee(registrationId: string): Promise<Addressee | null>;
    };
  };

/** Job: one mail to one registrant. */
export const sendMail =
  (deps: SendMailDeps) =>
  (
    { kind, registrationId, change }: JobCatalog['messages.send'],
    attempt: Attempt
  ): Promise<void> =>
    sendReviewed(
      deps,
      {
        kind,
        registrationId,
        review: async ({ sessionRevisions }) =>
          change !== undefined && isOutdated(change, sessionRevisions)
            ? { skip: 'session_moved_again' }
            : ALONE,
      },
      attempt
    );

/** A mail to one registrant, and what there is to look at before it goes out beside the registration's state. */
export type ReviewedMail = {
  kind: MailKind;
  registrationId: string;
  review(addressee: Addressee): Promise<Review>;
};

export type Review =
  | { skip: string }
  | { wait: string; seconds: number }
  /** Further registrations of the same person that it tells of: their own mails are superfluous then. */
  | { together: readonly MailTogether[] };

export type MailTogether = { mail: WantedMail; addressee: Addressee };

export const ALONE: Review = { together: [] };

export const sendReviewed = (
  deps: SendMailDeps,
  { kind, registrationId, review }: ReviewedMail,
  attempt: Attempt
): Promise<void> =>
  deliverOnce(
    deps,
    {
      claim: () => deps.store.claim({ key: attempt.key, kind, registrationId }),
      // Whoever has just done something waits for it.
      isUrgent: MAIL_KINDS[kind].goesOut === 'anytime',
      async consider() {
        const addressee = await deps.store.loadAddressee(registrationId);
        if (addressee === null) return { skip: 'registration_gone' };
        if (!MAIL_KINDS[kind].isDueIn(addressee.recipient.state)) {
          return { skip: `registration_${addressee.recipient.state}` };
        }
        const withheld = withheldBecause(kind, addressee.reach);
        if (withheld !== null) return { skip: withheld };
        const reviewed = await review(addressee);
        if (!('together' in reviewed)) return reviewed;
        const others = reviewed.together.map((each) => each.addressee);
        return {
          compose: () => composeMail(deps, kind, addressee, others),
          told: reviewed.together.map(({ mail }) => mail),
        };
      },
    },
    attempt
  );
