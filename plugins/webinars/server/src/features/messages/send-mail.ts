import type { Semaphore } from 'async-mutex';
import { isOutdated, type JobCatalog, type MailKind } from '../../domain/job-catalog';
import { isAddressGone } from '../../domain/mail-bounce';
import { withheldBecause } from '../../domain/mail-preferences';
import { PutOff, type JobContext } from '../../platform/jobs';
import { composeMail, type ComposeDeps } from './compose-mail';
import { MAIL_KINDS } from './mail-kinds';
import { MailFailure, type Mail, type Mailer } from './mailer';
import type { MailServerWatch } from './mail-server-watch';
import type { Addressee, ClaimedMail, MailOutcome, WantedMail } from './mail-store';

export type SendMailDeps = ComposeDeps & {
  mailer: Mailer;
  watch: MailServerWatch;
  /**
   * As many as there are connections to the mail server, each held until the outcome is on record: whatever dies
   * between the two, at most one mail per connection goes out again.
   */
  connections: Semaphore;
  /** Keys of the mails that this process is busy with. */
  underWay: Set<string>;
  store: {
    claim(wanted: WantedMail): Promise<ClaimedMail | null>;
    loadAddressee(registrationId: string): Promise<Addressee | null>;
    record(outcome: MailOutcome): Promise<void>;
  };
  warn: (message: string) => void;
};

/** Job: one mail to one registrant. */
export const sendMail =
  (deps: SendMailDeps) =>
  ({ kind, registrationId, change }: JobCatalog['messages.send'], context: SendContext) =>
    sendReviewed(
      deps,
      {
        kind,
        registrationId,
        review: async ({ sessionRevisions }) =>
          change !== undefined && isOutdated(change, sessionRevisions)
            ? { kind: 'skip', reason: 'session_moved_again' }
            : { kind: 'send', together: [] },
      },
      context
    );

/** A mail, and what there is to look at before it goes out, beside the registration's state. */
export type ReviewedMail = {
  kind: MailKind;
  registrationId: string;
  review(addressee: Addressee): Promise<Review>;
};

export type Review =
  /** With further registrations of the same person that it tells of, whose own mails are superfluous then. */
  | { kind: 'send'; together: readonly MailTogether[] }
  | { kind: 'skip'; reason: string }
  | { kind: 'wait'; seconds: number; reason: string };

export type MailTogether = { mail: WantedMail; addressee: Addressee };

/**
 * Claims a mail, looks whether it still makes sense, renders it, hands it to the mail server, and writes down what that
 * said. A mail that was accepted before is not sent again.
 */
export const sendReviewed = async (
  deps: SendMailDeps,
  mail: ReviewedMail,
  context: SendContext
): Promise<void> => {
  const { underWay } = deps;
  // A hand-over that outlives its job's time goes on; whoever has the job then must not begin another.
  if (underWay.has(context.key)) throw new PutOff(AWHILE_SECONDS);
  underWay.add(context.key);
  try {
    await sendOnce(deps, mail, context);
  } finally {
    underWay.delete(context.key);
  }
};

export type SendContext = Pick<JobContext, 'key' | 'isLastAttempt' | 'signal'>;

const AWHILE_SECONDS = 10;

