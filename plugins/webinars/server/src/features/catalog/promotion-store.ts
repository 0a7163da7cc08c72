import type { Core } from '@strapi/strapi';
import { createStatements } from '../../platform/transaction';

export type NamedKind = 'session' | 'topic' | 'speaker';

/** Every query that only the promotion of sessions needs. */
export const createPromotionStore = (strapi: Core.Strapi) => {
  const { raw, name } = createStatements(strapi);

  return {
    /** Whom an address that an editor has changed belongs to. */
    async findMoved(kind: NamedKind, slug: string): Promise<string | null> {
      const [row] = await raw<{ documentId: string }>(
        `SELECT document_id AS "documentId" FROM ${name('webinars_moved_slugs')}
         WHERE kind = ? AND slug = ?`,
        [kind, slug]
      );
      return row?.documentId ?? null;
    },
  };
};

export type PromotionStore = ReturnType<typeof createPromotionStore>;
