import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../platform/clock';
import type { MailPreview, MailPreviewRequest } from '../../../../../shared/mail-previews';
import { DomainError } from '../../../domain/errors';
import type { MailKind, StaffMailKind } from '../../../domain/job-catalog';
import type { Locale } from '../../../../../shared/locales';
import { composeMail, type ComposeDeps } from '../compose-mail';
import type { Addressee } from '../mail-store';
import { feedUrl } from '../letter/links';
import { MailFailure, type Mail, type Mailer } from '../delivery/mailer';
import { composeStaffMail, type ComposeStaffDeps } from '../staff/compose-staff-mail';
import { problemWith } from './own-template';
import {
  isStaffKind,
  sampleAddressee,
  sampleAudience,
  sampleFigures,
  sampleMember,
  sampleSession,
  sampleValues,
} from './sample-mails';
import type { OwnTemplate, TemplateKind, TemplateSource } from './template-source';

export type PreviewDeps = ComposeDeps &
  ComposeStaffDeps & {
    clock: Clock;
    mailer: Mailer;
    /** As it is now: who has just saved does not want to see what was. */
    loadTemplate(kind: TemplateKind, locale: Locale): Promise<OwnTemplate | null>;
    store: { loadAddressee(registrationId: string): Promise<Addressee | null> };
  };

/** A mail as it would go out now; nothing is sent, nothing is put on record. */
export const previewMail =
  (deps: PreviewDeps) =>
  async (request: MailPreviewRequest): Promise<MailPreview> => {
    const { problem, mail } = await compose(deps, request);
    return { subject: mail.subject, html: mail.html, text: mail.text, problem };
  };

/** The same, to who is looking at it and nobody else. */
export const sendTestMail =
  (deps: PreviewDeps) =>
  async (request: MailPreviewRequest, to: Mail['to']): Promise<{ isSent: boolean }> => {
    const { list: _list, ...mail } = (await compose(deps, request)).mail;
    const test: Mail = { ...mail, to, subject: `[Test] ${mail.subject}`, calendar: null };
    try {
      await deps.mailer.send(test, { idempotencyKey: `<${randomUUID()}@${deps.host}>` });
      return { isSent: true };
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      return { isSent: false };
    }
  };

const compose = async (deps: PreviewDeps, request: MailPreviewRequest) => {
  const { kind, language } = request;
  const template = templateOf(request) ?? (await deps.loadTemplate(kind, language));
  const problem = template && problemWith(template.fields, sampleValues(kind, language));
  const looking: PreviewDeps = {
    ...deps,
    templates: onlyOf(problem === null ? template : null),
    letters: (_key, render) => render(),
    // A look at somebody's mail is no way into their registration.
    signToken: (_purpose, { publicId }) => `${publicId}.preview`,
    feedUrlOf: async () => feedUrl(deps.publicUrl, 'preview'),
  };
  const mail = isStaffKind(kind)
    ? await staffMail(looking, kind, language)
    : await registrantsMail(looking, kind, request);
  if (mail === null) throw new DomainError('session_not_found');
  return { problem, mail };
};

const templateOf = ({ words }: MailPreviewRequest): OwnTemplate | null =>
  words === undefined
    ? null
    : { documentId: 'preview', version: 'preview', isPlain: false, fields: words };

/** Values that a sample cannot foresee: the built-in words are shown, as they would be sent. */
const onlyOf = (template: OwnTemplate | null): TemplateSource => ({
  find: async () => template,
  report: async () => undefined,
});

const withSampleSession = <Deps extends Pick<PreviewDeps, 'facts' | 'clock'>>(
  deps: Deps
): Deps => ({
  ...deps,
  facts: {
    ...deps.facts,
    session: async (_id: string, { locale }: { locale: Locale }) =>
      sampleSession(locale, deps.clock.now()),
  },
});

const registrantsMail = async (
  deps: PreviewDeps,
  kind: MailKind,
  { language, registrationId }: MailPreviewRequest
): Promise<Mail | null> => {
  if (registrationId === undefined) {
    const waiting = { ...deps.store, waitlistRank: async () => 3, wasInvited: async () => true };
    const sample = { ...withSampleSession(deps), store: waiting };
    return composeMail(sample, kind, sampleAddressee(kind, language, deps.clock.now()));
  }
  const addressee = await deps.store.loadAddressee(registrationId);
  if (addressee === null) throw new DomainError('registration_not_found');
  const recipient = { ...addressee.recipient, language };
  return composeMail(deps, kind, { ...addressee, recipient });
};

const staffMail = (
  deps: PreviewDeps,
  kind: StaffMailKind,
  language: Locale
): Promise<Mail | null> => {
  const now = deps.clock.now();
  const { startsAt } = sampleSession(language, now);
  const member = sampleMember(language);
  return composeStaffMail(
    {
      ...withSampleSession(deps),
      staff: {
        loadAudience: async () => sampleAudience(language),
        loadFigures: async () => sampleFigures(now),
      },
    },
    {
      kind,
      sessionId: 'sample',
      member,
      present: {
        member,
        role: kind === 'manager-summary' ? null : 'speaker',
        isManager: kind === 'manager-summary',
        wantsSummaries: true,
        session: { phase: 'published', startsAt, language, version: 'sample' },
      },
    }
  );
};
