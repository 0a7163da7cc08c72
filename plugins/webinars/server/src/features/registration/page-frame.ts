import { createHash } from 'node:crypto';
import { Liquid } from 'liquidjs';
import type { Locale } from '../../../../shared/locales';
import { brandPalette } from '../../domain/brand-palette';
import { formatSpan, isSameWallTime, isZone } from '../../domain/local-time';
import { PAGE_MARKUP } from './page-markup';
import type { PageProgram } from './page-program';
import { PAGE_TEXTS } from './page-texts';

const liquid = new Liquid({ outputEscape: 'escape', strictVariables: true });

/** Markup as a page that is filled in; whatever is put into it is escaped, and a missing value is an error. */
export const pageTemplate = (markup: string) => {
  const template = liquid.parse(markup);
  return (values: object): string => liquid.renderSync(template, values);
};

/** Nothing is loaded, nothing but `script` runs, nobody frames it; forms lead back here, and from there to `formsTo`. */
export const pagePolicy = ({
  script,
  formsTo = "'self'",
}: { script?: string; formsTo?: string } = {}) =>
  [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    ...(script === undefined ? [] : [`script-src '${hashOf(script)}'`]),
    `form-action ${formsTo}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const hashOf = (script: string) => `sha256-${createHash('sha256').update(script).digest('base64')}`;

/** What is around each page, whatever it says. */
export const frame = ({
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

/** What a link that leads nowhere answers: a person reads it. */
export const renderInvalidPage = ({
  program,
  locale,
}: {
  program: PageProgram;
  locale: Locale;
}): string => INVALID_PAGE(frame({ locale, program, title: PAGE_TEXTS[locale].invalidHeading }));

const INVALID_PAGE = pageTemplate(PAGE_MARKUP.invalid);

const OTHER: Record<Locale, Locale> = { en: 'de', de: 'en' };

/** When a session is: in the registrant's zone where it is known; also in the session's where clocks differ there. */
export const timesFor = (
  {
    session,
    timezone,
  }: { session: { datetime: Date; endsAt: Date; timezone: string }; timezone: string | null },
  locale: Locale
) => {
  const span = { startsAt: session.datetime, endsAt: session.endsAt };
  const inZone = (zone: string) => formatSpan({ ...span, zone, language: locale });
  const hasOwnClock =
    timezone !== null && isZone(timezone) && !isSameWallTime(span, timezone, session.timezone);
  return hasOwnClock
    ? { when: inZone(timezone), otherWhen: inZone(session.timezone) }
    : { when: inZone(session.timezone), otherWhen: null };
};
