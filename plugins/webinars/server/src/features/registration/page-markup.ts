/** The pages as Liquid templates. Colours of the brand come in as `palette`, so that any of them stays readable. */

const STYLES = `
:root { --ink: #1b2330; --muted: #586274; --card: #ffffff; --ground: #eef0f4; --box: #f8f9fb; --line: #dfe3ea; --danger: #b3261e; --on-danger: #ffffff;
  --fill: {{ palette.fill }}; --on-fill: {{ palette.onFill }}; --accent: {{ palette.accent }};
  --good: #dcf5e6; --on-good: #0f5c32; --wait: #fdf0cf; --on-wait: #6b4a00; --over: #fbe3e1; --on-over: #8c1d18; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9edf3; --muted: #a7b1c0; --card: #191e26; --ground: #0e1217; --box: #212833; --line: #353f4d; --danger: #ffb4ab; --on-danger: #4a1b19;
    --accent: {{ palette.accentDark }};
    --good: #123c26; --on-good: #8fe3b0; --wait: #42330c; --on-wait: #f5d37c; --over: #4a1b19; --on-over: #ffb4ab; }
}
* { box-sizing: border-box; }
html { color-scheme: light dark; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; overflow-wrap: break-word; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: .25rem; }
.page { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 0; }
.band { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .25rem 1.5rem; padding: 1.1rem 2.25rem; background: var(--fill); color: var(--on-fill); border-radius: 1rem 1rem 0 0; }
.band p { margin: 0; font-size: 1.125rem; font-weight: 700; }
.band a { color: var(--on-fill); padding: .3rem 0; }
.band a:focus-visible { outline-color: var(--on-fill); }
main { background: var(--card); border-radius: 0 0 1rem 1rem; padding: 2rem 2.25rem 2.25rem; box-shadow: 0 1px 3px rgb(16 20 26 / 12%); }
.notice { margin: 0 0 1.5rem; padding: .85rem 1.1rem; border-radius: .75rem; background: var(--good); color: var(--on-good); font-weight: 600; }
.eyebrow { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem; margin: 0 0 1rem; color: var(--muted); }
.badge { padding: .15rem .75rem; border-radius: 1rem; font-size: .875rem; font-weight: 600; }
.good { background: var(--good); color: var(--on-good); }
.wait { background: var(--wait); color: var(--on-wait); }
.over { background: var(--over); color: var(--on-over); }
.headline { display: flex; align-items: center; gap: 1.1rem; margin: 0 0 1rem; }
.leaf { flex: none; width: 4rem; border: 1px solid var(--line); border-radius: .75rem; overflow: hidden; text-align: center; line-height: 1.3; }
.leaf b { display: block; padding: .15rem 0; background: var(--fill); color: var(--on-fill); font-size: .8125rem; }
.leaf strong { display: block; padding-top: .15rem; font-size: 1.5rem; line-height: 1.25; }
.leaf span { display: block; padding-bottom: .3rem; color: var(--muted); font-size: .8125rem; }
h1 { margin: 0; font-size: 1.625rem; line-height: 1.22; letter-spacing: -.01em; overflow-wrap: anywhere; hyphens: auto; }
.lead { margin: 0; }
dl { margin: 1.75rem 0 0; padding: .35rem 1.35rem; background: var(--box); border: 1px solid var(--line); border-radius: .85rem; }
dl div { display: grid; grid-template-columns: 10.5rem 1fr; gap: .1rem 1rem; padding: .7rem 0; border-top: 1px solid var(--line); }
dl div:first-child { border-top: 0; }
dt { color: var(--muted); hyphens: auto; }
dd { margin: 0; overflow-wrap: anywhere; }
dd small { display: block; color: var(--muted); font-size: .9375rem; }
.struck strong { text-decoration: line-through; }
.reference { font-variant-numeric: tabular-nums; letter-spacing: .02em; }
.button { display: inline-block; min-height: 3rem; padding: .7rem 1.4rem; border: 2px solid transparent; border-radius: .7rem; background: var(--fill); color: var(--on-fill); font: inherit; font-weight: 600; line-height: 1.35; text-align: center; text-decoration: none; cursor: pointer; }
.button:hover { text-decoration: underline; }
.button.danger { background: var(--danger); color: var(--on-danger); }
.button.plain { background: transparent; border-color: currentcolor; color: var(--ink); }
.offer { margin: 1.75rem 0 0; padding: 1.1rem 1.35rem 1.35rem; border: 2px solid var(--accent); border-radius: .85rem; }
.choice { display: flex; flex-wrap: wrap; gap: .75rem; }
.action { margin: 1.75rem 0 0; }
.preference { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .5rem 1.5rem; margin: 1.25rem 0 0; padding: 1.1rem 1.35rem; border: 1px solid var(--line); border-radius: .85rem; }
.preference p { margin: 0; color: var(--muted); }
.preference .badge { margin-left: .35rem; }
.mark { display: flex; align-items: baseline; gap: .6rem; padding: .55rem 0; min-height: 2.75rem; }
.mark input { width: 1.15rem; height: 1.15rem; accent-color: var(--accent); }
.stars { min-width: 5.5rem; color: var(--accent); letter-spacing: .1em; }
fieldset { margin: 0 0 1.5rem; padding: .75rem 1.35rem 1rem; border: 1px solid var(--line); border-radius: .85rem; }
legend, .field { padding: 0 .35rem; font-weight: 600; }
.field { display: block; padding: 0; }
.help { margin: .2rem 0 .6rem; color: var(--muted); font-size: .9375rem; }
.fault { margin: .5rem 0 0; color: var(--danger); font-weight: 600; }
textarea { display: block; width: 100%; padding: .7rem .9rem; border: 1px solid var(--muted); border-radius: .7rem; background: var(--card); color: inherit; font: inherit; }
.countdown { margin: 1.25rem 0 0; font-size: 1.5rem; font-weight: 700; font-variant-numeric: tabular-nums; }
.rule { margin: 1.75rem 0 1.5rem; border: 0; border-top: 1px solid var(--line); }
h2 { margin: 0 0 .35rem; font-size: 1.125rem; line-height: 1.35; }
section p { margin: 0 0 1rem; }
summary { display: inline-block; min-height: 3rem; padding: .7rem 1.4rem; border: 2px solid var(--danger); border-radius: .7rem; color: var(--danger); font-weight: 600; line-height: 1.35; list-style: none; cursor: pointer; }
summary::-webkit-details-marker { display: none; }
summary::after { content: " ▾"; content: " ▾" / ""; }
details[open] > summary::after { content: " ▴"; content: " ▴" / ""; }
details p { margin: 1rem 0; }
footer { padding: 1.5rem 2.25rem 3rem; color: var(--muted); font-size: .9375rem; }
footer p { margin: 0 0 .5rem; }
footer a { color: inherit; }
footer a[href^="tel:"] { white-space: nowrap; }
@media (max-width: 34rem) {
  .page { padding: 0; }
  .band, main { border-radius: 0; }
  .band, main, footer { padding-left: 1.25rem; padding-right: 1.25rem; }
  main { padding-top: 1.5rem; }
  h1 { font-size: 1.375rem; }
  .headline { gap: .9rem; align-items: flex-start; }
  dl { padding: .25rem 1.1rem; }
  dl div { grid-template-columns: 1fr; }
  .button, summary, .choice form { display: block; width: 100%; text-align: center; }
}
@media (forced-colors: active) { .badge, .button, .band { border: 1px solid; } }
@media print { .button, details, .band a { display: none; } }
`;

