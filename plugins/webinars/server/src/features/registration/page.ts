import type { Locale } from '../../../../shared/locales';
import { formatInstant, isZone } from '../../domain/local-time';
import { canCancel, type RegistrationState } from '../../domain/registration';
import { frame, pageTemplate, timesFor } from './page-frame';
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
  justDone: 'cancel' | 'accept' | 'decline' | 'feed' | null;
};

/**
 * The registrant's own page, where mail links lead while no front end is configured. Plain HTML that works without
 * JavaScript; everything in it is escaped, its links are relative, and its policy lets it load nothing.
 */
export const renderPage = (facts: PageFacts): string => {
  const { view, cancellationReason, program, locale, token, justDone } = facts;
  const t = PAGE_TEXTS[locale];
  return PAGE({
    ...frame({ locale, program, title: `${t.heading}: ${view.session.title}` }),
    view,
    badge: { text: t.state[view.status], tone: TONES[view.status] },
    explanation: explanationOf(facts, t),
    ...timesFor(view, locale),
    rank: view.waitlistPosition ?? null,
    // Relative, like the others: the page may be reached by another name than the public one.
    join:
      view.joinUrl === undefined
        ? null
        : `../join/${view.joinUrl.split('/').at(-1)}?locale=${locale}`,
    calendar:
      view.status === 'confirmed' && !hasBegun(view)
        ? `../registrations/${encodeURIComponent(token)}/calendar.ics`
        : null,
    feed: `${encodeURIComponent(token)}/feed?locale=${locale}`,
    isCalledOff: view.status === 'cancelled' && cancellationReason === 'session_cancelled',
    notice: justDone === null ? null : t.done[justDone],
    isOffered: view.status === 'offered' && !hasBegun(view),
    deadline: deadlineOf(view, locale),
  });
};

const PAGE = pageTemplate(PAGE_MARKUP.registration);

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
