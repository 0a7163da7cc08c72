import { z } from 'zod';
import type { ScheduledKind } from '../server/src/domain/job-catalog';
import type { RehearsalWarningCode } from '../server/src/domain/rehearsal-warnings';
import type { Audience } from '../server/src/domain/reminder-schedule';
import type { Locale } from './locales';

/** What happens to a session when the clock goes on and nobody does anything. */

/** What is no instant is not compared with another one. */
const instant = z.iso
  .datetime({ offset: true, error: 'date_invalid', abort: true })
  .pipe(z.coerce.date());

const LONGEST_MS = 400 * 24 * 60 * 60_000;

export const rehearsalBody = z
  .strictObject({ from: instant, until: instant })
  .refine(({ from, until }) => from < until, { path: ['until'], message: 'invalid' })
  .refine(({ from, until }) => until.getTime() - from.getTime() <= LONGEST_MS, {
    path: ['until'],
    message: 'invalid',
  });

export type Rehearsal<Instant = string> = {
  session: string;
  timezone: string;
  from: Instant;
  until: Instant;
  /** In the order in which they happen. */
  events: RehearsedEvent<Instant>[];
  /** One of each mail in each language that occurs. Personal links lead nowhere, and figures are those of now. */
  examples: RehearsedExample[];
  warnings: {
    code: RehearsalWarningCode;
    at: Instant | null;
    subjects: string[];
    message: string;
  }[];
};

export type RehearsedEvent<Instant = string> =
  | { kind: 'session_moves_on'; at: Instant; from: string; to: string; by: string }
  | { kind: 'registration_opens' | 'registration_closes'; at: Instant }
  | ({ kind: 'registration_moves'; at: Instant; by: string } & RehearsedPlace<Instant>)
  | ({ kind: 'message'; at: Instant; by: string } & RehearsedMessage<Instant>);

/** A registration that gets a seat offered, or has waited or held one for too long. */
export type RehearsedPlace<Instant> = {
  registration: string;
  from: string;
  to: string;
  because: string;
  holdExpiresAt: Instant | null;
  /** What the registrant is told, and whether that goes out; null: they are not told. */
  mail: { kind: string; skipped: string | null } | null;
};

export type RehearsedMessage<Instant> = {
  message: ScheduledKind | 'speaker-confirmation';
  audience: Audience;
  /** Minutes before the start, below zero after the end; null for what no schedule plans. */
  offsetMinutes: number | null;
  /** When the schedule wants it, which may be before the rehearsed time. */
  dueAt: Instant;
  /** Why nobody is told; null: they are. */
  skippedBecause: string | null;
  /** To how many it is handed out; what becomes of each of their mails is below. */
  recipients: number;
  /** How many go out when: put-off ones later than the rest. */
  sent: { at: Instant; count: number }[];
  skipped: { reason: string; count: number }[];
  /** What still waits at the end of the rehearsed time. */
  waiting: { until: Instant; count: number }[];
};

export type RehearsedExample = {
  kind: string;
  locale: Locale;
  subject: string;
  text: string;
  html: string;
};

/** What the warnings say to an organiser. */
export const REHEARSAL_SENTENCES: Record<RehearsalWarningCode, Record<Locale, string>> = {
  german_title_missing: {
    en: 'People have registered in German, and neither the session nor its topic has a German title: they are written the English one.',
    de: 'Es gibt Anmeldungen auf Deutsch, aber weder der Termin noch sein Thema hat einen deutschen Titel: In den Mails steht der englische.',
  },
  reminder_before_registration_opens: {
    en: 'This reminder is due before registration opens: nobody gets it.',
    de: 'Diese Erinnerung ist fällig, bevor die Anmeldung öffnet: Niemand bekommt sie.',
  },
  late_registrants_unreminded: {
    en: 'Registration stays open for more than a day after the last reminder: whoever registers then is not reminded.',
    de: 'Nach der letzten Erinnerung bleibt die Anmeldung noch über einen Tag offen: Wer sich dann anmeldet, wird nicht mehr erinnert.',
  },
  clocks_change: {
    en: 'Clocks change between this reminder and the start. Reminders that are planned in days keep their time of day; those planned in hours do not.',
    de: 'Zwischen dieser Erinnerung und dem Beginn werden die Uhren umgestellt. In Tagen geplante Erinnerungen behalten ihre Uhrzeit, in Stunden geplante nicht.',
  },
  last_chance_in_quiet_hours: {
    en: 'The last reminder is due within the quiet hours: it is put off to their end, or goes out in spite of them when that would be too late.',
    de: 'Die letzte Erinnerung fällt in die Ruhezeit: Sie wird bis zu deren Ende aufgeschoben oder, wenn das zu spät wäre, trotzdem gesendet.',
  },
  meeting_url_missing: {
    en: 'Two days before the start there is still no link to the meeting.',
    de: 'Zwei Tage vor dem Beginn fehlt noch der Meeting-Link.',
  },
  speaker_missing: {
    en: 'The session has no speaker.',
    de: 'Dem Termin ist niemand als Referentin oder Referent zugeordnet.',
  },
  speaker_address_missing: {
    en: 'There is no e-mail address of a speaker: the alert before the session cannot reach them.',
    de: 'Von einer Referentin oder einem Referenten fehlt die E-Mail-Adresse: Die Vorabinformation kommt nicht an.',
  },
  manager_missing: {
    en: 'A summary for the programme manager is planned, and the settings name none.',
    de: 'Eine Zusammenfassung für die Programmleitung ist geplant, in den Einstellungen ist aber niemand eingetragen.',
  },
};
