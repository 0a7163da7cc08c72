import type { MailKind } from '../../domain/job-catalog';
import type { Locale } from '../../../../shared/locales';
import { MAIL_KINDS, type MailShape } from './mail-kinds';
import {
  card,
  CARD,
  FONTS,
  GROUND,
  INK,
  LINE,
  link,
  markup,
  MUTED,
  paragraph,
  STYLES,
  TONES,
} from './mail-look';
import { SECTIONS, TEXT_SECTIONS, type Parts } from './mail-sections';
import { MAIL_TEXTS } from './mail-texts';

/** A mail before anybody's values are in it: MJML and plain text, both with Liquid placeholders (`MailContext`). */
export type MailTemplate = { subject: string; mjml: string; text: string };

export const mailTemplate = (kind: MailKind, locale: Locale): MailTemplate => {
  const { shared, kinds } = MAIL_TEXTS[locale];
  const parts = { locale, shape: MAIL_KINDS[kind], words: kinds[kind], shared };
  return { subject: parts.words.subject, mjml: mjmlOf(parts), text: textOf(parts) };
};

const mjmlOf = (parts: Parts) => `
<mjml lang="${parts.locale}">
  <mj-head>
    <mj-title>${markup(parts.words.subject)}</mj-title>
    <mj-preview>${markup(parts.words.preheader)}</mj-preview>
    <mj-raw>
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      <meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
    </mj-raw>
    <mj-attributes>
      <mj-all font-family="${FONTS}" />
      <mj-section padding="0" />
      <mj-column padding="0" />
      <mj-text font-size="16px" line-height="1.55" color="${INK}" padding="0 40px" />
    </mj-attributes>
    <mj-style>${STYLES}</mj-style>
  </mj-head>
  <mj-body width="600px" background-color="${GROUND}" css-class="ground">
    <mj-wrapper padding="24px 0 0" css-class="outer">
      ${header}
      ${opening(parts)}
      ${session(parts)}
      ${parts.shape.sections.map((section) => SECTIONS[section](parts)).join('')}
      ${closingEdge}
    </mj-wrapper>
    ${footer(parts)}
  </mj-body>
</mjml>`;

const header = `
  <mj-section css-class="edge" background-color="{{ palette.fill }}" border-radius="14px 14px 0 0" padding="22px 0">
    <mj-column>
      <mj-text css-class="pad" color="{{ palette.onFill }}" font-size="18px" font-weight="700" line-height="1.3">
        {% if program.logo %}<img src="{{ program.logo }}" alt="{{ program.name }}" height="36" style="display:block;height:36px;width:auto;max-width:240px;">{% else %}{{ program.name }}{% endif %}
      </mj-text>
    </mj-column>
  </mj-section>`;

const opening = ({ shape, words, shared }: Parts) => {
  const [background, color] = TONES[shape.tone].light;
  return card(
    `<mj-text css-class="pad">
      <span class="tone-${shape.tone}" style="display:inline-block;padding:4px 12px;border-radius:14px;font-size:13px;font-weight:600;line-height:20px;background:${background};color:${color};">${markup(words.badge)}</span>
    </mj-text>
    <mj-text css-class="pad ink" padding-top="14px">
      <h1 class="title" style="margin:0;font-size:29px;line-height:1.2;font-weight:700;letter-spacing:-0.3px;">${markup(words.heading)}</h1>
    </mj-text>
    <mj-text css-class="pad ink" padding-top="14px">
      ${paragraph(shared.greeting)}
      ${words.intro.map(paragraph).join('')}
      {% for line in note %}${paragraph('{{ line }}')}{% endfor %}
    </mj-text>`,
    '32px 0 0'
  );
};

/** The leaf of a tear-off calendar beside the title, the facts below, and the button. */
const session = ({ shape, words, shared }: Parts) => {
  const isOver = hasPassed(shape);
  const struck = shape.calendar === 'CANCEL' ? 'text-decoration:line-through;' : '';
  const rows = [
    fact(
      shared.when,
      `<strong style="${struck}">{{ when.date }}<br>{{ when.time }}</strong><br>
      <span class="muted" style="color:${MUTED};font-size:14px;">{{ when.zone }}{% if otherWhen %} (${shared.yourTime})<br>${shared.sessionTime}: {% if otherWhen.date != when.date %}{{ otherWhen.date }}, {% endif %}{{ otherWhen.time }} ({{ otherWhen.zone }}){% endif %}</span>`
    ),
    !isOver && fact(shared.duration, `{{ session.duration }} ${shared.minutes}`),
    !isOver && fact(shared.spokenLanguage, '{{ session.language }}'),
    `{% if session.speakers != '' %}${fact(shared.speakers, '{{ session.speakers }}')}{% endif %}`,
    !isOver &&
      fact(
        shared.where,
        `{% if meeting %}${link('{{ meeting.url }}', shared.joinLink)}{% if meeting.password %}<br>${shared.password}: {{ meeting.password }}{% endif %}{% elsif linkFollows %}${markup(shared.linkFollows)}{% else %}${shared.online}{% endif %}`
      ),
    `{% if rank %}${fact(shared.rank, '<strong>{{ rank }}</strong>')}{% endif %}`,
    fact(shared.reference, '{{ reference }}'),
  ];
  return card(
    `<mj-text css-class="pad ink" padding-top="12px" line-height="1.45">
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="box" style="border-collapse:separate;border:1px solid ${LINE};border-radius:12px;background:#f8f9fb;">
        <tr>
          <td width="66" valign="top" style="padding:20px 0 0 20px;">
            <table role="presentation" width="58" cellpadding="0" cellspacing="0" class="leaf" style="border-collapse:separate;width:58px;border:1px solid ${LINE};border-radius:10px;background:#ffffff;text-align:center;overflow:hidden;">
              <tr><td style="background:{{ palette.fill }};color:{{ palette.onFill }};font-size:12px;font-weight:700;line-height:20px;border-radius:9px 9px 0 0;">{{ when.month }}</td></tr>
              <tr><td style="font-size:23px;font-weight:700;line-height:28px;padding-top:3px;">{{ when.day }}</td></tr>
              <tr><td class="muted" style="font-size:12px;line-height:18px;padding-bottom:4px;color:${MUTED};">{{ when.weekday }}</td></tr>
            </table>
          </td>
          <td valign="middle" style="padding:20px 20px 0 16px;">
            <h2 style="margin:0;font-size:19px;line-height:1.3;font-weight:700;">{{ session.title }}</h2>
          </td>
        </tr>
        <tr>
          <td colspan="2" style="padding:14px 20px 16px;">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="font-size:15px;line-height:1.45;">${rows.filter(Boolean).join('')}</table>
          </td>
        </tr>
      </table>
    </mj-text>
    <mj-raw>{% if buttonUrl %}</mj-raw>
    <mj-button css-class="pad button" href="{{ buttonUrl }}" align="left" background-color="{{ palette.fill }}" color="{{ palette.onFill }}" font-size="16px" font-weight="600" line-height="1.3" border-radius="10px" inner-padding="14px 26px" padding="24px 40px 0">${markup(words.button)}</mj-button>
    <mj-raw>{% endif %}</mj-raw>`,
    '0'
  );
};

