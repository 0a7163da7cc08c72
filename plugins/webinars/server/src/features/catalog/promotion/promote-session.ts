import type { Session } from '../../../../../shared/catalog';
import type { Promotion } from '../../../../../shared/promotion';
import { calendarLinks } from '../../../domain/calendar-links';
import { pageAddresses } from '../../../domain/page-addresses';
import { cutAtWord } from '../../../domain/short-text';
import type { CatalogDeps, Reading } from '../catalog-deps';
import type { SessionDetailRow } from '../catalog-rows';
import type { CatalogContext } from '../catalog-store';
import { plainText } from '../text/plain-text';
import { presentBrand } from './present-brand';
import { presentShare } from './present-share';
import { presentSeo, type WrittenSeo } from './present-seo';
import type { showRelated } from '../show-related';
import { eventOf, type Organizer } from './show-calendar';
import type { PromotionStore } from './promotion-store';

/** A session as its page shows it, before anything promotes it. */
export type PlainSession = Omit<Session, keyof Promotion | 'related'>;

/** `ref`: who shares the page; null: nobody whom it counts for. */
export type PageReading = Reading & { ref: string | null };

export type Promoted = {
  row: SessionDetailRow;
  session: PlainSession;
  /** The editor's own words for search engines. */
  written: WrittenSeo;
  settings: CatalogContext;
  reading: PageReading;
  now: Date;
};

export type PromoteSession = (promoted: Promoted) => Promise<Promotion & Pick<Session, 'related'>>;

/** What carries a session on. */
export const promoteSession =
  ({
    siteUrl,
    publicUrl,
    host,
    organizer,
    promotion,
    related,
  }: CatalogDeps & {
    organizer: Organizer;
    promotion: PromotionStore;
    related: ReturnType<typeof showRelated>;
  }): PromoteSession =>
  async (promoted) => {
    const { row, session, written, settings, reading } = promoted;
    const { locale, ref } = reading;
    const brand = presentBrand(await promotion.loadBrands(settings.version), { locale, publicUrl });
    const previousStart = await promotion.findPreviousStart(session.documentId, settings.version);
    const urls = pageAddresses({
      siteUrl,
      patterns: settings.sessionUrlPatterns,
      language: locale,
      slug: session.slug,
    });
    const url = urls?.canonical ?? null;
    const about = cutAtWord(plainText(session.description) ?? '', MOST_ABOUT);
    const event = eventOf(
      { row, session: { ...session, description: about }, settings, locale },
      { siteUrl, host, organizer }
    );
    const ics = `${publicUrl}/api/webinars/sessions/${session.slug}/calendar.ics?locale=${locale}`;
    return {
      urls,
      seo: presentSeo({ session, brand, locale, url, previousStart }, written),
      calendarLinks: IS_OVER.has(session.status) ? null : { ...calendarLinks(event), ics },
      share: session.status === 'cancelled' ? null : presentShare({ session, locale, url, ref }),
      ...(await related(promoted)),
    };
  };

/** Nobody notes down any more what is. */
const IS_OVER: ReadonlySet<PlainSession['status']> = new Set(['completed', 'cancelled']);

/** Some calendars take no longer address than 2000 characters. */
const MOST_ABOUT = 400;
