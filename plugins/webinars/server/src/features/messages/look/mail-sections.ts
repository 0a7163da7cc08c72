import type { Locale } from '../../../../../shared/locales';
import type { MailSection, MailShape } from '../mail-kinds';
import { block, link, list, markup, MUTED, plain, when } from './mail-look';
import type { KindTexts, SharedTexts } from '../words/mail-words';

/** What a template is made of. */
export type Parts = { locale: Locale; shape: MailShape; words: KindTexts; shared: SharedTexts };

type SectionParts = Pick<Parts, 'shape' | 'shared'>;

export const SECTIONS: Record<MailSection, (parts: SectionParts) => string> = {
  calendar: ({ shape, shared }) =>
    when(
      'hasCalendar',
      block(shared.calendarHeading, `${plain(calendarWords(shape, shared))}${feedLine(shared)}`)
    ),
  feed: ({ shared }) =>
    block(
      shared.feedLink,
      `<p style="margin:0;word-break:break-all;">${link('{{ feedUrl }}', '{{ feedUrl }}')}</p>`
    ),
  preparation: ({ shared }) =>
    block(
      shared.preparationHeading,
      `{% for line in preparation.text %}${plain('{{ line }}')}{% endfor %}
      {% if preparation.materials.length > 0 %}${list(MATERIAL_ITEMS)}{% endif %}
      {% if preparation.text.length == 0 and preparation.materials.length == 0 %}${plain(shared.noPreparation)}{% endif %}`
    ),
  technical: ({ shared }) =>
    block(
      shared.technicalHeading,
      `{% if technical.length == 1 %}${plain('{{ technical[0] }}')}{% else %}${list(
        '{% for line in technical %}<li style="margin:0 0 4px;">{{ line }}</li>{% endfor %}'
      )}{% endif %}`
    ),
  others: ({ shared }) =>
    when(
      'others.length > 0',
      block(
        shared.othersHeading,
        `{% for other in others %}<p style="margin:0 0 10px;"><strong>{{ other.title }}</strong><br>{{ other.when }}<br>${link('{{ other.joinUrl }}', markup(shared.join))} &nbsp;·&nbsp; ${link('{{ other.manageUrl }}', markup(shared.manage))}</p>{% endfor %}`
      )
    ),
  expert: ({ shared }) =>
    when(
      'expert',
      block(
        shared.expertHeading,
        `${plain(`${shared.learnFrom} {{ expert.name }}{% if expert.expertise %}, ${shared.expertIn} {{ expert.expertise }}{% endif %}.`)}${expertLinks(shared)}`
      )
    ),
  contact: ({ shared }) =>
    when(
      'expert.linkedIn or expert.consultation',
      block(shared.contactHeading, `${plain('{{ expert.name }}')}${expertLinks(shared)}`)
    ),
  agenda: ({ shared }) =>
    when(
      'agenda.length > 0',
      block(
        shared.agendaHeading,
        list(
          `{% for item in agenda %}<li style="margin:0 0 6px;"><strong>{{ item.title }}</strong>${minutes(shared)}{% if item.description %}<br><span class="muted" style="color:${MUTED};">{{ item.description }}</span>{% endif %}</li>{% endfor %}`
        )
      )
    ),
  briefAgenda: ({ shared }) =>
    when(
      'agenda.length > 0',
      block(
        shared.agendaHeading,
        list(
          `{% for item in agenda %}<li style="margin:0 0 4px;">{{ item.title }}${minutes(shared)}</li>{% endfor %}`
        )
      )
    ),
  after: ({ shared }) =>
    when(
      AFTER,
      block(
        shared.afterHeading,
        list(
          `{% if after.recording %}<li style="margin:0 0 4px;">${link('{{ after.recording }}', shared.recording)}</li>{% endif %}{% if after.slides %}<li style="margin:0 0 4px;">${link('{{ after.slides }}', shared.slides)}</li>{% endif %}${MATERIAL_ITEMS}`
        )
      )
    ),
  next: ({ shared }) =>
    when(
      'next.length > 0',
      block(
        shared.nextHeading,
        list(
          `{% for item in next %}<li style="margin:0 0 6px;">{% if item.url %}${link('{{ item.url }}', '{{ item.title }}')}{% else %}{{ item.title }}{% endif %}<br>{{ item.when }}</li>{% endfor %}`
        )
      )
    ),
  emergency: ({ shared }) =>
    when(
      'support.email or support.phone',
      block(shared.emergencyHeading, contact(shared.emergencyIntro, shared))
    ),
  share: ({ shared }) =>
    block(
      shared.shareHeading,
      `${plain(shared.shareIntro)}
      <p class="muted" style="margin:8px 0 10px;padding:0 0 0 12px;border-left:3px solid {{ palette.fill }};color:${MUTED};">{{ share.post }}</p>
      <p style="margin:0;">${link('{{ share.linkedIn }}', `${shared.shareOn} LinkedIn`)} &nbsp;·&nbsp; ${link('{{ share.x }}', `${shared.shareOn} X`)}</p>`
    ),
  support: ({ shape, shared }) => supportBlock(shared, headingOf(shape, shared)),
};

