import { isOutdated, type JobCatalog } from '../../domain/job-catalog';
import { composeMail, type ComposeDeps } from './compose-mail';
import { deliverOnce, type Attempt, type DeliveryDeps } from './deliver-once';
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
    deliverOnce(
      deps,
      {
        claim: () => deps.store.claim({ key: attempt.key, kind, registrationId }),
        async consider() {
          const addressee = await deps.store.loadAddressee(registrationId);
          if (addressee === null) return { skip: 'registration_gone' };
          if (!MAIL_KINDS[kind].isDueIn(addressee.recipient.state)) {
            return { skip: `registration_${addressee.recipient.state}` };
          }
          if (change !== undefined && isOutdated(change, addressee.sessionRevisions)) {
            return { skip: 'session_moved_again' };
          }
          return { compose: () => composeMail(deps, kind, addressee) };
        },
      },
      attempt
    );
