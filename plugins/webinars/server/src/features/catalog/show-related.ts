import type { RelatedSession } from '../../../../shared/catalog';
import { relatedSessions } from '../../domain/related';
import type { CatalogDeps } from './catalog-deps';
import type { SessionDetailRow } from './catalog-rows';
import type { CatalogContext } from './catalog-store';
import { presentSessionCard } from './projection/present-session';
import type { PageReading } from './promotion/promote-session';
import { showCards } from './read-sessions';
import type { RelatedStore } from './related-store';

const WEEK_MS = 7 * 24 * 60 * 60_000;
const VIEWING_MS = 5 * 60_000;

export type Related = {
  viewingNow: number;
  /** Registrations of the last seven days. */
  registrationsLast7Days: number;
  related: RelatedSession[];
};

export type RelatedDeps = CatalogDeps & {
  relatives: RelatedStore;
  /** By session. One count of the whole programme serves a crowd of pages for a while. */
  countRecent: (since: Date) => Promise<ReadonlyMap<string, number>>;
};

/** What goes well with a session, as cards, and how fast it fills. */
export const showRelated =
  ({ relatives, countRecent, ...deps }: RelatedDeps) =>
  async ({
    row,
    reading,
    settings,
    now,
  }: {
    row: SessionDetailRow;
    reading: PageReading;
    settings: CatalogContext;
    now: Date;
  }): Promise<Related> => {
    const { documentId } = row;
    const candidates = await relatives.loadCandidates(
      {
        documentId,
        topicId: row.topicDocumentId ?? null,
        speakerId: row.speakerDocumentId ?? null,
      },
      {
        locale: reading.locale,
        version: settings.version,
        now,
        recent: await countRecent(new Date(now.getTime() - WEEK_MS)),
      }
    );
    const own = candidates.find((candidate) => candidate.documentId === documentId);
    const since = new Date(now.getTime() - VIEWING_MS);
    const viewingNow = await relatives.countViewers(documentId, since);
    if (own === undefined) return { viewingNow, registrationsLast7Days: 0, related: [] };

    const chosen = relatedSessions(own, candidates);
    const facts = await relatives.loadCards(
      chosen.map((each) => each.documentId),
      { locale: reading.locale, version: settings.version }
    );
    const entries = candidates.flatMap((each) => {
      const card = facts.get(each.documentId);
      return card === undefined ? [] : [{ ...each.seats, facts: card }];
    });
    const show = showCards(deps, { ...reading, settings, now });
    const cards = new Map(show(entries, presentSessionCard).map((card) => [card.documentId, card]));
    return {
      viewingNow,
      registrationsLast7Days: own.recent,
      related: chosen.flatMap((each) => {
        const card = cards.get(each.documentId);
        return card === undefined ? [] : { ...card, reasons: each.reasons };
      }),
    };
  };
