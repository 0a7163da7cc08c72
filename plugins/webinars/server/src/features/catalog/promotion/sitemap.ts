import { pageAddresses } from '../../../domain/page-addresses';
import type { SitePatterns } from '../../../domain/site-address';
import { LOCALES } from '../../../../../shared/locales';
import { writeXml } from '../../../platform/xml';

/** The sitemap (sitemaps.org, with the languages of each page) of a public front end. */
export const sitemapXml = (
  pages: readonly { slug: string; changedAt: Date }[],
  { siteUrl, patterns }: { siteUrl: string; patterns: SitePatterns }
): string =>
  writeXml({
    urlset: {
      '@_xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
      '@_xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
      url: pages.flatMap(({ slug, changedAt }) =>
        LOCALES.flatMap((language) => {
          const addresses = pageAddresses({ siteUrl, patterns, language, slug });
          if (addresses === null) return [];
          return {
            loc: addresses.canonical,
            lastmod: changedAt.toISOString(),
            'xhtml:link': addresses.alternates.map(({ hreflang, href }) => ({
              '@_rel': 'alternate',
              '@_hreflang': hreflang,
              '@_href': href,
            })),
          };
        })
      ),
    },
  });
