import { z } from 'zod';
import { REGISTRATION_STATES } from '../../domain/registration';
import type { Outcome } from '../../platform/idempotency';
import type { NewRegistration } from './new-registration-store';

/** As it is stored with the request: dates are text there. */
const said = z.object({
  publicId: z.string(),
  reference: z.string(),
  state: z.enum(REGISTRATION_STATES),
  waitlistPosition: z.number().nullable(),
  holdExpiresAt: z.coerce.date().nullable(),
});

/** What a newcomer hears first, and whoever repeats the request hears again. */
export type FirstAnswer = z.output<typeof said>;

export const toFirstAnswer = (outcome: Outcome): FirstAnswer => said.parse(outcome.said);

export const firstOutcome = (
  { documentId, publicId, reference, state, holdExpiresAt }: NewRegistration,
  waitlistPosition: number | null
): Outcome => ({
  subject: documentId,
  said: {
    publicId,
    reference,
    state,
    waitlistPosition,
    holdExpiresAt,
  } satisfies FirstAnswer,
});
