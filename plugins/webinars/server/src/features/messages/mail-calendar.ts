import { personalInvitation, type EventStatus } from '../../domain/calendar-invite';
import type { RegistrationState } from '../../domain/registration';
import type { Locale } from '../../../../shared/locales';
import type { Clock } from '../../platform/clock';
import type { IcsWriter } from '../../platform/ics';
import type { MailFacts } from './mail-facts';
import { hasEntry, isInvited } from './mail-kinds';
import { linksFor, type LinkDeps } from './letter/mail-links';
import { oneLine, wayInOf } from './letter/mail-parts';
import type { StoredAddressee } from './mail-store';
import type { MailLinks, MailProgram, MailRecipient, MailSession } from './letter/mail-subject';
import type { Mail, MailCalendar } from './delivery/mailer';

export type CalendarDeps = {
  writeIcs: IcsWriter;
  clock: Clock;
  /** The From address of this installation, and the name that it has without the program's. */
  sender: { name: string; address: string };
  /** This server's name, for calendar entries. */
  host: string;
  /** Public ids of the same person's seats in the other parts of a series. */
  otherParts(registrationId: string, series: string): Promise<string[]>;
};

export const addressOf = ({ firstName, lastName, email }: MailRecipient): Mail['to'] => ({
  name: oneLine(`${firstName} ${lastName}`),
  address: email.trim().normalize('NFKC'),
});

/** What a registrant's entry says in a calendar. */
export const entryStatus = (state: RegistrationState): EventStatus => {
  if (state === 'offered') return 'TENTATIVE';
  return hasEntry(state) ? 'CONFIRMED' : 'CANCELLED';
};

/** The registrant's own calendar entry (RFC 5545, RFC 5546), to be added, replaced or taken out. */
export const invitation = async (
  { writeIcs, sender, host, clock, otherParts }: CalendarDeps,
  {
    method,
    recipient,
    session,
    program,
    links,
    to,
  }: {
    method: MailCalendar['method'] | 'PUBLISH';
    recipient: MailRecipient;
    session: MailSession;
    program: MailProgram;
    links: MailLinks;
    /** Null in a calendar that others may be shown: it names nobody, and holds no key to the registration. */
    to: Mail['to'] | null;
  }
) => {
  const { series } = session;
  return writeIcs(
    personalInvitation({
      method,
      siblings: series === null ? [] : await otherParts(recipient.documentId, series),
      status: entryStatus(recipient.state),
      session: {
        ...session,
        pageUrl: links.session,
        wayIn: isInvited(recipient.state) ? wayInOf(session, links) : null,
      },
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
      manageUrl: to === null ? null : links.manage,
      host,
      language: recipient.language,
      now: clock.now(),
    })
  );
};

/** The entries of other sessions that one mail tells of, each in a file of its own. */
export const invitationsOf = async (
  deps: CalendarDeps & LinkDeps & { facts: MailFacts },
  addressees: readonly StoredAddressee[],
  { program, locale }: { program: ProgramWithPatterns; locale: Locale }
): Promise<MailCalendar[]> => {
  const calendars = await Promise.all(
    addressees
      .filter(({ recipient }) => hasEntry(recipient.state))
      .map(async ({ recipient, sessionId, sessionVersion }) => {
        const session = await deps.facts.session(sessionId, { locale, version: sessionVersion });
        if (session === null) return [];
        const links = linksFor(deps, { recipient, session, patterns: program.patterns, locale });
        const method: MailCalendar['method'] = 'REQUEST';
        const to = addressOf(recipient);
        const content = await invitation(deps, { method, recipient, session, program, links, to });
        return [{ method, content }];
      })
  );
  return calendars.flat();
};

type ProgramWithPatterns = Awaited<ReturnType<MailFacts['program']>>;
