import { Liquid } from 'liquidjs';
import type { Locale } from '../../../../shared/locales';
import { PAGE_TEXTS } from './page-texts';
import type { RegistrationView } from './registration-view';

const liquid = new Liquid({ outputEscape: 'escape', strictVariables: true, cache: false });

/**
 * The registrant's own page, where mail links lead while no front end is configured. Plain HTML that works without
 * JavaScript; everything in it is escaped, and its policy lets it load nothing.
 */
export const renderPage = (
  view: RegistrationView,
  { locale, base, justCancelled }: { locale: Locale; base: string; justCancelled: boolean }
): string => {
  const texts = PAGE_TEXTS[locale];
  return render(BODY, {
    locale,
    otherLocale: locale === 'en' ? 'de' : 'en',
    title: texts.heading,
    t: texts,
    view,
    state: texts.state[view.status],
    explanation: texts.explanation[view.status],
    when: formatTime(view.session.datetime, view.session.timezone, locale),
    yourTime:
      view.timezone !== null && view.timezone !== view.session.timezone
        ? formatTime(view.session.datetime, view.timezone, locale)
        : '',
    rank: view.waitlistPosition ?? '',
    justCancelled,
    base,
    calendar: base.replace(/\/r\/([^/]+)$/, '/registrations/$1/calendar.ics'),
  });
};

export const renderInvalidPage = (locale: Locale): string =>
  render(INVALID, { locale, title: PAGE_TEXTS[locale].invalidHeading, t: PAGE_TEXTS[locale] });

/** Nothing is loaded, nothing runs, nobody frames it; the form leads back here. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const formatTime = (instant: Date, timezone: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: timezone,
    timeZoneName: 'short',
  }).format(instant) + ` (${timezone})`;

const render = (body: string, values: object): string =>
  liquid.parseAndRenderSync(LAYOUT_START + body + LAYOUT_END, values);

const LAYOUT_START = `<!doctype html>
<html lang="{{ locale }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>{{ title }}</title>
<style>
:root { --ink: #1f1b2e; --soft: #5b5670; --paper: #ffffff; --ground: #f4f2fa; --line: #dcd7ea; --brand: #5b3fd6; --on-brand: #ffffff; --danger: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f1eefb; --soft: #b9b2d1; --paper: #1d1930; --ground: #131020; --line: #3a3455; --brand: #b7a6ff; --on-brand: #17122b; --danger: #ffb4ab; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.55 system-ui, "Segoe UI", Roboto, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; padding: 1.25rem 1.25rem 1.5rem; margin-top: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .5rem 0; overflow-wrap: anywhere; }
h2 { font-size: 1.125rem; margin: 0 0 .5rem; }
.state { display: inline-block; font-weight: 600; border: 2px solid var(--brand); border-radius: 99px; padding: .1rem .75rem; }
.soft { color: var(--soft); }
dl { margin: 1.25rem 0 0; }
dt { color: var(--soft); font-size: .9375rem; }
dd { margin: 0 0 .75rem; overflow-wrap: anywhere; }
a { color: var(--brand); }
a:focus-visible, button:focus-visible { outline: 3px solid var(--brand); outline-offset: 3px; }
.button, button { display: inline-block; font: inherit; font-weight: 600; border-radius: .5rem; padding: .65rem 1.1rem; min-height: 2.75rem; cursor: pointer; text-decoration: none; }
.button { background: var(--brand); color: var(--on-brand); border: 2px solid var(--brand); }
button { background: transparent; color: var(--danger); border: 2px solid var(--danger); }
nav { text-align: right; }
</style>
</head>
<body>
<main>
`;

const LAYOUT_END = `
</main>
</body>
</html>
`;

const BODY = `<nav><a href="{{ base }}?locale={{ otherLocale }}" hreflang="{{ otherLocale }}" lang="{{ otherLocale }}">{{ t.otherLanguage }}</a></nav>
{% if justCancelled %}<p class="card" role="status">{{ t.done }}</p>{% endif %}
<article class="card">
<p class="soft">{{ t.heading }}</p>
<h1>{{ view.session.title }}</h1>
<p><strong class="state">{{ state }}</strong></p>
<p>{{ explanation }}</p>
<dl>
{% if rank != '' %}<dt>{{ t.rank }}</dt><dd>{{ rank }}</dd>{% endif %}
<dt>{{ t.when }}</dt><dd>{{ when }}</dd>
{% if yourTime != '' %}<dt>{{ t.yourTime }}</dt><dd>{{ yourTime }}</dd>{% endif %}
<dt>{{ t.duration }}</dt><dd>{{ view.session.duration }} {{ t.minutes }}</dd>
<dt>{{ t.registeredAs }}</dt><dd>{{ view.firstName }} {{ view.lastName }}, {{ view.email }}</dd>
<dt>{{ t.reference }}</dt><dd>{{ view.reference }}</dd>
</dl>
{% if view.status == 'confirmed' %}<p><a class="button" href="{{ calendar }}">{{ t.calendar }}</a></p>{% endif %}
</article>
{% if view.canCancel %}<section class="card" aria-labelledby="cancel">
<h2 id="cancel">{{ t.cancelHeading }}</h2>
<p>{{ t.cancelExplanation }}</p>
<form method="post" action="{{ base }}?locale={{ locale }}"><input type="hidden" name="action" value="cancel"><button type="submit">{{ t.cancelButton }}</button></form>
</section>{% endif %}`;

const INVALID = `<article class="card"><h1>{{ t.invalidHeading }}</h1><p>{{ t.invalidText }}</p></article>`;