const feedLine = (shared: SharedTexts) =>
  `{% if feedUrl %}<p class="muted" style="margin:6px 0 0;font-size:13px;line-height:1.5;color:${MUTED};">${markup(shared.feed)} ${link('{{ feedUrl }}', markup(shared.feedLink))}</p>{% endif %}`;

const calendarWords = ({ calendar }: MailShape, shared: SharedTexts) => {
  if (calendar === 'CANCEL') return shared.calendarCancel;
  return calendar === 'TENTATIVE' ? shared.calendarTentative : shared.calendarRequest;
};

/** Afterwards nobody has trouble joining any more. */
const headingOf = ({ goesOut }: MailShape, shared: SharedTexts) =>
  goesOut === 'after' ? shared.supportHeadingAfter : shared.supportHeading;

export const supportBlock = (shared: SharedTexts, heading = shared.supportHeading) =>
  when('support.email or support.phone', block(heading, contact(shared.supportIntro, shared)));

const MATERIAL_ITEMS = `{% for item in preparation.materials %}<li style="margin:0 0 4px;">{% if item.url %}${link('{{ item.url }}', '{{ item.title }}')}{% else %}{{ item.title }}{% endif %}</li>{% endfor %}`;

/** Whether there is anything to give along after a session. */
const AFTER = 'after.recording or after.slides or preparation.materials.length > 0';

const minutes = (shared: SharedTexts) =>
  `{% if item.minutes %} ({{ item.minutes }} ${shared.minutes}){% endif %}`;

const expertLinks = (shared: SharedTexts) =>
  `<p style="margin:0;">{% if expert.linkedIn %}${link('{{ expert.linkedIn }}', shared.connect)}{% endif %}{% if expert.linkedIn and expert.consultation %} &nbsp;·&nbsp; {% endif %}{% if expert.consultation %}${link('{{ expert.consultation }}', shared.consult)}{% endif %}</p>`;

const contact = (intro: string, shared: SharedTexts) =>
  `<p style="margin:0;">${markup(intro)} {% if support.email %}${shared.supportMail} ${link('mailto:{{ support.email }}', '{{ support.email }}')}{% endif %}{% if support.email and support.phone %}, {% endif %}{% if support.phone %}${shared.supportPhone} ${link('tel:{{ support.phoneLink }}', '{{ support.phone }}', 'white-space:nowrap;')}{% endif %}.</p>`;

