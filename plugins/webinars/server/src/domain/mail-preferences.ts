import type { RegistrantMailKind } from './job-catalog';

/** What registrants may do without. Everything else answers something that they, or the organisers, have done. */
export const MAIL_CATEGORIES = ['reminders', 'follow_ups', 'feedback', 'announcements'] as const;
export type MailCategory = (typeof MAIL_CATEGORIES)[number];

const CATEGORIES: Partial<Record<RegistrantMailKind, MailCategory>> = {
  'reminder-initial': 'reminders',
  'reminder-final': 'reminders',
  'reminder-last-chance': 'reminders',
  'follow-up-attended': 'follow_ups',
  'follow-up-missed': 'follow_ups',
  'feedback-request': 'feedback',
  announcement: 'announcements',
};

/** What a mail is to whoever may do without it; null: it has to come. */
export const categoryOf = (kind: RegistrantMailKind): MailCategory | null =>
  CATEGORIES[kind] ?? null;

/** How an address stands to us. */
export type Reach = {
  /** Nothing goes there any more: it does not exist, or its owner has complained. */
  isSuppressed: boolean;
  optOuts: readonly MailCategory[];
};

/** Why a mail of this kind stays here, if it does. */
export const withheldBecause = (
  kind: RegistrantMailKind,
  { isSuppressed, optOuts }: Reach
): 'suppressed' | 'opted_out' | null => {
  if (isSuppressed) return 'suppressed';
  const category = categoryOf(kind);
  return category !== null && optOuts.includes(category) ? 'opted_out' : null;
};
