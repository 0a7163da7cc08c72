import type { ComposeDeps } from './compose-mail';
import { addressOf, invitation } from './mail-calendar';
import { hasEntry } from './mail-kinds';
import { linksFor } from './letter/mail-links';
import type { Addressee } from './mail-store';

type OwnCalendarDeps = ComposeDeps & {
  store: { loadAddressee(registrationId: string): Promise<Addressee | null> };
};

export type OwnCalendar = { method: 'REQUEST' | 'CANCEL'; content: string };

/**
 * The registrant's own calendar entry, for downloading: the invitation as the mails carry it, or its cancellation.
 * Null for whoever was never invited.
 */
export const ownCalendar =
  (deps: OwnCalendarDeps) =>
  async (registrationId: string): Promise<OwnCalendar | null> => {
    const addressee = await deps.store.loadAddressee(registrationId);
    if (addressee === null) return null;
    const { recipient, sessionId, sessionVersion } = addressee;
    const isCancelled = !hasEntry(recipient.state);
    if (isCancelled && !(await deps.store.wasInvited(recipient.documentId))) return null;

    const locale = recipient.language;
    const [session, program] = await Promise.all([
      deps.facts.session(sessionId, { locale, version: sessionVersion }),
      deps.facts.program(locale),
    ]);
    if (session === null) return null;
    const method = isCancelled ? 'CANCEL' : 'REQUEST';
    const content = await invitation(deps, {
      method,
      recipient,
      session,
      program,
      links: linksFor(deps, { recipient, session, patterns: program.patterns, locale }),
      to: addressOf(recipient),
    });
    return { method, content };
  };
