import type { MailKind } from '../../domain/job-catalog';
import type { Locale } from '../../../../shared/locales';
import { MAIL_KINDS, type MailSection, type MailShape } from './mail-kinds';
import { MAIL_TEXTS, type KindTexts, type SharedTexts } from './mail-texts';
import { DARK_GROUND } from '../../domain/brand-palette';

/** A mail before anybody's values are in it: MJML and plain text, both with Liquid placeholders (`MailContext`). */
export type MailTemplate = { subject: string; mjml: string; text: string };

export const mailTemplate = (kind: MailKind, locale: Locale): MailTemplate => {
  const { shared, kinds } = MAIL_TEXTS[locale];
  const parts = { locale, shape: MAIL_KINDS[kind], words: kinds[kind], shared };
  return { subject: parts.words.subject, mjml: mjmlOf(parts), text: textOf(parts) };
};

type Parts = { locale: Locale; shape: MailShape; words: KindTexts; shared: SharedTexts };

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

const GROUND = '#eef0f4';
const CARD = '#ffffff';
const INK = '#1b2330';
const MUTED = '#586274';
const LINE = '#dfe3ea';
const FONTS = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** Colours of the badge, on light and on dark ground. */
const TONES: Record<MailShape['tone'], { light: [string, string]; dark: [string, string] }> = {
  good: { light: ['#dcf5e6', '#0f5c32'], dark: ['#123c26', '#8fe3b0'] },
  wait: { light: ['#fdf0cf', '#6b4a00'], dark: ['#42330c', '#f5d37c'] },
  news: { light: ['#e1e9fd', '#1f3f99'], dark: ['#1c2c55', '#a9c1ff'] },
  over: { light: ['#fbe3e1', '#8c1d18'], dark: ['#4a1b19', '#ffb4ab'] },
};

const darkTones = Object.entries(TONES)
  .map(
    ([tone, { dark }]) =>
      `.tone-${tone} { background: ${dark[0]} !important; color: ${dark[1]} !important; }`
  )
  .join('\n');

const STYLES = `
  a { text-decoration: underline; }
  .button a { text-decoration: none; }
  @media only screen and (max-width: 479px) {
    .outer > table > tbody > tr > td { padding-top: 0 !important; }
    .edge, .edge > table { border-radius: 0 !important; }
    .pad { padding-left: 20px !important; padding-right: 20px !important; }
    .title { font-size: 25px !important; }
    .button, .button table, .button td, .button a { width: auto !important; }
    .button table { width: 100% !important; }
    .button a { display: block !important; }
    .label { display: block !important; width: auto !important; padding-bottom: 0 !important; }
    .value { display: block !important; width: auto !important; padding-top: 0 !important; }
  }
  @media (prefers-color-scheme: dark) {
    body, .ground, .ground > div, .footer, .footer > table { background: #0e1217 !important; background-color: #0e1217 !important; }
    .card, .card > table { background: ${DARK_GROUND} !important; background-color: ${DARK_GROUND} !important; }
    .ink, .ink div, .ink td, .ink h1, .ink h2 { color: #e9edf3 !important; }
    .muted, .muted div, .ink .muted { color: #a7b1c0 !important; }
    .link, .muted .link { color: {{ palette.accentDark }} !important; }
    .box { background: #212833 !important; border-color: #353f4d !important; }
    .leaf { background: ${DARK_GROUND} !important; border-color: #353f4d !important; }
    .rule { border-color: #313a47 !important; }
    ${darkTones}
  }`;

const header = `
  <mj-section css-class="edge" background-color="{{ palette.fill }}" border-radius="14px 14px 0 0" padding="22px 0">
    <mj-column>
      <mj-text css-class="pad" color="{{ palette.onFill }}" font-size="18px" font-weight="700" line-height="1.3">
        {% if program.logo %}<img src="{{ program.logo }}" alt="{{ program.name }}" height="36" style="display:block;height:36px;width:auto;max-width:240px;">{% else %}{{ program.name }}{% endif %}
      </mj-text>
    </mj-column>
  </mj-section>`;

