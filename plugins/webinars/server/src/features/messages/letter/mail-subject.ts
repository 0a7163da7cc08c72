import type { RegistrationState } from '../../../domain/registration';
import type { Locale } from '../../../../../shared/locales';

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
  topicId: string | null;
  slug: string;
  title: string;
  startsAt: Date;
  durationMinutes: number;
  timezone: string;
  /** What its parts have in common; null: it stands alone. */
  series: string | null;
  /** The language that is spoken. */
  language: Locale;
  revision: number;
  speakers: readonly string[];
  meetingUrl: string | null;
  meetingPassword: string | null;
  prerequisites: string | null;
  materials: readonly { title: string; url: string | null }[];
  materialsUrl: string | null;
  slidesUrl: string | null;
  recordingUrl: string | null;
  agenda: readonly AgendaItem[];
  /** Whom people come to hear. */
  expert: Expert | null;
  /** The organisers' own words for sharing it. */
  sharePost: string | null;
};

export type AgendaItem = { title: string; minutes: number | null; description: string | null };

export type Expert = {
  name: string;
  expertise: string | null;
  linkedinUrl: string | null;
  /** Where to ask for a consultation; only of who gives any. */
  consultationUrl: string | null;
};

/** Another date that a recipient may like. */
export type NextSession = Pick<MailSession, 'title' | 'startsAt' | 'timezone'> & {
  durationMinutes: number;
  url: string | null;
};

/** Another session of the same person, told of in the same mail. */
export type OtherSession = NextSession & { joinUrl: string; manageUrl: string };

/** The program in the language of the mail. Everything may be missing but its name. */
export type MailProgram = {
  name: string;
  senderName: string | null;
  replyTo: string | null;
  /** Where answers of whoever gives the webinar go. */
  speakerReplyTo: string | null;
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
  /** What the organisers add to mails of these kinds. */
  confirmationNote: string | null;
  cancellationNote: string | null;
  reminderNote: string | null;
  followUpNote: string | null;
};

export type MailLinks = {
  manage: string;
  join: string;
  feedback: string;
  unsubscribe: string;
  /** All of the person's sessions as one calendar; only in mails that are to tell of it. */
  feed: string | null;
  session: string | null;
  program: string | null;
};