export const TEXT_SECTIONS: Record<MailSection, (parts: SectionParts) => string> = {
  calendar: ({ shape, shared }) =>
    `{% if hasCalendar %}${textBlock(shared.calendarHeading, `${calendarWords(shape, shared)}{% if feedUrl %}\n\n${shared.feed}\n{{ feedUrl }}{% endif %}`)}{% endif %}`,
  // The button has it, in full.
  feed: () => '',
  preparation: ({ shared }) =>
    textBlock(
      shared.preparationHeading,
      `{% for line in preparation.text %}{{ line }}\n{% endfor %}${TEXT_MATERIAL_ITEMS}{% if preparation.text.length == 0 and preparation.materials.length == 0 %}${shared.noPreparation}{% endif %}`
    ),
  technical: ({ shared }) =>
    textBlock(shared.technicalHeading, '{% for line in technical %}- {{ line }}\n{% endfor %}'),
  others: ({ shared }) =>
    `{% if others.length > 0 %}${textBlock(
      shared.othersHeading,
      `{% for other in others %}{{ other.title }}\n{{ other.when }}\n${shared.join}: {{ other.joinUrl }}\n${shared.manage}: {{ other.manageUrl }}\n\n{% endfor %}`
    )}{% endif %}`,
  expert: ({ shared }) =>
    `{% if expert %}${textBlock(
      shared.expertHeading,
      `${shared.learnFrom} {{ expert.name }}{% if expert.expertise %}, ${shared.expertIn} {{ expert.expertise }}{% endif %}.\n${textExpertLinks(shared)}`
    )}{% endif %}`,
  contact: ({ shared }) =>
    `{% if expert.linkedIn or expert.consultation %}${textBlock(shared.contactHeading, `{{ expert.name }}\n${textExpertLinks(shared)}`)}{% endif %}`,
  agenda: ({ shared }) =>
    `{% if agenda.length > 0 %}${textBlock(
      shared.agendaHeading,
      `{% for item in agenda %}- {{ item.title }}${minutes(shared)}{% if item.description %}\n  {{ item.description }}{% endif %}\n{% endfor %}`
    )}{% endif %}`,
  briefAgenda: ({ shared }) =>
    `{% if agenda.length > 0 %}${textBlock(shared.agendaHeading, `{% for item in agenda %}- {{ item.title }}${minutes(shared)}\n{% endfor %}`)}{% endif %}`,
  after: ({ shared }) =>
    `{% if ${AFTER} %}${textBlock(
      shared.afterHeading,
      `{% if after.recording %}- ${shared.recording}: {{ after.recording }}\n{% endif %}{% if after.slides %}- ${shared.slides}: {{ after.slides }}\n{% endif %}${TEXT_MATERIAL_ITEMS}`
    )}{% endif %}`,
  next: ({ shared }) =>
    `{% if next.length > 0 %}${textBlock(
      shared.nextHeading,
      '{% for item in next %}- {{ item.title }}, {{ item.when }}{% if item.url %}\n  {{ item.url }}{% endif %}\n{% endfor %}'
    )}{% endif %}`,
  emergency: ({ shared }) =>
    `{% if support.email or support.phone %}${textBlock(shared.emergencyHeading, textContact(shared.emergencyIntro, shared))}{% endif %}`,
  share: ({ shared }) =>
    textBlock(
      shared.shareHeading,
      `${shared.shareIntro}\n{{ share.post }}\n\nLinkedIn: {{ share.linkedIn }}\nX: {{ share.x }}`
    ),
  support: ({ shape, shared }) => textSupportBlock(shared, headingOf(shape, shared)),
};

export const textSupportBlock = (shared: SharedTexts, heading = shared.supportHeading) =>
  `{% if support.email or support.phone %}${textBlock(
    heading,
    textContact(shared.supportIntro, shared)
  )}{% endif %}`;

export const textBlock = (heading: string, content: string) =>
  `${heading.toUpperCase()}\n${content}`;

const TEXT_MATERIAL_ITEMS =
  '{% for item in preparation.materials %}- {{ item.title }}{% if item.url %}: {{ item.url }}{% endif %}\n{% endfor %}';

const textExpertLinks = (shared: SharedTexts) =>
  `{% if expert.linkedIn %}${shared.connect}: {{ expert.linkedIn }}\n{% endif %}{% if expert.consultation %}${shared.consult}: {{ expert.consultation }}\n{% endif %}`;

const textContact = (intro: string, shared: SharedTexts) =>
  `${intro} {% if support.email %}${shared.supportMail} {{ support.email }}{% endif %}{% if support.email and support.phone %}, {% endif %}{% if support.phone %}${shared.supportPhone} {{ support.phone }}{% endif %}`;