const START = `<!doctype html>
<html lang="{{ locale }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>{{ title }}</title>
<style>${STYLES}</style>
</head>
<body>
<div class="page">
<header class="band">
<p>{{ program.name }}</p>
<a href="?locale={{ otherLocale }}" hreflang="{{ otherLocale }}" lang="{{ otherLocale }}">{{ t.otherLanguage }}</a>
</header>
<main>
`;

const END = `
</main>
<footer>
{% if program.supportEmail or program.supportPhone %}<p>{{ t.questions }}
{% if program.supportEmail %}<a href="mailto:{{ program.supportEmail }}">{{ program.supportEmail }}</a>{% endif %}
{% if program.supportEmail and program.supportPhone %} · {% endif %}
{% if program.supportPhone %}<a href="tel:{{ phoneLink }}">{{ program.supportPhone }}</a>{% endif %}</p>{% endif %}
{% if program.companyName %}<p>{% if program.companyUrl %}<a href="{{ program.companyUrl }}">{{ program.companyName }}</a>{% else %}{{ program.companyName }}{% endif %}</p>{% endif %}
</footer>
</div>
</body>
</html>
`;

const REGISTRATION = `{% if notice %}<p class="notice" role="status">{{ notice }}</p>{% endif %}
<p class="eyebrow"><span class="badge {{ badge.tone }}">{{ badge.text }}</span><span>{{ t.heading }}</span></p>
<div class="headline">
<div class="leaf" aria-hidden="true"><b>{{ when.month }}</b><strong>{{ when.day }}</strong><span>{{ when.weekday }}</span></div>
<h1{% if view.session.locale != locale %} lang="{{ view.session.locale }}"{% endif %}>{{ view.session.title }}</h1>
</div>
<p class="lead">{{ explanation }}</p>
<dl>
{% if rank %}<div><dt>{{ t.rank }}</dt><dd><strong>{{ rank }}</strong></dd></div>{% endif %}
<div><dt>{{ t.when }}</dt><dd{% if isCalledOff %} class="struck"{% endif %}><strong>{{ when.date }}<br>{{ when.time }}</strong>
<small>{{ when.zone }}{% if otherWhen %} ({{ t.yourTime }}){% endif %}</small>
{% if otherWhen %}<small>{{ t.sessionTime }}: {% if otherWhen.date != when.date %}{{ otherWhen.date }}, {% endif %}{{ otherWhen.time }} ({{ otherWhen.zone }})</small>{% endif %}</dd></div>
<div><dt>{{ t.duration }}</dt><dd>{{ view.session.duration }} {{ t.minutes }}</dd></div>
<div><dt>{{ t.registeredAs }}</dt><dd>{{ view.firstName }} {{ view.lastName }}<br>{{ view.email }}</dd></div>
<div><dt>{{ t.reference }}</dt><dd class="reference">{{ view.reference }}</dd></div>
</dl>
{% if isOffered %}<section class="offer" aria-labelledby="offer">
<h2 id="offer">{{ t.offerHeading }}</h2>
<p>{{ t.offerDeadline }} <strong>{{ deadline }}</strong>.</p>
<div class="choice">
<form method="post" action="?locale={{ locale }}"><input type="hidden" name="action" value="accept"><button class="button" type="submit">{{ t.acceptButton }}</button></form>
<form method="post" action="?locale={{ locale }}"><input type="hidden" name="action" value="decline"><button class="button plain" type="submit">{{ t.declineButton }}</button></form>
</div>
</section>{% endif %}
{% if join or calendar %}<p class="action choice">{% if join %}<a class="button" href="{{ join }}">{{ t.join }}</a>{% endif %}
{% if calendar %}<a class="button plain" href="{{ calendar }}">{{ t.calendar }}</a>{% endif %}</p>{% endif %}
{% if view.canCancel and isOffered == false %}<hr class="rule">
<section aria-labelledby="cancel">
<h2 id="cancel">{{ t.cancelHeading }}</h2>
<p>{{ t.cancelExplanation }}</p>
<details>
<summary>{{ t.cancelButton }}</summary>
<p>{{ t.cancelWarning }}</p>
<form method="post" action="?locale={{ locale }}"><input type="hidden" name="action" value="cancel"><button class="button danger" type="submit">{{ t.cancelConfirm }}</button></form>
</details>
</section>{% endif %}
<hr class="rule">
<section aria-labelledby="feed">
<h2 id="feed">{{ t.feedHeading }}</h2>
<p>{{ t.feedExplanation }}</p>
<div class="choice">
<form method="post" action="{{ feed }}"><input type="hidden" name="action" value="send"><button class="button plain" type="submit">{{ t.feedSend }}</button></form>
<form method="post" action="{{ feed }}"><input type="hidden" name="action" value="renew"><button class="button plain" type="submit">{{ t.feedRenew }}</button></form>
</div>
</section>`;

const INVALID = `<div class="headline"><h1>{{ t.invalidHeading }}</h1></div>
<p class="lead">{{ t.invalidText }}</p>`;

/** A whole page around what it has to say. */
export const framed = (contents: string): string => START + contents + END;

export const PAGE_MARKUP = { registration: framed(REGISTRATION), invalid: framed(INVALID) };
