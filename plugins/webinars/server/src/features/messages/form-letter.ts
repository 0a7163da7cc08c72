import type { MailRecipient } from './mail-context';
import { oneLine } from './mail-context';
import type { RenderedMail } from './render-mail';

/** All in which two registrants' mails about the same session differ. */
export type Person = Pick<MailRecipient, 'firstName' | 'lastName' | 'reference'> & {
  manageUrl: string;
  rank: string;
};

/** What stands for a person's values in a form letter: characters that Unicode keeps for private use. */
export const BLANKS: Person = {
  firstName: '\uE000firstName\uE001',
  lastName: '\uE000lastName\uE001',
  reference: '\uE000reference\uE001',
  manageUrl: '\uE000manageUrl\uE001',
  rank: '\uE000rank\uE001',
};

/**
 * Fills a person's values into a letter that was rendered with blanks. A crowd that registers for one session shares
 * all the rest, and rendering that anew for each would cost half as much as delivering the mail. In one pass, so that
 * nothing that a person typed is taken for a blank; escaped in HTML as the renderer would.
 */
export const fillIn = (letter: RenderedMail, person: Person): RenderedMail => {
  const values = new Map(
    Object.entries(person).map(([name, value]) => [`\uE000${name}\uE001`, oneLine(value)])
  );
  const fill = (text: string, write: (value: string) => string) =>
    text.replace(BLANK, (blank) => write(values.get(blank) ?? blank));
  return {
    subject: fill(letter.subject, String),
    html: fill(letter.html, escapeHtml),
    text: fill(letter.text, String),
  };
};

const BLANK = /\uE000\w+\uE001/g;

const escapeHtml = (value: string) =>
  value.replace(/[&<>"']/g, (character) => ENTITIES[character as keyof typeof ENTITIES]);

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };
