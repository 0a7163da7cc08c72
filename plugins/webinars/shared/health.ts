import { z } from 'zod';

/** What `GET /health` answers, with 200 or 503: how the parts are, and nothing about versions or places. */
export const health = z.strictObject({
  status: z.enum(['up', 'degraded', 'down']),
  database: z.strictObject({ status: z.enum(['up', 'down']) }),
  jobs: z.strictObject({
    status: z.enum(['up', 'degraded', 'down']).meta({ description: 'degraded: some gave up.' }),
    waiting: z.number().int().nullable(),
    running: z.number().int().nullable(),
    dead: z.number().int().nullable(),
  }),
  mail: z.strictObject({
    status: z.enum(['up', 'degraded', 'down', 'unknown']).meta({
      description: 'What the latest attempts to send said; unknown: none of late.',
    }),
  }),
});

export type Health = z.output<typeof health>;