const card = (content: string, padding: string) => `
  <mj-section css-class="card" background-color="${CARD}" padding="${padding}">
    <mj-column>${content}</mj-column>
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

const paragraph = (text: string) => `<p style="margin:0 0 12px;">${markup(text)}</p>`;

/** The leaf of a tear-off calendar beside the title, the facts below, and the button. */
const session = ({ shape, words, shared }: Parts) => {
  const isOver = shape.tone === 'over';
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

const fact = (label: string, value: string) =>
  `<tr><td class="label muted" width="130" valign="top" style="width:130px;padding:6px 12px 6px 0;color:${MUTED};">${label}</td><td class="value" valign="top" style="padding:6px 0;">${value}</td></tr>`;

const link = (url: string, text: string, style = '') =>
  `<a class="link" href="${url}" target="_blank" style="color:{{ palette.accent }};${style}">${text}</a>`;

const block = (heading: string, content: string) =>
  card(
    `<mj-text css-class="pad ink">
      <div class="rule" style="border-top:1px solid ${LINE};height:0;line-height:0;font-size:0;margin-bottom:20px;">&nbsp;</div>
      <h2 style="margin:0 0 6px;font-size:17px;line-height:1.35;font-weight:700;">${markup(heading)}</h2>
      ${content}
    </mj-text>`,
    '26px 0 0'
  );

const list = (items: string) => `<ul style="margin:6px 0 0;padding:0 0 0 20px;">${items}</ul>`;

const when = (condition: string, content: string) =>
  `<mj-raw>{% if ${condition} %}</mj-raw>${content}<mj-raw>{% endif %}</mj-raw>`;

const SECTIONS: Record<MailSection, (parts: Parts) => string> = {
  calendar: ({ shape, shared }) =>
    when(
      'hasCalendar',
      block(
        shared.calendarHeading,
        plain(shape.calendar === 'CANCEL' ? shared.calendarCancel : shared.calendarRequest)
      )
    ),
  preparation: ({ shared }) =>
    block(
      shared.preparationHeading,
      `{% for line in preparation.text %}${plain('{{ line }}')}{% endfor %}
      {% if preparation.materials.length > 0 %}${list(
        `{% for item in preparation.materials %}<li style="margin:0 0 4px;">{% if item.url %}${link('{{ item.url }}', '{{ item.title }}')}{% else %}{{ item.title }}{% endif %}</li>{% endfor %}`
      )}{% endif %}
      {% if preparation.text.length == 0 and preparation.materials.length == 0 %}${plain(shared.noPreparation)}{% endif %}`
    ),
  technical: ({ shared }) =>
    block(
      shared.technicalHeading,
      `{% if technical.length == 1 %}${plain('{{ technical[0] }}')}{% else %}${list(
        '{% for line in technical %}<li style="margin:0 0 4px;">{{ line }}</li>{% endfor %}'
      )}{% endif %}`
    ),
  share: ({ shared }) =>
    block(
      shared.shareHeading,
      `${plain(shared.shareIntro)}
      <p class="muted" style="margin:8px 0 10px;padding:0 0 0 12px;border-left:3px solid {{ palette.fill }};color:${MUTED};">{{ share.post }}</p>
      <p style="margin:0;">${link('{{ share.linkedIn }}', `${shared.shareOn} LinkedIn`)} &nbsp;·&nbsp; ${link('{{ share.x }}', `${shared.shareOn} X`)}</p>`
    ),
  support: ({ shared }) =>
    when(
      'support.email or support.phone',
      block(
        shared.supportHeading,
        `<p style="margin:0;">${markup(shared.supportIntro)} {% if support.email %}${shared.supportMail} ${link('mailto:{{ support.email }}', '{{ support.email }}')}{% endif %}{% if support.email and support.phone %}, {% endif %}{% if support.phone %}${shared.supportPhone} ${link('tel:{{ support.phoneLink }}', '{{ support.phone }}', 'white-space:nowrap;')}{% endif %}.</p>`
      )
    ),
};

const plain = (text: string) => `<p style="margin:0 0 6px;">${markup(text)}</p>`;

const closingEdge = `
  <mj-section css-class="card edge" background-color="${CARD}" border-radius="0 0 14px 14px" padding="0">
    <mj-column><mj-spacer height="32px" /></mj-column>
  </mj-section>`;

const footer = ({ shared }: Parts) => `
  <mj-section css-class="footer" padding="22px 0 36px">
    <mj-column>
      <mj-text css-class="pad muted" color="${MUTED}" font-size="13px" line-height="1.6">
        <p style="margin:0 0 10px;">{% if session.url %}${link('{{ session.url }}', markup(shared.aboutSession))} &nbsp;·&nbsp; {% endif %}${link('{{ manageUrl }}', markup(shared.manage))}</p>
        <p style="margin:0 0 10px;">{% for line in program.footer %}{{ line }}{% unless forloop.last %}<br>{% endunless %}{% endfor %}</p>
        <p style="margin:0;">{% if program.company %}<strong>{{ program.company }}</strong>{% else %}<strong>{{ program.name }}</strong>{% endif %}{% for line in program.address %}<br>{{ line }}{% endfor %}{% if program.url %}<br>${link('{{ program.url }}', '{{ program.url }}')}{% endif %}</p>
      </mj-text>
    </mj-column>
  </mj-section>`;

/** Catalogue texts are ours, but they are text, not markup. Placeholders hold none of these characters. */
const markup = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

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
  const isOver = shape.tone === 'over';
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

const TEXT_SECTIONS: Record<MailSection, (parts: Parts) => string> = {
  calendar: ({ shape, shared }) =>
    `{% if hasCalendar %}${textBlock(shared.calendarHeading, shape.calendar === 'CANCEL' ? shared.calendarCancel : shared.calendarRequest)}{% endif %}`,
  preparation: ({ shared }) =>
    textBlock(
      shared.preparationHeading,
      `{% for line in preparation.text %}{{ line }}\n{% endfor %}{% for item in preparation.materials %}- {{ item.title }}{% if item.url %}: {{ item.url }}{% endif %}\n{% endfor %}{% if preparation.text.length == 0 and preparation.materials.length == 0 %}${shared.noPreparation}{% endif %}`
    ),
  technical: ({ shared }) =>
    textBlock(shared.technicalHeading, '{% for line in technical %}- {{ line }}\n{% endfor %}'),
  share: ({ shared }) =>
    textBlock(
      shared.shareHeading,
      `${shared.shareIntro}\n{{ share.post }}\n\nLinkedIn: {{ share.linkedIn }}\nX: {{ share.x }}`
    ),
  support: ({ shared }) =>
    `{% if support.email or support.phone %}${textBlock(
      shared.supportHeading,
      `${shared.supportIntro} {% if support.email %}${shared.supportMail} {{ support.email }}{% endif %}{% if support.email and support.phone %}, {% endif %}{% if support.phone %}${shared.supportPhone} {{ support.phone }}{% endif %}`
    )}{% endif %}`,
};

const textBlock = (heading: string, content: string) => `${heading.toUpperCase()}\n${content}`;

const textFooter = ({ shared }: Parts) =>
  [
    '-- ',
    `{% if session.url %}${shared.aboutSession}: {{ session.url }}\n{% endif %}${shared.manage}: {{ manageUrl }}`,
    '',
    '{% for line in program.footer %}{{ line }}\n{% endfor %}',
    '{% if program.company %}{{ program.company }}{% else %}{{ program.name }}{% endif %}',
    '{% for line in program.address %}{{ line }}\n{% endfor %}{% if program.url %}{{ program.url }}{% endif %}',
  ].join('\n');
