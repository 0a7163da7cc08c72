import type { Core } from '@strapi/strapi';
import { readInstant } from '../../../platform/instant';
import type { Locale } from '../../../../../shared/locales';
import { isPlainTemplate, type TemplateFields } from './own-template';
import type { OwnTemplate, TemplateKind } from './template-source';

const templates = (strapi: Core.Strapi) => strapi.db.query('plugin::webinars.mail-template');

/** What is in force for a kind and language. */
export const loadTemplate = async (
  strapi: Core.Strapi,
  kind: TemplateKind,
  locale: Locale
): Promise<OwnTemplate | null> => {
  const row = await templates(strapi).findOne({
    where: { kind, language: locale, isActive: true },
    populate: { blocks: true },
  });
  if (row === null) return null;
  const fields = toFields(row);
  return {
    documentId: row.documentId,
    version: `${row.documentId} ${readInstant(row.updatedAt)?.getTime()}`,
    isPlain: isPlainTemplate(fields),
    fields,
  };
};

/** What is saved, whether it is active or not. */
export const findSaved = (strapi: Core.Strapi, documentId: string): Promise<Texts | null> =>
  templates(strapi).findOne({ where: { documentId }, populate: { blocks: true } });

type Texts = Partial<Record<string, unknown>>;

/** From a row, or from what an editor is about to save. */
export const toFields = (row: Texts): TemplateFields => ({
  subject: textOf(row.subject),
  preheader: textOf(row.preheader),
  heading: textOf(row.heading),
  intro: textOf(row.intro),
  button: textOf(row.button),
  // What is no block is refused by Strapi, after this was asked.
  blocks: (Array.isArray(row.blocks) ? row.blocks : []).filter(isBlock).map((block) => ({
    heading: textOf(block.heading),
    text: textOf(block.text),
    linkText: textOf(block.linkText),
    linkUrl: textOf(block.linkUrl),
  })),
});

const isBlock = (block: unknown): block is Texts => typeof block === 'object' && block !== null;

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
