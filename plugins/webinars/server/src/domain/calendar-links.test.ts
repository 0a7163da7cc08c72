import { calendarLinks } from './calendar-links';

const event = {
  summary: 'Webinar: Übung & Mut #1 🚀 (50 % + mehr)',
  description:
    'Was Bilanzen verraten: <a> & "b"\n\nhttps://www.example.org/de/webinare/x?a=1&b=2#top',
  location: 'Online',
  startsAt: new Date('2026-10-25T00:30:00.000Z'),
  endsAt: new Date('2026-10-25T02:00:00.000Z'),
};
const links = calendarLinks(event);

/** As a server reads it: percent-encoding only, so that a plus is a plus. */
const parse = (address: string) => {
  const { origin, pathname, search, hash } = new URL(address);
  const values = search
    .slice(1)
    .split('&')
    .map((pair) => pair.split('=').map(decodeURIComponent));
  return { page: `${origin}${pathname}`, hash, ...Object.fromEntries(values) };
};

describe('a link to a calendar', () => {
  it('of Google says both instants in UTC', () => {
    expect(parse(links.google)).toEqual({
      page: 'https://calendar.google.com/calendar/render',
      hash: '',
      action: 'TEMPLATE',
      text: event.summary,
      dates: '20261025T003000Z/20261025T020000Z',
      details: event.description,
      location: 'Online',
    });
  });

  it.each([
    ['outlook', 'https://outlook.live.com/calendar/0/action/compose'],
    ['office365', 'https://outlook.office.com/calendar/0/action/compose'],
  ] as const)('of %s names the zone, and writes the text as HTML', (name, page) => {
    expect(parse(links[name])).toEqual({
      page,
      hash: '',
      path: '/calendar/action/compose',
      rru: 'addevent',
      subject: event.summary,
      startdt: '2026-10-25T00:30:00Z',
      enddt: '2026-10-25T02:00:00Z',
      body: 'Was Bilanzen verraten: &lt;a&gt; &amp; "b"<br><br>https://www.example.org/de/webinare/x?a=1&amp;b=2#top',
      location: 'Online',
    });
  });

  it('of Yahoo says when it ends', () => {
    expect(parse(links.yahoo)).toEqual({
      page: 'https://calendar.yahoo.com/',
      hash: '',
      v: '60',
      title: event.summary,
      st: '20261025T003000Z',
      et: '20261025T020000Z',
      desc: event.description,
      in_loc: 'Online',
    });
  });
});