const sendOnce = async (
  deps: SendMailDeps,
  { kind, registrationId, review }: ReviewedMail,
  { key, isLastAttempt, signal }: SendContext
): Promise<void> => {
  const { clock, store, watch, connections } = deps;
  const turn = watch.turn(clock.now());
  if (turn.kind === 'wait') throw new PutOff(turn.seconds);

  const claimed = await store.claim({ key, kind, registrationId });
  if (claimed === null) return;
  const settle = (state: 'skipped' | 'queued', reason: string) =>
    store.record({ ...notAsked, mail: claimed, state, reason, at: clock.now() });
  const skip = (reason: string) => settle('skipped', reason);

  const addressee = await store.loadAddressee(registrationId);
  if (addressee === null) return skip('registration_gone');
  if (!MAIL_KINDS[kind].isDueIn(addressee.recipient.state)) {
    return skip(`registration_${addressee.recipient.state}`);
  }
  const withheld = withheldBecause(kind, addressee.reach);
  if (withheld !== null) return skip(withheld);
  const reviewed = await review(addressee);
  if (reviewed.kind === 'skip') return skip(reviewed.reason);
  if (reviewed.kind === 'wait') {
    await settle('queued', reviewed.reason);
    throw new PutOff(reviewed.seconds);
  }
  const { together } = reviewed;

  await connections.runExclusive(async () => {
    // Meanwhile the server may have gone, or the job belong to somebody else because the wait was too long.
    const present = turn.isProbe ? turn : watch.turn(clock.now());
    if (signal.aborted || present.kind === 'wait') {
      await settle('queued', 'no_connection');
      throw new PutOff(present.kind === 'wait' ? present.seconds : 1);
    }
    const outcome = await composeAndDeliver(deps, {
      kind,
      addressee,
      together,
      claimed,
      isLastAttempt,
    });
    if (outcome === null) return skip('session_gone');
    await store.record({ ...outcome, told: together.map(({ mail }) => mail) });
    react(deps, outcome);
  });
};

/**
 * Null when the session is gone. A mail is large: it exists from when a connection is free until the server has it,
 * not while those before it are sent, nor while the outcome is stored.
 */
const composeAndDeliver = async (
  deps: SendMailDeps,
  {
    kind,
    addressee,
    together,
    claimed,
    isLastAttempt,
  }: {
    kind: MailKind;
    addressee: Addressee;
    together: readonly MailTogether[];
    claimed: ClaimedMail;
    isLastAttempt: boolean;
  }
): Promise<MailOutcome | null> => {
  const others = together.map((each) => each.addressee);
  const mail = await composeMail(deps, kind, addressee, others);
  if (mail === null) return null;
  return deliver(deps, mail, { claimed, emailKey: addressee.emailKey, isLastAttempt });
};

const notAsked = { outcome: null, responseCode: null } as const;

/** Hands the mail over; an answer of the server is an outcome, not an exception. */
const deliver = async (
  { clock, mailer }: SendMailDeps,
  mail: Mail,
  {
    claimed,
    emailKey,
    isLastAttempt,
  }: { claimed: ClaimedMail; emailKey: string; isLastAttempt: boolean }
): Promise<MailOutcome> => {
  try {
    await mailer.send(mail, { idempotencyKey: claimed.messageId });
    return {
      mail: claimed,
      state: 'sent',
      outcome: 'accepted',
      responseCode: null,
      reason: null,
      at: clock.now(),
    };
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    const isFinal = error.kind === 'refused' || (error.kind === 'deferred' && isLastAttempt);
    return {
      mail: claimed,
      state: isFinal ? 'failed' : 'queued',
      outcome: error.kind,
      responseCode: error.responseCode,
      reason: error.message,
      ...bounceOf(error, emailKey),
      at: clock.now(),
    };
  }
};

const bounceOf = ({ kind, responseCode, detail }: MailFailure, emailKey: string) =>
  kind === 'refused' && isAddressGone({ responseCode, ...detail })
    ? { bounce: { emailKey, responseCode, statusCode: detail.statusCode } }
    : {};

/**
 * Tells the queue what to do next. An unreachable server is nobody's fault and costs the mail no attempt. A refused
 * mail is a job well done: its failure is on record, and no operator could mend a visitor's typing error.
 */
const react = ({ clock, watch, warn }: SendMailDeps, { mail, outcome, reason }: MailOutcome) => {
  if (outcome !== 'unreachable') watch.reached();
  if (outcome === 'accepted') return;
  warn(`[webinars] mail ${mail.id}, attempt ${mail.attempt}: ${reason}`);
  if (outcome === 'unreachable') throw new PutOff(watch.unreachable(clock.now()));
  if (outcome === 'deferred') throw new Error(reason ?? 'deferred');
};
