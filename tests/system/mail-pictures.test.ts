import type { Browser, Page } from 'playwright-core';
import type { MailKind, StaffMailKind } from '../../plugins/webinars/server/src/domain/job-catalog';
import type { RegistrationState } from '../../plugins/webinars/server/src/domain/registration';
import { mailContext } from '../../plugins/webinars/server/src/features/messages/letter/mail-context';
import { MAIL_KINDS } from '../../plugins/webinars/server/src/features/messages/mail-kinds';
import {
  createMailRenderer,
  createRenderer,
} from '../../plugins/webinars/server/src/features/messages/look/render-mail';
import { staffContext } from '../../plugins/webinars/server/src/features/messages/staff/staff-context';
import { staffTemplate } from '../../plugins/webinars/server/src/features/messages/staff/staff-template';
import type { Locale } from '../../plugins/webinars/shared/locales';
import { aMailProgram, aMailSession, aRecipient, mailLinks, MAIL_NOW } from '../factories/mails';
import { anAudience, aStaffMember, managerFigures } from '../factories/staff-mails';
import { launchBrowser, takePicture } from './browser';

const STATES: Record<MailKind, RegistrationState> = {
  confirmation: 'confirmed',
  'waitlist-joined': 'waitlisted',
  'waitlist-offer': 'offered',
  'offer-expired': 'expired',
  'approval-pending': 'awaiting_approval',
  approved: 'confirmed',
  rejected: 'rejected',
  'cancelled-by-attendee': 'cancelled',
  'cancelled-by-organizer': 'cancelled',
  'manage-link': 'confirmed',
  'calendar-feed': 'confirmed',
  'session-moved': 'confirmed',
  'access-changed': 'confirmed',
  'session-renamed': 'confirmed',
  'session-cancelled': 'cancelled',
  'reminder-initial': 'confirmed',
  'reminder-final': 'confirmed',
  'reminder-last-chance': 'confirmed',
  'follow-up-attended': 'attended',
  'follow-up-missed': 'no_show',
  'feedback-request': 'attended',
};

const GERMAN = {
  slug: 'bueroarbeit-2026-12-03',
  title: 'Büroarbeit automatisieren, ohne die Kontrolle zu verlieren',
  prerequisites: 'Ein eigener Prozess, der mindestens zehnmal pro Woche vorkommt.',
  materials: [
    { title: 'Arbeitsblatt: Ihr Prozess', url: 'https://cms.example.org/uploads/blatt.pdf' },
  ],
} as const;

const DEADLINES: Record<Locale, string> = {
  en: 'Tuesday, 1 December 2026, 15:00 GMT',
  de: 'Dienstag, 1. Dezember 2026, 15:00 Uhr GMT',
};
const REASONS: Record<Locale, string> = {
  en: 'This session is for teams that run automation already.',
  de: 'Dieser Termin richtet sich an Teams, die schon automatisieren.',
};

const VIEWS = {
  wide: { width: 760, colorScheme: 'light' },
  narrow: { width: 360, colorScheme: 'light' },
  dark: { width: 760, colorScheme: 'dark' },
  'dark-narrow': { width: 360, colorScheme: 'dark' },
} as const;
type View = keyof typeof VIEWS;
const views = Object.keys(VIEWS) as View[];

const render = createMailRenderer();

const NEXT: Record<Locale, string> = {
  en: 'Automate office work: your own process',
  de: 'Büroarbeit automatisieren: Ihr eigener Prozess',
};

const STAFF_KINDS: readonly StaffMailKind[] = [
  'speaker-confirmation',
  'speaker-alert',
  'manager-summary',
];

const renderStaff = createRenderer(staffTemplate);

const sessionIn = (language: Locale) =>
  aMailSession({
    ...(language === 'de' && {
      ...GERMAN,
      language: 'de',
      meetingUrl: 'https://meet.example.org/webinar/4711',
    }),
    recordingUrl: 'https://video.example.org/4711',
    slidesUrl: 'https://cms.example.org/uploads/slides.pdf',
  });

const staffHtmlOf = async (kind: StaffMailKind, locale: Locale) => {
  const context = staffContext({
    kind,
    locale,
    member: aStaffMember({ isInternal: locale === 'de' }),
    role: kind === 'manager-summary' ? null : 'moderator',
    session: sessionIn(locale),
    program: aMailProgram(),
    audience: anAudience(),
    figures: kind === 'manager-summary' ? managerFigures() : null,
    links: {
      session: 'https://example.org/webinars/office-work-2026-12-03',
      admin: {
        session: 'https://cms.example.org/admin/session',
        registrations: 'https://cms.example.org/admin/registrations',
      },
    },
    now: MAIL_NOW,
  });
  return (await renderStaff(kind, locale, context)).html;
};

const next = (language: Locale, day: number) => ({
  title: NEXT[language],
  startsAt: new Date(Date.UTC(2027, 0, day, 15)),
  durationMinutes: 60,
  timezone: 'Europe/Berlin',
  url: 'https://example.org/webinars/office-work-2027',
});

const htmlOf = async (kind: MailKind, language: Locale) => {
  const context = mailContext({
    kind,
    recipient: aRecipient({ state: STATES[kind], language, timezone: 'Europe/London' }),
    session: sessionIn(language),
    program: aMailProgram(),
    links: mailLinks(),
    rank: kind === 'waitlist-joined' ? '3' : null,
    deadline: kind === 'waitlist-offer' ? DEADLINES[language] : null,
    reason: kind === 'rejected' ? REASONS[language] : null,
    hasCalendar: MAIL_KINDS[kind].calendar !== null,
    next: [next(language, 14), next(language, 21)],
    others:
      kind === 'reminder-final'
        ? [{ ...next(language, 5), joinUrl: mailLinks().join, manageUrl: mailLinks().manage }]
        : [],
    now: MAIL_NOW,
  });
  return (await render(kind, language, context)).html;
};

describe('the mails in a browser', () => {
  let browser: Browser;
  /** One window for each view, in which one mail after the other is looked at. */
  const windows = new Map<View, Page>();

  beforeAll(async () => {
    browser = await launchBrowser();
    for (const view of views) {
      const { width, colorScheme } = VIEWS[view];
      windows.set(view, await browser.newPage({ viewport: { width, height: 800 }, colorScheme }));
    }
  });
  afterAll(() => browser.close());

  const windowOf = (view: View): Page => {
    const window = windows.get(view);
    if (window === undefined) throw new Error(`no window for ${view}`);
    return window;
  };

  const mails = [
    ...(Object.keys(STATES) as MailKind[]).map((kind) => ({
      kind,
      render: htmlOf.bind(null, kind),
    })),
    ...STAFF_KINDS.map((kind) => ({ kind, render: staffHtmlOf.bind(null, kind) })),
  ];
  const cases = mails.flatMap(({ kind, render: html }) =>
    (['en', 'de'] as const).flatMap((language) =>
      views.map((view) => ({ kind, language, view, html }))
    )
  );

  it.each(cases)(
    '$kind ($language, $view) fits its window',
    async ({ kind, language, view, html }) => {
      const { width, colorScheme } = VIEWS[view];
      const page = windowOf(view);
      await page.setContent(await html(language));
      const contentWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      const background = await page.evaluate(
        () => getComputedStyle(document.querySelector('.card') ?? document.body).backgroundColor
      );
      await takePicture(page, `mail-${kind}-${language}-${view}`);

      expect(contentWidth).toBeLessThanOrEqual(width);
      expect(background).toBe(colorScheme === 'dark' ? 'rgb(25, 30, 38)' : 'rgb(255, 255, 255)');
    }
  );
});
