import { z } from 'zod';
import { REGISTRATION_STATES } from '../server/src/domain/registration';
import { LOCALES } from './locales';

/** What the holder of a token sees of a registration, and nobody else. */
export const registrationView = z.strictObject({
  reference: z.string().meta({ description: 'For people, as in WEB-7K3F-9QXD.' }),
  status: z.enum(REGISTRATION_STATES),
  waitlistPosition: z.number().int().min(1).optional(),
  holdExpiresAt: z.iso.datetime().optional(),
  nextStep: z.enum(['checkout', 'accept']).nullable(),
  canCancel: z.boolean(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  company: z.string().nullable(),
  language: z.enum(LOCALES),
  timezone: z.string().nullable(),
  registeredAt: z.iso.datetime(),
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
