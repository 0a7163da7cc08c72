import type { Locale } from '../../../../shared/locales';

const USUAL: Record<Locale, string> = { en: '/webinars/{slug}', de: '/de/webinare/{slug}' };

/** The address of a session's page on the public front end; null while there is none. */
export const sessionLink =
  ({ siteUrl, patterns }: { siteUrl: string; patterns: Record<Locale, string | null> }) =>
  ({ slug, locale }: { slug: string; locale: Locale }): string | null => {
    if (siteUrl === '') return null;
    const pattern = patterns[locale] ?? USUAL[locale];
    const filled = pattern.replaceAll('{slug}', encodeURIComponent(slug));
    return /^https?:\/\//i.test(filled) ? filled : `${siteUrl}/${filled.replace(/^\/+/, '')}`;
  };
