import { z } from 'zod';
import { paging } from './catalog';
import { normalizeEmail } from './email-address';
import { line, registrationBody } from './registration';

/** Requests of the admin about addresses that nothing is sent to any more. */

/** The mail server does not know the address; its owner has complained; the organisers say so. */
const SUPPRESSION_REASONS = ['bounce', 'complaint', 'manual'] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** As registrations know a person: however the address is spelled. */
const emailKey = registrationBody.shape.email.transform((email) => normalizeEmail(email) ?? email);

export const suppressionsQuery = z.strictObject(paging);

/** Addresses come in bodies, so that no URL contains one. */
export const suppressionSearch = z.strictObject({ email: emailKey });

export const suppressionBody = z.strictObject({
  email: emailKey,
  reason: z.enum(SUPPRESSION_REASONS),
  /** What the other side said: `5.1.1` (RFC 3463). */
  statusCode: z
    .string()
    .regex(/^[245]\.\d{1,3}\.\d{1,3}$/, 'invalid')
    .nullish()
    .transform((value) => value ?? null),
});

/** By its id where the address is no longer known. */
export const unsuppressionBody = z
  .strictObject({ email: emailKey.optional(), id: line(64).min(1).optional() })
  .transform(({ email, id }, context): { email: string } | { id: string } => {
    if (email !== undefined && id === undefined) return { email };
    if (id !== undefined && email === undefined) return { id };
    context.addIssue({
      code: 'custom',
      path: ['email'],
      message: email === undefined ? 'required' : 'invalid',
    });
    return z.NEVER;
  });

/** An address that nothing is sent to any more. */
export type ListedSuppression<Instant = string> = {
  id: string;
  /** Null once its owner was erased: that alone is kept. */
  email: string | null;
  reason: SuppressionReason;
  /** What the mail server said, if it did. */
  responseCode: number | null;
  statusCode: string | null;
  createdAt: Instant | null;
};