/** What is over, for everybody or for this person, needs no way in and no length. */
const hasPassed = ({ tone, goesOut }: MailShape) => tone === 'over' || goesOut === 'after';

const fact = (label: string, value: string) =>
  `<tr><td class="label muted" width="130" valign="top" style="width:130px;padding:6px 12px 6px 0;color:${MUTED};">${label}</td><td class="value" valign="top" style="padding:6px 0;">${value}</td></tr>`;

const closingEdge = `
  <mj-section css-class="card edge" background-color="${CARD}" border-radius="0 0 14px 14px" padding="0">
    <mj-column><mj-spacer height="32px" /></mj-column>
  </mj-section>`;

const footer = ({ shared }: Parts) => `
  <mj-section css-class="footer" padding="22px 0 36px">
    <mj-column>
      <mj-text css-class="pad muted" color="${MUTED}" font-size="13px" line-height="1.6">
        <p style="margin:0 0 10px;">{% if session.url %}${link('{{ session.url }}', markup(shared.aboutSession))} &nbsp;·&nbsp; {% endif %}${link('{{ manageUrl }}', markup(shared.manage))}{% if unsubscribeUrl %} &nbsp;·&nbsp; ${link('{{ unsubscribeUrl }}', markup(shared.unsubscribe))}{% endif %}</p>
        <p style="margin:0 0 10px;">{% for line in program.footer %}{{ line }}{% unless forloop.last %}<br>{% endunless %}{% endfor %}</p>
        <p style="margin:0;">{% if program.company %}<strong>{{ program.company }}</strong>{% else %}<strong>{{ program.name }}</strong>{% endif %}{% for line in program.address %}<br>{{ line }}{% endfor %}{% if program.url %}<br>${link('{{ program.url }}', '{{ program.url }}')}{% endif %}</p>
      </mj-text>
    </mj-column>
  </mj-section>`;

const textOf = (parts: Parts) =>
  [
    '{{ program.name }}',
    parts.words.heading,
    parts.shared.greeting,
    ...parts.words.intro,
    '{% for line in note %}{{ line }}\n\n{% endfor %}',
    textSession(parts),
    `{% if buttonUrl %}${parts.words.button}:\n{{ buttonUrl }}{% endif %}`,
    ...parts.shape.sections.map((section) => TEXT_SECTIONS[section](parts)),
    textFooter(parts),
  ].join('\n\n');

const textSession = ({ shape, shared }: Parts) => {
  const isOver = hasPassed(shape);
  return [
    '----------------------------------------',
    '{{ session.title }}',
    '',
    `${shared.when}: {{ when.text }}{% if otherWhen %}\n${shared.sessionTime}: {{ otherWhen.text }}{% endif %}`,
    !isOver && `${shared.duration}: {{ session.duration }} ${shared.minutes}`,
    !isOver && `${shared.spokenLanguage}: {{ session.language }}`,
    `{% if session.speakers != '' %}${shared.speakers}: {{ session.speakers }}\n{% endif %}`.trim(),
    !isOver &&
      `${shared.where}: {% if meeting %}{{ meeting.url }}{% if meeting.password %}\n${shared.password}: {{ meeting.password }}{% endif %}{% elsif linkFollows %}${shared.linkFollows}{% else %}${shared.online}{% endif %}`,
    `{% if rank %}${shared.rank}: {{ rank }}\n{% endif %}${shared.reference}: {{ reference }}`,
    '----------------------------------------',
  ]
    .filter((line) => line !== false)
    .join('\n');
};

const textFooter = ({ shared }: Parts) =>
  [
    '-- ',
    `{% if session.url %}${shared.aboutSession}: {{ session.url }}\n{% endif %}${shared.manage}: {{ manageUrl }}{% if unsubscribeUrl %}\n${shared.unsubscribe}: {{ unsubscribeUrl }}{% endif %}`,
    '',
    '{% for line in program.footer %}{{ line }}\n{% endfor %}',
    '{% if program.company %}{{ program.company }}{% else %}{{ program.name }}{% endif %}',
    '{% for line in program.address %}{{ line }}\n{% endfor %}{% if program.url %}{{ program.url }}{% endif %}',
  ].join('\n');
