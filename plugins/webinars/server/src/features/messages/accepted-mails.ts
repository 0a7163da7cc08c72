import type { Statements } from '../../platform/transaction';
import type { MailOutcome } from './mail-store';

/**
 * Writes down that mails were accepted which say nothing for others, by one statement that is a transaction of its own:
 * each connection to the mail server stands still until its mail is on record.
 */
export const recordAccepted = async (
  { raw, name }: Pick<Statements, 'raw' | 'name'>,
  outcomes: readonly MailOutcome[]
): Promise<void> => {
  await raw(
    `WITH accepted (id, attempt, at) AS (
       VALUES ${outcomes.map(() => '(?, CAST(? AS integer), CAST(? AS timestamptz))').join(', ')}
     ), written AS (
       UPDATE ${name('webinars_mails')} AS mail
       SET state = 'sent', last_code = NULL, reason = NULL, sent_at = accepted.at
       FROM accepted WHERE mail.id = accepted.id AND mail.state <> 'sent'
     )
     INSERT INTO ${name('webinars_mail_attempts')} (mail_id, attempt, at, outcome)
     SELECT mail.id, accepted.attempt, accepted.at, 'accepted'
     FROM accepted JOIN ${name('webinars_mails')} AS mail ON mail.id = accepted.id
     ON CONFLICT (mail_id, attempt) DO NOTHING`,
    outcomes.flatMap(({ mail, at }) => [mail.id, mail.attempt, at])
  );
};

/** Whether `recordAccepted` has room for all that there is to say. */
export const isPlainlyAccepted = ({ outcome, told = [] }: MailOutcome): boolean =>
  outcome === 'accepted' && told.length === 0;
