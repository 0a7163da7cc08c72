import type { Locale } from '../../../../../shared/locales';
import { MAIL_CATEGORIES, type MailCategory } from '../../../domain/mail-preferences';
import { frame, framed, pageTemplate, type PageProgram } from '../../registration';
import { UNSUBSCRIBE_TEXTS } from './unsubscribe-texts';

export type UnsubscribePageFacts = {
  email: string;
  optOuts: readonly MailCategory[];
  program: PageProgram;
  locale: Locale;
  /** What the visitor has just done by the page's own form. */
  justDone: 'stop' | 'start' | null;
};

export const renderUnsubscribePage = ({
  email,
  optOuts,
  program,
  locale,
  justDone,
}: UnsubscribePageFacts): string => {
  const words = UNSUBSCRIBE_TEXTS[locale];
  return PAGE({
    ...frame({ locale, program, title: words.heading }),
    words,
    email,
    notice: justDone === null ? null : words.done[justDone],
    rows: MAIL_CATEGORIES.map((category) => ({
      category,
      ...words.category[category],
      isOff: optOuts.includes(category),
    })),
    canStopAll: optOuts.length < MAIL_CATEGORIES.length - 1,
  });
};

const PAGE = pageTemplate(
  framed(`{% if notice %}<p class="notice" role="status">{{ notice }}</p>{% endif %}
<div class="headline"><h1>{{ words.heading }}</h1></div>
<p class="lead">{{ words.lead }}</p>
<dl><div><dt>{{ words.address }}</dt><dd>{{ email }}</dd></div></dl>
{% for row in rows %}<section class="preference" aria-labelledby="{{ row.category }}">
<div><h2 id="{{ row.category }}">{{ row.name }} <span class="badge {% if row.isOff %}over{% else %}good{% endif %}">{% if row.isOff %}{{ words.off }}{% else %}{{ words.on }}{% endif %}</span></h2>
<p>{{ row.about }}</p></div>
<form method="post" action="?locale={{ locale }}"><input type="hidden" name="action" value="{% if row.isOff %}start{% else %}stop{% endif %}"><input type="hidden" name="category" value="{{ row.category }}"><button class="button plain" type="submit" aria-describedby="{{ row.category }}">{% if row.isOff %}{{ words.start }}{% else %}{{ words.stop }}{% endif %}</button></form>
</section>{% endfor %}
{% if canStopAll %}<form class="action" method="post" action="?locale={{ locale }}"><input type="hidden" name="action" value="stop"><input type="hidden" name="category" value="all"><button class="button" type="submit">{{ words.stopAll }}</button></form>{% endif %}
<p class="action">{{ words.always }}</p>`)
);
