import type { Locale } from '../../../../../shared/locales';
import { assertNever } from '../../../domain/errors';
import { formatInstant, isZone } from '../../../domain/local-time';
import type { SessionText } from '../../sessions';
import { endsAt } from '../../../domain/session';
import { frame, pageTemplate, timesFor } from '../page-frame';
import { framed } from '../page-markup';
import type { PageProgram } from '../page-program';
import { JOIN_TEXTS, type JoinRefusal } from './join-texts';

export type JoinPageFacts = {
  session: SessionText;
  timezone: string | null;
  program: PageProgram;
  locale: Locale;
  now: Date;
};

/** What the page is for: to go in, to wait, or to learn why not. */
export type JoinPageKind =
  { kind: 'open' } | { kind: 'early'; opensAt: Date } | { kind: 'refused'; why: JoinRefusal };

export const renderJoinPage = (facts: JoinPageFacts, shown: JoinPageKind): string => {
  const { session, timezone, program, locale, now } = facts;
  const words = JOIN_TEXTS[locale];
  const times = { datetime: session.startsAt, endsAt: endsAt(session), timezone: session.timezone };
  const zone = timezone !== null && isZone(timezone) ? timezone : session.timezone;
  return PAGE({
    ...frame({ locale, program, title: `${words.heading}: ${session.title}` }),
    ...timesFor({ session: times, timezone }, locale),
    session,
    words,
    shown: shown.kind,
    badge: badgeOf(shown, locale),
    refusal: shown.kind === 'refused' ? words.refused[shown.why].text : null,
    opens: shown.kind === 'early' ? formatInstant(shown.opensAt, { zone, language: locale }) : null,
    seconds:
      shown.kind === 'early' ? Math.ceil((shown.opensAt.getTime() - now.getTime()) / 1000) : 0,
  });
};

const badgeOf = (shown: JoinPageKind, locale: Locale) => {
  const words = JOIN_TEXTS[locale];
  switch (shown.kind) {
    case 'open':
      return { text: words.open, tone: 'good' };
    case 'early':
      return null;
    case 'refused':
      return {
        text: words.refused[shown.why].badge,
        tone: shown.why === 'meeting_url_missing' ? 'wait' : 'over',
      };
    default:
      return assertNever(shown);
  }
};

/**
 * Goes in by itself, as somebody who has clicked expects. Not in the background, where a browser may only be looking
 * ahead, and not for whoever comes back from the meeting.
 */
const GO_IN = `
(() => {
  const [visit] = performance.getEntriesByType('navigation');
  if (visit && visit.type !== 'navigate') return;
  const goIn = () => document.forms[0].submit();
  if (document.visibilityState === 'visible') goIn();
  else document.addEventListener('visibilitychange', goIn, { once: true });
})();
`;

/** The two largest units in the language of the page; the page is looked at again when the time has come. */
const COUNT_DOWN = `
(() => {
  const line = document.getElementById('countdown');
  const until = Date.now() + Number(line.dataset.seconds) * 1000;
  const say = ([unit, value]) =>
    new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  const tick = () => {
    const left = Math.ceil((until - Date.now()) / 1000);
    if (left <= 0) return location.reload();
    const units = [['day', Math.floor(left / 86400)], ['hour', Math.floor(left / 3600) % 24], ['minute', Math.floor(left / 60) % 60], ['second', left % 60]];
    const first = units.findIndex(([, value]) => value > 0);
    line.lastElementChild.textContent = units.slice(first, first + 2).map(say).join(' · ');
    line.hidden = false;
    setTimeout(tick, 1000);
  };
  tick();
})();
`;

/** What runs on the page, by what the page is for. */
export const JOIN_SCRIPTS: Partial<Record<JoinPageKind['kind'], string>> = {
  open: GO_IN,
  early: COUNT_DOWN,
};

const PAGE = pageTemplate(
  framed(`<p class="eyebrow">{% if badge %}<span class="badge {{ badge.tone }}">{{ badge.text }}</span>{% endif %}<span>{{ words.heading }}</span></p>
<div class="headline">
<div class="leaf" aria-hidden="true"><b>{{ when.month }}</b><strong>{{ when.day }}</strong><span>{{ when.weekday }}</span></div>
<h1{% if session.locale != locale %} lang="{{ session.locale }}"{% endif %}>{{ session.title }}</h1>
</div>
{% if shown == 'open' %}<p class="lead">{{ words.openExplanation }}</p>
<form class="action" method="post" action="?locale={{ locale }}"><button class="button" type="submit">{{ words.button }}</button></form>
{% elsif shown == 'early' %}<p class="lead">{{ words.early }} <strong>{{ opens }}</strong>.</p>
<p class="countdown" id="countdown" role="timer" data-seconds="{{ seconds }}" hidden>{{ words.countdown }} <span></span></p>
<p class="action"><a class="button" href="?locale={{ locale }}">{{ words.again }}</a></p>
{% else %}<p class="lead">{{ refusal }}</p>{% endif %}
<dl>
<div><dt>{{ t.when }}</dt><dd><strong>{{ when.date }}<br>{{ when.time }}</strong>
<small>{{ when.zone }}{% if otherWhen %} ({{ t.yourTime }}){% endif %}</small>
{% if otherWhen %}<small>{{ t.sessionTime }}: {% if otherWhen.date != when.date %}{{ otherWhen.date }}, {% endif %}{{ otherWhen.time }} ({{ otherWhen.zone }})</small>{% endif %}</dd></div>
<div><dt>{{ t.duration }}</dt><dd>{{ session.durationMinutes }} {{ t.minutes }}</dd></div>
</dl>
{% if shown == 'open' %}<script>${GO_IN}</script>{% elsif shown == 'early' %}<script>${COUNT_DOWN}</script>{% endif %}`)
);
