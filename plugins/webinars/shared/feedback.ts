import { z } from 'zod';
import { LOCALES } from './locales';
import { freeText } from './registration';

/** How somebody liked a session. */
export const feedbackBody = z.strictObject({
  rating: z.number().int().min(1).max(5).meta({ description: '1: not at all, 5: very much.' }),
  comment: freeText(5000)
    .nullish()
    .transform((value) => value || null),
});

export type FeedbackBody = z.output<typeof feedbackBody>;

/** What has been said so far, and until when it may be changed. */
export const feedbackView = z.strictObject({
  rating: z.number().int().nullable(),
  comment: z.string().nullable(),
  closesAt: z.iso.datetime(),
  session: z.strictObject({
    documentId: z.string(),
    slug: z.string(),
    title: z.string(),
    datetime: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    timezone: z.string(),
    locale: z.enum(LOCALES),
  }),
});
