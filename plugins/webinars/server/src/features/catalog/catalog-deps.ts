import type { Locale } from '../../../../shared/locales';
import type { Clock } from '../../platform/clock';
import type { CatalogStore } from './catalog-store';

export type CatalogDeps = {
  store: CatalogStore;
  clock: Clock;
  /** Address of this server as seen from outside. */
  publicUrl: string;
  /** This server's name in calendar entries. */
  host: string;
  /** Address of the public front end; empty: there is none. */
  siteUrl: string;
};

/** How the caller wants to read: the language of texts, and the zone of times (null: each session's own). */
export type Reading = { locale: Locale; timezone: string | null };
