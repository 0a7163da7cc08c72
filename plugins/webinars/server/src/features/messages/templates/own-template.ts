import { webAddress } from '../../../domain/web-address';
import { linesOf, oneLine } from '../letter/mail-parts';
import type { OwnWords } from './own-words';
import { fillText, isPlain, isProblem, readText, type TemplateProblem } from './template-language';

/** What an editor has written for one kind of mail in one language. Empty: as built in. */
export type TemplateFields = {
  subject: string | null;
  preheader: string | null;
  heading: string | null;
  intro: string | null;
  button: string | null;
  blocks: readonly {
    heading: string | null;
    text: string | null;
    linkText: string | null;
    linkUrl: string | null;
  }[];
};

export type FieldProblem = TemplateProblem & { field: string };

/** Every text of a template with the name of its field. */
const textsOf = ({ blocks, ...fields }: TemplateFields) => [
  ...Object.entries(fields),
  ...blocks.flatMap(({ heading, text, linkText }) => [
    ['blocks.heading', heading] as const,
    ['blocks.text', text] as const,
    ['blocks.linkText', linkText] as const,
  ]),
];

/** The first thing that is wrong with a template, if anything is. */
export const problemWith = (fields: TemplateFields, sample: object): FieldProblem | null => {
  for (const [field, text] of textsOf(fields)) {
    const read = readText(text ?? '', sample);
    if (isProblem(read)) return { ...read, field };
  }
  return null;
};

/** Whether two people's mails differ in nothing but their values. */
export const isPlainTemplate = (fields: TemplateFields): boolean =>
  textsOf(fields).every(([, text]) => isPlain(text ?? ''));

/** Puts values into a template. Throws where that cannot be done. */
export const fillTemplate = (fields: TemplateFields, values: object): OwnWords => {
  const fill = (text: string | null) => fillText(text ?? '', values);
  const line = (text: string | null) => oneLine(fill(text)) || null;
  return {
    subject: line(fields.subject),
    preheader: line(fields.preheader),
    heading: line(fields.heading),
    intro: linesOf(fill(fields.intro)),
    button: line(fields.button),
    blocks: fields.blocks.map(({ heading, text, linkText, linkUrl }) => {
      const url = webAddress(linkUrl);
      return {
        heading: line(heading),
        lines: linesOf(fill(text)),
        link: url === null ? null : { url, text: line(linkText) ?? url },
      };
    }),
  };
};
