import type { MailKind } from '../../domain/job-catalog';
import {
  formatInstant,
  formatSpan,
  isSameWallTime,
  isZone,
  type LocalSpan,
} from '../../domain/local-time';
import type { RegistrationState } from '../../domain/registration';
import { endsAt } from '../../domain/session';
import type { Locale } from '../../../../shared/locales';
import { brandPalette, type BrandPalette } from '../../domain/brand-palette';
import { webAddress } from '../../domain/web-address';
import { isInvited, MAIL_KINDS } from './mail-kinds';
import { MAIL_TEXTS } from './mail-texts';

/** One registrant, as a mail needs to know them. */
export type MailRecipient = {
  documentId: string;
  publicId: string;
  tokenVersion: number;
  reference: string;
  revision: number;
  state: RegistrationState;
  waitlistSequence: number | null;
  /** Until when an offered seat is kept. */
  holdExpiresAt: Date | null;
  /** What the organisers say to whom they turn down. */
  rejectionReason: string | null;
  firstName: string;
  lastName: string;
  email: string;
  language: Locale;
  timezone: string | null;
};

/** A session in the language of the mail. */
export type MailSession = {
  documentId: string;
  slug: string;
  title: string;
  startsAt: Date;
  durationMinutes: number;
  timezone: string;
  /** The language that is spoken. */
  language: Locale;
  revision: number;
  speakers: readonly string[];
  meetingUrl: string | null;
  meetingPassword: string | null;
  prerequisites: string | null;
  materials: readonly { title: string; url: string | null }[];
  materialsUrl: string | null;
  /** The organisers' own words for sharing it. */
  sharePost: string | null;
};

/** The program in the language of the mail. Everything may be missing but its name. */
export type MailProgram = {
  name: string;
  senderName: string | null;
  replyTo: string | null;
  organizerName: string | null;
  supportEmail: string | null;
  supportPhone: string | null;
  companyName: string | null;
  companyAddress: string | null;
  companyUrl: string | null;
  brandColor: string | null;
  logoUrl: string | null;
  footerText: string | null;
  technicalRequirements: string | null;
  /** What the organisers add to confirmations and cancellations. */
  confirmationNote: string | null;
  cancellationNote: string | null;
};

export type MailLinks = { manage: string; session: string | null; program: string | null };

/** Every value that a template may name. Nothing is optional: a missing name stops the rendering. */
export type MailContext = {
  palette: BrandPalette;
  program: {
    name: string;
    url: string | null;
    logo: string | null;
    company: string | null;
    address: string[];
    footer: string[];
  };
  support: { email: string | null; phone: string | null; phoneLink: string };
  attendee: { name: string; firstName: string };
  session: {
    title: string;
    url: string | null;
    duration: number;
    language: string;
    speakers: string;
  };
  when: LocalSpan;
  /** The same in the session's own zone, where clocks show something else there. */
  otherWhen: LocalSpan | null;
  meeting: { url: string; password: string | null } | null;
  /** Whether the way in is still to come; others are told "online" only. */
  linkFollows: boolean;
  hasCalendar: boolean;
  preparation: { text: string[]; materials: { title: string; url: string | null }[] };
  technical: string[];
  note: string[];
  share: { post: string; linkedIn: string; x: string };
  rank: string | null;
  /** Until when an offered seat is kept, written out. */
  deadline: string | null;
  reference: string;
  manageUrl: string;
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
}): MailContext => {
  const locale = recipient.language;
  const { shared } = MAIL_TEXTS[locale];
  const { when, otherWhen } = timesFor(recipient, session);
  const isComing = isInvited(recipient.state);
  const meetingUrl = isComing ? webAddress(session.meetingUrl) : null;
  return {
    palette: brandPalette(program.brandColor),
    program: {
      name: oneLine(program.name),
      url: webAddress(program.companyUrl),
      logo: webAddress(program.logoUrl),
      company: program.companyName,
      address: linesOf(program.companyAddress),
      footer: linesOf(program.footerText ?? shared.whyThisMail),
    },
    support: {
      email: program.supportEmail,
      phone: program.supportPhone,
      phoneLink: (program.supportPhone ?? '').replace(/[^+\d]/g, ''),
    },
    attendee: {
      name: oneLine(`${recipient.firstName} ${recipient.lastName}`),
      firstName: oneLine(recipient.firstName),
    },
    session: {
      title: oneLine(session.title),
      url: links.session,
      duration: session.durationMinutes,
      language: shared.languages[session.language],
      speakers: session.speakers.map(oneLine).join(', '),
    },
    when,
    otherWhen,
    meeting: meetingUrl === null ? null : { url: meetingUrl, password: session.meetingPassword },
    linkFollows: isComing && meetingUrl === null,
    hasCalendar,
    preparation: preparationOf(session),
    technical:
      program.technicalRequirements === null
        ? [...shared.technicalDefault]
        : linesOf(program.technicalRequirements),
    note: linesOf(reason ?? noteFor(kind, program)),
    share: shareLinks({
      post: session.sharePost ?? shared.sharePost(oneLine(session.title), when.date),
      url: links.session ?? webAddress(program.companyUrl),
    }),
    rank,
    deadline,
    reference: recipient.reference,
    manageUrl: links.manage,
    buttonUrl: links[MAIL_KINDS[kind].button],
  };
};

/** One line without control characters: what becomes a header must not be able to begin another one. */
export const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** Until when the recipient's seat is kept, on the clock that they live by. */
export const deadlineOf = (
  { holdExpiresAt, timezone, language }: MailRecipient,
  session: Pick<MailSession, 'timezone'>
): string | null => {
  if (holdExpiresAt === null) return null;
  const zone = timezone !== null && isZone(timezone) ? timezone : session.timezone;
  return formatInstant(holdExpiresAt, { zone, language });
};

const timesFor = (recipient: MailRecipient, session: MailSession) => {
  const { timezone, language } = recipient;
  const span = { startsAt: session.startsAt, endsAt: endsAt(session) };
  const inZone = (zone: string) => formatSpan({ ...span, zone, language });
  const hasOwnClock =
    timezone !== null && isZone(timezone) && !isSameWallTime(span, timezone, session.timezone);
  return hasOwnClock
    ? { when: inZone(timezone), otherWhen: inZone(session.timezone) }
    : { when: inZone(session.timezone), otherWhen: null };
};

const preparationOf = ({ prerequisites, materials, materialsUrl }: MailSession) => {
  const safe = materials.map(({ title, url }) => ({ title, url: webAddress(url) }));
  const folder = webAddress(materialsUrl);
  return {
    text: linesOf(prerequisites),
    materials:
      folder === null
        ? safe
        : [...safe, { title: new URL(folder).hostname.replace(/^www\./, ''), url: folder }],
  };
};

const noteFor = (kind: MailKind, program: MailProgram) => {
  if (kind === 'confirmation' || kind === 'approved') return program.confirmationNote;
  return MAIL_KINDS[kind].calendar === 'CANCEL' ? program.cancellationNote : null;
};

/** Both open a window with the post in it; nothing is published without the registrant's own click. */
const shareLinks = ({ post, url }: { post: string; url: string | null }) => {
  const whole = url === null ? post : `${post} ${url}`;
  const linkedIn = new URLSearchParams({ shareActive: 'true', text: whole });
  const x = new URLSearchParams(url === null ? { text: post } : { text: post, url });
  return {
    post: whole,
    linkedIn: `https://www.linkedin.com/feed/?${linkedIn}`,
    x: `https://x.com/intent/post?${x}`,
  };
};

const linesOf = (text: string | null): string[] =>
  (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
