import type { Core } from '@strapi/strapi';
import { shortMemory } from '../../platform/short-memory';
import type { SessionTraits } from '../../domain/related';
import { ENDED_STATES } from '../../domain/registration';
import { DEFAULT_LOCALE, type Locale } from '../../../../shared/locales';
import { requiredInstant } from '../../platform/instant';
import { readsOf } from '../../container';
import type { CatalogEntry } from './search/session-store';

/** Sessions that are looked at beside one: so many of its topic, of its speaker, and of the soonest. */
const MOST_OF_EACH = 35;

/** What sessions are about changes with the catalogue only, and which of them are yet to come by the minute. */
const MEMORY = { seconds: 60, most: 1_000 };

/** What goes well with a session, in a few statements however many sessions there are. */
export const createRelatedStore = (strapi: Core.Strapi) => {
  const { raw, prepared, name } = readsOf(strapi);
  const ended = ENDED_STATES.map((state) => `'${state}'`).join(', ');
  const traits = shortMemory<readonly Traits[]>(MEMORY);
  const cards = shortMemory<ReadonlyMap<string, string>>(MEMORY);

  /** Of those that lists show as yet to come. */
  const findIds = async (
    { documentId, topicId, speakerId }: RelatedTo,
    { locale, now }: { locale: Locale; now: Date }
  ): Promise<string[]> => {
    const soonest = (condition: string) =>
      `SELECT * FROM (SELECT c.session_document_id AS id FROM ${name('webinars_catalog')} AS c
       WHERE c.locale = ? AND c.starts_at > ? AND c.listed_from <= ? AND c.over_at > ?${condition}
       ORDER BY c.starts_at, c.session_document_id LIMIT ${MOST_OF_EACH}) AS found`;
    const using = ` AND c.id IN (SELECT v.catalog_id FROM ${name('webinars_catalog_values')} AS v
      WHERE v.kind = 'uses' AND v.value = ?)`;
    const shared = [topicId, speakerId].flatMap((id) => id ?? []);
    const listed = [locale, now, now, now];
    const rows = await raw<{ id: string }>(
      [...shared.map(() => soonest(using)), soonest('')].join(' UNION '),
      [...shared.flatMap((id) => [...listed, id]), ...listed]
    );
    return [...new Set([documentId, ...rows.map(({ id }) => id)])];
  };

  const loadSeats = async (documentIds: readonly string[]): Promise<Map<string, Seats>> => {
    if (documentIds.length === 0) return new Map();
    const rows = await raw<Seats & { documentId: string }>(
      `SELECT i.session_document_id AS "documentId", i.capacity, i.held, i.waitlisted
       FROM ${name('webinars_inventory')} AS i
       WHERE i.session_document_id IN (${documentIds.map(() => '?').join(', ')})`,
      documentIds
    );
    return new Map(rows.map(({ documentId, ...seats }) => [documentId, seats]));
  };

  const loadColumns = (documentIds: readonly string[]): Promise<Columns[]> =>
    raw(
      `SELECT s.id AS "rowId", s.document_id AS "documentId", s.topic_document_id AS "topicId",
         s.datetime AS "startsAt",
         (SELECT c.document_id FROM ${name('webinars_topics')} AS t
          JOIN ${name('webinars_topics_category_lnk')} AS l ON l.topic_id = t.id
          JOIN ${name('webinars_categories')} AS c ON c.id = l.category_id
          WHERE t.document_id = s.topic_document_id AND t.published_at IS NOT NULL
            AND t.locale = '${DEFAULT_LOCALE}' LIMIT 1) AS "categoryId"
       FROM ${name('webinars_sessions')} AS s
       WHERE s.document_id IN (${documentIds.map(() => '?').join(', ')})`,
      documentIds
    );

  const loadPeople = async (rowIds: readonly number[]): Promise<Map<number, string[]>> => {
    if (rowIds.length === 0) return new Map();
    const owners = rowIds.map(() => '?').join(', ');
    const parts = ['speaker', 'panelists', 'moderator'].map(
      (relation) =>
        `SELECT l.session_id AS key, p.document_id AS value
         FROM ${name(`webinars_sessions_${relation}_lnk`)} AS l
         JOIN ${name('webinars_speakers')} AS p ON p.id = l.speaker_id
         WHERE l.session_id IN (${owners})`
    );
    return grouped(
      await raw<Pair<number>>(
        parts.join(' UNION '),
        parts.flatMap(() => rowIds)
      )
    );
  };

  const loadExpertise = async (speakerIds: readonly string[]): Promise<Map<string, string[]>> => {
    if (speakerIds.length === 0) return new Map();
    return grouped(
      await raw<Pair<string>>(
        `SELECT p.document_id AS key, t.text AS value FROM ${name('webinars_speakers')} AS p
         JOIN ${name('webinars_speakers_cmps')} AS c ON c.entity_id = p.id AND c.field = 'expertise'
         JOIN ${name('components_webinars_text_items')} AS t ON t.id = c.cmp_id
         WHERE p.locale = '${DEFAULT_LOCALE}'
           AND p.document_id IN (${speakerIds.map(() => '?').join(', ')})`,
        speakerIds
      )
    );
  };

  const loadTraits = async (
    session: RelatedTo,
    window: { locale: Locale; now: Date }
  ): Promise<Traits[]> => {
    const rows = await loadColumns(await findIds(session, window));
    const people = await loadPeople(rows.map(({ rowId }) => rowId));
    const expertise = await loadExpertise([...new Set([...people.values()].flat())]);
    return rows.map((row) => {
      const speakerIds = people.get(row.rowId) ?? [];
      return {
        ...row,
        startsAt: requiredInstant(row.startsAt),
        speakerIds,
        expertise: speakerIds.flatMap((id) => expertise.get(id) ?? []),
      };
    });
  };

  return {
    /** Different visitors since an instant. Looking at a footer is not looking at what it shows. */
    async countViewers(documentId: string, since: Date): Promise<number> {
      const [row] = await prepared<{ viewers: number | string }>(
        `SELECT count(DISTINCT visitor) AS viewers FROM ${name('webinars_signals')}
         WHERE session_document_id = ? AND at > ?
           AND type IN ('page_view', 'form_step', 'share_click')`,
        [documentId, since]
      );
      return Number(row?.viewers ?? 0);
    },

    /** How many have registered for each session since an instant, and still take part. */
    async countRegistrations(since: Date): Promise<ReadonlyMap<string, number>> {
      const rows = await raw<{ id: string; recent: number | string }>(
        `SELECT session_document_id AS id, count(*) AS recent FROM ${name('webinars_registrations')}
         WHERE registered_at >= ? AND state NOT IN (${ended}) GROUP BY session_document_id`,
        [since]
      );
      return new Map(rows.map(({ id, recent }) => [id, Number(recent)]));
    },

    /** The session itself and what may be shown beside it: public and yet to come. Seats are those of the moment. */
    async loadCandidates(
      session: RelatedTo,
      { locale, now, recent, version }: Moment
    ): Promise<Candidate[]> {
      const minute = Math.floor(now.getTime() / 60_000);
      const key = JSON.stringify([version, minute, locale, session]);
      const known = await traits(key, () => loadTraits(session, { locale, now }));
      const seats = await loadSeats(known.map(({ documentId }) => documentId));
      return known.map((each) => {
        const own = seats.get(each.documentId) ?? NO_SEATS;
        const held = Number(own.held ?? 0);
        return { ...each, held, recent: recent.get(each.documentId) ?? 0, seats: own };
      });
    },

    /** What the cards of these sessions are made of, by documentId. */
    loadCards: (
      documentIds: readonly string[],
      { locale, version }: Pick<Moment, 'locale' | 'version'>
    ): Promise<ReadonlyMap<string, string>> =>
      cards(JSON.stringify([version, locale, documentIds]), async () => {
        if (documentIds.length === 0) return new Map();
        const rows = await raw<{ documentId: string; card: string }>(
          `SELECT c.session_document_id AS "documentId", f.card
           FROM ${name('webinars_catalog')} AS c
           JOIN ${name('webinars_catalog_facts')} AS f ON f.catalog_id = c.id
           WHERE c.locale = ?
             AND c.session_document_id IN (${documentIds.map(() => '?').join(', ')})`,
          [locale, ...documentIds]
        );
        return new Map(rows.map(({ documentId, card }) => [documentId, card]));
      }),
  };
};

export type RelatedStore = ReturnType<typeof createRelatedStore>;

type RelatedTo = { documentId: string; topicId: string | null; speakerId: string | null };

/** `version` of the catalogue, which rises with whatever is told of a session. */
type Moment = {
  locale: Locale;
  now: Date;
  recent: ReadonlyMap<string, number>;
  version: number;
};

type Counts = Pick<SessionTraits, 'held' | 'recent'> & { seats: Seats };

type Seats = Omit<CatalogEntry, 'facts'>;

export type Candidate = Traits & Counts;

/** A session without an inventory has nobody in it yet. */
const NO_SEATS: Seats = { capacity: null, held: null, waitlisted: null };

type Traits = Omit<SessionTraits, keyof Counts>;

type Columns = Omit<Traits, 'startsAt' | 'speakerIds' | 'expertise'> & {
  rowId: number;
  startsAt: unknown;
};

type Pair<Key> = { key: Key; value: string };

const grouped = <Key>(pairs: readonly Pair<Key>[]): Map<Key, string[]> => {
  const groups = new Map<Key, string[]>();
  for (const { key, value } of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
};
