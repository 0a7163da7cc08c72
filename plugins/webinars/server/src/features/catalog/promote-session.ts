import type { Session } from '../../../../shared/catalog';
import type { Promotion } from '../../../../shared/promotion';
import { pageAddresses } from '../../domain/page-addresses';
import type { CatalogDeps, Reading } from './catalog-deps';
import type { PromotionStore } from './promotion-store';
import type { CatalogSettings, SessionDetailRow } from './catalog-rows';

/** A session as its page shows it, before anything promotes it. */
export type PlainSession = Omit<Session, keyof Promotion>;

export type Promoted = {
  row: SessionDetailRow;
  session: PlainSession;
  settings: CatalogSettings;
  reading: Reading;
  now: Date;
};

export type PromoteSession = (promoted: Promoted) => Promise<Promotion>;

/** What carries a session on. */
export const promoteSession =
  ({ siteUrl }: CatalogDeps & { promotion: PromotionStore }): PromoteSession =>
  async ({ session, settings, reading }) => ({
    urls: pageAddresses({
      siteUrl,
      patterns: settings.sessionUrlPatterns,
      language: reading.locale,
      slug: session.slug,
    }),
  });
