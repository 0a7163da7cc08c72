import { HtmlValidate } from 'html-validate';
import {
  aMailProgram,
  aMailSession,
  aRecipient,
  mailLinks,
  MAIL_NOW,
} from '../../../../../../../tests/factories/mails';
import type { MailKind } from '../../../domain/job-catalog';
import type { Locale } from '../../../../../shared/locales';
import { mailContext } from '../letter/mail-context';
import { MAIL_KINDS } from '../mail-kinds';
import { createMailRenderer } from './render-mail';
import { problemWith } from '../templates/own-template';
import { NO_WORDS, type OwnWords } from '../templates/own-words';

type Input = Parameters<typeof mailContext>[0];

const render = createMailRenderer();

const renderMail = (
  kind: MailKind,
  language: Locale = 'en',
  overrides: Partial<Input> = {},
  own: OwnWords = NO_WORDS
) =>
  render(kind, language, {
    ...mailContext({
      kind,
      recipient: aRecipient({ language }),
      session: aMailSession(),
      program: aMailProgram(),
      links: mailLinks(),
      rank: kind === 'waitlist-joined' ? '7' : null,
      deadline: kind === 'waitlist-offer' ? 'Thursday, 3 December 2026, 16:00 CET' : null,
      reason: null,
      hasCalendar: MAIL_KINDS[kind].calendar !== null,
      next: [],
      others: [],
      now: MAIL_NOW,
      ...overrides,
    }),
    own,
  });

const EVERY = (Object.keys(MAIL_KINDS) as MailKind[]).flatMap((kind) =>
  (['en', 'de'] as const).map((language) => [kind, language] as const)
);

