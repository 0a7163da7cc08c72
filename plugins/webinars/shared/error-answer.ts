import { z } from 'zod';
import { REGISTRATION_STATES } from '../server/src/domain/registration';

const message = z
  .string()
  .meta({ description: 'A sentence for people, in the language asked for.' });

/** What every refusal looks like. */
export const errorAnswer = z.strictObject({
  data: z.null(),
  error: z.strictObject({
    status: z.number().int(),
    name: z.string(),
    message,
    details: z.strictObject({
      code: z.string().meta({ description: 'For programs. Never changes its meaning.' }),
      errors: z
        .array(
          z.strictObject({
            path: z.array(z.union([z.string(), z.number().int()])),
            message: z.string(),
            code: z.string(),
          })
        )
        .optional()
        .meta({ description: 'All fields that are wrong, of a `validation_failed`.' }),
      from: z
        .enum(REGISTRATION_STATES)
        .optional()
        .meta({ description: 'The present state, of an `invalid_move`.' }),
      to: z
        .enum(REGISTRATION_STATES)
        .optional()
        .meta({ description: 'The state that was asked for, of an `invalid_move`.' }),
      opensAt: z.iso
        .datetime()
        .optional()
        .meta({ description: 'From when on it is possible, of a `…_not_open`.' }),
    }),
  }),
});

/** What Strapi says by itself, before or after the plugin had a word: there is no code. */
export const hostError = z.strictObject({
  data: z.null(),
  error: z.strictObject({
    status: z.number().int(),
    name: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
});
