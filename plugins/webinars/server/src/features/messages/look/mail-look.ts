import { DARK_GROUND } from '../../../domain/brand-palette';

export const GROUND = '#eef0f4';
export const CARD = '#ffffff';
export const INK = '#1b2330';
export const MUTED = '#586274';
export const LINE = '#dfe3ea';
export const FONTS =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** What a badge says of the state of things: settled, waiting, look here, over. */
export type Tone = 'good' | 'wait' | 'news' | 'over';

/** Colours of the badge, on light and on dark ground. */
export const TONES: Record<Tone, { light: [string, string]; dark: [string, string] }> = {
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

export const STYLES = `
  a { text-decoration: underline; }
  .button a { text-decoration: none; }
  .cell { padding: 6px 8px 6px 0; border-top: 1px solid ${LINE}; vertical-align: top; word-break: break-word; }
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

export const card = (content: string, padding: string) => `
  <mj-section css-class="card" background-color="${CARD}" padding="${padding}">
    <mj-column>${content}</mj-column>
  </mj-section>`;

export const paragraph = (text: string) => `<p style="margin:0 0 12px;">${markup(text)}</p>`;

export const link = (url: string, text: string, style = '') =>
  `<a class="link" href="${url}" target="_blank" style="color:{{ palette.accent }};${style}">${text}</a>`;

export const block = (text: string, content: string) => headedBlock(heading(text), content);

export const heading = (text: string) =>
  `<h2 style="margin:0 0 6px;font-size:17px;line-height:1.35;font-weight:700;">${markup(text)}</h2>`;

export const headedBlock = (head: string, content: string) =>
  card(
    `<mj-text css-class="pad ink">
      <div class="rule" style="border-top:1px solid ${LINE};height:0;line-height:0;font-size:0;margin-bottom:20px;">&nbsp;</div>
      ${head}
      ${content}
    </mj-text>`,
    '26px 0 0'
  );

export const list = (items: string) =>
  `<ul style="margin:6px 0 0;padding:0 0 0 20px;">${items}</ul>`;

export const when = (condition: string, content: string) =>
  `<mj-raw>{% if ${condition} %}</mj-raw>${content}<mj-raw>{% endif %}</mj-raw>`;

/** What an editor has written instead, where there is anything (`OwnWords`). */
export const orOwn = (name: 'subject' | 'preheader' | 'heading' | 'button', builtIn: string) =>
  `{% if own.${name} %}{{ own.${name} }}{% else %}${builtIn}{% endif %}`;

export const plain = (text: string) => `<p style="margin:0 0 6px;">${markup(text)}</p>`;

/** Catalogue texts are ours, but they are text, not markup. Placeholders hold none of these characters. */
export const markup = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
