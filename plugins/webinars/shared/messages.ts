import type { RegistrantMailKind, ScheduledKind } from '../server/src/domain/job-catalog';
import type { Audience } from '../server/src/domain/reminder-schedule';

/** What a session's schedule has had somebody told, will, or has not, and why. */
export type SessionTimeline<Instant = string> = {
  session: string;
  state: string;
  startsAt: Instant;
  timezone: string;
  /** In the order in which they are due; those of a start that was given up, too. */
  messages: TimelineEntry<Instant>[];
};

export type TimelineEntry<Instant = string> = {
  kind: ScheduledKind;
  audience: Audience;
  /** Minutes before the start; below zero, after the end. */
  offsetMinutes: number;
  /** The start that it was planned for. */
  startsAt: Instant;
  dueAt: Instant;
  state: 'to_come' | 'planned' | 'done' | 'skipped';
  /** Of what was left out. */
  reason: string | null;
  /** To how many it was handed out; what became of each mail is on its own record. */
  recipients: number;
  endedAt: Instant | null;
};

/** Everything that was written to a registrant, is to be, or was left out. */
export type MailHistory<Instant = string> = {
  registration: string;
  session: string;
  mails: MailHistoryEntry<Instant>[];
};

export type MailHistoryEntry<Instant = string> = {
  kind: RegistrantMailKind;
  /** `to_come`: not due yet. `queued`: due, or to be tried again. */
  state: 'to_come' | 'queued' | 'sending' | 'sent' | 'failed' | 'skipped';
  reason: string | null;
  /** When a schedule wants it sent; null for what answers to something that happened. */
  dueAt: Instant | null;
  createdAt: Instant | null;
  sentAt: Instant | null;
  attempts: number;
  /** What the mail server said last. */
  responseCode: number | null;
};
