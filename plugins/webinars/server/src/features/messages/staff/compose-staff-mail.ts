import type { StaffMailKind } from '../../../domain/job-catalog';
import { sessionUrl } from '../letter/links';
import { oneLine } from '../letter/mail-parts';
import { senderOf } from '../mail-sender';
import type { Mail } from '../delivery/mailer';
import type { Render, RenderedMail } from '../look/render-mail';
import type { SessionsDeps } from '../told-sessions';
import { offeredToStaff } from '../templates/offered-values';
import { wordsOf, type TemplateSource } from '../templates/template-source';
import { staffContext, type StaffContext } from './staff-context';
import type { Audience, ManagerFigures, StaffCase, StaffMember } from './staff-subject';
import { TREND_DAYS } from './trend';

export type ComposeStaffDeps = Pick<SessionsDeps, 'clock' | 'facts' | 'siteUrl' | 'publicUrl'> & {
  templates: TemplateSource;
  renderStaff: Render<StaffMailKind, StaffContext>;
  sender: { name: string; address: string };
  staff: {
    loadAudience(sessionId: string): Promise<Audience>;
    loadFigures(sessionId: string, options: { since: Date; most: number }): Promise<ManagerFigures>;
  };
};

/** One mail to a speaker or the manager, ready to be sent. Null when the session is gone. */
export const composeStaffMail = async (
  deps: ComposeStaffDeps,
  {
    kind,
    sessionId,
    member,
    present,
  }: { kind: StaffMailKind; sessionId: string; member: StaffMember; present: StaffCase }
): Promise<Mail | null> => {
  const { clock, facts, siteUrl, publicUrl } = deps;
  const locale = present.session.language;
  const now = clock.now();
  const [session, program, audience, figures] = await Promise.all([
    facts.session(sessionId, { locale, version: present.session.version }),
    facts.program(locale),
    deps.staff.loadAudience(sessionId),
    kind === 'manager-summary'
      ? deps.staff.loadFigures(sessionId, {
          since: new Date(now.getTime() - TREND_DAYS * DAY),
          most: MOST_ATTENDEES,
        })
      : null,
  ]);
  if (session === null) return null;

  const template = await deps.templates.find(kind, locale);
  const render = async (attendees: number) => {
    const context = staffContext({
      kind,
      locale,
      member,
      role: present.role,
      session,
      program,
      audience,
      figures: figures && { ...figures, attendees: figures.attendees.slice(0, attendees) },
      links: {
        session: sessionUrl(
          { siteUrl, publicUrl, patterns: program.patterns },
          session.slug,
          locale
        ),
        admin: adminLinks(publicUrl, sessionId),
      },
      now,
    });
    const own = await wordsOf(deps.templates, template, offeredToStaff(context));
    return deps.renderStaff(kind, locale, { ...context, own });
  };
  const { subject, html, text } = await shortEnough(render);
  return {
    from: senderOf(program, deps.sender),
    replyTo: kind === 'manager-summary' ? program.replyTo : program.speakerReplyTo,
    to: { name: oneLine(member.name), address: member.email.normalize('NFKC') },
    subject,
    html,
    text,
    calendar: null,
  };
};

const DAY = 24 * 60 * 60_000;

const MOST_ATTENDEES = 200;

/** Gmail shows no more than 102 kB of a mail. */
const MOST_BYTES = 98_000;

/** Lists fewer attendees until it is. */
const shortEnough = async (
  render: (attendees: number) => Promise<RenderedMail>
): Promise<RenderedMail> => {
  for (let attendees = MOST_ATTENDEES; attendees > 0; attendees = Math.floor(attendees * 0.9)) {
    const mail = await render(attendees);
    if (Buffer.byteLength(mail.html) <= MOST_BYTES) return mail;
  }
  return render(0);
};

const adminLinks = (publicUrl: string, sessionId: string) => {
  const types = `${publicUrl}/admin/content-manager/collection-types`;
  const only = new URLSearchParams({ 'filters[$and][0][session][documentId][$eq]': sessionId });
  return {
    session: `${types}/plugin::webinars.session/${sessionId}`,
    registrations: `${types}/plugin::webinars.registration?${only}`,
  };
};
