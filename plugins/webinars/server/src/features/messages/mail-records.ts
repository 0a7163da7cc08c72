import type { RegistrantMailKind } from '../../domain/job-catalog';
import { readInstant } from '../../platform/instant';
import type { Tx } from '../../platform/transaction';
import type { Locale } from '../../../../shared/locales';

/** A mail as it stands on record. */
export type MailRecord = {
  kind: RegistrantMailKind;
  locale: Locale;
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'skipped';
  attempts: number;
  responseCode: number | null;
  reason: string | null;
  createdAt: Date | null;
  sentAt: Date | null;
};

/** Everything that was written to a registrant, latest first. */
export const mailsOf = async (reader: Reader, registrationId: string): Promise<MailRecord[]> => {
  const records = await recordsOf(reader, registrationId);
  return records.map(({ key: _key, ...record }) => record);
};

/** The same with the keys of the jobs. */
export const recordsOf = async (
  { table }: Reader,
  registrationId: string
): Promise<(MailRecord & { key: string })[]> => {
  const rows = await table<Row>('webinars_mails')
    .where({ registration_document_id: registrationId })
    .orderBy([{ column: 'created_at', order: 'desc' }, 'id'])
    .select('*');
  return rows.map((row) => ({
    key: String(row.mail_key),
    kind: row.kind as RegistrantMailKind,
    locale: row.locale as Locale,
    state: row.state as MailRecord['state'],
    attempts: Number(row.attempts),
    responseCode: row.last_code === null ? null : Number(row.last_code),
    reason: row.reason === null ? null : String(row.reason),
    createdAt: readInstant(row.created_at),
    sentAt: readInstant(row.sent_at),
  }));
};

type Row = Record<string, unknown>;
type Reader = Pick<Tx, 'table'>;
