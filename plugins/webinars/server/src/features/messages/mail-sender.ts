import { oneLine } from './letter/mail-parts';
import type { MailProgram } from './letter/mail-subject';
import type { Mail } from './delivery/mailer';

/** The program's name where it has one for mails, else this installation's; the address is always the latter's. */
export const senderOf = (
  { senderName, name }: Pick<MailProgram, 'senderName' | 'name'>,
  installation: Mail['from']
): Mail['from'] => ({
  name: oneLine(senderName ?? (installation.name || name)),
  address: installation.address,
});
