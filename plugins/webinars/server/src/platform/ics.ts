import { createEvent, type EventAttributes } from 'ics';

/** What is written of an event. Instants are written in UTC, which needs no VTIMEZONE. */
export type IcsEvent = {
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  uid: string;
  sequence: number;
  stampedAt: Date;
  startsAt: Date;
  endsAt: Date;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** UIDs of events that belong together with this one (RFC 5545, 3.8.4.5). */
  siblings: readonly string[];
  summary: string;
  description: string;
  location: string;
  url: string | null;
  organizer: IcsPerson;
  attendee: IcsPerson | null;
  alarmMinutes: readonly number[];
};

type IcsPerson = { name: string; address: string };

export type IcsWriter = (event: IcsEvent) => string;

/**
 * Writes calendar files (RFC 5545). The library checks every event at about half a millisecond, which is half of what
 * delivering a mail costs; so it writes the frame of an event once, with marks where texts belong, and the texts are
 * put in here. That also mends what it gets wrong: it folds by characters where octets count, quotes PARTSTAT and
 * ROLE, escapes quotes in parameters (RFC 5545 has no escape for them) and refuses addresses with letters beyond ASCII.
 */
export const createIcsWriter = ({ productId }: { productId: string }): IcsWriter => {
  const frames = new Map<string, string>();

  const frameOf = (event: IcsEvent): string => {
    const shape = [
      event.method,
      event.sequence,
      event.startsAt.getTime(),
      event.endsAt.getTime(),
      event.status,
      event.url === null,
      event.attendee === null,
      event.alarmMinutes.join(),
      event.siblings.length,
    ].join('|');
    const known = frames.get(shape);
    if (known !== undefined) return known;
    const frame = writeFrame(event, productId);
    if (frames.size >= MOST_FRAMES) frames.clear();
    frames.set(shape, frame);
    return frame;
  };

  return (event) => {
    const values = valuesOf(event);
    const text = frameOf(event).replace(
      MARK,
      (mark, text?: string, address?: string, url?: string) =>
        values[text ?? address ?? url ?? ''] ?? mark
    );
    return text.split('\r\n').map(fold).join('\r\n');
  };
};

const MOST_FRAMES = 500;

/** Addresses and links are checked by the library, so their marks have to look like some. */
const MARK = /@@(\w+)@@|(\w+)@mark\.invalid|https:\/\/(url)\.mark\.invalid\//g;

const writeFrame = (event: IcsEvent, productId: string): string => {
  const attributes: EventAttributes = {
    productId,
    method: event.method,
    uid: '@@uid@@',
    sequence: event.sequence,
    start: event.startsAt.getTime(),
    startInputType: 'utc',
    end: event.endsAt.getTime(),
    endInputType: 'utc',
    title: '@@summary@@',
    description: '@@description@@',
    location: '@@location@@',
    ...(event.url !== null && { url: 'https://url.mark.invalid/' }),
    status: event.status,
    transp: event.status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE',
    organizer: { name: '@@organizer@@', email: 'organizerAddress@mark.invalid' },
    ...(event.attendee !== null && {
      attendees: [
        {
          name: '@@attendee@@',
          email: 'attendeeAddress@mark.invalid',
          role: 'REQ-PARTICIPANT',
          partstat: event.status === 'TENTATIVE' ? 'TENTATIVE' : 'ACCEPTED',
          rsvp: false,
        },
      ],
    }),
    alarms: event.alarmMinutes.map((minutes) => ({
      action: 'display',
      description: '@@summary@@',
      trigger: { minutes, before: true },
    })),
  };
  const { value } = createEvent(attributes);
  if (typeof value !== 'string') throw new Error('a calendar event is not valid');
  return value
    .replace(/\r\n[ \t]/g, '')
    .replace(/^DTSTAMP:.*$/m, 'DTSTAMP:@@stamp@@')
    .replace(/\b(ROLE|PARTSTAT)="([\w-]+)"/g, '$1=$2')
    .replace('MAILTO:', 'mailto:')
    .replace(/^UID:.*$/m, (uid) => [uid, ...event.siblings.map(relatedTo)].join('\r\n'));
};

/** The library has no word for it. */
const relatedTo = (_uid: string, index: number) => `RELATED-TO;RELTYPE=SIBLING:@@sibling${index}@@`;

const valuesOf = (event: IcsEvent): Record<string, string> => ({
  uid: escapeText(event.uid),
  stamp: event.stampedAt.toISOString().replace(/[-:]|\.\d+/g, ''),
  summary: escapeText(event.summary),
  description: escapeText(event.description),
  location: escapeText(event.location),
  url: event.url === null ? '' : withoutControls(event.url).replace(/\s/g, ''),
  organizer: parameter(event.organizer.name),
  organizerAddress: parameter(event.organizer.address),
  attendee: parameter(event.attendee?.name ?? ''),
  attendeeAddress: parameter(event.attendee?.address ?? ''),
  ...Object.fromEntries(event.siblings.map((uid, index) => [`sibling${index}`, escapeText(uid)])),
});

/** RFC 5545, 3.3.11 */
export const escapeText = (text: string) =>
  withoutControls(text.replace(/\r\n?/g, '\n'))
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/** RFC 5545, 3.1: a quoted parameter value can hold neither quotes nor line breaks. */
const parameter = (text: string) => withoutControls(text).replace(/\n/g, ' ').replace(/"/g, "'");

const withoutControls = (text: string) => text.replace(CONTROLS, '');

/** What a person can paste into a form without seeing it; the line break stays. */
const CONTROLS = /[^\P{Cc}\n]/gu;

/** RFC 5545, 3.1: at most 75 octets a line, and no character is cut in two. */
export const fold = (line: string): string => {
  if (Buffer.byteLength(line) <= MOST_OCTETS) return line;
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
};

const MOST_OCTETS = 75;