const decoded = (html: string) =>
  html.replace(/&#(\d+);/g, (_entity, code: string) => String.fromCodePoint(Number(code)));

/** Mail programs need widths and alignments in attributes, which the web has left behind. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'no-deprecated-attr': 'off' },
});

describe.each(EVERY)('the mail %s in %s', (kind, language) => {
  it('is complete: nothing is left to fill in, nothing is undefined', async () => {
    const { subject, html, text } = await renderMail(kind, language);
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/\{\{|\{%|undefined|\[object|NaN/);
    }
    expect(subject).toContain('Automate office work');
    expect(html).toMatch(/^[\0-\x7f]*$/);
    for (const part of [html, text]) {
      expect(part).toContain('WEB-7K3F-9QXD');
      expect(part).toContain('Europe/Berlin');
      expect(part).toContain(mailLinks().manage);
    }
  });

  it('is valid HTML of at most 60 kB', async () => {
    const { html } = await renderMail(kind, language);
    const report = await validator.validateString(html);
    expect(report.results.flatMap(({ messages }) => messages.map(describeMessage))).toEqual([]);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(60_000);
  });

  it('declares its language and that it can be dark', async () => {
    const { html } = await renderMail(kind, language);
    expect(html).toContain(`<html lang="${language}"`);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('prefers-color-scheme: dark');
  });
});

const describeMessage = ({
  ruleId,
  message,
  line,
}: {
  ruleId: string;
  message: string;
  line: number;
}) => `${line}: ${ruleId}: ${message}`;

describe('the confirmation', () => {
  it('holds everything that it promises', async () => {
    const { html, text } = await renderMail('confirmation');
    const contents = [
      'Johanna',
      'Thursday, 3 December 2026',
      '90 minutes',
      'Dr. Mara Lindqvist, Tobias Okafor',
      'The meeting link follows',
      'An invitation is attached',
      'Worksheet: draw your process',
      'at least ten times a week',
      'A current browser',
      'webinars@example.org',
      '+49 30 5550 1234',
      'https://www.linkedin.com/feed/',
      'https://x.com/intent/post',
      'Northlight GmbH',
      'Beispielstraße 12',
    ];
    for (const content of contents) {
      expect(decoded(html)).toContain(content);
      expect(text).toContain(content);
    }
  });

  it('says so where there is nothing to prepare, and nobody to ask', async () => {
    const { html, text } = await renderMail('confirmation', 'de', {
      session: aMailSession({ prerequisites: null, materials: [], speakers: [] }),
      program: aMailProgram({ supportEmail: null, supportPhone: null, companyName: null }),
    });
    expect(decoded(html)).toContain('Sie brauchen nichts vorzubereiten');
    expect(html).not.toContain('Wir helfen gern');
    expect(text).not.toMatch(/\n{3}/);
  });
});

const NEXT = {
  title: 'Office work, continued',
  startsAt: new Date('2027-01-14T15:00:00Z'),
  durationMinutes: 60,
  timezone: 'Europe/Berlin',
  url: 'https://example.org/webinars/office-work-2027-01-14',
};

const JOIN = mailLinks().join;

const SPECIFIED: [MailKind, Partial<Input>, string[]][] = [
  [
    'confirmation',
    {},
    [
      'You are registered to learn from Dr. Mara Lindqvist, expert in process automation.',
      'https://www.linkedin.com/in/mara-lindqvist',
      'https://lindqvist.example.org',
    ],
  ],
  [
    'reminder-initial',
    {},
    [
      'in 7 days',
      '90 minutes',
      'An invitation is attached',
      'Where automation fails',
      'Eight examples from offices',
      'Worksheet: draw your process',
      'A current browser',
    ],
  ],
  [
    'reminder-final',
    {
      now: new Date('2026-12-01T15:00:00Z'),
      session: aMailSession({ meetingUrl: 'https://meet.example.org/1' }),
    },
    ['in 2 days', JOIN, 'Worksheet', '+49 30 5550 1234'],
  ],
  [
    'reminder-last-chance',
    {},
    [
      'about to start',
      JOIN,
      'Your questions (25 minutes)',
      'before the start and throughout',
      '+49 30 5550 1234',
    ],
  ],
  [
    'follow-up-attended',
    {
      session: aMailSession({
        recordingUrl: 'https://video.example.org/1',
        slidesUrl: 'https://cms.example.org/uploads/slides.pdf',
      }),
      next: [NEXT],
    },
    [
      'https://video.example.org/1',
      'https://cms.example.org/uploads/slides.pdf',
      'Reading: eight ways to fail',
      mailLinks().feedback,
      'https://lindqvist.example.org',
      'Office work, continued',
    ],
  ],
  [
    'follow-up-missed',
    { session: aMailSession({ recordingUrl: 'https://video.example.org/1' }), next: [NEXT] },
    ['Sorry', 'https://video.example.org/1', 'Office work, continued', '14 January 2027'],
  ],
  ['feedback-request', {}, ['from one to five', mailLinks().feedback]],
];

it.each(SPECIFIED)('%s says what it is for', async (kind, overrides, contents) => {
  const { html, text } = await renderMail(kind, 'en', overrides);
  for (const content of contents) {
    expect(decoded(html)).toContain(content);
    expect(text).toContain(content);
  }
});

it.each(['reminder-initial', 'follow-up-missed'] as const)(
  '%s promises nothing that there is not',
  async (kind) => {
    const { html, text } = await renderMail(kind, 'en', {
      session: aMailSession({ agenda: [], expert: null, materials: [] }),
    });
    for (const part of [decoded(html), text]) {
      expect(part).not.toMatch(/agenda|next dates|to watch|recording/i);
    }
  }
);

it('tells of several webinars at once, with a way into each', async () => {
  const other = {
    ...NEXT,
    joinUrl: `${JOIN}x`,
    manageUrl: `${mailLinks().manage}x`,
  };
  const { html, text } = await renderMail('reminder-final', 'en', { others: [other] });
  for (const part of [html, text]) {
    expect(part).toContain('Office work, continued');
    expect(part).toContain('14 January 2027');
    expect(part).toContain(other.joinUrl);
    expect(part).toContain(other.manageUrl);
  }
});

it('escapes whatever people typed', async () => {
  const evil = '"><img src=x onerror=alert(1)> & {{ manageUrl }}';
  const { html, subject } = await renderMail('confirmation', 'en', {
    recipient: aRecipient({ firstName: evil, lastName: evil }),
    session: aMailSession({ title: `${evil}\r\nBcc: a@example.org`, prerequisites: evil }),
    program: aMailProgram({ name: evil, footerText: evil, supportPhone: evil, brandColor: evil }),
  });
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; {{ manageUrl }}');
  expect(subject).not.toMatch(/[\r\n]/);
});

describe('what an editor has written', () => {
  const own = {
    subject: 'Our subject & more',
    preheader: 'Our preheader',
    heading: 'Our <heading>',
    intro: ['Our first paragraph.', 'Our second.'],
    button: 'Our button',
    blocks: [
      { heading: 'A block', lines: ['With a line.'], link: null },
      { heading: null, lines: [], link: { text: 'A link', url: 'https://example.org/a?b=c&d=e' } },
    ],
  };
  const contextOf = (overrides: Partial<Input> = {}) =>
    mailContext({
      kind: 'confirmation',
      recipient: aRecipient(),
      session: aMailSession(),
      program: aMailProgram(),
      links: mailLinks(),
      rank: null,
      deadline: null,
      reason: null,
      hasCalendar: true,
      next: [],
      others: [],
      now: MAIL_NOW,
      ...overrides,
    });

  it('stands where the built-in words stood, and the facts stay', async () => {
    const { subject, html, text } = await render('confirmation', 'en', { ...contextOf(), own });
    expect(subject).toBe('Our subject & more');
    for (const content of ['Our first paragraph.', 'Our button', 'A block', 'With a line.']) {
      expect(html).toContain(content);
      expect(text).toContain(content);
    }
    expect(html).toContain('Our &lt;heading&gt;');
    expect(html).toContain('https://example.org/a?b=c&amp;d=e');
    expect(text).toContain('A link: https://example.org/a?b=c&d=e');
    expect(text).toContain('WEB-7K3F-9QXD');
    expect(text).not.toContain('Wonderful that you will be there');
    const report = await validator.validateString(html);
    expect(report.results.flatMap(({ messages }) => messages.map(describeMessage))).toEqual([]);
  });
});

/** Gmail shows no more of a mail than that, and hides the rest, the way out among it. */
const CLIPPED_BYTES = 102 * 1024;

describe('the largest mail that editors can make', () => {
  const words = (length: number) =>
    'Öffentlichkeitsarbeit & mehr, '.repeat(length).slice(0, length);
  const url = (name: string) => `https://cms.example.org/${name}/${'a'.repeat(200)}`;

  // As many as may be saved, in as many pieces as possible.
  const lines = Array.from({ length: 72 }, () => 'ö');
  const ownBlocks = Array.from({ length: 8 }, () => ({ heading: null, lines, link: null }));

  it('has as many words of their own as may be saved', () => {
    const block = { heading: null, linkText: null, linkUrl: null };
    const most = (count: number) =>
      problemWith(
        {
          ...{ subject: null, preheader: null, heading: null, intro: null, button: null },
          blocks: Array.from({ length: count }, () => ({ ...block, text: lines.join('\n') })),
        },
        {}
      );
    expect(most(8)).toBeNull();
    expect(most(9)).toMatchObject({ reason: 'too_long' });
  });

  it.each(EVERY)('is shown whole: %s in %s', async (kind, language) => {
    const largest = {
      reason: words(1000),
      session: aMailSession({
        title: words(200),
        prerequisites: words(2000),
        materials: Array.from({ length: 20 }, (_, index) => ({
          title: words(100),
          url: url(`material-${index}`),
        })),
        meetingUrl: url('meeting'),
        meetingPassword: words(100),
        sharePost: words(500),
      }),
      program: aMailProgram({
        name: words(200),
        companyAddress: words(500),
        footerText: words(1000),
        technicalRequirements: words(2000),
        confirmationNote: words(1000),
        cancellationNote: words(1000),
      }),
    };
    const { html } = await renderMail(kind, language, largest, { ...NO_WORDS, blocks: ownBlocks });
    expect(Buffer.byteLength(html)).toBeLessThan(CLIPPED_BYTES);
  });
});
