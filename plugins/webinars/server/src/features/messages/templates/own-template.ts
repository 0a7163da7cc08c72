import { webAddress } from '../../../domain/web-address';
import { escapeHtml } from '../letter/form-letter';
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

/** One text that cannot be used, or all of them together. */
export type FieldProblem =
  (TemplateProblem & { field: string }) | { reason: 'too_long'; field: string; part: string };

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
  const texts = textsOf(fields).map(([field, text]) => ({ field, bytes: bytesOf(text ?? '') }));
  if (texts.reduce((total, { bytes }) => total + bytes, 0) <= MOST_BYTES) return null;
  const [longest] = texts.sort((a, b) => b.bytes - a.bytes);
  return { reason: 'too_long', field: longest?.field ?? '', part: '' };
};

/** Of the 102 kB of a mail that mail programs show, these are left to own words, whatever else it has to say. */
const MOST_BYTES = 40_000;

/** Every line is a paragraph. */
const LINE_BYTES = 60;

const bytesOf = (text: string) => escapeHtml(text).length + LINE_BYTES * linesOf(text).length;

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
