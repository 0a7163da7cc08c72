import type { Core } from '@strapi/strapi';
import { NAME_IN_URL } from '../../../../shared/catalog';
import { DEFAULT_LOCALE, type Locale } from '../../../../shared/locales';
import { readsOf } from '../../container';
import { createNameStore } from './name-store';
import type { CatalogSettings } from './catalog-rows';
import { createFacetStore } from './search/facet-store';
import { loadSpeakers, loadTopics } from './projection/facts-store';
import type { Version } from './text/localized';
import { createSessionStore } from './search/session-store';

const TOPIC = 'plugin::webinars.topic';
const SPEAKER = 'plugin::webinars.speaker';

/** What lists, pages and facets read. Pages cost a fixed number of them, however many items they show. */
export const createCatalogStore = (strapi: Core.Strapi) => {
  const reads = readsOf(strapi);

  const find = <Row>(
    uid: Parameters<Core.Strapi['db']['query']>[0],
    params: Parameters<ReturnType<Core.Strapi['db']['query']>['findMany']>[0]
  ): Promise<Row[]> => reads.within(() => strapi.db.query(uid).findMany(params));

  return {
    ...createNameStore(reads),
    ...createSessionStore(reads),
    ...createFacetStore(reads),

    loadTopics: (ids: readonly string[]) => reads.within(() => loadTopics(strapi, ids)),
    loadSpeakers: (ids: readonly string[]) => reads.within(() => loadSpeakers(strapi, ids)),

    /** Published topics by what they are about. */
    async findTopicIds({ category, difficulty, isActive }: TopicSearch): Promise<string[]> {
      const rows = await find<Version>(TOPIC, {
        select: ['documentId', 'locale'],
        where: {
          publishedAt: { $notNull: true },
          ...(isActive && { state: 'active' }),
          ...(difficulty !== undefined && { difficultyLevel: difficulty }),
          ...(category !== undefined && { category: byIdOrSlug(category) }),
        },
      });
      return [...new Set(rows.map(({ documentId }) => documentId))];
    },

    /** Titles in every language, to sort by: libraries are small, and the order is a matter of language. */
    loadTitles: async (ids: readonly string[]): Promise<TopicTitle[]> =>
      ids.length === 0
        ? []
        : find(TOPIC, { where: published(ids), select: ['documentId', 'locale', 'title'] }),

    listSpeakers: (): Promise<SpeakerName[]> =>
      find(SPEAKER, {
        select: ['documentId', 'firstName', 'lastName'],
        where: { isActive: true, locale: DEFAULT_LOCALE },
      }),

    async findTopicId(idOrSlug: string): Promise<string | null> {
      if (!NAME_IN_URL.test(idOrSlug)) return null;
      const rows = await find<Named>(TOPIC, {
        select: ['documentId', 'locale', 'slug'],
        where: { ...byIdOrSlug(idOrSlug), publishedAt: { $notNull: true } },
      });
      return preferId(rows, idOrSlug)?.documentId ?? null;
    },

    async findSpeakerId(idOrSlug: string): Promise<string | null> {
      if (!NAME_IN_URL.test(idOrSlug)) return null;
      const rows = await find<Named>(SPEAKER, {
        select: ['documentId', 'locale', 'slug'],
        where: byIdOrSlug(idOrSlug),
      });
      return preferId(rows, idOrSlug)?.documentId ?? null;
    },

    /** What an answer depends on beside the sessions: the settings, and how often the catalogue has changed. */
    async loadContext(): Promise<CatalogContext> {
      const [row] = await reads.prepared<ContextColumns>(
        `SELECT v.version, ${SETTINGS_COLUMNS.map((column) => `s.${column}`).join(', ')}
         FROM ${reads.name('webinars_catalog_version')} AS v
         LEFT JOIN ${reads.name('webinars_program_settings')} AS s ON s.locale = ?
         WHERE v.id = 1 LIMIT 1`,
        [DEFAULT_LOCALE]
      );
      return {
        version: Number(row?.version ?? 0),
        registrationWindowDays: row?.registration_window ?? null,
        timezone: row?.default_timezone || 'UTC',
        currency: row?.default_currency ?? 'EUR',
        organizerName: row?.organizer_name || null,
        sessionUrlPatterns: {
          en: row?.session_url_pattern_en || null,
          de: row?.session_url_pattern_de || null,
        },
      };
    },
  };
};

export type CatalogStore = ReturnType<typeof createCatalogStore>;

export type CatalogContext = CatalogSettings & { version: number };

export type TopicSearch = { category?: string; difficulty?: string; isActive: boolean };
export type TopicTitle = Version & { title: string };
export type SpeakerName = { documentId: string; firstName: string; lastName: string };

type Named = { documentId: string; slug: string; locale?: Locale };

const SETTINGS_COLUMNS = [
  'registration_window',
  'default_timezone',
  'default_currency',
  'organizer_name',
  'session_url_pattern_en',
  'session_url_pattern_de',
];

type ContextColumns = {
  version: number | string;
  registration_window: number | null;
  default_timezone: string | null;
  default_currency: CatalogSettings['currency'] | null;
  organizer_name: string | null;
  session_url_pattern_en: string | null;
  session_url_pattern_de: string | null;
};

const byIdOrSlug = (idOrSlug: string) => ({ $or: [{ documentId: idOrSlug }, { slug: idOrSlug }] });

/** A documentId wins over a slug that looks like it, and a slug of the default language over another one's. */
const preferId = <Row extends Named>(rows: readonly Row[], idOrSlug: string): Row | null =>
  rows.find((row) => row.documentId === idOrSlug) ??
  rows.find((row) => row.locale === DEFAULT_LOCALE) ??
  rows[0] ??
  null;

const published = (ids: readonly string[]) => ({
  documentId: { $in: ids },
  publishedAt: { $notNull: true },
});
