import type { AnnouncementText } from '../../../../../shared/announcements';
import type { ComposeDeps } from '../compose-mail';
import { addressOf } from '../mail-calendar';
import { mailListOf } from '../mail-list';
import { linksFor } from '../letter/mail-links';
import type { StoredAddressee } from '../mail-store';
import { senderOf } from '../mail-sender';
import type { Mail } from '../delivery/mailer';
import type { Render } from '../look/render-mail';
import { fillText } from '../templates/template-language';
import {
  announcementContext,
  announcementValues,
  type AnnouncementContext,
} from './announcement-context';

export type ComposeAnnouncementDeps = ComposeDeps & {
  renderAnnouncement: Render<'announcement', AnnouncementContext>;
};

/** What the author wrote, to one of the recipients. Null when the session is gone. */
export const composeAnnouncement = async (
  deps: ComposeAnnouncementDeps,
  written: AnnouncementText,
  { recipient, sessionId, sessionVersion }: StoredAddressee
): Promise<Mail | null> => {
  const locale = recipient.language;
  const [session, program] = await Promise.all([
    deps.facts.session(sessionId, { locale, version: sessionVersion }),
    deps.facts.program(locale),
  ]);
  if (session === null) return null;
  const links = linksFor(deps, { recipient, session, patterns: program.patterns, locale });
  const about = { recipient, session, program, links };
  const values = announcementValues(about);
  const context = announcementContext(about, {
    subject: fillText(written.subject, values),
    text: fillText(written.text, values),
  });
  const { subject, html, text } = await deps.renderAnnouncement('announcement', locale, context);
  return {
    from: senderOf(program, deps.sender),
    replyTo: program.replyTo,
    to: addressOf(recipient),
    subject,
    html,
    text,
    calendar: null,
    list: mailListOf('announcement', { unsubscribe: links.unsubscribe, program: program.name }),
  };
};
