import { brandPalette, type BrandPalette } from '../../../domain/brand-palette';
import type { StaffMailKind } from '../../../domain/job-catalog';
import { daysAway, formatSpan, type LocalSpan } from '../../../domain/local-time';
import { endsAt } from '../../../domain/session';
import { webAddress } from '../../../domain/web-address';
import type { Locale } from '../../../../../shared/locales';
import { linesOf, oneLine, programOf, sessionOf, supportOf } from '../letter/mail-parts';
import type { MailProgram, MailSession } from '../letter/mail-subject';
import { MAIL_TEXTS } from '../words/mail-texts';
import { NO_WORDS, type OwnWords } from '../templates/own-words';
import { trendOf, type TrendDay } from './trend';
import type { Audience, ManagerFigures, StaffMember, StageRole, Tally } from './staff-subject';
import { STAFF_WORDS } from './staff-texts';

/** Every value that a template for staff may name. */
export type StaffContext = {
  own: OwnWords;
  palette: BrandPalette;
  program: ReturnType<typeof programOf>;
  support: ReturnType<typeof supportOf>;
  member: { name: string; firstName: string };
  role: string | null;
  session: ReturnType<typeof sessionOf>;
  when: LocalSpan;
  otherWhen: null;
  startsIn: string;
  /** The meeting itself: those who make the webinar happen are no attendees. */
  wayIn: { url: string; password: string | null } | null;
  linkFollows: boolean;
  note: string[];
  setUp: string[];
  figures: {
    confirmed: number;
    seats: string | null;
    waitlisted: number;
    undecided: number;
    revenue: string | null;
  };
  insights: { label: string; text: string }[];
  questions: string[];
  moreQuestions: string | null;
  trend: TrendDay[];
  attendees: { name: string; email: string; company: string; position: string | null }[];
  moreAttendees: string | null;
  admin: { session: string; registrations: string } | null;
  buttonUrl: string | null;
};

export type StaffInput = {
  kind: StaffMailKind;
  locale: Locale;
  member: StaffMember;
  role: StageRole | null;
  session: MailSession;
  program: MailProgram;
  audience: Audience;
  /** null: not for this reader. */
  figures: ManagerFigures | null;
  links: { session: string | null; admin: { session: string; registrations: string } };
  now: Date;
};

/** Gathers what a mail to staff says, in the language of the session and on its clock. */
export const staffContext = ({
  kind,
  locale,
  member,
  role,
  session,
  program,
  audience,
  figures,
  links,
  now,
}: StaffInput): StaffContext => {
  const words = STAFF_WORDS[locale];
  const zone = session.timezone;
  const meetingUrl = webAddress(session.meetingUrl);
  const isAtHome = figures !== null || member.isInternal;
  const admin = isAtHome ? links.admin : null;
  const attendees = figures?.attendees ?? [];
  return {
    own: NO_WORDS,
    palette: brandPalette(program.brandColor),
    program: programOf(program, words.why),
    support: supportOf(program),
    member: { name: oneLine(member.name), firstName: oneLine(member.firstName) },
    role: role === null ? null : words.roles[role],
    session: sessionOf(session, { url: links.session, language: locale }),
    when: formatSpan({
      startsAt: session.startsAt,
      endsAt: endsAt(session),
      zone,
      language: locale,
    }),
    otherWhen: null,
    startsIn: daysAway(session.startsAt, { now, zone, language: locale }),
    wayIn: meetingUrl === null ? null : { url: meetingUrl, password: session.meetingPassword },
    linkFollows: meetingUrl === null,
    note: [],
    setUp: [...words.setUp, ...linesOf(program.technicalRequirements)],
    figures: {
      confirmed: audience.confirmed,
      seats: audience.seats === null ? null : words.seats(audience.seats),
      waitlisted: audience.waitlisted,
      undecided: audience.undecided,
      revenue: figures === null ? null : revenueOf(figures, locale),
    },
    insights: insightsOf(audience, locale),
    questions: audience.questions.map((question) => clip(question, LONGEST_QUESTION)),
    moreQuestions: audience.moreQuestions > 0 ? words.more(audience.moreQuestions) : null,
    trend: figures === null ? [] : trendOf(figures.registeredAt, { now, zone, language: locale }),
    attendees: attendees.map(({ name, email, company, position }) => ({
      name: clip(name, LONGEST_NAME),
      email: clip(email, LONGEST_ADDRESS),
      company: clip(company, LONGEST_NAME),
      position: position === null ? null : clip(position, LONGEST_NAME),
    })),
    moreAttendees:
      figures !== null && audience.confirmed > attendees.length
        ? words.more(audience.confirmed - attendees.length)
        : null,
    admin,
    buttonUrl: {
      'speaker-confirmation': links.session,
      'speaker-alert': meetingUrl,
      'manager-summary': links.admin.session,
    }[kind],
  };
};

const LONGEST_NAME = 60;
const LONGEST_ADDRESS = 100;
const LONGEST_QUESTION = 300;

/** Counted in characters as people see them, so that none is cut in half. */
const clip = (text: string, most: number) => {
  const characters = [...oneLine(text)];
  return characters.length <= most
    ? characters.join('')
    : `${characters.slice(0, most - 1).join('')}…`;
};

const INSIGHTS = ['companies', 'positions', 'industries', 'languages', 'sources'] as const;

const insightsOf = (audience: Audience, locale: Locale) => {
  const words = STAFF_WORDS[locale];
  const languages: Record<string, string> = MAIL_TEXTS[locale].shared.languages;
  return INSIGHTS.flatMap((name) => {
    const { top, more }: Tally = audience[name];
    if (top.length === 0) return [];
    const said = top.map((item) => {
      const label = name === 'languages' ? (languages[item.name] ?? item.name) : item.name;
      return `${clip(label, LONGEST_NAME)} (${item.count})`;
    });
    const text = said.join(', ');
    return [{ label: words.insights[name], text: more > 0 ? `${text} ${words.more(more)}` : text }];
  });
};

/** Null while nothing was paid. */
const revenueOf = ({ revenue }: ManagerFigures, locale: Locale): string | null => {
  const paid = revenue.filter(({ amountMinor }) => amountMinor > 0);
  if (paid.length === 0) return null;
  return paid
    .map(({ amountMinor, currency }) =>
      new Intl.NumberFormat(locale === 'de' ? 'de-DE' : 'en-GB', {
        style: 'currency',
        currency,
      }).format(amountMinor / MINOR_UNITS)
    )
    .join(', ');
};

/** All of our currencies have hundredths. */
const MINOR_UNITS = 100;
