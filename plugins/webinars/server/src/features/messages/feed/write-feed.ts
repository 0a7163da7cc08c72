import { joinCalendars } from '../../../platform/ics-feed';
import { DEFAULT_LOCALE, type Locale } from '../../../../../shared/locales';
import { invitation, type CalendarDeps } from '../mail-calendar';
import type { MailFacts } from '../mail-facts';
import { linksFor, type LinkDeps } from '../letter/mail-links';
import type { StoredAddressee } from '../mail-store';
import type { FeedEntry } from './feed-store';

export type WriteFeedDeps = CalendarDeps &
  LinkDeps & {
    facts: MailFacts;
    productId: string;
    loadAddressees(registrationIds: readonly string[]): Promise<Map<string, StoredAddressee>>;
  };

/**
 * All sessions of one person as one calendar. The entries are those of the mails, by the same UIDs, but for the key to
 * the registration: programs and people who are shown a calendar are not to cancel anything.
 */
export const writeFeed =
  (deps: WriteFeedDeps) =>
  async (entries: readonly FeedEntry[]): Promise<string> => {
    const addressees = await deps.loadAddressees(entries.map((entry) => entry.registrationId));
    const files: string[] = [];
    for (const { registrationId, changedAt } of entries) {
      const addressee = addressees.get(registrationId);
      const file = addressee && (await eventOf(deps, addressee, changedAt));
      if (file) files.push(file);
    }
    const latest = addressees.get(entries[0]?.registrationId ?? '');
    const locale = latest?.recipient.language ?? DEFAULT_LOCALE;
    const program = await deps.facts.program(locale);
    return joinCalendars(files, {
      name: `${CALENDAR_NAMES[locale]}: ${program.name}`,
      productId: deps.productId,
    });
  };

const CALENDAR_NAMES: Record<Locale, string> = { en: 'My webinars', de: 'Meine Webinare' };

/** Stamped with the last change, not with the moment of asking: what has not changed is the same file. */
const eventOf = async (
  deps: WriteFeedDeps,
  { recipient, sessionId, sessionVersion }: StoredAddressee,
  changedAt: Date
): Promise<string | null> => {
  const locale = recipient.language;
  const [session, program] = await Promise.all([
    deps.facts.session(sessionId, { locale, version: sessionVersion }),
    deps.facts.program(locale),
  ]);
  if (session === null) return null;
  const links = linksFor(deps, { recipient, session, patterns: program.patterns, locale });
  return invitation(
    { ...deps, clock: { now: () => changedAt } },
    { method: 'PUBLISH', recipient, session, program, links, to: null }
  );
};
