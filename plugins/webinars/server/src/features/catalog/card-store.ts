import type { Statements } from '../../platform/transaction';
import type {
  ImageRow,
  NamedRow,
  OverrideRow,
  Ref,
  SessionRow,
  SpeakerCardRow,
  TextItemRow,
  TopicCardRow,
} from './catalog-rows';

const NAME_KINDS = ['category', 'tag', 'industry'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/**
 * What a page of cards is made of. A programme is read far more often than anything else, so this is SQL by hand:
 * Strapi's query layer takes twice as many statements for it, and longer for each.
 */
export const createCardStore = ({ raw, name }: Statements) => {
  /** Rows of a list of ids, in `IN (…)` at the end of `sql`. */
  const rowsOf = async <Row>(sql: string, ids: readonly (number | string)[]): Promise<Row[]> =>
    ids.length === 0 ? [] : raw<Row>(sql.replace('(…)', `(${ids.map(() => '?').join(', ')})`), ids);

  /** Images by the row that they belong to, and by its field. */
  const loadImages = async (uid: string, rowIds: readonly number[]) => {
    const rows = await rowsOf<{ rowId: number; field: string; url: string }>(
      `SELECT m.related_id AS "rowId", m.field, f.url
       FROM ${name('files_related_mph')} AS m JOIN ${name('files')} AS f ON f.id = m.file_id
       WHERE m.related_type = '${uid}' AND m.related_id IN (…) ORDER BY m."order"`,
      rowIds
    );
    const images = groupByRow(rows);
    return (rowId: number, field: string): ImageRow =>
      images.get(rowId)?.find((image) => image.field === field) ?? null;
  };

  /** What rows refer to through link tables, one after the other, in the order in which it was put there. */
  const loadRefs = async (
    owner: string,
    links: readonly Link[],
    rowIds: readonly number[]
  ): Promise<(rowId: number, field: string) => Ref[]> => {
    if (rowIds.length === 0) return () => [];
    const owners = rowIds.map(() => '?').join(', ');
    const parts = links.map(
      ({ field, link, target, ref, order }) =>
        `SELECT l.${owner} AS "rowId", '${field}' AS field, t.document_id AS "documentId",
           l.${order} AS place
         FROM ${name(link)} AS l JOIN ${name(target)} AS t ON t.id = l.${ref}
         WHERE l.${owner} IN (${owners})`
    );
    const refs = groupByRow(
      await raw<Ref & OfRow & { field: string }>(
        `${parts.join(' UNION ')} ORDER BY place`,
        links.flatMap(() => rowIds)
      )
    );
    return (rowId, field) => (refs.get(rowId) ?? []).filter((found) => found.field === field);
  };

  const loadItems = async <Item extends object>(
    { owners, items, field, columns }: Component,
    rowIds: readonly number[]
  ) =>
    groupByRow(
      await rowsOf<Item & OfRow>(
        `SELECT c.entity_id AS "rowId", ${columns}
         FROM ${name(owners)} AS c JOIN ${name(items)} AS t ON t.id = c.cmp_id
         WHERE c.field = '${field}' AND c.entity_id IN (…) ORDER BY c."order"`,
        rowIds
      )
    );

  return {
    /** Sessions in the order of the given row ids, with everything of theirs that a card shows. */
    async loadSessions(rowIds: readonly number[]): Promise<SessionRow[]> {
      const rows = await rowsOf<SessionColumns>(
        `SELECT ${SESSION_COLUMNS} FROM ${name('webinars_sessions')} WHERE id IN (…)`,
        rowIds
      );
      const overrides = await loadItems<OverrideRow>(OVERRIDES, rowIds);
      const refsOf = await loadRefs('session_id', SESSION_LINKS, rowIds);
      const imageOf = await loadImages('plugin::webinars.session', rowIds);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return rowIds.flatMap((id) => {
        const row = byId.get(id);
        if (row === undefined) return [];
        return {
          ...row,
          overrides: overrides.get(id),
          panelists: refsOf(id, 'panelists'),
          moderator: refsOf(id, 'moderator')[0],
          promotionalImage: imageOf(id, 'promotionalImage'),
        };
      });
    },

    /** The published versions of topics, in every language that there is. */
    async loadTopicCards(ids: readonly string[]): Promise<TopicCardRow[]> {
      const rows = await rowsOf<TopicColumns>(
        `SELECT ${TOPIC_COLUMNS} FROM ${name('webinars_topics')}
         WHERE published_at IS NOT NULL AND document_id IN (…)`,
        ids
      );
      const rowIds = rows.map(({ id }) => id);
      const refsOf = await loadRefs('topic_id', TOPIC_LINKS, rowIds);
      const imageOf = await loadImages('plugin::webinars.topic', rowIds);
      return rows.map((row) => ({
        ...row,
        category: refsOf(row.id, 'category')[0],
        tags: refsOf(row.id, 'tags'),
        thumbnail: imageOf(row.id, 'thumbnail'),
        promotionalImage: imageOf(row.id, 'promotionalImage'),
      }));
    },

    async loadSpeakerCards(ids: readonly string[]): Promise<SpeakerCardRow[]> {
      const rows = await rowsOf<SpeakerColumns>(
        `SELECT ${SPEAKER_COLUMNS} FROM ${name('webinars_speakers')} WHERE document_id IN (…)`,
        ids
      );
      const rowIds = rows.map(({ id }) => id);
      const expertise = await loadItems<TextItemRow>(EXPERTISE, rowIds);
      const imageOf = await loadImages('plugin::webinars.speaker', rowIds);
      return rows.map((row) => ({
        ...row,
        expertise: expertise.get(row.id),
        photo: imageOf(row.id, 'photo'),
      }));
    },

    /** Names of categories, tags and industries, in every language that there is. */
    async loadNames(ids: Readonly<Record<NameKind, readonly string[]>>): Promise<NamedRow[]> {
      const asked = NAME_KINDS.filter((kind) => ids[kind].length > 0);
      if (asked.length === 0) return [];
      const parts = asked.map(
        (kind) =>
          `SELECT document_id AS "documentId", locale, slug, name FROM ${name(NAME_TABLES[kind])}
           WHERE document_id IN (${ids[kind].map(() => '?').join(', ')})`
      );
      return raw(
        parts.join(' UNION ALL '),
        asked.flatMap((kind) => ids[kind])
      );
    },
  };
};

const NAME_TABLES: Record<NameKind, string> = {
  category: 'webinars_categories',
  tag: 'webinars_tags',
  industry: 'webinars_industries',
};

type Link = { field: string; link: string; target: string; ref: string; order: string };

const SPEAKER = { target: 'webinars_speakers', ref: 'speaker_id' };
const SESSION_LINKS: Link[] = [
  {
    ...SPEAKER,
    field: 'panelists',
    link: 'webinars_sessions_panelists_lnk',
    order: 'speaker_ord',
  },
  { ...SPEAKER, field: 'moderator', link: 'webinars_sessions_moderator_lnk', order: 'id' },
];
const TOPIC_LINKS: Link[] = [
  {
    field: 'category',
    link: 'webinars_topics_category_lnk',
    target: 'webinars_categories',
    ref: 'category_id',
    order: 'id',
  },
  {
    field: 'tags',
    link: 'webinars_topics_tags_lnk',
    target: 'webinars_tags',
    ref: 'tag_id',
    order: 'tag_ord',
  },
];

type Component = { owners: string; items: string; field: string; columns: string };

const OVERRIDES = {
  owners: 'webinars_sessions_cmps',
  items: 'components_webinars_session_texts',
  field: 'overrides',
  columns: 't.locale, t.title, t.description, t.social_media_copy AS "socialMediaCopy"',
};
const EXPERTISE = {
  owners: 'webinars_speakers_cmps',
  items: 'components_webinars_text_items',
  field: 'expertise',
  columns: 't.text',
};

type OfRow = { rowId: number };

const groupByRow = <Row extends OfRow>(rows: readonly Row[]): Map<number, Row[]> => {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.rowId);
    if (group === undefined) groups.set(row.rowId, [row]);
    else group.push(row);
  }
  return groups;
};

