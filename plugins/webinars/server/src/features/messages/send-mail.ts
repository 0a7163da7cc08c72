import type { Semaphore } from 'async-mutex';
import { personalInvitation } from '../../domain/calendar-invite';
import { isOutdated, type JobCatalog, type MailKind } from '../../domain/job-catalog';
import type { Clock } from '../../platform/clock';
import type { IcsWriter } from '../../platform/ics';
import { PutOff, type JobContext } from '../../platform/jobs';
import type { Locale } from '../../../../shared/locales';
import { BLANKS, fillIn } from './form-letter';
import type { SiteLinks } from './links';
import { manageUrl, sessionUrl } from './links';
import {
  deadlineOf,
  mailContext,
  oneLine,
  type MailLinks,
  type MailProgram,
  type MailRecipient,
  type MailSession,
} from './mail-context';
import type { MailFacts } from './mail-facts';
import { isInvited, MAIL_KINDS } from './mail-kinds';
import { MailFailure, type Mail, type Mailer } from './mailer';
import type { MailServerWatch } from './mail-server-watch';
import type { Addressee, ClaimedMail, MailOutcome, WantedMail } from './mail-store';
import type { RenderedMail, RenderMail } from './render-mail';

export type SendMailDeps = {
  clock: Clock;
  facts: MailFacts;
  render: RenderMail;
  /** Remembers letters for a short while, by what they depend on. */
  letters: (key: string, render: () => Promise<RenderedMail>) => Promise<RenderedMail>;
  writeIcs: IcsWriter;
  mailer: Mailer;
  watch: MailServerWatch;
  /**
   * As many as there are connections to the mail server, each held until the outcome is on record: whatever dies
   * between the two, at most one mail per connection goes out again.
   */
  connections: Semaphore;
  store: {
    claim(wanted: WantedMail): Promise<ClaimedMail | null>;
    loadAddressee(registrationId: string): Promise<Addressee | null>;
    wasInvited(registrationId: string): Promise<boolean>;
    waitlistRank(sessionId: string, waitlistSequence: number): Promise<number>;
    record(outcome: MailOutcome): Promise<void>;
  };
  /** The From address of this installation, and the name that it has without the program's. */
  sender: { name: string; address: string };
  /** This server's name, for calendar entries. */
  host: string;
  siteUrl: string;
  publicUrl: string;
  signManageToken: (recipient: MailRecipient) => string;
  warn: (message: string) => void;
};

/**
 * Job: one mail to one registrant. Claims it, looks whether it still makes sense, renders it, hands it to the mail
 * server, and writes down what that said. A mail that was accepted before is not sent again.
 */
export const sendMail =
  (deps: SendMailDeps) =>
  async (
    { kind, registrationId, change }: JobCatalog['messages.send'],
    { key, isLastAttempt, signal }: Pick<JobContext, 'key' | 'isLastAttempt' | 'signal'>
  ): Promise<void> => {
    const { clock, store, watch, connections } = deps;
    const wait = watch.secondsToWait(clock.now());
    if (wait !== null) throw new PutOff(wait);

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
    if (change !== undefined && isOutdated(change, addressee.sessionRevisions)) {
      return skip('session_moved_again');
    }

    await connections.runExclusive(async () => {
      // Meanwhile the server may have gone, or the job belong to somebody else because the wait was too long.
      const pause = signal.aborted ? 1 : watch.secondsToWait(clock.now());
      if (pause !== null) {
        await settle('queued', 'no_connection');
        throw new PutOff(pause);
      }
      const outcome = await composeAndDeliver(deps, { kind, addressee, claimed, isLastAttempt });
      if (outcome === null) return skip('session_gone');
      await store.record(outcome);
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
    claimed,
    isLastAttempt,
  }: { kind: MailKind; addressee: Addressee; claimed: ClaimedMail; isLastAttempt: boolean }
): Promise<MailOutcome | null> => {
  const mail = await compose(deps, kind, addressee);
  return mail === null ? null : deliver(deps, mail, claimed, isLastAttempt);
};

const notAsked = { outcome: null, responseCode: null } as const;

/** Hands the mail over; an answer of the server is an outcome, not an exception. */
const deliver = async (
  { clock, mailer }: SendMailDeps,
  mail: Mail,
  claimed: ClaimedMail,
  isLastAttempt: boolean
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
      at: clock.now(),
    };
  }
};

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

/** Null when the session is gone. */
const compose = async (
  deps: SendMailDeps,
  kind: MailKind,
  { recipient, sessionId, sessionVersion }: Addressee
): Promise<Mail | null> => {
  const { facts, store } = deps;
  const locale = recipient.language;
  const [session, program] = await Promise.all([
    facts.session(sessionId, { locale, version: sessionVersion }),
    facts.program(locale),
  ]);
  if (session === null) return null;

  const links = linksFor(deps, { recipient, session, patterns: program.patterns, locale });
  const method = await calendarMethod(deps, kind, recipient);
  const rank =
    kind === 'waitlist-joined' && recipient.waitlistSequence !== null
      ? await store.waitlistRank(sessionId, recipient.waitlistSequence)
      : null;
  const deadline = deadlineOf(recipient, session);
  const reason = kind === 'rejected' ? recipient.rejectionReason : null;
  const letter = await letterFor(deps, {
    kind,
    recipient,
    session,
    program,
    links,
    version: sessionVersion,
    isRanked: rank !== null,
    hasDeadline: deadline !== null,
    hasReason: reason !== null,
    hasCalendar: method !== null,
  });
  const { firstName, lastName, reference } = recipient;
  const { subject, html, text } = fillIn(letter, {
    firstName,
    lastName,
    reference,
    manageUrl: links.manage,
    rank: String(rank ?? ''),
    deadline: deadline ?? '',
    reason: reason ?? '',
  });
  const from = {
    name: oneLine(program.senderName ?? (deps.sender.name || program.name)),
    address: deps.sender.address,
  };
  const to = addressOf(recipient);
  return {
    from,
    replyTo: program.replyTo,
    to,
    subject,
    html,
    text,
    calendar:
      method === null
        ? null
        : { method, content: invitation(deps, { method, recipient, session, program, links, to }) },
  };
};

