import { card, LINE, link, markup, MUTED, orOwn } from './mail-look';
import type { SharedTexts } from '../words/mail-words';

export type BoxParts = {
  shared: SharedTexts;
  button: string;
  /** What the link into the meeting is called. */
  wayIn: string;
  /** What is over needs no way in and no length. */
  isOver: boolean;
  isCancelled: boolean;
  /** Further facts, as rows made by `fact`, and as lines that each begin with a line break. */
  facts: { html: string; text: string };
};

/** The leaf of a tear-off calendar beside the title, the facts below, and the button. */
export const box = ({ shared, button, wayIn, isOver, isCancelled, facts }: BoxParts) => {
  const struck = isCancelled ? 'text-decoration:line-through;' : '';
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
        `{% if wayIn %}${link('{{ wayIn.url }}', wayIn)}{% if wayIn.password %}<br>${shared.password}: {{ wayIn.password }}{% endif %}{% elsif linkFollows %}${markup(shared.linkFollows)}{% else %}${shared.online}{% endif %}`
      ),
    facts.html,
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
    <mj-button css-class="pad button" href="{{ buttonUrl }}" align="left" background-color="{{ palette.fill }}" color="{{ palette.onFill }}" font-size="16px" font-weight="600" line-height="1.3" border-radius="10px" inner-padding="14px 26px" padding="24px 40px 0">${orOwn('button', markup(button))}</mj-button>
    <mj-raw>{% endif %}</mj-raw>`,
    '0'
  );
};

export const fact = (label: string, value: string) =>
  `<tr><td class="label muted" width="146" valign="top" style="width:146px;padding:6px 12px 6px 0;color:${MUTED};">${label}</td><td class="value" valign="top" style="padding:6px 0;">${value}</td></tr>`;

export const textBox = ({ shared, button, isOver, facts }: BoxParts) =>
  [
    '----------------------------------------\n{{ session.title }}\n',
    `\n${shared.when}: {{ when.text }}{% if otherWhen %}\n${shared.sessionTime}: {{ otherWhen.text }}{% endif %}`,
    !isOver && `\n${shared.duration}: {{ session.duration }} ${shared.minutes}`,
    !isOver && `\n${shared.spokenLanguage}: {{ session.language }}`,
    `{% if session.speakers != '' %}\n${shared.speakers}: {{ session.speakers }}{% endif %}`,
    !isOver &&
      `\n${shared.where}: {% if wayIn %}{{ wayIn.url }}{% if wayIn.password %}\n${shared.password}: {{ wayIn.password }}{% endif %}{% elsif linkFollows %}${shared.linkFollows}{% else %}${shared.online}{% endif %}`,
    facts.text,
    '\n----------------------------------------',
    `{% if buttonUrl %}\n\n${orOwn('button', button)}:\n{{ buttonUrl }}{% endif %}`,
  ]
    .filter((part) => part !== false)
    .join('');