type SessionColumns = Omit<
  SessionRow,
  'overrides' | 'panelists' | 'moderator' | 'promotionalImage'
>;
type TopicColumns = Omit<TopicCardRow, 'category' | 'tags' | 'thumbnail' | 'promotionalImage'> & {
  id: number;
};
type SpeakerColumns = Omit<SpeakerCardRow, 'photo' | 'expertise'> & { id: number };

const SESSION_COLUMNS = `id, document_id AS "documentId", slug, state, datetime, duration, timezone, language,
  topic_document_id AS "topicDocumentId", speaker_document_id AS "speakerDocumentId",
  session_type AS "sessionType", price, currency, early_bird_price AS "earlyBirdPrice",
  early_bird_end_date AS "earlyBirdEndDate", capacity, scheduled_publish_at AS "scheduledPublishAt",
  registration_opens_at AS "registrationOpensAt", registration_closes_at AS "registrationClosesAt",
  requires_approval AS "requiresApproval", allow_waitlist AS "allowWaitlist"`;

const TOPIC_COLUMNS = `id, document_id AS "documentId", locale, slug, title, description,
  difficulty_level AS "difficultyLevel"`;

const SPEAKER_COLUMNS = `id, document_id AS "documentId", locale, slug, first_name AS "firstName",
  last_name AS "lastName", title, company, position, linkedin_url AS "linkedinUrl",
  consultant_type AS "consultantType", is_internal AS "isInternal"`;
