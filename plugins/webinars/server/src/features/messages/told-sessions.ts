import type { Clock } from '../../platform/clock';
import type { Locale } from '../../../../shared/locales';
import { sessionUrl, type SiteLinks } from './letter/links';
import type { MailFacts } from './mail-facts';
import { linksFor, type LinkDeps } from './letter/mail-links';
import type { Addressee } from './mail-store';
import type { MailSession, NextSession, OtherSession } from './letter/mail-subject';

export type SessionsDeps = LinkDeps & { clock: Clock; facts: MailFacts };

/** What else the person has before them; a session that is gone meanwhile is left out. */
export const otherSessions = async (
  deps: SessionsDeps,
  addressees: readonly Addressee[],
  { patterns, locale }: { patterns: SiteLinks['patterns']; locale: Locale }
): Promise<OtherSession[]> => {
  const told = await Promise.all(
    addressees.map(async ({ recipient, sessionId, sessionVersion }) => {
      const session = await deps.facts.session(sessionId, { locale, version: sessionVersion });
      if (session === null) return [];
      const links = linksFor(deps, { recipient, session, patterns, locale });
      const { title, startsAt, durationMinutes, timezone } = session;
      const personal = { joinUrl: links.join, manageUrl: links.manage };
      return [{ title, startsAt, durationMinutes, timezone, url: links.session, ...personal }];
    })
  );
  return told.flat();
};

/** Further dates of the same topic. */
export const nextSessions = async (
  { facts, clock, siteUrl, publicUrl }: SessionsDeps,
  { topicId, documentId }: MailSession,
  { patterns, locale }: { patterns: SiteLinks['patterns']; locale: Locale }
): Promise<NextSession[]> => {
  if (topicId === null) return [];
  const sessions = await facts.next(topicId, { locale, now: clock.now() });
  return sessions
    .filter((session) => session.documentId !== documentId)
    .map(({ slug, title, startsAt, durationMinutes, timezone }) => {
      const url = sessionUrl({ siteUrl, publicUrl, patterns }, slug, locale);
      return { title, startsAt, durationMinutes, timezone, url };
    });
};
