import { z } from 'zod';
import { NAME_IN_URL } from './catalog';

const EVENTS_AT_ONCE = 20;

/** The steps of the specification's form, and the page on which one pays. */
export const FORM_STEPS = [
  'personal',
  'professional',
  'preferences',
  'confirmation',
  'payment',
] as const;

export const SHARE_CHANNELS = [
  'linkedin',
  'x',
  'facebook',
  'xing',
  'whatsapp',
  'email',
  'team',
  'link',
] as const;

const session = z
  .string()
  .regex(NAME_IN_URL)
  .meta({ description: 'documentId or slug of the session.' });
const source = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/)
  .toLowerCase()
  .meta({ description: 'Where the visitor comes from: a host, or what `utm_source` says.' });
const position = z
  .number()
  .int()
  .min(1)
  .max(20)
  .meta({ description: 'The place in the footer, from 1.' });

/** What a front end may tell of a visit. None of it says who it was. */
export const trackedEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('page_view'),
    session: session.optional(),
    source: source.optional(),
  }),
  z.strictObject({ type: z.literal('form_step'), session, step: z.enum(FORM_STEPS) }),
  z.strictObject({ type: z.literal('share_click'), session, channel: z.enum(SHARE_CHANNELS) }),
  z.strictObject({ type: z.literal('footer_view') }),
  z.strictObject({ type: z.literal('footer_click'), session, position }),
  z.strictObject({ type: z.literal('footer_view_all') }),
]);

export const trackBody = z.strictObject({
  events: z.array(trackedEvent).min(1, 'required').max(EVENTS_AT_ONCE),
});

export const trackReceipt = z.strictObject({
  recorded: z.number().int().min(0).meta({
    description: 'How many were counted: none of robots and of those who do not want to be.',
  }),
});

export type TrackedEvent = z.output<typeof trackedEvent>;
export type TrackReceipt = z.output<typeof trackReceipt>;
