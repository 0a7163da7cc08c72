import type { Core } from '@strapi/strapi';
import { EditorRefusal, type EditorRefusalCode } from '../../../editor-refusal';
import type { DocumentMiddleware } from '../../../platform/document-middleware';
import { DEFAULT_LOCALE, LOCALES } from '../../../../../shared/locales';
import { TEMPLATE_KINDS } from '../../../../../shared/vocabulary';
import { namesIn } from './offered-values';
import { problemWith, type FieldProblem } from './own-template';
import { sampleValues } from './sample-mails';
import { findSaved, toFields } from './template-store';

/** What could not be filled in when the mail is sent is not saved. */
export const templateWrites =
  ({ strapi }: { strapi: Core.Strapi }): DocumentMiddleware =>
  async (write, next) => {
    const { data, documentId } = write.params;
    if (data === undefined) return next();
    const saved = documentId === undefined ? null : await findSaved(strapi, documentId);
    const row: Partial<Record<string, unknown>> = { ...saved, ...data };
    const kind = TEMPLATE_KINDS.find((known) => known === row.kind);
    // Which kinds and languages there are is looked after by Strapi.
    if (kind === undefined) return next();
    const language = LOCALES.find((known) => known === row.language) ?? DEFAULT_LOCALE;
    const values = sampleValues(kind, language);
    const problem = problemWith(toFields(row), values);
    if (problem !== null) {
      const { field, part } = problem;
      throw new EditorRefusal(CODES[problem.reason], {
        field,
        part,
        known: namesIn(values).join(', '),
      });
    }
    return next();
  };

const CODES: Record<FieldProblem['reason'], EditorRefusalCode> = {
  unknown_variable: 'template_variable_unknown',
  not_allowed: 'template_word_not_allowed',
  broken: 'template_broken',
  too_long: 'template_too_long',
};
