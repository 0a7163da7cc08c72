import { z } from 'zod';
import { isZone } from '../server/src/domain/local-time';
import { REGISTRATION_STATES } from '../server/src/domain/registration';
import { normalizeEmail } from './email-address';
import { LOCALES } from './locales';
import { isVisible } from './visible-text';

/**
 * The body of `POST /sessions/:id/registrations` (spec: RegistrationFormData without `sessionId`).
 * Field codes that are ours are given as the message of a check: `shared/field-errors.ts` turns them into sentences.
 */

/** Control characters (NUL would break PostgreSQL) and the marks that make text run backwards. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const UNPRINTABLE_BUT_NEWLINES = /[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069]/u;

/** A confirmation goes to any address that is typed in: a name must not carry an advertiser's link there. */
const LINK =
  /https?:|www\.|:\/\/|[\p{L}\p{N}-]\.[\p{L}\p{N}-]+[/?#:]|\d\.\d+\.\d|[\p{L}\p{N}-]{2,}\.(ai|app|at|biz|cc|ch|click|club|cn|co|com|de|dev|eu|fr|gg|info|io|link|live|ly|me|net|online|org|page|pro|ru|shop|site|store|tk|to|top|uk|xyz)(?![\p{L}\p{N}])/iu;

/** As browsers read an address: full-width letters and dots are letters and dots, what has no width is not there. */
const hasLink = (value: string) =>
  LINK.test(
    value
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .replace(/\u3002/g, '.')
  );

const isWellFormed = (value: string) => !/\p{Surrogate}/u.test(value);

/** What is too long is not looked at any further: looking for links in a body full of letters takes minutes. */
const atMost = (max: number) => z.string().trim().max(max, { abort: true });

export const line = (max: number) =>
  atMost(max).refine(
    (value) => isWellFormed(value) && !UNPRINTABLE.test(value),
    'characters_invalid'
  );

export const freeText = (max: number) =>
  atMost(max).refine(
    (value) => isWellFormed(value) && !UNPRINTABLE_BUT_NEWLINES.test(value),
    'characters_invalid'
  );

/** What requests of the admin name a document by. */
export const documentId = line(64).min(1);

const personName = line(50)
  .min(2)
  .refine((value) => value === '' || isVisible(value), 'characters_invalid')
  .refine((value) => !hasLink(value), 'link_not_allowed');

const email = line(254)
  .min(1, 'required')
  .refine((value) => value === '' || normalizeEmail(value) !== null, 'email_invalid');

const webAddress = z.url({ protocol: /^https?$/ });
const website = line(500).refine(
  (value) => value === '' || webAddress.safeParse(value).success,
  'url_invalid'
);

const timezone = line(64).refine((name) => name === '' || isZone(name), 'timezone_invalid');

const flag = z.boolean().default(false);
const consent = z.literal(true, { error: 'consent_required' });

/** A blank optional field of a form is a field that was left out. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema
    .nullish()
    .transform((value) => (value === '' || value === null || value === undefined ? null : value));

const utmValue = optional(line(200));

export const registrationBody = z.strictObject({
  firstName: personName,
  lastName: personName,
  email,
  phone: optional(line(40)),
  company: line(200).min(2),
  position: optional(line(200)),
  website: optional(website),

  industryVertical: optional(line(200)),
  currentChallenges: z.array(line(200).min(1)).max(20).default([]),
  expertiseInterest: z.array(line(200).min(1)).max(20).default([]),
  consultationInterest: flag,

  specificQuestions: optional(freeText(2000)),
  learningObjectives: optional(freeText(2000)),
  followUpPreferences: optional(z.enum(['email', 'consultation', 'resources', 'none'])),
  interestedServices: z
    .strictObject({
      oneOnOneConsultation: flag,
      workshopSeries: flag,
      whitepaperDownloads: flag,
      ongoingMentorship: flag,
    })
    .prefault({}),

  specialRequirements: optional(freeText(500)),
  accessibilityNeeds: optional(freeText(500)),

  termsAccepted: consent,
  privacyConsent: consent,
  marketingConsent: flag,
  consultantFollowUpConsent: flag,
  dataProcessingConsent: flag,

  language: z.enum(LOCALES).optional(),
  timezone: optional(timezone),
  registrationSource: optional(line(100)),
  utm: z
    .strictObject({
      source: utmValue,
      medium: utmValue,
      campaign: utmValue,
      term: utmValue,
      content: utmValue,
    })
    .partial()
    .nullish()
    .transform((value) => value ?? null),
  referralCode: optional(line(64)),
});

export type RegistrationBody = z.output<typeof registrationBody>;

/**
 * The body of `PATCH /registrations/:token`: any part of what registrants may change. Terms and privacy can only be
 * confirmed again; whoever withdraws them cancels. Defaults of absent fields are not part of the change.
 */
export const registrationChanges = registrationBody
  .pick({
    firstName: true,
    lastName: true,
    phone: true,
    company: true,
    position: true,
    website: true,
    industryVertical: true,
    currentChallenges: true,
    expertiseInterest: true,
    consultationInterest: true,
    specificQuestions: true,
    learningObjectives: true,
    followUpPreferences: true,
    interestedServices: true,
    specialRequirements: true,
    accessibilityNeeds: true,
    termsAccepted: true,
    privacyConsent: true,
    marketingConsent: true,
    consultantFollowUpConsent: true,
    dataProcessingConsent: true,
    language: true,
    timezone: true,
  })
  .partial();

/** 201 of a registration. `token` opens everything about it and is never stored. */
export const registrationReceipt = z.strictObject({
  reference: z.string().meta({ description: 'For people, as in WEB-7K3F-9QXD.' }),
  token: z.string(),
  status: z.enum(REGISTRATION_STATES),
  waitlistPosition: z.number().int().optional(),
  holdExpiresAt: z.iso.datetime().optional(),
  nextStep: z.enum(['checkout', 'accept']).nullable(),
});
