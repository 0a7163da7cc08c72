import { z } from 'zod';
import { paging } from './catalog';
import { normalizeEmail } from './email-address';
import type { Locale } from './locales';
import { registrationBody } from './registration';

/** Requests of the admin about one person's data, and about who did what. */

/** As registrations know a person: however the address is spelled. */
const emailKey = registrationBody.shape.email.transform((email) => normalizeEmail(email) ?? email);

export const erasureBody = z.strictObject({
  email: emailKey,
  /** True: only says what would be done. */
  dryRun: z.boolean(),
});

export const accessBody = z.strictObject({ email: emailKey });

const filter = z
  .string()
  .min(1)
  .max(255)
  .regex(/^\P{Cc}+$/u, 'characters_invalid')
  .optional();

export const activitiesQuery = z.strictObject({
  /** documentIds. */
  session: filter,
  subject: filter,
  action: filter,
  ...paging,
});

export type ActivitiesQuery = z.output<typeof activitiesQuery>;

/** What becomes of the rows of one table when a person is erased. */
export type ErasedRows = {
  table: string;
  /** Gone altogether. */
  deleted: number;
  /** Reduced to a number that nobody can be told from. */
  reduced: number;
  kept: number;
  why: ErasureReason;
};

/** What was done, or would be; nothing in it says about whom. */
export type ErasureReceipt = {
  dryRun: boolean;
  /** By which the activity log knows this erasure; null for a dry run. */
  reference: string | null;
  at: Date;
  tables: (Omit<ErasedRows, 'why'> & { why: string })[];
};

const REASONS = {
  registration: {
    en: 'All registrations of this address, with everything that the person told us.',
    de: 'Alle Anmeldungen dieser Adresse mit allem, was die Person uns mitgeteilt hat.',
  },
  link: {
    en: 'Ties each registration to its session.',
    de: 'Verbindet jede Anmeldung mit ihrem Termin.',
  },
  seats: {
    en: 'Counters of sessions: seats and places on the waitlist were given back.',
    de: 'Zähler der Termine: Plätze und Wartelistenplätze wurden zurückgegeben.',
  },
  figures: {
    en: 'Counters only: how many have been erased, so that the figures of past sessions stay right.',
    de: 'Nur Zähler: wie viele gelöscht wurden, damit die Zahlen vergangener Termine stimmen.',
  },
  draft: {
    en: 'Unfinished registrations with this address.',
    de: 'Unfertige Anmeldungen mit dieser Adresse.',
  },
  repeat: {
    en: 'What requests about these registrations were answered, kept for repeated ones.',
    de: 'Antworten auf Anfragen zu diesen Anmeldungen, aufgehoben für wiederholte.',
  },
  mail: {
    en: 'All mails to the person, as far as they are on record.',
    de: 'Alle verzeichneten Mails an die Person.',
  },
  mail_attempt: {
    en: 'What the mail server said to each of them.',
    de: 'Was der Mailserver zu jeder davon gesagt hat.',
  },
  announcement: {
    en: 'That the person was among the recipients of an announcement.',
    de: 'Dass die Person zu den Empfängern einer Ankündigung gehörte.',
  },
  preference: {
    en: 'Which mails the person did without.',
    de: 'Auf welche Mails die Person verzichtet hat.',
  },
  feed: {
    en: 'The secret address of the person’s own calendar, which leads nowhere any more.',
    de: 'Die geheime Adresse des eigenen Kalenders der Person, die nirgendwohin mehr führt.',
  },
  suppression: {
    en: 'That nothing is sent to the address any more: the address goes, and a keyed hash stays that tells nobody whose it was.',
    de: 'Dass an die Adresse nichts mehr gesendet wird: Die Adresse geht, es bleibt ein verschlüsselter Prüfwert, der niemandem sagt, wem sie gehörte.',
  },
  job: {
    en: 'Jobs for these registrations. One that runs at this moment finds nobody and ends.',
    de: 'Aufträge zu diesen Anmeldungen. Ein gerade laufender findet niemanden mehr und endet.',
  },
  activity: {
    en: 'The log can only be appended to. It holds ids alone, which refer to nobody any more.',
    de: 'Das Protokoll kann nur ergänzt werden. Es enthält nur Kennungen, die zu niemandem mehr gehören.',
  },
  speaker: {
    en: 'A speaker with this address is content: editors delete it.',
    de: 'Sprecherinnen und Sprecher mit dieser Adresse sind Inhalt: Die Redaktion löscht sie.',
  },
  account: {
    en: 'An account with this address is not part of the webinars: administrators delete it.',
    de: 'Ein Konto mit dieser Adresse gehört nicht zu den Webinaren: Die Verwaltung löscht es.',
  },
} satisfies Record<string, Record<Locale, string>>;

export type ErasureReason = keyof typeof REASONS;

export const sentenceOf = (reason: ErasureReason, locale: Locale): string =>
  REASONS[reason][locale];
