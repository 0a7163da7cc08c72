import { publicEvent, type CalendarEvent } from '../../domain/calendar-invite';
import { siteAddress } from '../../domain/site-address';
import type { CatalogDeps, Reading } from './catalog-deps';
import { presentSession } from './present-session';
import { findPublic } from './read-sessions';

export type Organizer = { name: string; address: string };

/** The session as an event that anybody may put into a calendar. */
export const showCalendarEvent =
  ({ organizer, ...deps }: CatalogDeps & { organizer: Organizer }) =>
  async (idOrSlug: string, reading: Reading): Promise<{ event: CalendarEvent; slug: string }> => {
    const { row, presentation } = await findPublic(deps, idOrSlug, reading);
    const session = presentSession(row, presentation);
    const { sessionUrlPatterns: patterns, organizerName } = presentation.settings;
    const people = [session.speaker, ...session.panelists, session.moderator];
    return {
      slug: session.slug,
      event: publicEvent({
        session: {
          documentId: session.documentId,
          revision: row.revision ?? 0,
          title: session.title,
          speakers: [...new Set(people.flatMap((person) => (person ? nameOf(person) : [])))],
          startsAt: new Date(session.datetime),
          durationMinutes: session.duration,
          pageUrl: siteAddress({
            siteUrl: deps.siteUrl,
            page: 'session',
            patterns,
            language: reading.locale,
            name: session.slug,
          }),
        },
        isCancelled: session.status === 'cancelled',
        about: session.description,
        organizer: { ...organizer, name: organizerName ?? organizer.name },
        host: deps.host,
        language: reading.locale,
        // The time of the last change, not of the download: the same event is the same file.
        now: new Date(row.updatedAt),
      }),
    };
  };

const nameOf = ({
  title,
  firstName,
  lastName,
}: {
  title: string | null;
  firstName: string;
  lastName: string;
}) => [title, firstName, lastName].filter(Boolean).join(' ');
