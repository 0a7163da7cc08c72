import { z } from 'zod';
import { LOCALES } from './locales';
import { documentId } from './registration';
import { TEMPLATE_KINDS } from './vocabulary';

/** Requests of the admin for a look at a mail before anybody gets it. */

const text = (most: number) =>
  z
    .string()
    .max(most)
    .nullish()
    .transform((value) => value || null);

/** Words that are not saved yet. */
const words = z.strictObject({
  subject: text(200),
  preheader: text(200),
  heading: text(200),
  intro: text(5000),
  button: text(60),
  blocks: z
    .array(
      z.strictObject({
        heading: text(200),
        text: text(5000),
        linkText: text(100),
        linkUrl: text(2048),
      })
    )
    .max(10)
    .default([]),
});

export const mailPreviewBody = z.strictObject({
  kind: z.enum(TEMPLATE_KINDS),
  language: z.enum(LOCALES),
  /** Whose mail it would be. Without it, somebody's who does not exist. */
  registrationId: documentId.optional(),
  /** Without them, what is saved. */
  words: words.optional(),
});

export type MailPreviewRequest = z.output<typeof mailPreviewBody>;

export type MailPreview = {
  subject: string;
  html: string;
  text: string;
  /** Why the built-in words stand there instead of the editors'. */
  problem: { field: string; reason: string; part: string } | null;
};
