import { z } from 'zod';
import { REGISTRATION_STATES } from '../server/src/domain/registration';
import { LOCALES } from './locales';
import { FOLLOW_UP_PREFERENCES } from './vocabulary';

const optionalText = z.string().nullable();

/** What registrants told about themselves, and may change. */
export const registrationDetails = z.strictObject({
  phone: optionalText,
  position: optionalText,
  website: optionalText,
  industryVertical: optionalText,
  currentChallenges: z.array(z.string()),
  expertiseInterest: z.array(z.string()),
  consultationInterest: z.boolean(),
  specificQuestions: optionalText,
  learningObjectives: optionalText,
  followUpPreferences: z.enum(FOLLOW_UP_PREFERENCES).nullable(),
  interestedServices: z.record(z.string(), z.boolean()),
  specialRequirements: optionalText,
  accessibilityNeeds: optionalText,
  marketingConsent: z.boolean(),
  consultantFollowUpConsent: z.boolean(),
  dataProcessingConsent: z.boolean(),
});

/** What the holder of a token sees of a registration, and nobody else. */
export const registrationView = z.strictObject({
  reference: z.string().meta({ description: 'For people, as in WEB-7K3F-9QXD.' }),
  status: z.enum(REGISTRATION_STATES),
  waitlistPosition: z.number().int().min(1).optional(),
  holdExpiresAt: z.iso.datetime().optional(),
  nextStep: z.enum(['checkout', 'accept']).nullable(),
  canCancel: z.boolean(),
  canChange: z.boolean(),
  joinUrl: z.string().optional().meta({
    description: 'The own way into the meeting, for whoever has a seat, until the session is over.',
  }),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  company: z.string().nullable(),
  language: z.enum(LOCALES),
  timezone: z.string().nullable(),
  registeredAt: z.iso.datetime(),
  details: registrationDetails,
  referral: z.strictObject({
    code: z.string().meta({
      description: 'For whoever registers on this word: their `referralCode`.',
    }),
    shareUrl: z.string().nullable().meta({
      description:
        "The session's page with the code; null while no public front end is configured.",
    }),
  }),
  session: z.strictObject({
    documentId: z.string(),
    slug: z.string(),
    title: z.string(),
    datetime: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    duration: z.number().int().meta({ description: 'Minutes.' }),
    timezone: z.string(),
    locale: z.enum(LOCALES),
  }),
});
