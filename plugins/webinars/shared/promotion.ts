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

/** What `Session` carries of it. */
export const promotionFields = {
  urls: pageUrls
    .nullable()
    .meta({ description: 'null while no public front end is configured (`SITE_URL`).' }),
};

export const promotion = z.strictObject(promotionFields);

export type Promotion = z.output<typeof promotion>;
