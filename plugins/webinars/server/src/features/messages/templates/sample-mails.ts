import type { MailKind, StaffMailKind } from '../../../domain/job-catalog';
import type { Locale } from '../../../../../shared/locales';
import type { Addressee } from '../mail-store';
import type { MailProgram, MailRecipient, MailSession } from '../letter/mail-subject';
import { mailContext } from '../letter/mail-context';
import { staffContext } from '../staff/staff-context';
import { offeredToRegistrants, offeredToStaff } from './offered-values';
import { MAIL_KINDS } from '../mail-kinds';
import type { Audience, ManagerFigures, StaffMember } from '../staff/staff-subject';
import { REGISTRATION_STATES } from '../../../domain/registration';

/** Somebody who does not exist, for previews, and to try templates on before they are saved. */
const sampleRecipient = (kind: MailKind, language: Locale, now: Date): MailRecipient => ({
  documentId: 'sample',
  publicId: '0'.repeat(32),
  tokenVersion: 1,
  reference: 'WEB-SAMP-LE00',
  revision: 0,
  state: REGISTRATION_STATES.find(MAIL_KINDS[kind].isDueIn) ?? 'confirmed',
  waitlistSequence: 3,
  holdExpiresAt: new Date(now.getTime() + DAY),
  rejectionReason: null,
  ...{
    en: { firstName: 'Alex', lastName: 'Example' },
    de: { firstName: 'Kim', lastName: 'Muster' },
  }[language],
  email: 'sample@example.org',
  language,
  timezone: null,
});

const TITLES: Record<Locale, string> = { en: 'A sample webinar', de: 'Ein Beispiel-Webinar' };
const NAMES: Record<Locale, string> = { en: 'Dr. Sam Sample', de: 'Dr. Sam Beispiel' };

const DAY = 24 * 60 * 60_000;

/** A week from now, on the hour. */
export const sampleSession = (language: Locale, now: Date): MailSession => ({
  documentId: 'sample',
  topicId: null,
  slug: 'sample',
  title: TITLES[language],
  startsAt: new Date(Math.ceil((now.getTime() + 7 * DAY) / 3_600_000) * 3_600_000),
  durationMinutes: 60,
  timezone: 'Europe/Berlin',
  series: null,
  language,
  revision: 0,
  speakers: [NAMES[language]],
  meetingUrl: 'https://meet.example.org/sample',
  meetingPassword: null,
  prerequisites: null,
  materials: [],
  materialsUrl: null,
  slidesUrl: 'https://example.org/slides',
  recordingUrl: 'https://example.org/recording',
  agenda: [{ title: TITLES[language], minutes: 60, description: null }],
  expert: { name: NAMES[language], expertise: null, linkedinUrl: null, consultationUrl: null },
  sharePost: null,
});

export const sampleAddressee = (kind: MailKind, language: Locale, now: Date): Addressee => ({
  recipient: sampleRecipient(kind, language, now),
  emailKey: 'sample@example.org',
  reach: { isSuppressed: false, optOuts: [] },
  sessionId: 'sample',
  sessionRevisions: { movedRevision: 0, accessRevision: 0 },
  sessionVersion: 'sample',
});

export const sampleMember = (language: Locale): StaffMember => ({
  documentId: 'sample',
  name: NAMES[language],
  firstName: 'Sam',
  email: 'sample@example.org',
  isActive: true,
  isInternal: true,
});

const one = (name: string) => ({ top: [{ name, count: 12 }], more: 0 });

export const sampleAudience = (language: Locale): Audience => ({
  confirmed: 12,
  waitlisted: 2,
  undecided: 1,
  seats: 20,
  companies: one('Example Ltd'),
  positions: one('Example'),
  industries: { top: [], more: 0 },
  languages: one(language),
  sources: { top: [], more: 0 },
  questions: [],
  moreQuestions: 0,
});

export const sampleFigures = (now: Date): ManagerFigures => ({
  attendees: [
    { name: 'Alex Example', email: 'sample@example.org', company: 'Example Ltd', position: null },
  ],
  registeredAt: [now],
  revenue: [],
});

/** What a template of this kind may name, with a value for everything. */
export const sampleValues = (kind: MailKind | StaffMailKind, language: Locale): object => {
  const now = new Date(0);
  const session = sampleSession(language, now);
  if (isStaffKind(kind)) {
    const context = staffContext({
      kind,
      locale: language,
      member: sampleMember(language),
      role: 'speaker',
      session,
      program: SAMPLE_PROGRAM,
      audience: sampleAudience(language),
      figures: null,
      links: {
        session: SAMPLE_ADDRESS,
        admin: { session: SAMPLE_ADDRESS, registrations: SAMPLE_ADDRESS },
      },
      now,
    });
    return offeredToStaff(context);
  }
  const context = mailContext({
    kind,
    recipient: sampleRecipient(kind, language, now),
    session,
    program: SAMPLE_PROGRAM,
    links: {
      manage: SAMPLE_ADDRESS,
      join: SAMPLE_ADDRESS,
      feedback: SAMPLE_ADDRESS,
      unsubscribe: SAMPLE_ADDRESS,
      feed: SAMPLE_ADDRESS,
      session: SAMPLE_ADDRESS,
      program: SAMPLE_ADDRESS,
    },
    rank: '3',
    deadline: session.startsAt.toISOString(),
    reason: null,
    hasCalendar: false,
    next: [],
    others: [],
    now,
  });
  return offeredToRegistrants(context);
};

const SAMPLE_ADDRESS = 'https://example.org/sample';

const SAMPLE_PROGRAM: MailProgram = {
  name: 'Webinars',
  senderName: null,
  replyTo: null,
  speakerReplyTo: null,
  organizerName: null,
  supportEmail: 'sample@example.org',
  supportPhone: null,
  companyName: null,
  companyAddress: null,
  companyUrl: null,
  brandColor: null,
  logoUrl: null,
  footerText: null,
  technicalRequirements: null,
  confirmationNote: null,
  cancellationNote: null,
  reminderNote: null,
  followUpNote: null,
};

export const isStaffKind = (kind: MailKind | StaffMailKind): kind is StaffMailKind =>
  !(kind in MAIL_KINDS);
