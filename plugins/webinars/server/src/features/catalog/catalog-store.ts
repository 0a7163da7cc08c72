import type { Core } from '@strapi/strapi';
import { NAME_IN_URL, type SessionsQuery } from '../../../../shared/catalog';
import { DEFAULT_LOCALE, type Locale } from '../../../../shared/locales';
import type { SeatCounts } from '../../domain/session';
import { createStatements } from '../../platform/transaction';
import { createCardStore } from './card-store';
import type { CatalogSettings, SessionDetailRow, SpeakerRow, TopicRow } from './catalog-rows';
import type { Version } from './localized';
import type { TimeWindow } from './timeframe';

export type SessionSearch = Pick<SessionsQuery, 'price' | 'language' | 'sessionType'> & {
  window: TimeWindow;
  now: Date;
  /** null: of any topic. */
  topicIds: readonly string[] | null;
  /** null: of any speaker. */
  rowIds: readonly number[] | null;
};

export type PageRequest = { offset: number; limit: number; order: 'asc' | 'desc' };

const TOPIC = 'plugin::webinars.topic';
const SPEAKER = 'plugin::webinars.speaker';
const SESSION = 'plugin::webinars.session';

/** Every query of the catalogue. Pages cost a fixed number of them, however many items they show. */
export const createCatalogStore = (strapi: Core.Strapi) => {
  const isPostgres = strapi.db.dialect.client === 'postgres';
  const sessions = () => strapi.db.getConnection('webinars_sessions');

  /** Published, whether or not the job that publishes was on time; cancelled ones are seen by their address only. */
  const listed = (now: Date) =>
    sessions().where((either) =>
      either
        .whereIn('state', ['published', 'live', 'completed'])
        .orWhere((due) => due.where({ state: 'draft' }).where('scheduled_publish_at', '<=', now))
    );

  const matching = (search: SessionSearch) => {
    const { window, now, price, language, sessionType, topicIds, rowIds } = search;
    const end = isPostgres
      ? "datetime + duration * interval '1 minute'"
      : 'datetime + duration * 60000';
    const query = listed(now);
    if (window.isOver) {
      query.where((over) => over.where({ state: 'completed' }).orWhereRaw(`${end} <= ?`, [now]));
    } else {
      query.whereNot({ state: 'completed' }).whereRaw(`${end} > ?`, [now]);
    }
    if (window.startsFrom !== null) query.where('datetime', '>=', window.startsFrom);
    if (window.startsBefore !== null) query.where('datetime', '<', window.startsBefore);
    if (price === 'paid') query.where('price', '>', 0);
    if (price === 'free') query.where((free) => free.whereNull('price').orWhere('price', '<=', 0));
    if (language !== 'all') query.where({ language });
    if (sessionType !== 'all') query.where({ session_type: sessionType });
    if (topicIds !== null) query.whereIn('topic_document_id', [...topicIds]);
    if (rowIds !== null) query.whereIn('id', [...rowIds]);
    return query;
  };

  const find = <Row>(
    uid: Parameters<Core.Strapi['db']['query']>[0],
    params: Parameters<ReturnType<Core.Strapi['db']['query']>['findMany']>[0],
    ids: readonly string[]
  ): Promise<Row[]> =>
    ids.length === 0 ? Promise.resolve([]) : strapi.db.query(uid).findMany(params);

  return {
    ...createCardStore(createStatements(strapi)),

    /** One page of row ids in their order, and how many there are in all. */
    async findSessionPage(search: SessionSearch, { offset, limit, order }: PageRequest) {
      const rows: { id: number; total: number | string }[] = await matching(search)
        .orderBy([
          { column: 'datetime', order },
          { column: 'document_id', order: 'asc' },
        ])
        .offset(offset)
        .limit(limit)
        .select('id', strapi.db.connection.raw('count(*) over () as total'));
      const rowIds = rows.map((row) => Number(row.id));
      const [first] = rows;
      if (first !== undefined || offset === 0) return { rowIds, total: Number(first?.total ?? 0) };
      // A page behind the last one has no row to say it.
      const counted = await matching(search).count({ total: '*' }).first();
      return { rowIds, total: Number(counted?.total ?? 0) };
    },

    /** A session by its documentId, or else by its slug, whatever its state. */
    async findSession(idOrSlug: string): Promise<SessionDetailRow | null> {
      if (!NAME_IN_URL.test(idOrSlug)) return null;
      const rows: SessionDetailRow[] = await strapi.db.query(SESSION).findMany({
        where: byIdOrSlug(idOrSlug),
        populate: { ...CARD, ...DETAIL },
      });
      return preferId(rows, idOrSlug);
    },

    /** Seats by documentId of the session. A session without an entry has nobody in it yet. */
    async loadSeats(sessionIds: readonly string[]): Promise<Map<string, SeatCounts>> {
      const rows: InventoryColumns[] = await strapi.db
        .getConnection('webinars_inventory')
        .whereIn('session_document_id', [...sessionIds])
        .select('session_document_id', 'capacity', 'held', 'waitlisted');
      return new Map(
        rows.map((row) => [
          row.session_document_id,
          {
            capacity: row.capacity === null ? null : Number(row.capacity),
            held: Number(row.held),
            waitlisted: Number(row.waitlisted),
          },
        ])
      );
    },

    /** The published versions of topics, in every language that there is. */
    loadTopics: (ids: readonly string[]): Promise<TopicRow[]> =>
      find(TOPIC, { where: published(ids), populate: { ...TOPIC_CARD, ...TOPIC_DETAIL } }, ids),

    loadSpeakers: (ids: readonly string[]): Promise<SpeakerRow[]> =>
      find(
        SPEAKER,
        { where: { documentId: { $in: ids } }, populate: { ...SPEAKER_CARD, ...SPEAKER_DETAIL } },
        ids
      ),

    /** Published topics by what they are about. */
    async findTopicIds({ category, difficulty, isActive }: TopicSearch): Promise<string[]> {
      const rows: Version[] = await strapi.db.query(TOPIC).findMany({
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
    loadTitles: (ids: readonly string[]): Promise<TopicTitle[]> =>
      find(TOPIC, { where: published(ids), select: ['documentId', 'locale', 'title'] }, ids),

    listSpeakers: (): Promise<SpeakerName[]> =>
      strapi.db.query(SPEAKER).findMany({
        select: ['documentId', 'firstName', 'lastName'],
        where: { isActive: true, locale: DEFAULT_LOCALE },
      }),

    async findTopicId(idOrSlug: string): Promise<string | null> {
      if (!NAME_IN_URL.test(idOrSlug)) return null;
      const rows: Named[] = await strapi.db.query(TOPIC).findMany({
        select: ['documentId', 'locale', 'slug'],
        where: { ...byIdOrSlug(idOrSlug), publishedAt: { $notNull: true } },
      });
      return preferId(rows, idOrSlug)?.documentId ?? null;
    },

    async findSpeakerId(idOrSlug: string): Promise<string | null> {
      if (!NAME_IN_URL.test(idOrSlug)) return null;
      const rows: Named[] = await strapi.db.query(SPEAKER).findMany({
        select: ['documentId', 'locale', 'slug'],
        where: byIdOrSlug(idOrSlug),
      });
      return preferId(rows, idOrSlug)?.documentId ?? null;
    },

    /** Row ids of the sessions in which somebody speaks, sits on the panel or moderates. */
    async findSessionsOf(speakerId: string): Promise<number[]> {
      const rows: { id: number }[] = await strapi.db.query(SESSION).findMany({
        select: ['id'],
        where: {
          $or: [
            { speakerDocumentId: speakerId },
            { panelists: { documentId: speakerId } },
            { moderator: { documentId: speakerId } },
          ],
        },
      });
      return rows.map(({ id }) => id);
    },

    async loadSettings(): Promise<CatalogSettings> {
      const row: SettingsColumns | undefined = await strapi.db
        .getConnection('webinars_program_settings')
        .where({ locale: DEFAULT_LOCALE })
        .first(SETTINGS_COLUMNS);
      return {
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

type SettingsColumns = {
  registration_window: number | null;
  default_timezone: string | null;
  default_currency: CatalogSettings['currency'] | null;
  organizer_name: string | null;
  session_url_pattern_en: string | null;
  session_url_pattern_de: string | null;
};

type InventoryColumns = {
  session_document_id: string;
  capacity: number | null;
  held: number;
  waitlisted: number;
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

const IMAGE = { select: ['url'] };
const ID = { select: ['documentId'] };

const CARD = { overrides: true, promotionalImage: IMAGE, panelists: ID, moderator: ID };

const DETAIL = {
  consultantFocus: { populate: true },
  consultantConfiguration: true,
  agenda: true,
  materials: { populate: { file: IMAGE } },
};

const TOPIC_CARD = { category: ID, tags: ID, thumbnail: IMAGE, promotionalImage: IMAGE };

const TOPIC_DETAIL = {
  learningObjectives: true,
  agenda: true,
  materials: { populate: { file: IMAGE } },
};

const SPEAKER_CARD = { photo: IMAGE, expertise: true };

const SPEAKER_DETAIL = {
  socialHandles: true,
  industries: ID,
  linkedinData: true,
  credentials: { populate: true },
  performance: true,
  businessSettings: true,
  branding: { populate: { logo: IMAGE, brandColors: true } },
};
