import { Liquid, type Template } from 'liquidjs';
import type { MailKind } from '../../../domain/job-catalog';
import type { Locale } from '../../../../../shared/locales';
import type { MailContext } from '../letter/mail-context';
import { oneLine } from '../letter/mail-parts';
import { mailTemplate, type MailTemplate } from './mail-template';

export type RenderedMail = { subject: string; html: string; text: string };

export type Render<Kind extends string, Context extends object> = (
  kind: Kind,
  locale: Locale,
  context: Context
) => Promise<RenderedMail>;

export type RenderMail = Render<MailKind, MailContext>;

export const createMailRenderer = (): RenderMail => createRenderer(mailTemplate);

/**
 * Templates are made once per kind and language and kept: MJML takes longer than delivering a mail does (ADR-0004).
 * Per person, values are put in; in HTML every one of them is escaped. Templates come from this slice alone: the
 * engines reach no file, and a name that the context lacks is an error.
 */
export const createRenderer = <Kind extends string, Context extends object>(
  templateOf: (kind: Kind, locale: Locale) => MailTemplate
): Render<Kind, Context> => {
  const strict = { strictVariables: true, strictFilters: true, templates: {} };
  const html = new Liquid({ ...strict, outputEscape: 'escape' });
  const plain = new Liquid(strict);
  const compiled = new Map<string, Promise<CompiledMail>>();

  const compile = async (kind: Kind, locale: Locale): Promise<CompiledMail> => {
    const template = templateOf(kind, locale);
    return {
      subject: plain.parse(template.subject),
      html: html.parse(await compileMjml(template.mjml)),
      text: plain.parse(template.text),
    };
  };

  return async (kind, locale, context) => {
    const name = `${kind} ${locale}`;
    const known = compiled.get(name) ?? compile(kind, locale);
    compiled.set(name, known);
    const mail = await known;
    return {
      subject: oneLine(plain.renderSync(mail.subject, context)),
      html: asciiHtml(html.renderSync(mail.html, context)),
      text: tidy(plain.renderSync(mail.text, context)),
    };
  };
};

type CompiledMail = { subject: Template[]; html: Template[]; text: Template[] };

const compileMjml = async (mjml: string): Promise<string> => {
  // Loaded with the first mail: an instance that runs no jobs never needs it.
  const { default: mjml2html } = await import('mjml');
  const { html, errors } = await mjml2html(mjml, {
    validationLevel: 'soft',
    fonts: {},
    keepComments: false,
  });
  // A colour that is a placeholder is no colour to MJML.
  const mistake = errors.find(({ formattedMessage }) => !formattedMessage.includes('value: {{'));
  if (mistake !== undefined) throw new Error(`mail template: ${mistake.formattedMessage}`);
  return withoutIndentation(html);
};

/** MJML indents deeply: half of a mail would be blanks. */
const withoutIndentation = (html: string) => html.replace(/[ \t]*\n\s*/g, '\n').trim();

/**
 * Letters beyond ASCII as entities: no gateway can mistake their encoding. And a string that holds one character beyond
 * Latin-1 takes two bytes for each; ten thousand mails of 30 kB are not worth twice the memory.
 */
export const asciiHtml = (html: string): string =>
  Buffer.from(
    html.replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`),
    'latin1'
  ).toString('latin1');

/** Blocks that are empty for this person leave gaps. */
const tidy = (text: string) => text.replace(/\n{3,}/g, '\n\n').trim();
