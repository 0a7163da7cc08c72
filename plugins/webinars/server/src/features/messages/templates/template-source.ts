import type { Core } from '@strapi/strapi';
import type { MailKind, StaffMailKind } from '../../../domain/job-catalog';
import { recordActivities } from '../../../platform/activity-log';
import type { Clock } from '../../../platform/clock';
import { shortMemory } from '../../../platform/short-memory';
import type { RunInTransaction } from '../../../platform/transaction';
import type { Locale } from '../../../../../shared/locales';
import { fillTemplate, type TemplateFields } from './own-template';
import { NO_WORDS, type OwnWords } from './own-words';
import { loadTemplate } from './template-store';

export type TemplateKind = MailKind | StaffMailKind;

/** What editors have written for one kind and language. */
export type OwnTemplate = {
  documentId: string;
  /** Changes with every save. */
  version: string;
  /** Whether all mails that share the rest may share its words, with blanks for a person's values. */
  isPlain: boolean;
  fields: TemplateFields;
};

export type TemplateSource = {
  find(kind: TemplateKind, locale: Locale): Promise<OwnTemplate | null>;
  /** Tells the editors that the built-in words went out instead. */
  report(template: OwnTemplate, error: unknown): Promise<void>;
};

/** The editor's words with values in them; the built-in ones where that fails. */
export const wordsOf = async (
  source: TemplateSource,
  template: OwnTemplate | null,
  values: object
): Promise<OwnWords> => {
  if (template === null) return NO_WORDS;
  try {
    return fillTemplate(template.fields, values);
  } catch (error) {
    await source.report(template, error);
    return NO_WORDS;
  }
};

/** As old as an answer may be, like everything else that a mail says. */
const SECONDS = 5;

export const templateSource = (
  strapi: Core.Strapi,
  { clock, transaction }: { clock: Clock; transaction: RunInTransaction }
): TemplateSource => {
  const known = shortMemory<OwnTemplate | null>({ seconds: SECONDS, most: 50 });
  const reported = new Set<string>();
  return {
    find: (kind, locale) => known(`${kind} ${locale}`, () => loadTemplate(strapi, kind, locale)),
    async report({ documentId, version }, error) {
      // Once for each save, however many mails fail by it.
      const name = `${documentId} ${version}`;
      if (reported.has(name)) return;
      reported.add(name);
      strapi.log.warn(`[webinars] mail template ${documentId} is not used: ${String(error)}`);
      await transaction((tx) =>
        recordActivities(tx, {
          at: clock.now(),
          actor: { kind: 'system' },
          activities: [
            {
              action: 'mail-template.failed',
              subjectType: 'mail-template',
              subjectId: documentId,
            },
          ],
        })
      );
    },
  };
};
