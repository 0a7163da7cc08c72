import { personalInvitation } from '../../domain/calendar-invite';
import type { MailKind } from '../../domain/job-catalog';
import type { IcsWriter } from '../../platform/ics';
import { BLANKS, blanksOf, fillIn } from './form-letter';
import { deadlineOf, mailContext } from './mail-context';
import { isInvited, MAIL_KINDS } from './mail-kinds';
import { linksFor } from './mail-links';
import { mailListOf } from './mail-list';
import { oneLine } from './mail-parts';
import type { Mail } from './mailer';
import type { Addressee } from './mail-store';
import type {
  MailLinks,
  MailProgram,
  MailRecipient,
  MailSession,
  NextSession,
  OtherSession,
} from './mail-subject';
import type { RenderedMail, RenderMail } from './render-mail';
import { nextSessions, otherSessions, type SessionsDeps } from './told-sessions';

export type ComposeDeps = SessionsDeps & {
  render: RenderMail;
  /** Remembers letters for a short while, by what they depend on. */
  letters: (key: string, render: () => Promise<RenderedMail>) => Promise<RenderedMail>;
  writeIcs: IcsWriter;
  store: {
    wasInvited(registrationId: string): Promise<boolean>;
    waitlistRank(sessionId: string, waitlistSequence: number): Promise<number>;
  };
  /** The From address of this installation, and the name that it has without the program's. */
  sender: { name: string; address: string };
  /** This server's name, for calendar entries. */
  host: string;
};

/** One mail, ready to be sent. Null when the session is gone. */
export const composeMail = async (
  deps: ComposeDeps,
  kind: MailKind,
  { recipient, sessionId, sessionVersion }: Addressee,
  /** Further registrations of the same person that the mail tells of. */
  othersOfPerson: readonly Addressee[] = []
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
  const [others, next] = await Promise.all([
    otherSessions(deps, othersOfPerson, { patterns: program.patterns, locale }),
    MAIL_KINDS[kind].sections.includes('next')
      ? nextSessions(deps, session, { patterns: program.patterns, locale })
      : [],
  ]);
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
    next,
    others,
  });
  const { firstName, lastName, reference } = recipient;
  const { subject, html, text } = fillIn(letter, {
    firstName,
    lastName,
    reference,
    manageUrl: links.manage,
    joinUrl: links.join,
    feedbackUrl: links.feedback,
    unsubscribeUrl: links.unsubscribe,
    rank: String(rank ?? ''),
    deadline: deadline ?? '',
    reason: reason ?? '',
    others,
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
    list: mailListOf(kind, { unsubscribe: links.unsubscribe, program: oneLine(program.name) }),
  };
};

/** The mail with blanks for the person. Two registrants who have all of the key in common get the same. */
const letterFor = (
  { clock, letters, render }: ComposeDeps,
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
    next,
    others,
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
    next: readonly NextSession[];
    others: readonly OtherSession[];
  }
): Promise<RenderedMail> => {
  const { language, state, timezone } = recipient;
  const shape = [isRanked, hasDeadline, hasReason, hasCalendar];
  const told = others.map(({ title, startsAt }) => `${title} ${startsAt.getTime()}`);
  const key = [kind, language, session.documentId, version, state, timezone, ...shape, ...told];
  return letters(key.join(' '), () => {
    const context = mailContext({
      kind,
      recipient: { ...recipient, ...BLANKS },
      session,
      program,
      links: {
        ...links,
        manage: BLANKS.manageUrl,
        join: BLANKS.joinUrl,
        feedback: BLANKS.feedbackUrl,
        unsubscribe: BLANKS.unsubscribeUrl,
      },
      rank: isRanked ? BLANKS.rank : null,
      deadline: hasDeadline ? BLANKS.deadline : null,
      reason: hasReason ? BLANKS.reason : null,
      hasCalendar,
      next,
      others: others.map((other, index) => ({ ...other, ...blanksOf(index) })),
      now: clock.now(),
    });
    return render(kind, language, context);
  });
};

/** A cancellation goes only to whom an invitation may have gone. */
const calendarMethod = async (
  { store }: ComposeDeps,
  kind: MailKind,
  recipient: MailRecipient
): Promise<'REQUEST' | 'CANCEL' | null> => {
  const { calendar } = MAIL_KINDS[kind];
  if (calendar === 'REQUEST') return isInvited(recipient.state) ? 'REQUEST' : null;
  if (calendar === 'CANCEL' && (await store.wasInvited(recipient.documentId))) return 'CANCEL';
  return null;
};

export const addressOf = ({ firstName, lastName, email }: MailRecipient): Mail['to'] => ({
  name: oneLine(`${firstName} ${lastName}`),
  address: email.trim().normalize('NFKC'),
});

/** The registrant's own calendar entry (RFC 5545, RFC 5546), to be added, replaced or taken out. */
export const invitation = (
  { writeIcs, sender, host, clock }: ComposeDeps,
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
