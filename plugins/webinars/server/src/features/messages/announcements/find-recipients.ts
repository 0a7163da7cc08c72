import type { AnnouncementBody, LeftOut, LeftOutReason } from '../../../../../shared/announcements';
import type { Locale } from '../../../../../shared/locales';
import { withheldBecause, type Reach } from '../../../domain/mail-preferences';
import type { Statements } from '../../../platform/transaction';
import { findPage, type Candidate, type CandidatePage } from './recipient-store';

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
    const { found, next }: CandidatePage = await findPage(deps.rows, wanted.filter, {
      after,
      limit: PAGE,
    });
    const reachOf = await deps.reachesOf(found.map(({ emailKey }) => emailKey));
    for (const registration of found) {
      const { emailKey } = registration;
      if (people.get(emailKey)?.reason === null) continue;
      const reason = reasonAgainst(wanted, registration, reachOf(emailKey));
      people.set(emailKey, { registration, reason });
    }
    after = next;
  }
  return toRecipients([...people.values()]);
};

type Fit = { registration: Candidate; reason: LeftOutReason | null };

const reasonAgainst = (
  { purpose, texts }: Wanted,
  { hasConsent, locale }: Candidate,
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
