import { z } from 'zod';

/**
 * What makes a session's page complete and carries it on: its addresses, what search engines and networks read of it,
 * links to calendars and for sharing. Texts are in the language asked for.
 */

export const pageUrls = z
  .strictObject({
    canonical: z.url(),
    alternates: z
      .array(z.strictObject({ hreflang: z.enum(['en', 'de', 'x-default']), href: z.url() }))
      .meta({ description: 'For `<link rel="alternate" hreflang>`.' }),
    registration: z.url(),
    calendar: z.url(),
    share: z.url(),
  })
  .meta({ description: "The session's pages on the public front end." });

const text = z.string().nullable();

/** Names are those of the meta tags; `title` and `description` are cut to what search engines show. */
export const seo = z.strictObject({
  title: z.string(),
  description: z.string(),
  keywords: z.array(z.string()),
  ogType: z.literal('website'),
  ogTitle: z.string(),
  ogDescription: z.string().meta({
    description: "The editor's text for networks (`socialMediaCopy`), or else the description.",
  }),
  ogImage: text,
  ogUrl: text,
  ogSiteName: text,
  ogLocale: z.string(),
  ogLocaleAlternate: z.array(z.string()),
  twitterCard: z.enum(['summary', 'summary_large_image']),
  twitterCreator: text,
  structuredData: z.record(z.string(), z.unknown()).meta({
    description:
      'JSON-LD of schema.org (EducationEvent). `JSON.stringify` of it may stand in a `<script>` as it is.',
  }),
});

export type Seo = z.output<typeof seo>;

export const calendarLinks = z.strictObject({
  google: z.url(),
  outlook: z.url(),
  office365: z.url(),
  yahoo: z.url(),
  ics: z.url().meta({ description: 'For every other calendar: a file on this server.' }),
});

export const share = z.strictObject({
  url: z.url().meta({ description: 'The page, with `?ref` where one was asked for.' }),
  text: z.string().meta({ description: 'What the links say; `text` in them may be replaced.' }),
  hashtags: z.array(z.string()).meta({ description: 'Without their `#`.' }),
  links: z.strictObject({
    linkedin: z.url(),
    x: z.url(),
    facebook: z.url(),
    mail: z.string(),
    whatsapp: z.url(),
  }),
});

export type Share = z.output<typeof share>;

/** A code that a share link carries on, and a registration brings back as `referralCode`. */
export const referral = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .optional()
  .meta({ description: 'A referral code, which the share links carry on.' });

/** What `Session` carries of it. */
export const promotionFields = {
  urls: pageUrls
    .nullable()
    .meta({ description: 'null while no public front end is configured (`SITE_URL`).' }),
  seo,
  viewingNow: z.number().int().min(0).meta({
    description: 'Different visitors of the last five minutes, as `POST /track` tells of them.',
  }),
  registrationsLast7Days: z.number().int().min(0),
  calendarLinks: calendarLinks
    .nullable()
    .meta({ description: 'null once the session is over or cancelled.' }),
  share: share.nullable().meta({
    description: 'null while no public front end is configured, and for a cancelled session.',
  }),
};

export const promotion = z.strictObject(promotionFields);

export type Promotion = z.output<typeof promotion>;