/** The mail with blanks for the person. Two registrants who have all of the key in common get the same. */
const letterFor = (
  { letters, render }: SendMailDeps,
  {
    kind,
    recipient,
    session,
    program,
    links,
    version,
    isRanked,
    hasDeadline,
    hasReason,
    hasCalendar,
  }: {
    kind: MailKind;
    recipient: MailRecipient;
    session: MailSession;
    program: MailProgram;
    links: MailLinks;
    version: string;
    isRanked: boolean;
    hasDeadline: boolean;
    hasReason: boolean;
    hasCalendar: boolean;
  }
): Promise<RenderedMail> => {
  const { language, state, timezone } = recipient;
  const shape = [isRanked, hasDeadline, hasReason, hasCalendar];
  const key = [kind, language, session.documentId, version, state, timezone, ...shape];
  return letters(key.join(' '), () => {
    const context = mailContext({
      kind,
      recipient: { ...recipient, ...BLANKS },
      session,
      program,
      links: { ...links, manage: BLANKS.manageUrl },
      rank: isRanked ? BLANKS.rank : null,
      deadline: hasDeadline ? BLANKS.deadline : null,
      reason: hasReason ? BLANKS.reason : null,
      hasCalendar,
    });
    return render(kind, language, context);
  });
};

/** A cancellation goes only to whom an invitation may have gone. */
const calendarMethod = async (
  { store }: SendMailDeps,
  kind: MailKind,
  recipient: MailRecipient
): Promise<'REQUEST' | 'CANCEL' | null> => {
  const { calendar } = MAIL_KINDS[kind];
  if (calendar === 'REQUEST') return isInvited(recipient.state) ? 'REQUEST' : null;
  if (calendar === 'CANCEL' && (await store.wasInvited(recipient.documentId))) return 'CANCEL';
  return null;
};

/**
 * The registrant's own calendar entry, for downloading: the invitation as the mails carry it, or its cancellation.
 * Null for whoever was never invited.
 */
export const ownCalendar =
  (deps: SendMailDeps) =>
  async (registrationId: string): Promise<string | null> => {
    const addressee = await deps.store.loadAddressee(registrationId);
    if (addressee === null) return null;
    const { recipient, sessionId, sessionVersion } = addressee;
    const isCancelled = !isInvited(recipient.state);
    if (isCancelled && !(await deps.store.wasInvited(recipient.documentId))) return null;

    const locale = recipient.language;
    const [session, program] = await Promise.all([
      deps.facts.session(sessionId, { locale, version: sessionVersion }),
      deps.facts.program(locale),
    ]);
    if (session === null) return null;
    return invitation(deps, {
      method: isCancelled ? 'CANCEL' : 'REQUEST',
      recipient,
      session,
      program,
      links: linksFor(deps, { recipient, session, patterns: program.patterns, locale }),
      to: addressOf(recipient),
    });
  };

const addressOf = ({ firstName, lastName, email }: MailRecipient): Mail['to'] => ({
  name: oneLine(`${firstName} ${lastName}`),
  address: email.trim().normalize('NFKC'),
});

const linksFor = (
  { siteUrl, publicUrl, signManageToken }: SendMailDeps,
  {
    recipient,
    session,
    patterns,
    locale,
  }: {
    recipient: MailRecipient;
    session: MailSession;
    patterns: SiteLinks['patterns'];
    locale: Locale;
  }
): MailLinks => {
  const site = { siteUrl, publicUrl, patterns };
  return {
    manage: manageUrl(site, signManageToken(recipient), locale),
    session: sessionUrl(site, session.slug, locale),
    program: siteUrl === '' ? null : siteUrl,
  };
};

const invitation = (
  { writeIcs, sender, host, clock }: SendMailDeps,
  {
    method,
    recipient,
    session,
    program,
    links,
    to,
  }: {
    method: 'REQUEST' | 'CANCEL';
    recipient: MailRecipient;
    session: MailSession;
    program: MailProgram;
    links: MailLinks;
    to: Mail['to'];
  }
) =>
  writeIcs(
    personalInvitation({
      method,
      session: { ...session, pageUrl: links.session },
      registration: {
        publicId: recipient.publicId,
        reference: recipient.reference,
        revision: recipient.revision,
        attendee: to,
      },
      organizer: {
        name: program.organizerName ?? program.name,
        address: sender.address,
      },
      manageUrl: links.manage,
      host,
      language: recipient.language,
      now: clock.now(),
    })
  );
