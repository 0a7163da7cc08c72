import type { AnnouncementFilter } from '../../../../../shared/announcements';
import { LOCALES, type Locale } from '../../../../../shared/locales';
import type { Tx } from '../../../platform/transaction';
import { WAS_MISSED, WAS_THERE } from '../../registration';

type Row = Record<string, unknown>;
type Reader = Pick<Tx, 'table'>;

/** A registration that a filter finds. */
export type Candidate = {
  rowId: number;
  id: string;
  emailKey: string;
  locale: Locale;
  hasConsent: boolean;
};

/** A page of what a filter finds after a row, in the order of the rows. */
export const findPage = async (
  { table }: Reader,
  filter: AnnouncementFilter,
  { after, limit }: { after: number; limit: number }
): Promise<Candidate[]> => {
  const query = table<Row>('webinars_registrations')
    .where('id', '>', after)
    .whereIn('state', filter.states)
    .orderBy('id')
    .limit(limit)
    .select('id', 'document_id', 'email_key', 'language', 'marketing_consent');
  const { sessions, language, company, attendance, registeredFrom, registeredUntil } = filter;
  if (sessions !== undefined) void query.whereIn('session_document_id', sessions);
  if (language !== undefined) void query.where({ language });
  if (company !== undefined) {
    void query.whereRaw(`LOWER(company) LIKE ? ESCAPE '\\'`, [`%${escaped(company)}%`]);
  }
  if (registeredFrom !== undefined) void query.where('registered_at', '>=', registeredFrom);
  if (registeredUntil !== undefined) void query.where('registered_at', '<=', registeredUntil);
  if (attendance !== undefined) {
    void query
      .whereRaw(ATTENDANCE[attendance])
      .whereIn(
        'session_document_id',
        table('webinars_sessions').where({ state: 'completed' }).select('document_id')
      );
  }
  const rows = await query;
  return rows.map((row) => ({
    rowId: Number(row.id),
    id: String(row.document_id),
    emailKey: String(row.email_key),
    locale: LOCALES.find((locale) => locale === row.language) ?? 'en',
    hasConsent: Boolean(row.marketing_consent),
  }));
};

const ATTENDANCE = { attended: WAS_THERE, missed: WAS_MISSED };

const escaped = (text: string) => text.toLowerCase().replace(/[\\%_]/g, '\\$&');

/** Whether a registrant agrees to hear of other things than their sessions. */
export const hasConsent = async ({ table }: Reader, registrationId: string): Promise<boolean> => {
  const row = await table<Row>('webinars_registrations')
    .where({ document_id: registrationId })
    .first('marketing_consent');
  return Boolean(row?.marketing_consent);
};
