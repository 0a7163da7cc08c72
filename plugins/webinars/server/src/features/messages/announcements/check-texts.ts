import type { AnnouncementBody } from '../../../../../shared/announcements';
import { LOCALES } from '../../../../../shared/locales';
import { InvalidRequest } from '../../../platform/http/define-controller';
import { isProblem, readText, type TemplateProblem } from '../templates/template-language';
import { SAMPLE_VALUES } from './announcement-context';

/** @throws InvalidRequest for a text that cannot be filled in, naming the part that is to blame */
export const checkTexts = ({ texts }: Pick<AnnouncementBody, 'texts'>): void => {
  const issues = LOCALES.flatMap((locale) =>
    (['subject', 'text'] as const).flatMap((field) => {
      const input = texts[locale]?.[field] ?? '';
      const read = readText(input, SAMPLE_VALUES);
      if (!isProblem(read)) return [];
      return [
        {
          code: 'custom' as const,
          path: ['texts', locale, field],
          message: MESSAGES[read.reason],
          params: { part: read.part },
          input,
        },
      ];
    })
  );
  if (issues.length > 0) throw new InvalidRequest(issues);
};

const MESSAGES: Record<TemplateProblem['reason'], string> = {
  unknown_variable: 'variable_unknown',
  not_allowed: 'placeholder_not_allowed',
  broken: 'placeholder_broken',
};
