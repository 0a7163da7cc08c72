/** What people count as characters: an emoji of several code points is one, and is never cut in two. */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text within `limit` UTF-16 units, cut between words; an ellipsis says that there was more. */
export const cutAtWord = (text: string, limit: number): string => {
  const whole = text.trim().replace(/\s+/g, ' ');
  if (whole.length <= limit) return whole;
  if (limit < 2) return '';
  const room = limit - 1;
  const cut = whole.slice(0, room + 1);
  const lastSpace = cut.lastIndexOf(' ');
  // Hardly anything would be left of a text that begins with a very long word.
  const kept = lastSpace > room / 3 ? whole.slice(0, lastSpace) : leading(whole, room);
  return `${kept.replace(/[\s.,;:!?–—-]+$/u, '')}…`;
};

const leading = (text: string, room: number): string => {
  let kept = '';
  for (const { segment } of graphemes.segment(text.slice(0, room + 50))) {
    if (kept.length + segment.length > room) break;
    kept += segment;
  }
  return kept;
};
