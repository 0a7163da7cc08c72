import { oneLine } from './mail-parts';
import type { MailRecipient } from './mail-subject';
import { asciiHtml, type RenderedMail } from '../look/render-mail';

/** All in which two registrants' mails about the same session differ. */
export type Person = Pick<MailRecipient, 'firstName' | 'lastName' | 'reference'> & {
  manageUrl: string;
  joinUrl: string;
  feedbackUrl: string;
  unsubscribeUrl: string;
  feedUrl: string;
  rank: string;
  deadline: string;
  reason: string;
  others: readonly PersonalLinks[];
};

type PersonalLinks = { joinUrl: string; manageUrl: string };

/** What stands for a person's values in a form letter. */
export const BLANKS = {
  firstName: '%%firstName%%',
  lastName: '%%lastName%%',
  reference: '%%reference%%',
  manageUrl: '%%manageUrl%%',
  joinUrl: '%%joinUrl%%',
  feedbackUrl: '%%feedbackUrl%%',
  unsubscribeUrl: '%%unsubscribeUrl%%',
  feedUrl: '%%feedUrl%%',
  rank: '%%rank%%',
  deadline: '%%deadline%%',
  reason: '%%reason%%',
};

/** The same for the links to one of their other sessions, which a mail may name. */
export const blanksOf = (index: number): PersonalLinks => ({
  joinUrl: `%%joinUrl${index}%%`,
  manageUrl: `%%manageUrl${index}%%`,
});

/**
 * Fills a person's values into a letter that was rendered with blanks. A crowd that registers for one session shares
 * all the rest, and rendering that anew for each would cost half as much as delivering the mail. In one pass, so that
 * nothing that a person typed is taken for a blank; escaped in HTML as the renderer would.
 */
export const fillIn = (letter: RenderedMail, { others, ...person }: Person): RenderedMail => {
  const values = new Map(
    [
      ...Object.entries(person),
      ...others.flatMap(({ joinUrl, manageUrl }, index) => [
        [`joinUrl${index}`, joinUrl] as const,
        [`manageUrl${index}`, manageUrl] as const,
      ]),
    ].map(([name, value]) => [`%%${name}%%`, oneLine(value)])
  );
  const fill = (text: string, write: (value: string) => string) =>
    text.replace(BLANK, (blank) => write(values.get(blank) ?? blank));
  return {
    subject: fill(letter.subject, String),
    html: fill(letter.html, escapeHtml),
    text: fill(letter.text, String),
  };
};

const BLANK = /%%\w+%%/g;

export const escapeHtml = (value: string) =>
  asciiHtml(value.replace(/[&<>"']/g, (character) => ENTITIES[character as keyof typeof ENTITIES]));

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };
