import type { RegistrantMailKind } from '../../domain/job-catalog';
import { categoryOf } from '../../domain/mail-preferences';
import { oneLine } from './letter/mail-parts';
import type { MailList } from './delivery/mailer';

/** How mail programs know a mail that may be turned off; undefined for one that has to come. */
export const mailListOf = (
  kind: RegistrantMailKind,
  { unsubscribe, program }: { unsubscribe: string; program: string }
): MailList | undefined => {
  const category = categoryOf(kind);
  if (category === null) return undefined;
  return {
    label: `${category.replace('_', '-')}.webinars`,
    name: oneLine(program),
    unsubscribeUrl: `${unsubscribe}?category=${category}`,
  };
};
