import { z } from 'zod';
import { registrationBody, registrationReceipt } from './registration';

/** Sessions that one draft may be for. */
const MOST_SESSIONS = 20;

/** Any part of a registration. Nothing is consented to before the draft is submitted: an empty box is no mistake yet. */
const draftFields = registrationBody
  .extend({ termsAccepted: z.boolean(), privacyConsent: z.boolean() })
  .partial();

const sessions = z
  .array(z.string().trim().min(1).max(255))
  .min(1)
  .max(MOST_SESSIONS)
  .meta({ description: 'documentIds or slugs.' });

/** The body of `POST /drafts`. */
export const draftBody = draftFields.extend({
  sessions,
  prefillToken: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'The token of an earlier registration, whose details are copied.' }),
});

/** The body of `PATCH /drafts/:token`: only what is present is looked at and changed. */
export const draftChanges = draftFields.extend({ sessions: sessions.optional() });

export const DRAFT_STATES = ['open', 'submitted'] as const;

/** What has been filled in so far, in the names of the body, and how long it is kept. */
export const draftView = draftFields.extend({
  sessions: z.array(z.string()).meta({ description: 'documentIds.' }),
  status: z.enum(DRAFT_STATES),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  warnAt: z.iso
    .datetime()
    .meta({ description: 'When to tell the visitor that the draft expires soon.' }),
});

/** 201 of a draft. `token` opens it and is never stored. */
export const draftReceipt = draftView.extend({ token: z.string() });

export const draftSubmission = z.object({
  expiresAt: z.iso.datetime(),
  results: z
    .array(
      registrationReceipt.partial().extend({
        session: z.string().meta({ description: 'documentId.' }),
        code: z.string().optional().meta({ description: 'Why there is no registration.' }),
        message: z.string().optional(),
      })
    )
    .meta({ description: 'One for each session, in the order of the draft.' }),
});
