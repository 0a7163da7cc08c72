import { isWebAddress } from './web-address';
import type { Language } from './language';

/** Where a page is on the public front end: a path below it, or a whole address. null: the usual place. */
export type SitePatterns = Record<Language, string | null>;

const USUAL = {
  session: { en: '/webinars/{slug}', de: '/de/webinare/{slug}' },
  registration: { en: '/registrations/{token}', de: '/de/registrations/{token}' },
} as const;

const PROGRAMME: Record<Language, string> = { en: '/webinars', de: '/de/webinare' };

/** The address of the whole programme on the public front end; null while there is none. */
export const programmeAddress = (siteUrl: string, language: Language): string | null =>
  siteUrl === '' ? null : `${siteUrl}${PROGRAMME[language]}`;

/**
 * The address of a session's or a registration's page on the public front end; null while there is none. `siteUrl`
 * has no slash at its end; `name` is the slug or the token.
 */
export const siteAddress = ({
  siteUrl,
  page,
  patterns,
  language,
  name,
}: {
  siteUrl: string;
  page: keyof typeof USUAL;
  patterns: SitePatterns;
  language: Language;
  name: string;
}): string | null => {
  if (siteUrl === '') return null;
  const pattern = patterns[language] || USUAL[page][language];
  const filled = pattern.replace(/\{(?:slug|token)\}/g, () => encodeURIComponent(name));
  return isWebAddress(filled) ? filled : `${siteUrl}/${filled.replace(/^\/+/, '')}`;
};
