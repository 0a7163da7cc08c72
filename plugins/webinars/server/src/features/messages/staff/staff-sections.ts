import { block, link, list, markup, MUTED, plain, when } from '../look/mail-look';
import { textBlock } from '../look/mail-sections';
import { fact } from '../look/mail-box';
import type { StaffWords } from './staff-texts';

export type StaffSection =
  'figures' | 'insights' | 'questions' | 'trend' | 'attendees' | 'setUp' | 'admin';

export const STAFF_SECTIONS: Record<StaffSection, (words: StaffWords) => string> = {
  figures: (words) =>
    block(
      words.figuresHeading,
      table(
        [
          fact(
            words.confirmed,
            '<strong>{{ figures.confirmed }}</strong>{% if figures.seats %} {{ figures.seats }}{% endif %}'
          ),
          `{% if figures.waitlisted > 0 %}${fact(words.waitlisted, '{{ figures.waitlisted }}')}{% endif %}`,
          `{% if figures.undecided > 0 %}${fact(words.undecided, '{{ figures.undecided }}')}{% endif %}`,
          `{% if figures.revenue %}${fact(words.revenue, '{{ figures.revenue }}')}{% endif %}`,
        ].join('')
      )
    ),
  insights: (words) =>
    block(
      words.insightsHeading,
      `{% if insights.length == 0 %}${plain(words.nobodyYet)}{% else %}${table(
        `{% for insight in insights %}${fact('{{ insight.label }}', '{{ insight.text }}')}{% endfor %}`
      )}{% endif %}`
    ),
  questions: (words) =>
    when(
      'questions.length > 0',
      block(
        words.questionsHeading,
        `${list('{% for question in questions %}<li style="margin:0 0 6px;">{{ question }}</li>{% endfor %}')}${more('moreQuestions')}`
      )
    ),
  trend: (words) =>
    when(
      'trend.length > 0',
      block(
        words.trendHeading,
        table(
          `{% for item in trend %}<tr><td width="96" style="width:96px;padding:2px 12px 2px 0;white-space:nowrap;">{{ item.day }}</td><td style="padding:2px 0;"><div style="{% if item.count > 0 %}background:{{ palette.fill }};{% endif %}width:{{ item.percent }}%;height:12px;line-height:12px;font-size:1px;border-radius:3px;">&nbsp;</div></td><td width="48" style="width:48px;padding:2px 0 2px 12px;text-align:right;">{{ item.count }}</td></tr>{% endfor %}`
        )
      )
    ),
  attendees: (words) =>
    when(
      'attendees.length > 0',
      block(
        words.attendeesHeading,
        `${table(
          `{% for person in attendees %}<tr><td class="cell rule"><b>{{ person.name }}</b><br>{{ person.email }}</td><td class="cell rule">{{ person.company }}{% if person.position %}<br>{{ person.position }}{% endif %}</td></tr>{% endfor %}`
        )}${more('moreAttendees')}`
      )
    ),
  setUp: (words) =>
    block(
      words.setUpHeading,
      list('{% for line in setUp %}<li style="margin:0 0 4px;">{{ line }}</li>{% endfor %}')
    ),
  admin: (words) =>
    when(
      'admin',
      block(
        words.adminHeading,
        `<p style="margin:0;">${link('{{ admin.session }}', markup(words.adminSession))} &nbsp;·&nbsp; ${link('{{ admin.registrations }}', markup(words.adminRegistrations))}</p>`
      )
    ),
};

const table = (rows: string) =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="font-size:15px;line-height:1.45;">${rows}</table>`;

const more = (name: string) =>
  `{% if ${name} %}<p class="muted" style="margin:8px 0 0;color:${MUTED};">{{ ${name} }}</p>{% endif %}`;

export const STAFF_TEXT_SECTIONS: Record<StaffSection, (words: StaffWords) => string> = {
  figures: (words) =>
    textBlock(
      words.figuresHeading,
      `${words.confirmed}: {{ figures.confirmed }}{% if figures.seats %} {{ figures.seats }}{% endif %}{% if figures.waitlisted > 0 %}\n${words.waitlisted}: {{ figures.waitlisted }}{% endif %}{% if figures.undecided > 0 %}\n${words.undecided}: {{ figures.undecided }}{% endif %}{% if figures.revenue %}\n${words.revenue}: {{ figures.revenue }}{% endif %}`
    ),
  insights: (words) =>
    textBlock(
      words.insightsHeading,
      `{% if insights.length == 0 %}${words.nobodyYet}{% endif %}{% for insight in insights %}{{ insight.label }}: {{ insight.text }}\n{% endfor %}`
    ),
  questions: (words) =>
    `{% if questions.length > 0 %}${textBlock(
      words.questionsHeading,
      '{% for question in questions %}- {{ question }}\n{% endfor %}{% if moreQuestions %}{{ moreQuestions }}{% endif %}'
    )}{% endif %}`,
  trend: (words) =>
    `{% if trend.length > 0 %}${textBlock(words.trendHeading, '{% for item in trend %}{{ item.day }}: {{ item.count }}\n{% endfor %}')}{% endif %}`,
  attendees: (words) =>
    `{% if attendees.length > 0 %}${textBlock(
      words.attendeesHeading,
      '{% for person in attendees %}- {{ person.name }}, {{ person.company }}{% if person.position %}, {{ person.position }}{% endif %}, {{ person.email }}\n{% endfor %}{% if moreAttendees %}{{ moreAttendees }}{% endif %}'
    )}{% endif %}`,
  setUp: (words) =>
    textBlock(words.setUpHeading, '{% for line in setUp %}- {{ line }}\n{% endfor %}'),
  admin: (words) =>
    `{% if admin %}${textBlock(
      words.adminHeading,
      `${words.adminSession}: {{ admin.session }}\n${words.adminRegistrations}: {{ admin.registrations }}`
    )}{% endif %}`,
};
