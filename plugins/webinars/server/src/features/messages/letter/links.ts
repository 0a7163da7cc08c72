import { siteAddress, type SitePatterns } from '../../../domain/site-address';
import type { Locale } from '../../../../../shared/locales';

/** Where links in mails lead. */
export type SiteLinks = {
  /** The public front end, without a slash at the end; empty: there is none. */
  siteUrl: string;
  /** This server, as seen from outside. */
  publicUrl: string;
  patterns: Record<'session' | 'registration', SitePatterns>;
};

/** The session's page on the site; null without a site. */
export const sessionUrl = (
  { siteUrl, patterns }: SiteLinks,
  slug: string,
  language: Locale
): string | null =>
  siteAddress({ siteUrl, page: 'session', patterns: patterns.session, language, name: slug });

/** The registration's page on the site, or without one the plugin's own. */
export const manageUrl = (
  { siteUrl, publicUrl, patterns }: SiteLinks,
  token: string,
  language: Locale
): string =>
  siteAddress({
    siteUrl,
    page: 'registration',
    patterns: patterns.registration,
    language,
    name: token,
  }) ?? `${publicUrl}/api/webinars/r/${token}`;

/** The secret calendar of a person. */
export const feedUrl = (publicUrl: string, token: string): string =>
  `${publicUrl}/api/webinars/registrations/feed/${token}.ics`;

/** What one click in a mail does for its recipient, on a page of the plugin's own. */
export const personalUrl = (
  { publicUrl }: Pick<SiteLinks, 'publicUrl'>,
  page: 'join' | 'feedback' | 'unsubscribe',
  token: string
): string => `${publicUrl}/api/webinars/${page}/${token}`;
