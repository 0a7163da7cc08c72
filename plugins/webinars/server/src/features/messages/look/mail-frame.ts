import type { Locale } from '../../../../../shared/locales';
import {
  card,
  CARD,
  FONTS,
  GROUND,
  INK,
  link,
  markup,
  MUTED,
  orOwn,
  paragraph,
  STYLES,
  TONES,
  type Tone,
} from './mail-look';
import type { KindTexts } from '../words/mail-words';

/** What every mail looks like around what it says. */
export const frame = ({
  locale,
  words,
  tone,
  greeting,
  content,
  footerLinks,
}: {
  locale: Locale;
  words: Omit<KindTexts, 'button'>;
  tone: Tone;
  greeting: string;
  content: string;
  footerLinks: string;
}) => `
<mjml lang="${locale}">
  <mj-head>
    <mj-title>${orOwn('subject', markup(words.subject))}</mj-title>
    <mj-preview>${orOwn('preheader', markup(words.preheader))}</mj-preview>
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
      ${opening({ words, tone, greeting })}
      ${content}
      ${closingEdge}
    </mj-wrapper>
    ${footer(footerLinks)}
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

const opening = ({
  words,
  tone,
  greeting,
}: {
  words: Omit<KindTexts, 'button'>;
  tone: Tone;
  greeting: string;
}) => {
  const [background, color] = TONES[tone].light;
  return card(
    `<mj-text css-class="pad">
      <span class="tone-${tone}" style="display:inline-block;padding:4px 12px;border-radius:14px;font-size:13px;font-weight:600;line-height:20px;background:${background};color:${color};">${markup(words.badge)}</span>
    </mj-text>
    <mj-text css-class="pad ink" padding-top="14px">
      <h1 class="title" style="margin:0;font-size:29px;line-height:1.2;font-weight:700;letter-spacing:-0.3px;">${orOwn('heading', markup(words.heading))}</h1>
    </mj-text>
    <mj-text css-class="pad ink" padding-top="14px">
      ${paragraph(greeting)}
      {% if own.intro.length > 0 %}{% for line in own.intro %}${paragraph('{{ line }}')}{% endfor %}{% else %}${words.intro.map(paragraph).join('')}{% endif %}
      {% for line in note %}${paragraph('{{ line }}')}{% endfor %}
    </mj-text>`,
    '32px 0 0'
  );
};

const closingEdge = `
  <mj-section css-class="card edge" background-color="${CARD}" border-radius="0 0 14px 14px" padding="0">
    <mj-column><mj-spacer height="32px" /></mj-column>
  </mj-section>`;

const footer = (links: string) => `
  <mj-section css-class="footer" padding="22px 0 36px">
    <mj-column>
      <mj-text css-class="pad muted" color="${MUTED}" font-size="13px" line-height="1.6">
        ${links}
        <p style="margin:0 0 10px;">{% for line in program.footer %}{{ line }}{% unless forloop.last %}<br>{% endunless %}{% endfor %}</p>
        <p style="margin:0;">{% if program.company %}<strong>{{ program.company }}</strong>{% else %}<strong>{{ program.name }}</strong>{% endif %}{% for line in program.address %}<br>{{ line }}{% endfor %}{% if program.url %}<br>${link('{{ program.url }}', '{{ program.url }}')}{% endif %}</p>
      </mj-text>
    </mj-column>
  </mj-section>`;

export const textFrame = ({
  words,
  greeting,
  content,
  footerLinks,
}: {
  words: Omit<KindTexts, 'button'>;
  greeting: string;
  content: readonly string[];
  footerLinks: string;
}) =>
  [
    '{{ program.name }}',
    orOwn('heading', words.heading),
    greeting,
    `{% if own.intro.length > 0 %}{% for line in own.intro %}{{ line }}\n\n{% endfor %}{% else %}${words.intro.join('\n\n')}{% endif %}`,
    '{% for line in note %}{{ line }}\n\n{% endfor %}',
    ...content,
    textFooter(footerLinks),
  ].join('\n\n');

const textFooter = (links: string) =>
  [
    '-- ',
    links,
    '',
    '{% for line in program.footer %}{{ line }}\n{% endfor %}',
    '{% if program.company %}{{ program.company }}{% else %}{{ program.name }}{% endif %}',
    '{% for line in program.address %}{{ line }}\n{% endfor %}{% if program.url %}{{ program.url }}{% endif %}',
  ].join('\n');
