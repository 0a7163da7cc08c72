import type { MailKind } from '../../../domain/job-catalog';
import { categoryOf } from '../../../domain/mail-preferences';
import {
  daysAway,
  formatInstant,
  formatSpan,
  isSameWallTime,
  isZone,
  type LocalSpan,
} from '../../../domain/local-time';
import { endsAt } from '../../../domain/session';
import { brandPalette, type BrandPalette } from '../../../domain/brand-palette';
import { webAddress } from '../../../domain/web-address';
import { isCancellation, isInvited, MAIL_KINDS } from '../mail-kinds';
import {
  attendeeOf,
  expertOf,
  linesOf,
  oneLine,
  preparationOf,
  programOf,
  sessionOf,
  shareLinks,
  supportOf,
  wayInOf,
  type WayIn,
} from './mail-parts';
import type {
  AgendaItem,
  MailLinks,
  MailProgram,
  MailRecipient,
  MailSession,
  NextSession,
  OtherSession,
} from './mail-subject';
import { MAIL_TEXTS } from '../words/mail-texts';
import { NO_WORDS, type OwnWords } from '../templates/own-words';

/** Every value that a template may name. Nothing is optional: a missing name stops the rendering. */
export type MailContext = {
  /** What an editor says instead of the built-in words. */
  own: OwnWords;
  palette: BrandPalette;
  program: ReturnType<typeof programOf>;
  support: ReturnType<typeof supportOf>;
  attendee: ReturnType<typeof attendeeOf>;
  session: ReturnType<typeof sessionOf>;
  when: LocalSpan;
  /** "today", "in 7 days". */
  startsIn: string;
  /** The same in the session's own zone, where clocks show something else there. */
  otherWhen: LocalSpan | null;
  wayIn: WayIn | null;
  /** Whether the way in is still to come, and not by this mail's button; others are told "online" only. */
  linkFollows: boolean;
  hasCalendar: boolean;
  preparation: { text: string[]; materials: { title: string; url: string | null }[] };
  technical: string[];
  agenda: AgendaItem[];
  expert: {
    name: string;
    expertise: string | null;
    linkedIn: string | null;
    consultation: string | null;
  } | null;
  after: { recording: string | null; slides: string | null };
  /** Whether there is anything to look at after the session, or another date to come to. */
  hasAfter: boolean;
  next: { title: string; when: string; url: string | null }[];
  others: { title: string; when: string; joinUrl: string; manageUrl: string }[];
  note: string[];
  share: { post: string; linkedIn: string; x: string };
  rank: string | null;
  /** Until when an offered seat is kept, written out. */
  deadline: string | null;
  reference: string;
  manageUrl: string;
  joinUrl: string;
  feedbackUrl: string;
  /** Only where the recipient may do without such mails. */
  unsubscribeUrl: string | null;
  /** The secret address of the person's own calendar. */
  feedUrl: string | null;
  buttonUrl: string | null;
};

/** Gathers what a mail says. Texts are in the language of the registrant, times in their zone where it is known. */
export const mailContext = ({
  kind,
  recipient,
  session,
  program,
  links,
  rank,
  deadline,
  reason,
  hasCalendar,
  next,
  others,
  now,
}: {
  kind: MailKind;
  recipient: MailRecipient;
  session: MailSession;
  program: MailProgram;
  links: MailLinks;
  rank: string | null;
  deadline: string | null;
  reason: string | null;
  hasCalendar: boolean;
  next: readonly NextSession[];
  others: readonly OtherSession[];
  now: Date;
}): MailContext => {
  const locale = recipient.language;
  const shape = MAIL_KINDS[kind];
  const expert = expertOf(session);
  const recording = webAddress(session.recordingUrl);
  const slides = webAddress(session.slidesUrl);
  const span = (other: NextSession) => timesFor(recipient, other).when.text;
  const { shared } = MAIL_TEXTS[locale];
  const { when, otherWhen } = timesFor(recipient, session);
  const isComing = isInvited(recipient.state);
  const wayIn = isComing ? wayInOf(session, links) : null;
  return {
    own: NO_WORDS,
    palette: brandPalette(program.brandColor),
    program: programOf(program, program.footerText ?? shared.whyThisMail),
    support: supportOf(program),
    attendee: attendeeOf(recipient),
    session: sessionOf(session, { url: links.session, language: locale }),
    when,
    startsIn: daysAway(session.startsAt, { now, zone: when.zone, language: locale }),
    otherWhen,
    wayIn,
    linkFollows: isComing && wayIn === null && shape.button !== 'join',
    hasCalendar,
    preparation: preparationOf(session),
    technical:
      program.technicalRequirements === null
        ? [...shared.technicalDefault]
        : linesOf(program.technicalRequirements),
    agenda: session.agenda.map(({ title, minutes, description }) => ({
      title: oneLine(title),
      minutes,
      description,
    })),
    expert,
    after: { recording, slides },
    hasAfter:
      [recording, slides].some((url) => url !== null) ||
      session.materials.length > 0 ||
      next.length > 0,
    next: next.map((other) => ({
      title: oneLine(other.title),
      when: span(other),
      url: other.url,
    })),
    others: others.map((other) => ({
      title: oneLine(other.title),
      when: span(other),
      joinUrl: other.joinUrl,
      manageUrl: other.manageUrl,
    })),
    note: linesOf(reason ?? noteFor(kind, program)),
    share: shareLinks({
      post:
        session.sharePost ??
        shared.sharePost({
          title: oneLine(session.title),
          date: when.date,
          expert: expert?.name ?? null,
        }),
      url: links.session ?? webAddress(program.companyUrl),
    }),
    rank,
    deadline,
    reference: recipient.reference,
    manageUrl: links.manage,
    joinUrl: links.join,
    feedbackUrl: links.feedback,
    unsubscribeUrl: categoryOf(kind) !== null ? links.unsubscribe : null,
    feedUrl: links.feed,
    buttonUrl: shape.button === 'recording' ? recording : links[shape.button],
  };
};

/** Until when the recipient's seat is kept, on the clock that they live by. */
export const deadlineOf = (
  { holdExpiresAt, timezone, language }: MailRecipient,
  session: Pick<MailSession, 'timezone'>
): string | null => {
  if (holdExpiresAt === null) return null;
  const zone = timezone !== null && isZone(timezone) ? timezone : session.timezone;
  return formatInstant(holdExpiresAt, { zone, language });
};

const timesFor = (
  recipient: MailRecipient,
  session: Pick<MailSession, 'startsAt' | 'durationMinutes' | 'timezone'>
) => {
  const { timezone, language } = recipient;
  const span = { startsAt: session.startsAt, endsAt: endsAt(session) };
  const inZone = (zone: string) => formatSpan({ ...span, zone, language });
  const hasOwnClock =
    timezone !== null && isZone(timezone) && !isSameWallTime(span, timezone, session.timezone);
  return hasOwnClock
    ? { when: inZone(timezone), otherWhen: inZone(session.timezone) }
    : { when: inZone(session.timezone), otherWhen: null };
};

const noteFor = (kind: MailKind, program: MailProgram) => {
  if (kind === 'confirmation' || kind === 'approved') return program.confirmationNote;
  if (MAIL_KINDS[kind].goesOut === 'before') return program.reminderNote;
  if (MAIL_KINDS[kind].goesOut === 'after') return program.followUpNote;
  return isCancellation(MAIL_KINDS[kind]) ? program.cancellationNote : null;
};
