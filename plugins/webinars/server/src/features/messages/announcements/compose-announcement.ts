import type { AnnouncementText } from '../../../../../shared/announcements';
import { addressOf, type ComposeDeps } from '../compose-mail';
import { mailListOf } from '../mail-list';
import { linksFor } from '../mail-links';
import type { StoredAddressee } from '../mail-store';
import { oneLine } from '../mail-parts';
import type { Mail } from '../mailer';
import type { Render } from '../render-mail';
import { isProblem, readText } from '../templates/template-language';
import {
  announcementContext,
  announcementValues,
  SAMPLE_VALUES,
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
  const fill = (text: string) => {
    const read = readText(text, SAMPLE_VALUES);
    if (isProblem(read)) throw new Error(`${read.reason} ${read.part}`.trim());
    return read.fill(values);
  };
  const context = announcementContext(about, {
    subject: fill(written.subject),
    text: fill(written.text),
  });
  const { subject, html, text } = await deps.renderAnnouncement('announcement', locale, context);
  return {
    from: {
      name: oneLine(program.senderName ?? (deps.sender.name || program.name)),
      address: deps.sender.address,
    },
    replyTo: program.replyTo,
    to: addressOf(recipient),
    subject,
    html,
    text,
    calendar: null,
    list: mailListOf('announcement', { unsubscribe: links.unsubscribe, program: program.name }),
  };
};
