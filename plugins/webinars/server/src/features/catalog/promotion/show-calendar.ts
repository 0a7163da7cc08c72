import type { Locale } from '../../../../../shared/locales';
import { publicEvent, type CalendarEvent } from '../../../domain/calendar-invite';
import { siteAddress } from '../../../domain/site-address';
import type { CatalogDeps, Reading } from '../catalog-deps';
import type { FeedStore } from './feed-store';
import type { CatalogSettings, SessionDetailRow } from '../catalog-rows';
import { personName } from '../../../domain/person-name';
import { presentSession } from '../projection/present-session';
import type { PlainSession } from './promote-session';
import { findPublic } from '../read-sessions';

export type Organizer = { name: string; address: string };

/** Whose events these are, and where their pages are. */
export type EventSource = Pick<CatalogDeps, 'siteUrl' | 'host'> & { organizer: Organizer };

/** The session as an event that anybody may put into a calendar. */
export const showCalendarEvent =
  (deps: CatalogDeps & { organizer: Organizer; feeds: Pick<FeedStore, 'loadSiblings'> }) =>
  async (idOrSlug: string, reading: Reading): Promise<{ event: CalendarEvent; slug: string }> => {
    const { row, presentation } = await findPublic(deps, idOrSlug, reading);
    const session = presentSession(row, presentation);
    const { settings } = presentation;
    const { documentId } = session;
    const siblings = (await deps.feeds.loadSiblings([documentId])).get(documentId) ?? [];
    return {
      slug: session.slug,
      event: eventOf({ row, session, siblings, settings, locale: reading.locale }, deps),
    };
  };

export const eventOf = (
  {
    row,
    session,
    siblings = [],
    settings,
    locale,
  }: {
    row: Pick<SessionDetailRow, 'revision' | 'updatedAt'>;
    session: EventSession;
    /** The other parts of its series. */
    siblings?: readonly string[];
    settings: CatalogSettings;
    locale: Locale;
  },
  { siteUrl, host, organizer }: EventSource
): CalendarEvent => {
  const { sessionUrlPatterns: patterns, organizerName } = settings;
  const people = [session.speaker, ...session.panelists, session.moderator];
  return publicEvent({
    session: {
      documentId: session.documentId,
      revision: row.revision ?? 0,
      title: session.title,
      speakers: [...new Set(people.flatMap((person) => (person ? personName(person) : [])))],
      startsAt: new Date(session.datetime),
      durationMinutes: session.duration,
      pageUrl: siteAddress({
        siteUrl,
        page: 'session',
        patterns,
        language: locale,
        name: session.slug,
      }),
    },
    isCancelled: session.status === 'cancelled',
    siblings,
    about: session.description,
    organizer: { ...organizer, name: organizerName ?? organizer.name },
    host,
    language: locale,
    // The time of the last change, not of the download: the same event is the same file.
    now: new Date(row.updatedAt),
  });
};

type Named = { title: string | null; firstName: string; lastName: string };

/** What an event shows, of a page as of a card. */
type EventSession = Pick<
  PlainSession,
  'documentId' | 'slug' | 'title' | 'description' | 'status' | 'datetime' | 'duration'
> & { speaker: Named | null; panelists: readonly Named[]; moderator: Named | null };
