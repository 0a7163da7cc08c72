import { randomBytes } from 'node:crypto';
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

/** Nobody can write a blank into a text of theirs: each process has its own, and no letter outlives it. */
const SEED = randomBytes(6).toString('hex');

const blank = (name: string) => `%%${SEED}${name}%%`;

/** What stands for a person's values in a form letter. */
export const BLANKS = {
  firstName: blank('firstName'),
  lastName: blank('lastName'),
  reference: blank('reference'),
  manageUrl: blank('manageUrl'),
  joinUrl: blank('joinUrl'),
  feedbackUrl: blank('feedbackUrl'),
  unsubscribeUrl: blank('unsubscribeUrl'),
  feedUrl: blank('feedUrl'),
  rank: blank('rank'),
  deadline: blank('deadline'),
  reason: blank('reason'),
};

/** The same for the links to one of their other sessions, which a mail may name. */
export const blanksOf = (index: number): PersonalLinks => ({
  joinUrl: blank(`joinUrl${index}`),
  manageUrl: blank(`manageUrl${index}`),
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
    ].map(([name, value]) => [blank(name), oneLine(value)])
  );
  const fill = (text: string, write: (value: string) => string) =>
    text.replace(BLANK, (found) => write(values.get(found) ?? found));
  return {
    subject: fill(letter.subject, String),
    html: fill(letter.html, escapeHtml),
    text: fill(letter.text, String),
  };
};

const BLANK = new RegExp(blank('\\w+'), 'g');

export const escapeHtml = (value: string) =>
  asciiHtml(value.replace(/[&<>"']/g, (character) => ENTITIES[character as keyof typeof ENTITIES]));

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };
