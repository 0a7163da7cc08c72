import type { AnnouncementBody } from '../../../../../shared/announcements';
import { LOCALES } from '../../../../../shared/locales';
import { isVisible } from '../../../../../shared/visible-text';
import { InvalidRequest } from '../../../platform/http/define-controller';
import { oneLine } from '../letter/mail-parts';
import { isProblem, readText, type TemplateProblem } from '../templates/template-language';
import { SAMPLE_VALUES, SPARE_VALUES } from './announcement-context';

/**
 * @throws InvalidRequest for a text that cannot be filled in, naming the part that is to blame, and for one that may
 * come out empty
 */
export const checkTexts = ({ texts }: Pick<AnnouncementBody, 'texts'>): void => {
  const issues = LOCALES.flatMap((locale) =>
    (['subject', 'text'] as const).flatMap((field) => {
      const input = texts[locale]?.[field];
      const problem = input === undefined ? null : problemWith(input);
      return problem === null
        ? []
        : [{ code: 'custom' as const, path: ['texts', locale, field], input, ...problem }];
    })
  );
  if (issues.length > 0) throw new InvalidRequest(issues);
};

const problemWith = (text: string) => {
  const read = readText(text, SAMPLE_VALUES);
  if (isProblem(read)) return { message: MESSAGES[read.reason], params: { part: read.part } };
  const canBeEmpty = [SAMPLE_VALUES, SPARE_VALUES].some(
    (values) => !isVisible(oneLine(read.fill(values)))
  );
  return canBeEmpty ? { message: 'empty_when_filled_in' } : null;
};

const MESSAGES: Record<TemplateProblem['reason'], string> = {
  unknown_variable: 'variable_unknown',
  not_allowed: 'placeholder_not_allowed',
  broken: 'placeholder_broken',
};
