import type { MailKind } from '../../domain/job-catalog';
import { addressOf, invitation, invitationsOf, type CalendarDeps } from './mail-calendar';
import { deadlineOf } from './letter/mail-context';
import { hasEntry, MAIL_KINDS } from './mail-kinds';
import { linksFor } from './letter/mail-links';
import { senderOf } from './mail-sender';
import { mailListOf } from './mail-list';
import { oneLine } from './letter/mail-parts';
import type { Mail, MailCalendar } from './delivery/mailer';
import type { Addressee, StoredAddressee } from './mail-store';
import type { MailRecipient } from './letter/mail-subject';
import { nextSessions, otherSessions, type SessionsDeps } from './told-sessions';
import { writeLetter, type LetterDeps } from './letter/write-letter';

export type ComposeDeps = SessionsDeps &
  LetterDeps &
  CalendarDeps & {
    /** Where a person's own calendar is, by their normalised address. */
    feedUrlOf(person: { publicId: string; emailKey: string }): Promise<string>;
    store: {
      wasInvited(registrationId: string): Promise<boolean>;
      waitlistRank(sessionId: string, waitlistSequence: number): Promise<number>;
    };
  };

/** One mail, ready to be sent. Null when the session is gone. */
export const composeMail = async (
  deps: ComposeDeps,
  kind: MailKind,
  { recipient, emailKey, sessionId, sessionVersion }: StoredAddressee,
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

  const links = {
    ...linksFor(deps, { recipient, session, patterns: program.patterns, locale }),
    feed:
      MAIL_KINDS[kind].tellsOfFeed === true
        ? await deps.feedUrlOf({ publicId: recipient.publicId, emailKey })
        : null,
  };
  const isMerged = othersOfPerson.length > 0;
  const method = await calendarMethod(deps, { kind, recipient, isMerged });
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
  const otherCalendars = await invitationsOf(deps, othersOfPerson, { program, locale });
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
        : {
            method,
            content: await invitation(deps, { method, recipient, session, program, links, to }),
          },
    ...(otherCalendars.length > 0 && { otherCalendars }),
    list: mailListOf(kind, { unsubscribe: links.unsubscribe, program: oneLine(program.name) }),
  };
};

/**
 * A cancellation goes only to whom an invitation may have gone. A mail that tells of several sessions brings all of them
 * along, whatever each reminder by itself would have brought.
 */
const calendarMethod = async (
  { store }: ComposeDeps,
  { kind, recipient, isMerged }: { kind: MailKind; recipient: MailRecipient; isMerged: boolean }
): Promise<MailCalendar['method'] | null> => {
  const { calendar } = MAIL_KINDS[kind];
  if (calendar === 'CANCEL') {
    return (await store.wasInvited(recipient.documentId)) ? 'CANCEL' : null;
  }
  return (calendar !== null || isMerged) && hasEntry(recipient.state) ? 'REQUEST' : null;
};
