import type { AnnouncementFilter } from '../../../../../shared/announcements';
import { LOCALES, type Locale } from '../../../../../shared/locales';
import type { Tx } from '../../../platform/transaction';
import { WAS_MISSED, WAS_THERE } from '../../registration';

type Row = Record<string, unknown>;
type Reader = Pick<Tx, 'table'>;

/** A registration that a filter finds. */
export type Candidate = { id: string; emailKey: string; locale: Locale; hasConsent: boolean };

/** `next`: the row after which the next page begins; null: there is none. */
export type CandidatePage = { found: Candidate[]; next: number | null };

/** A page of what a filter finds after a row, in the order of the rows. */
export const findPage = async (
  reader: Reader,
  filter: AnnouncementFilter,
  { after, limit }: { after: number; limit: number }
): Promise<CandidatePage> => {
  const page = await matching(reader, filter).where('id', '>', after).orderBy('id').limit(limit);
  const last = page.length === limit ? page.at(-1) : undefined;
  const found = page
    .filter((row) => isOfCompany(row, filter))
    .map((row) => ({
      id: String(row.document_id),
      emailKey: String(row.email_key),
      locale: LOCALES.find((locale) => locale === row.language) ?? 'en',
      hasConsent: Boolean(row.marketing_consent),
    }));
  return { found, next: last === undefined ? null : Number(last.id) };
};

/** Whether a filter still finds a registration that it has found before. */
export const isStillFound = async (
  reader: Reader,
  filter: AnnouncementFilter,
  registrationId: string
): Promise<boolean> => {
  const [row] = await matching(reader, filter).where({ document_id: registrationId });
  return row !== undefined && isOfCompany(row, filter);
};

/** Everything that the filter says but the company. */
const matching = ({ table }: Reader, filter: AnnouncementFilter) => {
  const query = table<Row>('webinars_registrations')
    .whereIn('state', filter.states)
    .select('id', 'document_id', 'email_key', 'language', 'marketing_consent', 'company');
  const { sessions, language, attendance, registeredFrom, registeredUntil } = filter;
  if (sessions !== undefined) void query.whereIn('session_document_id', sessions);
  if (language !== undefined) void query.where({ language });
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
  return query;
};

/** Not in SQL: lower case goes from a to z there, in SQLite always and in PostgreSQL with some locales. */
const isOfCompany = (row: Row, { company }: AnnouncementFilter) =>
  company === undefined || lowerCase(String(row.company ?? '')).includes(lowerCase(company));

const lowerCase = (text: string) => text.normalize('NFKC').toLowerCase();

const ATTENDANCE = { attended: WAS_THERE, missed: WAS_MISSED };

/** Whether a registrant agrees to hear of other things than their sessions. */
export const hasConsent = async ({ table }: Reader, registrationId: string): Promise<boolean> => {
  const row = await table<Row>('webinars_registrations')
    .where({ document_id: registrationId })
    .first('marketing_consent');
  return Boolean(row?.marketing_consent);
};
