import {
  aMailProgram,
  aMailSession,
  aRecipient,
  mailLinks,
} from '../../../../../../../tests/factories/mails';
import type { AnnouncementText } from '../../../../../shared/announcements';
import type { Locale } from '../../../../../shared/locales';
import { InvalidRequest } from '../../../platform/http/define-controller';
import { createRenderer } from '../look/render-mail';
import { announcementContext, announcementValues, SAMPLE_VALUES } from './announcement-context';
import { announcementTemplate } from './announcement-template';
import { checkTexts } from './check-texts';

const render = createRenderer(announcementTemplate);

const about = (locale: Locale, recipient: Parameters<typeof aRecipient>[0] = {}) => ({
  recipient: aRecipient({ language: locale, ...recipient }),
  session: aMailSession(),
  program: aMailProgram(),
  links: mailLinks(),
});

describe('what organisers write by hand', () => {
  it.each([
    ['en', 'Manage your registration', 'No more mails of this kind'],
    ['de', 'Anmeldung verwalten', 'Keine E-Mails dieser Art mehr'],
  ] as const)('stands in a mail like all others, with a way out (%s)', async (locale, ...words) => {
    const written = { subject: 'A new room', text: 'It has moved.\n\nSee you <there>.' };
    const mail = await render('announcement', locale, announcementContext(about(locale), written));
    expect(mail.subject).toBe('A new room');
    expect(mail.text).toContain('It has moved.\n\nSee you <there>.');
    expect(mail.html).toContain('See you &lt;there&gt;.');
    for (const word of words) expect(mail.text).toContain(word);
    expect(mail.text).toContain('/unsubscribe/');
  });

  it('cannot begin another header, whatever stands in the subject', async () => {
    const written = { subject: 'News\r\nBcc: all@example.org', text: 'Hello.' };
    const context = announcementContext(about('en'), written);
    expect((await render('announcement', 'en', context)).subject).toBe('News Bcc: all@example.org');
  });

  it('may name everything that a check finds, and nothing else', () => {
    const shapeOf = (values: object): unknown =>
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'object' && value !== null ? shapeOf(value) : true,
        ])
      );
    expect(shapeOf(announcementValues(about('en')))).toEqual(shapeOf(SAMPLE_VALUES));
  });

  it('tells times on the clock of the reader', () => {
    const { when } = announcementValues(about('en', { timezone: 'Asia/Tokyo' }));
    expect(when).toMatchObject({ date: 'Friday, 4 December 2026', zone: 'Asia/Tokyo' });
  });

  it.each([
    ['{{ attendee.surname }}', 'variable_unknown', 'attendee.surname'],
    ['{% include "x" %}', 'placeholder_not_allowed', 'include'],
    ['{{ reference', 'placeholder_broken', '{{ reference'],
  ])('is refused with %s in it, which the refusal names', (text, message, part) => {
    expect(issuesOf({ subject: 'News', text })).toEqual([
      expect.objectContaining({ path: ['texts', 'en', 'text'], message, params: { part } }),
    ]);
  });

  it.each([
    '{% comment %}News{% endcomment %}',
    '{{ session.speakers }}',
    '{% if session.url %}News{% endif %}',
    '{% unless session.url %}News{% endunless %} ',
    '\u200b\u2800',
  ])('is refused when its subject may come out empty: %s', (subject) => {
    expect(issuesOf({ subject, text: 'Hello.' })).toEqual([
      expect.objectContaining({
        path: ['texts', 'en', 'subject'],
        message: 'empty_when_filled_in',
      }),
    ]);
  });

  it('has the title of the session as its subject when its own comes out empty all the same', async () => {
    const context = announcementContext(about('en'), { subject: ' \n\u200b', text: 'Hello.' });
    const { subject } = await render('announcement', 'en', context);
    expect(subject).toBe(aMailSession().title);
  });

  it('is refused when it could grow too large for one of its readers', () => {
    const grown = `{{ session.title${' | append: session.title'.repeat(15)} }}`;
    const issues = issuesOf({ subject: 'News', text: grown.repeat(12) });
    expect(issues).toMatchObject([{ message: 'placeholder_broken' }]);
    expect(issuesOf({ subject: 'News', text: '{{ session.title }}'.repeat(260) })).toEqual([]);
  });

  it('passes when every placeholder is known', () => {
    expect(
      issuesOf({
        subject: '{{ session.title }}',
        text: 'Dear {{ attendee.firstName }}, {{ when.text }}',
      })
    ).toEqual([]);
  });
});

const issuesOf = (en: AnnouncementText) => {
  try {
    checkTexts({ texts: { en } });
    return [];
  } catch (error) {
    if (error instanceof InvalidRequest) return error.issues;
    throw error;
  }
};
