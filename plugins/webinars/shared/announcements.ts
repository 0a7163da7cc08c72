import { z } from 'zod';
import { REGISTRATION_STATES, type RegistrationState } from '../server/src/domain/registration';
import { paging } from './catalog';
import { LOCALES, type Locale } from './locales';
import { documentId, freeText, line } from './registration';

/** Mails that organisers write by hand to many registrants at once. */

/** About the sessions that people have registered for, or anything else, which needs their consent. */
const ANNOUNCEMENT_PURPOSES = ['session', 'marketing'] as const;
export type AnnouncementPurpose = (typeof ANNOUNCEMENT_PURPOSES)[number];

const instant = z.iso
  .datetime({ offset: true, error: 'date_invalid' })
  .pipe(z.coerce.date())
  .optional();

const filter = z.strictObject({
  /** documentIds; without any: all. */
  sessions: z.array(documentId).min(1).max(100).optional(),
  states: z.array(z.enum(REGISTRATION_STATES)).min(1).default(['confirmed', 'attended', 'no_show']),
  language: z.enum(LOCALES).optional(),
  /** Part of the company's name. */
  company: line(200).min(1).optional(),
  /** Of sessions that are over. */
  attendance: z.enum(['attended', 'missed']).optional(),
  registeredFrom: instant,
  registeredUntil: instant,
});

export type AnnouncementFilter = z.output<typeof filter>;

const text = z.strictObject({
  subject: line(200).min(1),
  text: freeText(5000).min(1),
});

export type AnnouncementText = z.output<typeof text>;

export const announcementBody = z
  .strictObject({
    purpose: z.enum(ANNOUNCEMENT_PURPOSES),
    filter,
    /** Whoever's language is missing is left out. */
    texts: z
      .strictObject({ en: text.optional(), de: text.optional() })
      .refine(({ en, de }) => en !== undefined || de !== undefined, 'required'),
    /** The most that go out in a minute. */
    perMinute: z.number().int().min(1).max(6000).default(600),
  })
  .refine(({ purpose, filter: { sessions } }) => purpose === 'marketing' || sessions, {
    path: ['filter', 'sessions'],
    message: 'required',
  });

export type AnnouncementBody = z.output<typeof announcementBody>;

export const announcementsQuery = z.strictObject(paging);

/** How many it is not for, and why. */
export type LeftOut = { reason: LeftOutReason; count: number };
export type LeftOutReason = 'no_consent' | 'no_text' | 'opted_out' | 'suppressed';

export type AnnouncementPreview = {
  /** How many get it. Whoever matches more than once gets it once. */
  recipients: number;
  leftOut: LeftOut[];
  /** To one of those who get it in each language. Personal links lead nowhere. */
  samples: { locale: Locale; subject: string; text: string; html: string }[];
};

export type Announcement<Instant = string> = {
  id: string;
  purpose: AnnouncementPurpose;
  filter: Omit<AnnouncementFilter, 'registeredFrom' | 'registeredUntil'> & {
    registeredFrom?: Instant;
    registeredUntil?: Instant;
    states: RegistrationState[];
  };
  texts: Partial<Record<Locale, AnnouncementText>>;
  perMinute: number;
  /** `done`: nothing of it is open any more. */
  state: 'running' | 'stopped' | 'done';
  /** An editor's id; null: not by an editor. */
  writtenBy: string | null;
  createdAt: Instant;
  stoppedAt: Instant | null;
  recipients: number;
  leftOut: LeftOut[];
  progress: {
    sent: number;
    failed: number;
    open: number;
    /** Whoever was erased meanwhile. */
    erased: number;
    skipped: { reason: string; count: number }[];
  };
};
