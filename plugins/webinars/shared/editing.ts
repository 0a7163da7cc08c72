import { z } from 'zod';

/** Requests of the admin's own routes (`/webinars/…`), for editors with the permission that each route asks for. */

const documentIds = z.array(z.string().min(1).max(64)).min(1).max(100);

/** One or many registrations at once; each gets an outcome of its own. */
export const registrationsBody = z.strictObject({ registrations: documentIds });

export const rejectBody = z.strictObject({
  registrations: documentIds,
  /** Told to the registrants as it is. */
  reason: z
    .string()
    .trim()
    .max(1000)
    .nullish()
    .transform((value) => value || null),
});

export const attendanceBody = z.strictObject({
  status: z.enum(['attended', 'no_show']),
  joinedAt: z.iso.datetime().nullable().optional(),
  leftAt: z.iso.datetime().nullable().optional(),
  /** Minutes. */
  attendanceDuration: z.number().int().min(0).max(10_000).nullable().optional(),
  questionsAsked: z.number().int().min(0).max(100_000).optional(),
  chatMessages: z.number().int().min(0).max(100_000).optional(),
  rating: z.number().int().min(1).max(5).nullable().optional(),
  feedback: z.string().trim().max(5000).nullable().optional(),
});

/** What became of one of the registrations: its new state, or why it was refused. */
export type EditingOutcome =
  { documentId: string; status: string } | { documentId: string; code: string; message: string };
