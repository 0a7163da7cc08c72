import { isVisible } from '../../../../../shared/visible-text';
import { brandPalette, type BrandPalette } from '../../../domain/brand-palette';
import { formatSpan, isZone } from '../../../domain/local-time';
import { endsAt } from '../../../domain/session';
import {
  attendeeOf,
  linesOf,
  oneLine,
  programOf,
  sessionOf,
  supportOf,
} from '../letter/mail-parts';
import type { MailLinks, MailProgram, MailRecipient, MailSession } from '../letter/mail-subject';
import { MAIL_TEXTS } from '../words/mail-texts';
import { NO_WORDS, type OwnWords } from '../templates/own-words';

/** Every value that the template may name. */
export type AnnouncementContext = AnnouncementValues & {
  palette: BrandPalette;
  support: ReturnType<typeof supportOf>;
  program: ReturnType<typeof programOf>;
  subject: string;
  preheader: string;
  badge: string;
  note: string[];
  /** Its author writes the whole of it. */
  own: OwnWords;
  unsubscribeUrl: string;
};

/** What an author may name, in the words of the editors' docs. */
export type AnnouncementValues = {
  program: { name: string };
  attendee: ReturnType<typeof attendeeOf>;
  session: ReturnType<typeof sessionOf>;
  when: { date: string; time: string; zone: string; text: string };
  reference: string;
  manageUrl: string;
  joinUrl: string;
};

export type AnnouncementCase = {
  recipient: MailRecipient;
  session: MailSession;
  program: MailProgram;
  links: MailLinks;
};

export const announcementValues = ({
  recipient,
  session,
  program,
  links,
}: AnnouncementCase): AnnouncementValues => {
  const { language, timezone } = recipient;
  const zone = timezone !== null && isZone(timezone) ? timezone : session.timezone;
  const { startsAt } = session;
  const when = formatSpan({ startsAt, endsAt: endsAt(session), zone, language });
  return {
    program: { name: oneLine(program.name) },
    attendee: attendeeOf(recipient),
    session: sessionOf(session, { url: links.session, language }),
    when: { date: when.date, time: when.time, zone: when.zone, text: when.text },
    reference: recipient.reference,
    manageUrl: links.manage,
    joinUrl: links.join,
  };
};

/** With what the author wrote, filled in. */
export const announcementContext = (
  about: AnnouncementCase,
  written: { subject: string; text: string }
): AnnouncementContext => {
  const { program, recipient, session, links } = about;
  const { shared } = MAIL_TEXTS[recipient.language];
  const subject = oneLine(written.subject);
  const note = linesOf(written.text);
  return {
    ...announcementValues(about),
    palette: brandPalette(program.brandColor),
    program: programOf(program, program.footerText ?? shared.whyThisMail),
    support: supportOf(program),
    // Words may depend on anything, a name for instance: no check foresees for whom nothing is left of them.
    subject: isVisible(subject) ? subject : oneLine(session.title),
    preheader: note[0] ?? '',
    badge: oneLine(program.name),
    note,
    own: NO_WORDS,
    unsubscribeUrl: links.unsubscribe,
  };
};

const longest = (length: number) => 'x'.repeat(length);

/**
 * Stands for anybody when a text is checked: every value that an author may name is there, as long as any can be, so
 * that no text grows too large for one of its recipients only.
 */
export const SAMPLE_VALUES: AnnouncementValues = {
  program: { name: longest(200) },
  attendee: { name: longest(101), firstName: longest(50) },
  session: {
    title: longest(200),
    url: longest(500),
    duration: 60,
    language: longest(20),
    speakers: longest(1000),
  },
  when: { date: longest(50), time: longest(50), zone: longest(50), text: longest(100) },
  reference: 'WEB-0000-0000',
  manageUrl: longest(500),
  joinUrl: longest(500),
};

/** The same of a session without what it need not have: a page, and speakers. */
export const SPARE_VALUES: AnnouncementValues = {
  ...SAMPLE_VALUES,
  session: { ...SAMPLE_VALUES.session, url: null, speakers: '' },
};
