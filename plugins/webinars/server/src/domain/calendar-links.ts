/** An event as links to calendars carry it. Texts are plain, instants UTC. */
export type LinkedEvent = {
  summary: string;
  description: string;
  location: string;
  startsAt: Date;
  endsAt: Date;
};

export type CalendarLinks = Record<'google' | 'outlook' | 'office365' | 'yahoo', string>;

/** Links that open a calendar with the event filled in. */
export const calendarLinks = (event: LinkedEvent): CalendarLinks => ({
  google: link('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: event.summary,
    dates: `${compact(event.startsAt)}/${compact(event.endsAt)}`,
    details: event.description,
    location: event.location,
  }),
  outlook: link('https://outlook.live.com/calendar/0/action/compose', composed(event)),
  office365: link('https://outlook.office.com/calendar/0/action/compose', composed(event)),
  yahoo: link('https://calendar.yahoo.com/', {
    v: '60',
    title: event.summary,
    st: compact(event.startsAt),
    et: compact(event.endsAt),
    desc: event.description,
    in_loc: event.location,
  }),
});

/** Outlook reads the body as HTML, and an instant without its zone as the reader's local time. */
const composed = ({ summary, description, location, startsAt, endsAt }: LinkedEvent) => ({
  path: '/calendar/action/compose',
  rru: 'addevent',
  subject: summary,
  startdt: toSeconds(startsAt),
  enddt: toSeconds(endsAt),
  body: description.replace(/[&<>]/g, (mark) => ENTITIES[mark] ?? mark).replace(/\n/g, '<br>'),
  location,
});

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const toSeconds = (instant: Date) => instant.toISOString().replace(/\.\d+/, '');

const compact = (instant: Date) => toSeconds(instant).replace(/[-:]/g, '');

/** Not every reader takes a plus for a blank. */
export const link = (address: string, values: Readonly<Record<string, string>>): string =>
  `${address}?${new URLSearchParams(values).toString().replace(/\+/g, '%20')}`;
