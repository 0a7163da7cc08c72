import { NAME_IN_URL } from '../../../../../shared/catalog';
import type { Locale } from '../../../../../shared/locales';
import type { CatalogDeps } from '../catalog-deps';
import type { NamedKind, PromotionStore } from './promotion-store';
import { showSpeaker, showTopic } from '../read-library';
import { findPublic } from '../read-sessions';

type Deps = CatalogDeps & { promotion: PromotionStore };

/** The present slug of whatever was called so before; null: nothing was. Throws when its owner is not to be seen. */
export const followMovedSlug =
  (deps: Deps) =>
  async (kind: NamedKind, slug: string, locale: Locale): Promise<string | null> => {
    if (!NAME_IN_URL.test(slug)) return null;
    const documentId = await deps.promotion.findMoved(kind, slug);
    return documentId === null ? null : presentSlug[kind](deps, documentId, locale);
  };

type PresentSlug = (deps: Deps, documentId: string, locale: Locale) => Promise<string>;

const presentSlug: Record<NamedKind, PresentSlug> = {
  session: async (deps, documentId, locale) =>
    (await findPublic(deps, documentId, { locale, timezone: null })).row.slug,
  topic: async (deps, documentId, locale) => (await showTopic(deps)(documentId, locale)).slug,
  speaker: async (deps, documentId, locale) => (await showSpeaker(deps)(documentId, locale)).slug,
};
