import type { MailKind } from '../../../domain/job-catalog';
import type { Locale } from '../../../../../shared/locales';
import { box, fact, textBox, type BoxParts } from './mail-box';
import { frame, textFrame } from './mail-frame';
import { isCancellation, MAIL_KINDS, type MailShape } from '../mail-kinds';
import { link, markup, orOwn } from './mail-look';
import { ownBlocks, textOwnBlocks } from './own-blocks';
import { SECTIONS, TEXT_SECTIONS, type Parts } from './mail-sections';
import { MAIL_TEXTS } from '../words/mail-texts';

/** A mail before anybody's values are in it: MJML and plain text, both with Liquid placeholders (`MailContext`). */
export type MailTemplate = { subject: string; mjml: string; text: string };

export const mailTemplate = (kind: MailKind, locale: Locale): MailTemplate => {
  const { shared, kinds } = MAIL_TEXTS[locale];
  const shape = MAIL_KINDS[kind];
  const words = kinds[kind];
  const parts = { locale, shape, words, shared };
  const boxParts = boxOf(parts);
  return {
    subject: orOwn('subject', words.subject),
    mjml: frame({
      locale,
      words,
      tone: shape.tone,
      greeting: shared.greeting,
      content: [
        box(boxParts),
        ownBlocks,
        ...shape.sections.map((section) => SECTIONS[section](parts)),
      ].join(''),
      footerLinks: `<p style="margin:0 0 10px;">{% if session.url %}${link('{{ session.url }}', markup(shared.aboutSession))} &nbsp;·&nbsp; {% endif %}${link('{{ manageUrl }}', markup(shared.manage))}{% if unsubscribeUrl %} &nbsp;·&nbsp; ${link('{{ unsubscribeUrl }}', markup(shared.unsubscribe))}{% endif %}</p>`,
    }),
    text: textFrame({
      words,
      greeting: shared.greeting,
      content: [
        textBox(boxParts),
        textOwnBlocks,
        ...shape.sections.map((section) => TEXT_SECTIONS[section](parts)),
      ],
      footerLinks: `{% if session.url %}${shared.aboutSession}: {{ session.url }}\n{% endif %}${shared.manage}: {{ manageUrl }}{% if unsubscribeUrl %}\n${shared.unsubscribe}: {{ unsubscribeUrl }}{% endif %}`,
    }),
  };
};

const boxOf = ({ shape, words, shared }: Parts): BoxParts => ({
  shared,
  button: words.button,
  wayIn: shared.join,
  isOver: hasPassed(shape),
  isCancelled: isCancellation(shape),
  facts: {
    html: `{% if rank %}${fact(shared.rank, '<strong>{{ rank }}</strong>')}{% endif %}${fact(shared.reference, '{{ reference }}')}`,
    text: `{% if rank %}\n${shared.rank}: {{ rank }}{% endif %}\n${shared.reference}: {{ reference }}`,
  },
});

/** For everybody, or for this person. */
const hasPassed = ({ tone, goesOut }: MailShape) => tone === 'over' || goesOut === 'after';
