import type { Core } from '@strapi/strapi';
import type { Locale } from '../../../../../shared/locales';
import { shortMemory } from '../../../platform/short-memory';
import { readInstant } from '../../../platform/instant';
import { readsOf } from '../../../container';

export type BrandRow = {
  locale: Locale;
  programName: string | null;
  organizerName: string | null;
  companyName: string | null;
  companyUrl: string | null;
  logo: string | null;
};

/** Whose programme it is, in one language. */
export type Brand = {
  /** What stands behind a title. */
  name: string | null;
  organizerName: string | null;
  companyName: string | null;
  companyUrl: string | null;
  logoUrl: string | null;
};

export type NamedKind = 'session' | 'topic' | 'speaker';

/** Every query that only the promotion of sessions needs. */
export const createPromotionStore = (strapi: Core.Strapi) => {
  const { prepared, name } = readsOf(strapi);
  const brands = shortMemory<BrandRow[]>({ seconds: 60, most: 2 });
  const previousStarts = shortMemory<Date | null>({ seconds: 60, most: 1_000 });

  return {
    /** Whom an address that an editor has changed belongs to. */
    async findMoved(kind: NamedKind, slug: string): Promise<string | null> {
      const [row] = await prepared<{ documentId: string }>(
        `SELECT document_id AS "documentId" FROM ${name('webinars_moved_slugs')}
         WHERE kind = ? AND slug = ?`,
        [kind, slug]
      );
      return row?.documentId ?? null;
    },

    /** Whose programme it is, as the program settings say in each language. `version` of the catalogue. */
    loadBrands: (version: number): Promise<BrandRow[]> =>
      brands(String(version), () =>
        prepared(
          `SELECT s.locale, s.program_name AS "programName", s.organizer_name AS "organizerName",
           s.company_name AS "companyName", s.company_url AS "companyUrl",
           (SELECT f.url FROM ${name('files_related_mph')} AS m
            JOIN ${name('files')} AS f ON f.id = m.file_id
            WHERE m.related_type = 'plugin::webinars.program-settings'
              AND m.related_id = s.id AND m.field = 'logo' LIMIT 1) AS logo
         FROM ${name('webinars_program_settings')} AS s`
        )
      ),

    /** When a session was to begin before it was moved; null: it never was. `version` of the catalogue. */
    findPreviousStart: (sessionId: string, version: number): Promise<Date | null> =>
      previousStarts(`${version} ${sessionId}`, async () => {
        const [row] = await prepared<{ startsAt: unknown }>(
          `SELECT starts_at AS "startsAt" FROM ${name('webinars_previous_starts')}
           WHERE session_document_id = ?`,
          [sessionId]
        );
        return readInstant(row?.startsAt);
      }),
  };
};

export type PromotionStore = ReturnType<typeof createPromotionStore>;
