import { z } from 'zod';
import type { RegistrationAvailability } from '../server/src/domain/placement';
import type { RegistrationState } from '../server/src/domain/registration';
import { documentId, freeText } from './registration';

/** Requests of the admin's own routes (`/webinars/…`), for editors with the permission that each route asks for. */

const documentIds = z.array(documentId).min(1).max(100);

/** One or many registrations at once; each gets an outcome of its own. */
export const registrationsBody = z.strictObject({ registrations: documentIds });

export const rejectBody = z.strictObject({
  registrations: documentIds,
  /** Told to the registrants as it is. */
  reason: freeText(1000)
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
  feedback: freeText(5000).nullable().optional(),
});

/** What became of one of the registrations: its new state, or why it was refused. */
export type EditingOutcome =
  { documentId: string; status: string } | { documentId: string; code: string; message: string };

/** Why a session's figures are what they are: who has what, by ids, and the latest moves. */
export type SeatExplanation<Instant = string> = {
  session: string;
  capacity: number | null;
  seatsLeft: number | null;
  registrationState: RegistrationAvailability;
  /** Whether free seats go to those who wait first. */
  doOffersRun: boolean;
  /** Who holds a seat, waits for one, or waits to be approved, in the order in which they are served. */
  groups: {
    status: ExplainedState;
    count: number;
    registrations: SeatHolder<Instant>[];
  }[];
  /** Latest first. */
  moves: SeatMove<Instant>[];
};

/** What is over is not explained. */
export type ExplainedState = Exclude<RegistrationState, 'cancelled' | 'rejected' | 'expired'>;

/** Somebody with a seat or a place in line, without anything personal. */
export type SeatHolder<Instant = string> = {
  documentId: string;
  reference: string;
  status: RegistrationState;
  waitlistPosition?: number;
  holdExpiresAt: Instant | null;
  registeredAt: Instant;
};

/** A line of the activity log that moved a seat. */
export type SeatMove<Instant = string> = {
  at: Instant;
  action: string;
  registration: string;
  from: string | null;
  to: string | null;
  actor: string;
};
