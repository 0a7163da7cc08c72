import ICAL from 'ical.js';
import { createIcsWriter, type IcsEvent } from './ics';

const write = createIcsWriter({ productId: '-//Example//Webinars//EN' });

const anEvent = (overrides: Partial<IcsEvent> = {}): IcsEvent => ({
  method: 'REQUEST',
  uid: 'registration-1@example.org',
  sequence: 3,
  stampedAt: new Date('2026-11-22T10:00:00.123Z'),
  startsAt: new Date('2026-12-03T15:00:00Z'),
  endsAt: new Date('2026-12-03T16:00:00Z'),
  status: 'CONFIRMED',
  summary: 'Webinar: Öl, Gas; und \\ Größe',
  description: `First line\nSecond line, ${'süß '.repeat(80)}`,
  location: 'https://meet.example.org/room?a=1,2;b',
  url: 'https://example.org/r/abc.def?x=1,2',
  organizer: { name: 'Example "Webinars"', address: 'webinars@localhost' },
  attendee: { name: 'Zoë "Z"\r\nORGANIZER:mailto:evil@example.org', address: 'zoë@example.org' },
  alarmMinutes: [1440, 30],
  siblings: [],
  ...overrides,
});

/** An independent reader. */
const read = (ics: string) => {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  const vevent = calendar.getFirstSubcomponent('vevent');
  if (vevent === null) throw new Error('no event');
  return { calendar, vevent, event: new ICAL.Event(vevent) };
};

describe('a calendar file', () => {
  const ics = write(anEvent());
  const { calendar, vevent, event } = read(ics);

  it('says what an independent reader understands', () => {
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(event.uid).toBe('registration-1@example.org');
    expect(event.sequence).toBe(3);
    expect(event.summary).toBe('Webinar: Öl, Gas; und \\ Größe');
    expect(event.description).toBe(anEvent().description);
    expect(event.location).toBe('https://meet.example.org/room?a=1,2;b');
    expect(vevent.getFirstPropertyValue('url')).toBe('https://example.org/r/abc.def?x=1,2');
    expect(vevent.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(String(vevent.getFirstPropertyValue('dtstamp'))).toBe('2026-11-22T10:00:00Z');
    expect(event.startDate.toJSDate()).toEqual(new Date('2026-12-03T15:00:00Z'));
    expect(event.endDate.toJSDate()).toEqual(new Date('2026-12-03T16:00:00Z'));
  });

  it('writes instants in UTC, so that no time zone has to come along', () => {
    expect(ics).toContain('DTSTART:20261203T150000Z\r\n');
    expect(ics).not.toContain('TZID');
  });

  it('ends lines with CR LF and keeps them within 75 octets', () => {
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const octets = ics.split('\r\n').map((line) => Buffer.byteLength(line));
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('names organizer and attendee without asking for an answer', () => {
    const organizer = vevent.getFirstProperty('organizer');
    const attendee = vevent.getFirstProperty('attendee');
    expect(organizer?.getFirstValue()).toBe('mailto:webinars@localhost');
    expect(organizer?.getParameter('cn')).toBe("Example 'Webinars'");
    expect(attendee?.getFirstValue()).toBe('mailto:zoë@example.org');
    expect(ics.replaceAll('\r\n ', '')).toMatch(
      /^ATTENDEE;RSVP=FALSE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN="/m
    );
  });

  it('lets no name smuggle in a line', () => {
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
    expect(vevent.getAllProperties('organizer')).toHaveLength(1);
    expect(vevent.getFirstProperty('attendee')?.getParameter('cn')).toBe(
      "Zoë 'Z' ORGANIZER:mailto:evil@example.org"
    );
  });

  it('reminds a day and half an hour before', () => {
    const triggers = vevent
      .getAllSubcomponents('valarm')
      .map((alarm) => String(alarm.getFirstPropertyValue('trigger')));
    expect(triggers.map((trigger) => ICAL.Duration.fromString(trigger).toSeconds())).toEqual([
      -86_400, -1_800,
    ]);
  });

  it('keeps texts that look like its own marks or like patterns', () => {
    const odd = write(anEvent({ summary: '@@uid@@ $& $1', description: 'uid@mark.invalid' }));
    expect(read(odd).event.summary).toBe('@@uid@@ $& $1');
    expect(read(odd).event.description).toBe('uid@mark.invalid');
  });
});

it('takes an event out of the calendar, whether or not one like it was written before', () => {
  const ics = write(
    anEvent({ method: 'CANCEL', status: 'CANCELLED', sequence: 4, alarmMinutes: [] })
  );
  const { calendar, vevent } = read(ics);
  expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
  expect(vevent.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(vevent.getFirstPropertyValue('sequence')).toBe(4);
  expect(vevent.getAllSubcomponents('valarm')).toHaveLength(0);
});

it('puts an event in with reserve, and the attendee, too', () => {
  const ics = write(anEvent({ status: 'TENTATIVE', alarmMinutes: [] }));
  const { vevent } = read(ics);
  expect(vevent.getFirstPropertyValue('status')).toBe('TENTATIVE');
  expect(vevent.getFirstPropertyValue('transp')).toBe('OPAQUE');
  expect(vevent.getFirstProperty('attendee')?.getParameter('partstat')).toBe('TENTATIVE');
});

it('names the events that belong together with one, each in a property of its own', () => {
  const siblings = ['registration-2@example.org', 'registration-3@example.org'];
  const { vevent, event } = read(write(anEvent({ siblings })));
  const related = vevent.getAllProperties('related-to');
  expect(related.map((property) => property.getFirstValue())).toEqual(siblings);
  expect(related.map((property) => property.getParameter('reltype'))).toEqual([
    'SIBLING',
    'SIBLING',
  ]);
  expect(event.uid).toBe('registration-1@example.org');
});

it('offers an event to everybody without an attendee', () => {
  const ics = write(anEvent({ method: 'PUBLISH', attendee: null, url: null }));
  expect(read(ics).vevent.getAllProperties('attendee')).toHaveLength(0);
  expect(read(ics).vevent.getAllProperties('url')).toHaveLength(0);
});
