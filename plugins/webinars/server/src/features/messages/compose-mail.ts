import { personalInvitation } from '../../domain/calendar-invite';
import type { MailKind } from '../../domain/job-catalog';
import type { IcsWriter } from '../../platform/ics';
import { deadlineOf } from './mail-context';
import { isInvited, MAIL_KINDS } from './mail-kinds';
import { linksFor } from './mail-links';
import { senderOf } from './mail-sender';
import { mailListOf } from './mail-list';
import { oneLine, wayInOf } from './mail-parts';
import type { Mail } from './mailer';
import type { Addressee, StoredAddressee } from './mail-store';
import type { MailLinks, MailProgram, MailRecipient, MailSession } from './mail-subject';
import { nextSessions, otherSessions, type SessionsDeps } from './told-sessions';
import { writeLetter, type LetterDeps } from './write-letter';

export type ComposeDeps = SessionsDeps &
  LetterDeps & {
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
  { recipient, sessionId, sessionVersion }: StoredAddressee,
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
  const { subject, html, text } = await writeLetter(deps, {
    kind,
    recipient,
    session,
    program,
    links,
    version: sessionVersion,
    rank: rank === null ? null : String(rank),
    deadline,
    reason,
    hasCalendar: method !== null,
    next,
    others,
  });
  const from = senderOf(program, deps.sender);
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
      session: { ...session, pageUrl: links.session, wayIn: wayInOf(session, links) },
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
