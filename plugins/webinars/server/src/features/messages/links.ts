import type { Locale } from '../../../../shared/locales';

/** Where links in mails lead. Patterns are paths on the site, or whole addresses. */
export type SiteLinks = {
  /** The public front end, without a slash at the end; empty: there is none. */
  siteUrl: string;
  /** This server, as seen from outside. */
  publicUrl: string;
  patterns: Record<'session' | 'registration', Record<Locale, string | null>>;
};

const DEFAULT_PATTERNS = {
  session: { en: '/webinars/{slug}', de: '/de/webinare/{slug}' },
  registration: { en: '/registrations/{token}', de: '/de/registrations/{token}' },
} as const;

/** The session's page on the site; null without a site. */
export const sessionUrl = (links: SiteLinks, slug: string, locale: Locale): string | null =>
  links.siteUrl === '' ? null : onSite(links, 'session', locale, slug);

/** The registration's page on the site, or without one the plugin's own. */
export const manageUrl = (links: SiteLinks, token: string, locale: Locale): string =>
  links.siteUrl === ''
    ? `${links.publicUrl}/api/webinars/r/${token}`
    : onSite(links, 'registration', locale, token);

const onSite = (
  { siteUrl, patterns }: SiteLinks,
  page: keyof SiteLinks['patterns'],
  locale: Locale,
  value: string
) => {
  const pattern = patterns[page][locale] || DEFAULT_PATTERNS[page][locale];
  const filled = pattern.replace(/\{(?:slug|token)\}/g, () => encodeURIComponent(value));
  return isWebAddress(filled) ? filled : `${siteUrl}/${filled.replace(/^\/+/, '')}`;
};

/** Only what a browser opens as a page may become a link: no `javascript:`, no `file:`. */
export const isWebAddress = (url: string): boolean =>
  /^https?:\/\//i.test(url) && URL.canParse(url);

/** An address of this server for one that may be relative to it, as uploads are. */
export const absolute = (url: string | null | undefined, publicUrl: string): string | null => {
  if (!url) return null;
  const whole = url.startsWith('/') ? `${publicUrl}${url}` : url;
  return isWebAddress(whole) ? whole : null;
};
