import type { Clock } from '../../../platform/clock';
import { BLANKS, blanksOf, fillIn } from './form-letter';
import { mailContext, type MailContext } from './mail-context';
import type { RenderedMail, RenderMail } from '../look/render-mail';
import { offeredToRegistrants } from '../templates/offered-values';
import { wordsOf, type OwnTemplate, type TemplateSource } from '../templates/template-source';

export type LetterDeps = {
  clock: Clock;
  render: RenderMail;
  /** Remembers letters for a short while, by what they depend on. */
  letters: (key: string, render: () => Promise<RenderedMail>) => Promise<RenderedMail>;
  templates: TemplateSource;
};

/** All that one mail says. */
export type Letter = Omit<Parameters<typeof mailContext>[0], 'now'> & {
  /** Of the session. */
  version: string;
};

/**
 * Two registrants who have all of the key in common get the same letter, with blanks for the person. Where an editor's
 * words do more with a person's values than to name them, each gets their own.
 */
export const writeLetter = async (deps: LetterDeps, letter: Letter): Promise<RenderedMail> => {
  const { kind, recipient } = letter;
  const template = await deps.templates.find(kind, recipient.language);
  if (template !== null && !template.isPlain) return write(deps, letter, template);
  const key = `${keyOf(letter)} ${template?.version ?? ''}`;
  const form = await deps.letters(key, () => write(deps, withBlanks(letter), template));
  return fillIn(form, personOf(letter));
};

const write = async (
  { clock, render, templates }: LetterDeps,
  letter: Letter,
  template: OwnTemplate | null
): Promise<RenderedMail> => {
  const context: MailContext = mailContext({ ...letter, now: clock.now() });
  const own = await wordsOf(templates, template, offeredToRegistrants(context));
  return render(letter.kind, letter.recipient.language, { ...context, own });
};

const keyOf = (letter: Letter) => {
  const { kind, recipient, session, version, rank, deadline, reason, hasCalendar, others } = letter;
  const { language, state, timezone } = recipient;
  const shape = [rank !== null, deadline !== null, reason !== null, hasCalendar];
  const told = others.map(({ title, startsAt }) => `${title} ${startsAt.getTime()}`);
  return [kind, language, session.documentId, version, state, timezone, ...shape, ...told].join(
    ' '
  );
};

const withBlanks = (letter: Letter): Letter => ({
  ...letter,
  recipient: { ...letter.recipient, ...BLANKS },
  links: {
    ...letter.links,
    manage: BLANKS.manageUrl,
    join: BLANKS.joinUrl,
    feedback: BLANKS.feedbackUrl,
    unsubscribe: BLANKS.unsubscribeUrl,
    feed: letter.links.feed === null ? null : BLANKS.feedUrl,
  },
  rank: letter.rank === null ? null : BLANKS.rank,
  deadline: letter.deadline === null ? null : BLANKS.deadline,
  reason: letter.reason === null ? null : BLANKS.reason,
  others: letter.others.map((other, index) => ({ ...other, ...blanksOf(index) })),
});

const personOf = ({ recipient, links, rank, deadline, reason, others }: Letter) => ({
  firstName: recipient.firstName,
  lastName: recipient.lastName,
  reference: recipient.reference,
  manageUrl: links.manage,
  joinUrl: links.join,
  feedbackUrl: links.feedback,
  unsubscribeUrl: links.unsubscribe,
  feedUrl: links.feed ?? '',
  rank: rank ?? '',
  deadline: deadline ?? '',
  reason: reason ?? '',
  others,
});
