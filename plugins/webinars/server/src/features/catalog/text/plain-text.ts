import removeMarkdown from 'remove-markdown';

/** Far more than any summary shows: a text of many pages is not searched for marks to its end. */
const MOST_CHARACTERS = 3000;

/** What an editor has written, without marks of Markdown and HTML, in one line; null where nothing is left. */
export const plainText = (text: string | null): string | null => {
  if (text === null) return null;
  const line = removeMarkdown(text.slice(0, MOST_CHARACTERS)).replace(/\s+/g, ' ').trim();
  return line === '' ? null : line;
};
