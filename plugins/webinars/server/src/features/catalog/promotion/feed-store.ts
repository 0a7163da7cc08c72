import type { Core } from '@strapi/strapi';
import { requiredInstant } from '../../../platform/instant';
import { readsOf } from '../../../container';

/** What a sitemap may name: one of ours is far below the 50,000 addresses that it may hold. */
const MOST_PAGES = 5000;

export type Stamp = { revision: number; updatedAt: Date };

/** Every query that only feeds and the sitemap need. */
export const createFeedStore = (strapi: Core.Strapi) => {
  const { raw, name } = readsOf(strapi);

  return {
    /** How often sessions were moved, and when anything of them changed, by documentId. */
    async loadStamps(ids: readonly string[]): Promise<Map<string, Stamp>> {
      if (ids.length === 0) return new Map();
      const rows = await raw<StampColumns>(
        `SELECT document_id AS "documentId", revision, updated_at AS "updatedAt"
         FROM ${name('webinars_sessions')} WHERE document_id IN (${ids.map(() => '?').join(', ')})`,
        ids
      );
      return new Map(
        rows.map((row) => [
          row.documentId,
          { revision: Number(row.revision ?? 0), updatedAt: requiredInstant(row.updatedAt) },
        ])
      );
    },

    /** The other parts of the series that sessions belong to, in their order, by documentId. */
    async loadSiblings(ids: readonly string[]): Promise<Map<string, string[]>> {
      if (ids.length === 0) return new Map();
      const rows = await raw<{ documentId: string; siblingId: string }>(
        `SELECT part.document_id AS "documentId", other.document_id AS "siblingId"
         FROM ${name('webinars_sessions')} AS part
         JOIN ${name('webinars_sessions')} AS other
           ON other.series = part.series AND other.document_id <> part.document_id
         WHERE part.document_id IN (${ids.map(() => '?').join(', ')})
           AND other.state IN ('published', 'live', 'completed')
         ORDER BY other.datetime, other.document_id`,
        ids
      );
      const siblings = new Map<string, string[]>();
      for (const { documentId, siblingId } of rows) {
        siblings.set(documentId, [...(siblings.get(documentId) ?? []), siblingId]);
      }
      return siblings;
    },

    /** Pages of the public front end, the latest sessions first, and when they changed. */
    async loadPages(now: Date): Promise<{ slug: string; changedAt: Date }[]> {
      const rows = await raw<PageColumns>(
        `SELECT s.slug, s.updated_at AS "updatedAt",
           (SELECT max(t.updated_at) FROM ${name('webinars_topics')} AS t
            WHERE t.document_id = s.topic_document_id AND t.published_at IS NOT NULL) AS "topicUpdatedAt"
         FROM ${name('webinars_sessions')} AS s
         WHERE s.state IN ('published', 'live', 'completed')
           OR (s.state = 'draft' AND s.scheduled_publish_at <= ?)
         ORDER BY s.datetime DESC, s.document_id LIMIT ${MOST_PAGES}`,
        [now]
      );
      return rows.map(({ slug, updatedAt, topicUpdatedAt }) => {
        const own = requiredInstant(updatedAt);
        const topics = requiredInstant(topicUpdatedAt ?? updatedAt);
        return { slug, changedAt: topics > own ? topics : own };
      });
    },
  };
};

export type FeedStore = ReturnType<typeof createFeedStore>;

type StampColumns = { documentId: string; revision: number | null; updatedAt: unknown };
type PageColumns = { slug: string; updatedAt: unknown; topicUpdatedAt: unknown };
