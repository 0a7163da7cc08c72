import type { Locale } from '../../../../../shared/locales';
import { formatInstant, isZone } from '../../../domain/local-time';
import { endsAt } from '../../../domain/session';
import type { SessionText } from '../../sessions';
import { frame, pageTemplate, timesFor } from '../page-frame';
import { framed } from '../page-markup';
import type { PageProgram } from '../page-program';
import { FEEDBACK_TEXTS, type FeedbackRefusal } from './feedback-texts';

export type FeedbackPageFacts = {
  session: SessionText;
  timezone: string | null;
  program: PageProgram;
  locale: Locale;
};

export type FeedbackPageKind =
  | {
      kind: 'open';
      closesAt: Date;
      /** What stands in the form: what was said before, or what was sent and not taken. */
      rating: number | null;
      comment: string | null;
      hasAnswered: boolean;
      isDone: boolean;
      /** What is wrong with what was sent, by field. */
      faults: Readonly<Partial<Record<'rating' | 'comment', string>>>;
    }
  | { kind: 'early'; opensAt: Date }
  | { kind: 'refused'; why: FeedbackRefusal };

export const renderFeedbackPage = (
  { session, timezone, program, locale }: FeedbackPageFacts,
  shown: FeedbackPageKind
): string => {
  const words = FEEDBACK_TEXTS[locale];
  const times = { datetime: session.startsAt, endsAt: endsAt(session), timezone: session.timezone };
  const zone = timezone !== null && isZone(timezone) ? timezone : session.timezone;
  const written = (at: Date) => formatInstant(at, { zone, language: locale });
  const form = shown.kind === 'open' ? shown : null;
  return PAGE({
    ...frame({ locale, program, title: `${words.heading} ${session.title}` }),
    ...timesFor({ session: times, timezone }, locale),
    session,
    words,
    shown: shown.kind,
    notice: form?.isDone ? words.done : null,
    refusal: shown.kind === 'refused' ? words.refused[shown.why] : null,
    opens: shown.kind === 'early' ? written(shown.opensAt) : null,
    closes: form === null ? null : written(form.closesAt),
    button: form?.hasAnswered ? words.change : words.send,
    comment: form?.comment ?? '',
    ratingFault: form?.faults.rating ?? null,
    commentFault: form?.faults.comment ?? null,
    marks: words.marks.map((name, index) => ({
      name,
      value: index + 1,
      stars: '★'.repeat(index + 1),
      isChosen: form?.rating === index + 1,
    })),
  });
};

const PAGE = pageTemplate(
  framed(`{% if notice %}<p class="notice" role="status">{{ notice }}</p>{% endif %}
<p class="eyebrow">{% if refusal %}<span class="badge over">{{ refusal.badge }}</span>{% endif %}<span>{{ session.title }}</span></p>
<div class="headline">
<div class="leaf" aria-hidden="true"><b>{{ when.month }}</b><strong>{{ when.day }}</strong><span>{{ when.weekday }}</span></div>
<h1>{{ words.heading }}</h1>
</div>
{% if shown == 'open' %}<p class="lead">{{ words.lead }}</p>
<form class="action" method="post" action="?locale={{ locale }}" novalidate>
<fieldset{% if ratingFault %} aria-describedby="rating-fault"{% endif %}><legend>{{ words.rating }}</legend>
{% for mark in marks %}<label class="mark"><input type="radio" name="rating" value="{{ mark.value }}" required{% if mark.isChosen %} checked{% endif %}><span class="stars" aria-hidden="true">{{ mark.stars }}</span> {{ mark.name }}</label>
{% endfor %}
{% if ratingFault %}<p class="fault" id="rating-fault" role="alert">{{ ratingFault }}</p>{% endif %}</fieldset>
<label class="field" for="comment">{{ words.comment }}</label>
<p class="help" id="comment-help">{{ words.commentHelp }}</p>
<textarea id="comment" name="comment" rows="6" maxlength="5000" aria-describedby="comment-help{% if commentFault %} comment-fault{% endif %}"{% if commentFault %} aria-invalid="true"{% endif %}>
{{ comment }}</textarea>
{% if commentFault %}<p class="fault" id="comment-fault" role="alert">{{ commentFault }}</p>{% endif %}
<p class="action"><button class="button" type="submit">{{ button }}</button></p>
<p class="help">{{ words.changeable }} {{ closes }}.</p>
</form>
{% elsif shown == 'early' %}<p class="lead">{{ words.early }} <strong>{{ opens }}</strong>.</p>
{% else %}<p class="lead">{{ refusal.text }}</p>{% endif %}`)
);
