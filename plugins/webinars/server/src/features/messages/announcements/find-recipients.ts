import type { AnnouncementBody, LeftOut, LeftOutReason } from '../../../../../shared/announcements';
import { LOCALES, type Locale } from '../../../../../shared/locales';
import { withheldBecause, type Reach } from '../../../domain/mail-preferences';
import type { Statements } from '../../../platform/transaction';
import { WAS_MISSED, WAS_THERE } from '../../registration';

export type RecipientDeps = {
  rows: Statements;
  reachesOf(emailKeys: readonly string[]): Promise<(emailKey: string) => Reach>;
};

export type Recipients = {
  /** Each person once, by the first of their registrations that fits. */
  registrations: { id: string; locale: Locale }[];
  leftOut: LeftOut[];
};

type Wanted = Pick<AnnouncementBody, 'purpose' | 'filter' | 'texts'>;

const PAGE = 1000;

/** Who gets it now, and who does not, although the filter finds them. */
export const findRecipients = async (deps: RecipientDeps, wanted: Wanted): Promise<Recipients> => {
  const people = new Map<string, Fit>();
  for (let after: number | null = 0; after !== null;) {
    const found: Found[] = await findPage(deps.rows, wanted.filter, after);
    const reachOf = await deps.reachesOf(found.map(({ emailKey }) => emailKey));
    for (const registration of found) {
      const { emailKey } = registration;
      if (people.get(emailKey)?.reason === null) continue;
      const reason = reasonAgainst(wanted, registration, reachOf(emailKey));
      people.set(emailKey, { registration, reason });
    }
    after = found.length === PAGE ? (found.at(-1)?.rowId ?? null) : null;
  }
  return toRecipients([...people.values()]);
};

type Found = { rowId: number; id: string; emailKey: string; locale: Locale; hasConsent: boolean };
type Fit = { registration: Found; reason: LeftOutReason | null };

const reasonAgainst = (
  { purpose, texts }: Wanted,
  { hasConsent, locale }: Found,
  reach: Reach
): LeftOutReason | null => {
  if (purpose === 'marketing' && !hasConsent) return 'no_consent';
  if (texts[locale] === undefined) return 'no_text';
  return withheldBecause('announcement', reach);
};

const toRecipients = (people: readonly Fit[]): Recipients => {
  const counts = new Map<LeftOutReason, number>();
  for (const { reason } of people) {
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return {
    registrations: people
      .filter(({ reason }) => reason === null)
      .map(({ registration: { id, locale } }) => ({ id, locale })),
    leftOut: [...counts].sort().map(([reason, count]) => ({ reason, count })),
  };
};

const findPage = async (
  { table }: Statements,
  filter: AnnouncementBody['filter'],
  after: number
): Promise<Found[]> => {
  const query = table<Row>('webinars_registrations')
    .where('id', '>', after)
    .whereIn('state', filter.states)
    .orderBy('id')
    .limit(PAGE)
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

type Row = Record<string, unknown>;
