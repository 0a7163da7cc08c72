import ICAL from 'ical.js';
import type { ParsedMail } from 'mailparser';

export type Entry = {
  sequence: number;
  status: string;
  summary: string;
  description: string;
  start: string;
  end: string;
  ics: string;
};

export type CalendarProgram = {
  /** Takes what mails bring, in the order of their arrival. */
  receive(mails: readonly ParsedMail[]): void;
  entries: ReadonlyMap<string, Entry>;
  /** SEQUENCE, METHOD and STATUS of everything that was taken, by UID. */
  history: ReadonlyMap<string, string[]>;
};

/**
 * A calendar as RFC 5546 wants it, on the parser of ical.js: a request puts an event in or replaces the one of the same
 * UID, a cancellation takes it out, and what is older than what is known is ignored.
 */
export const createCalendarProgram = (): CalendarProgram => {
  const entries = new Map<string, Entry>();
  const history = new Map<string, string[]>();
  const known = new Map<string, number>();

  const take = (ics: string) => {
    const calendar = new ICAL.Component(ICAL.parse(ics));
    const vevents = calendar.getAllSubcomponents('vevent');
    const [vevent] = vevents;
    if (vevent === undefined || vevents.length > 1) throw new Error('not one event');
    const method = String(calendar.getFirstPropertyValue('method'));
    const event = new ICAL.Event(vevent);
    const { uid, sequence } = event;
    if (sequence < (known.get(uid) ?? 0)) return;
    known.set(uid, sequence);
    const status = String(vevent.getFirstPropertyValue('status'));
    history.set(uid, [...(history.get(uid) ?? []), `${sequence} ${method} ${status}`]);
    if (method === 'CANCEL') {
      entries.delete(uid);
      return;
    }
    entries.set(uid, {
      sequence,
      status,
      summary: event.summary,
      description: event.description,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      ics,
    });
  };

  return {
    entries,
    history,
    receive: (mails) => {
      for (const mail of mails) for (const ics of calendarFilesOf(mail)) take(ics);
    },
  };
};

/** The parts of a mail that a mail program hands to the calendar. */
export const calendarFilesOf = (mail: ParsedMail): string[] =>
  mail.attachments
    .filter(({ contentType }) => contentType === 'text/calendar')
    .map(({ content }) => content.toString('utf8'));
