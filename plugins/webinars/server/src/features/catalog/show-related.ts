import type { RelatedSession } from '../../../../shared/catalog';
import { relatedSessions } from '../../domain/related';
import type { CatalogDeps } from './catalog-deps';
import type { CatalogSettings, SessionDetailRow } from './catalog-rows';
import { presentSessionCard } from './present-session';
import type { PageReading } from './promote-session';
import { gatherCards } from './read-sessions';
import type { RelatedStore } from './related-store';

const WEEK = 7 * 24 * 60 * 60_000;

export type Related = {
  /** Registrations of the last seven days. */
  registrationsLast7Days: number;
  related: RelatedSession[];
};

/** What goes well with a session, as cards, and how fast it fills. */
export const showRelated =
  ({ relatives, ...deps }: CatalogDeps & { relatives: RelatedStore }) =>
  async ({
    row,
    reading,
    settings,
    now,
  }: {
    row: SessionDetailRow;
    reading: PageReading;
    settings: CatalogSettings;
    now: Date;
  }): Promise<Related> => {
    const { documentId } = row;
    const candidates = await relatives.loadCandidates(
      {
        documentId,
        topicId: row.topicDocumentId ?? null,
        speakerId: row.speakerDocumentId ?? null,
      },
      { now, since: new Date(now.getTime() - WEEK) }
    );
    const own = candidates.find((candidate) => candidate.documentId === documentId);
    if (own === undefined) return { registrationsLast7Days: 0, related: [] };

    const chosen = relatedSessions(own, candidates);
    const reasons = new Map(chosen.map((each) => [each.documentId, each.reasons]));
    const rowIds = new Map(candidates.map((candidate) => [candidate.documentId, candidate.rowId]));
    const rows = await deps.store.loadSessions(
      chosen.flatMap((each) => rowIds.get(each.documentId) ?? [])
    );
    const presentation = { ...(await gatherCards(deps, rows, reading)), settings, now };
    return {
      registrationsLast7Days: own.recent,
      related: rows.map((each) => ({
        ...presentSessionCard(each, presentation),
        reasons: reasons.get(each.documentId) ?? [],
      })),
    };
  };
