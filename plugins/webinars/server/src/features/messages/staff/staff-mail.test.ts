import { HtmlValidate } from 'html-validate';
import { aMailProgram, aMailSession, MAIL_NOW } from '../../../../../../../tests/factories/mails';
import {
  anAudience,
  aStaffMember,
  managerFigures,
} from '../../../../../../../tests/factories/staff-mails';
import type { StaffMailKind } from '../../../domain/job-catalog';
import type { Locale } from '../../../../../shared/locales';
import { createRenderer } from '../look/render-mail';
import { staffContext, type StaffInput } from './staff-context';
import { staffTemplate } from './staff-template';
import { trendOf } from './trend';

const render = createRenderer(staffTemplate);

const renderMail = (
  kind: StaffMailKind,
  locale: Locale = 'en',
  overrides: Partial<StaffInput> = {}
) =>
  render(
    kind,
    locale,
    staffContext({
      kind,
      locale,
      member: aStaffMember(),
      role: kind === 'manager-summary' ? null : 'speaker',
      session: aMailSession({ meetingUrl: 'https://meet.example.org/1', meetingPassword: 'x-7' }),
      program: aMailProgram(),
      audience: anAudience(),
      figures: kind === 'manager-summary' ? managerFigures() : null,
      links: {
        session: 'https://example.org/webinars/office-work-2026-12-03',
        admin: {
          session: 'https://cms.example.org/admin/session',
          registrations: 'https://cms.example.org/admin/registrations?a=1&b=2',
        },
      },
      now: MAIL_NOW,
      ...overrides,
    })
  );

const decoded = (html: string) =>
  html
    .replace(/&#(\d+);/g, (_entity, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&');

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'no-deprecated-attr': 'off' },
});

const KINDS = ['speaker-confirmation', 'speaker-alert', 'manager-summary'] as const;

describe.each(KINDS.flatMap((kind) => (['en', 'de'] as const).map((l) => [kind, l] as const)))(
  'the mail %s in %s',
  (kind, language) => {
    it('is complete and valid', async () => {
      const { subject, html, text } = await renderMail(kind, language);
      for (const part of [subject, html, text]) {
        expect(part).not.toMatch(/\{\{|\{%|undefined|\[object|NaN/);
      }
      const report = await validator.validateString(html);
      const messages = report.results.flatMap((result) => result.messages);
      expect(messages.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
      expect(text).not.toMatch(/\n{3}/);
      expect(text).toContain('https://meet.example.org/1');
      expect(decoded(html)).not.toMatch(/personal link|persönlicher Link/);
      expect(text).toContain('+49 30 5550 1234');
    });
  }
);

it('tells a speaker who is coming and what they ask, by no name and no address', async () => {
  const { html, text } = await renderMail('speaker-alert');
  for (const part of [decoded(html), text]) {
    for (const content of [
      '37',
      'of 40 seats',
      'Nordwind Logistik GmbH (6), Baker & Daughters (4)',
      'and 14 more',
      'Head of Operations (9)',
      'English (25), German (12)',
      'newsletter (20)',
      'How do we decide',
      'and 3 more',
      '20 minutes before the start',
      'x-7',
      'Speaker',
    ]) {
      expect(part).toContain(content);
    }
    expect(part).not.toMatch(/Reinhardt|johanna|tom@|€|cms\.example\.org\/admin/);
  }
});

it('leads a speaker of the house to the admin', async () => {
  const { text } = await renderMail('speaker-alert', 'en', {
    member: aStaffMember({ isInternal: true }),
  });
  expect(text).toContain('https://cms.example.org/admin/session');
});

it('tells the manager everything', async () => {
  const { html, text } = await renderMail('manager-summary');
  for (const part of [decoded(html), text]) {
    for (const content of [
      'Johanna Reinhardt',
      'johanna.reinhardt@example.org',
      'Nordwind Logistik GmbH',
      'and 35 more',
      '€1,480.00',
      'https://cms.example.org/admin/session',
      'https://cms.example.org/admin/registrations?a=1&b=2',
      'Wed, 25 Nov',
    ]) {
      expect(part).toContain(content);
    }
  }
  expect((await renderMail('manager-summary', 'de')).text).toContain('1.480,00\u00a0€');
});

it('says nothing of money where there is none, and so of people', async () => {
  const nobody = { top: [], more: 0 };
  const { text } = await renderMail('manager-summary', 'en', {
    audience: anAudience({
      confirmed: 0,
      companies: nobody,
      positions: nobody,
      industries: nobody,
      languages: nobody,
      sources: nobody,
      questions: [],
      moreQuestions: 0,
    }),
    figures: managerFigures({ attendees: [], revenue: [] }),
  });
  expect(text).toContain('Nobody has registered yet.');
  expect(text).not.toMatch(/Revenue|ATTENDEES|WHAT THEY ASK/);
});

it('counts the days of the trend on the session’s clock', () => {
  const trend = trendOf(managerFigures().registeredAt, {
    now: MAIL_NOW,
    zone: 'Europe/Berlin',
    language: 'en',
  });
  expect(trend).toHaveLength(14);
  expect(trend.filter(({ count }) => count > 0)).toEqual([
    { day: 'Fri, 20 Nov', count: 1, percent: 50 },
    { day: 'Tue, 24 Nov', count: 2, percent: 100 },
    { day: 'Wed, 25 Nov', count: 1, percent: 50 },
  ]);
});
