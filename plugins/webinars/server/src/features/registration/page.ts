import { Liquid } from 'liquidjs';
import type { Locale } from '../../../../shared/locales';
import { brandPalette } from '../../domain/brand-palette';
import { formatInstant, formatSpan, isSameWallTime, isZone } from '../../domain/local-time';
import { canCancel, type RegistrationState } from '../../domain/registration';
import { PAGE_MARKUP } from './page-markup';
import type { PageProgram } from './page-program';
import { PAGE_TEXTS, type PageTexts } from './page-texts';
import type { CancellationReason } from './registration-store';
import type { RegistrationView } from './registration-view';

export type PageFacts = {
  view: RegistrationView;
  cancellationReason: CancellationReason | null;
  program: PageProgram;
  locale: Locale;
  now: Date;
  /** Of the address that is being shown; it stands in links below it. */
  token: string;
  /** What the visitor has just done by the page's own form. */
  justDone: 'cancel' | 'accept' | 'decline' | null;
};

/**
 * The registrant's own page, where mail links lead while no front end is configured. Plain HTML that works without
 * JavaScript; everything in it is escaped, its links are relative, and its policy lets it load nothing.
 */
export const renderPage = (facts: PageFacts): string => {
  const { view, cancellationReason, program, locale, token, justDone } = facts;
  const t = PAGE_TEXTS[locale];
  return liquid.renderSync(PAGE, {
    ...frame({ locale, program, title: `${t.heading}: ${view.session.title}` }),
    view,
    badge: { text: t.state[view.status], tone: TONES[view.status] },
    explanation: explanationOf(facts, t),
    ...timesOf(view, locale),
    rank: view.waitlistPosition ?? null,
    calendar:
      view.status === 'confirmed' && !hasBegun(view)
        ? `../registrations/${encodeURIComponent(token)}/calendar.ics`
        : null,
    isCalledOff: view.status === 'cancelled' && cancellationReason === 'session_cancelled',
    notice: justDone === null ? null : t.done[justDone],
    isOffered: view.status === 'offered' && !hasBegun(view),
    deadline: deadlineOf(view, locale),
  });
};

/** What a link that leads nowhere answers: a person reads it. */
export const renderInvalidPage = ({
  program,
  locale,
}: {
  program: PageProgram;
  locale: Locale;
}): string =>
  liquid.renderSync(
    INVALID_PAGE,
    frame({ locale, program, title: PAGE_TEXTS[locale].invalidHeading })
  );

/** Nothing is loaded, nothing runs, nobody frames it; the form leads back here. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const liquid = new Liquid({ outputEscape: 'escape', strictVariables: true });
const PAGE = liquid.parse(PAGE_MARKUP.registration);
const INVALID_PAGE = liquid.parse(PAGE_MARKUP.invalid);

const OTHER: Record<Locale, Locale> = { en: 'de', de: 'en' };

const frame = ({
  locale,
  program,
  title,
}: {
  locale: Locale;
  program: PageProgram;
  title: string;
}) => ({
  locale,
  otherLocale: OTHER[locale],
  t: PAGE_TEXTS[locale],
  title,
  program,
  phoneLink: (program.supportPhone ?? '').replace(/[^+\d]/g, ''),
  palette: brandPalette(program.brandColor),
});

type Tone = 'good' | 'wait' | 'over';

const TONES: Record<RegistrationState, Tone> = {
  awaiting_approval: 'wait',
  awaiting_payment: 'wait',
  waitlisted: 'wait',
  offered: 'wait',
  confirmed: 'good',
  attended: 'good',
  no_show: 'over',
  cancelled: 'over',
  rejected: 'over',
  expired: 'over',
};

const explanationOf = ({ view, cancellationReason, now }: PageFacts, t: PageTexts): string => {
  if (view.status === 'cancelled') return t.cancelledBy[cancellationReason ?? 'attendee'];
  if (hasBegun(view)) return view.status === 'confirmed' ? t.begunWithSeat : t.begunWithoutSeat;
  if (view.status === 'expired' && view.session.datetime <= now) return t.begunWithoutSeat;
  return t.explanation[view.status];
};

/** What could be cancelled otherwise can no longer be once the session has begun. */
const hasBegun = (view: RegistrationView) => canCancel(view.status) && !view.canCancel;

/** Until when a seat is kept, on the clock that the registrant lives by. */
const deadlineOf = ({ holdExpiresAt, timezone, session }: RegistrationView, language: Locale) => {
  if (holdExpiresAt === undefined) return null;
  const zone = timezone !== null && isZone(timezone) ? timezone : session.timezone;
  return formatInstant(holdExpiresAt, { zone, language });
};

/** In the registrant's zone where it is known; also in the session's where clocks show something else there. */
const timesOf = ({ session, timezone }: RegistrationView, locale: Locale) => {
  const span = { startsAt: session.datetime, endsAt: session.endsAt };
  const inZone = (zone: string) => formatSpan({ ...span, zone, language: locale });
  const hasOwnClock =
    timezone !== null && isZone(timezone) && !isSameWallTime(span, timezone, session.timezone);
  return hasOwnClock
    ? { when: inZone(timezone), otherWhen: inZone(session.timezone) }
    : { when: inZone(session.timezone), otherWhen: null };
};
