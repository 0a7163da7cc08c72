import { siteAddress, type SitePatterns } from './site-address';
import { LANGUAGES, type Language } from './language';

/** Where a session is on the public front end (spec: URL Structure and Routing). */
export type PageAddresses = {
  canonical: string;
  /** Every language that the page is in, and the one for whoever speaks none of them. */
  alternates: { hreflang: Language | 'x-default'; href: string }[];
  registration: string;
  calendar: string;
  share: string;
};

/** null: there is no public front end. */
export const pageAddresses = ({
  language,
  ...page
}: {
  siteUrl: string;
  patterns: SitePatterns;
  language: Language;
  slug: string;
}): PageAddresses | null => {
  const canonical = addressIn(language, page);
  if (canonical === null) return null;
  return {
    canonical,
    alternates: alternatesOf(page),
    registration: below(canonical, 'register'),
    calendar: below(canonical, 'calendar'),
    share: below(canonical, 'share'),
  };
};

type Page = { siteUrl: string; patterns: SitePatterns; slug: string };

const addressIn = (language: Language, { slug, ...page }: Page) =>
  siteAddress({ ...page, page: 'session', language, name: slug });

const alternatesOf = (page: Page): PageAddresses['alternates'] => {
  const languages = LANGUAGES.flatMap((hreflang) => {
    const href = addressIn(hreflang, page);
    return href === null ? [] : [{ hreflang, href }];
  });
  const [fallback] = languages;
  return fallback === undefined
    ? []
    : [...languages, { hreflang: 'x-default', href: fallback.href }];
};

/** A pattern may end in a slash, or carry a query of its own. */
const below = (address: string, page: string): string => {
  const url = new URL(address);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${page}`;
  return url.toString();
};
