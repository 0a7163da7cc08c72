import { daysBefore, formatSpan, isSameWallTime, isZone } from './local-time';

const at = (iso: string) => new Date(iso);
const span = (startsAt: string, endsAt: string, zone: string, language: 'en' | 'de' = 'en') =>
  formatSpan({ startsAt: at(startsAt), endsAt: at(endsAt), zone, language });

describe('a span of local time', () => {
  it.each([
    ['Europe/Berlin', 'en', 'Thursday, 3 December 2026, 16:00–17:00 CET (Europe/Berlin)'],
    ['Europe/Berlin', 'de', 'Donnerstag, 3. Dezember 2026, 16:00–17:00 Uhr MEZ (Europe/Berlin)'],
    ['Europe/London', 'en', 'Thursday, 3 December 2026, 15:00–16:00 GMT (Europe/London)'],
    ['America/New_York', 'en', 'Thursday, 3 December 2026, 10:00–11:00 EST (America/New_York)'],
    ['Asia/Tokyo', 'en', 'Friday, 4 December 2026, 00:00–01:00 GMT+9 (Asia/Tokyo)'],
    ['Asia/Kolkata', 'en', 'Thursday, 3 December 2026, 20:30–21:30 IST (Asia/Kolkata)'],
    [
      'Pacific/Auckland',
      'de',
      'Freitag, 4. Dezember 2026, 04:00–05:00 Uhr NZDT (Pacific/Auckland)',
    ],
  ] as const)('is written in %s and %s', (zone, language, expected) => {
    expect(span('2026-12-03T15:00:00Z', '2026-12-03T16:00:00Z', zone, language).text).toBe(
      expected
    );
  });

  it('names the second day where it ends after midnight', () => {
    expect(span('2026-12-03T22:30:00Z', '2026-12-04T00:00:00Z', 'Europe/Berlin').time).toBe(
      '23:30 CET – Friday, 4 December 2026, 01:00 CET'
    );
  });

  it('names both offsets where clocks change meanwhile', () => {
    expect(span('2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', 'Europe/Berlin').time).toBe(
      '02:30 CEST–02:30 CET'
    );
  });

  it('writes midnight as 00:00', () => {
    expect(span('2026-12-02T23:00:00Z', '2026-12-03T00:00:00Z', 'Europe/Berlin').time).toBe(
      '00:00–01:00 CET'
    );
  });

  it('tears a leaf off the calendar', () => {
    expect(
      span('2026-12-03T15:00:00Z', '2026-12-03T16:00:00Z', 'Europe/Berlin', 'de')
    ).toMatchObject({ month: 'Dez', day: '3', weekday: 'Do' });
  });
});

describe('zones', () => {
  const agree = (startsAt: string, zone: string, otherZone: string) => {
    const end = new Date(at(startsAt).getTime() + 60 * 60_000);
    return isSameWallTime({ startsAt: at(startsAt), endsAt: end }, zone, otherZone);
  };

  it('agree where their clocks do, at that time of the year', () => {
    expect(agree('2026-12-03T15:00:00Z', 'Europe/Berlin', 'Europe/Vienna')).toBe(true);
    expect(agree('2026-12-03T15:00:00Z', 'Europe/Berlin', 'Europe/London')).toBe(false);
    expect(agree('2026-03-20T15:00:00Z', 'UTC', 'Europe/London')).toBe(true);
    expect(agree('2026-07-20T15:00:00Z', 'UTC', 'Europe/London')).toBe(false);
  });

  it('disagree where one of the clocks changes meanwhile', () => {
    expect(agree('2027-03-28T00:30:00Z', 'Europe/Berlin', 'Africa/Lagos')).toBe(false);
    expect(agree('2027-03-27T00:30:00Z', 'Europe/Berlin', 'Africa/Lagos')).toBe(true);
    expect(agree('2027-10-31T00:30:00Z', 'Europe/Berlin', 'Africa/Lagos')).toBe(false);
  });

  it('are told from what is none', () => {
    expect(isZone('Europe/Berlin')).toBe(true);
    expect(isZone('Berlin/Europe')).toBe(false);
  });
});

describe('days before', () => {
  const before = (start: string, days: number, zone: string) => {
    const found = daysBefore(at(start), { days, zone });
    return found.toISOString().replace('.000Z', 'Z');
  };

  it.each([
    ['no clock changes', 'Europe/Berlin', '2027-06-20T16:00:00Z', 7, '2027-06-13T16:00:00Z'],
    ['none ever does', 'Asia/Tokyo', '2027-03-28T09:00:00Z', 7, '2027-03-21T09:00:00Z'],
    ['an hour is lost', 'Europe/Berlin', '2027-03-28T16:00:00Z', 7, '2027-03-21T17:00:00Z'],
    ['an hour is won', 'Europe/Berlin', '2027-10-31T17:00:00Z', 7, '2027-10-24T16:00:00Z'],
    ['both happen', 'Europe/Berlin', '2027-12-01T17:00:00Z', 365, '2026-12-01T17:00:00Z'],
    ['UTC has the next day', 'America/New_York', '2027-03-15T02:00:00Z', 1, '2027-03-14T03:00:00Z'],
    ['an hour is won', 'America/New_York', '2027-11-07T23:00:00Z', 1, '2027-11-06T22:00:00Z'],
    ['autumn is in April', 'Pacific/Auckland', '2027-04-04T06:00:00Z', 7, '2027-03-28T05:00:00Z'],
    ['spring in September', 'Pacific/Auckland', '2027-09-26T05:00:00Z', 7, '2027-09-19T06:00:00Z'],
    ['half an hour', 'Australia/Lord_Howe', '2027-04-04T07:30:00Z', 7, '2027-03-28T07:00:00Z'],
  ])('keep the time of day where %s: %s', (_where, zone, start, days, expected) => {
    expect(before(start, days, zone)).toBe(expected);
  });

  it.each([
    // 02:30, which is 03:30
    ['Europe/Berlin', '2027-04-04T00:30:00Z', 7, '2027-03-28T01:30:00Z'],
    ['America/New_York', '2027-03-21T06:30:00Z', 7, '2027-03-14T07:30:00Z'],
    ['Pacific/Auckland', '2027-10-02T13:30:00Z', 7, '2027-09-25T14:30:00Z'],
    // 02:15, which is 02:45
    ['Australia/Lord_Howe', '2027-10-09T15:15:00Z', 7, '2027-10-02T15:45:00Z'],
    // Noon of a day that Samoa left out, which is noon of the next
    ['Pacific/Apia', '2012-01-01T22:00:00Z', 3, '2011-12-30T22:00:00Z'],
  ])('read a time that is left out by the clock before: %s', (zone, start, days, expected) => {
    expect(before(start, days, zone)).toBe(expected);
  });

  it.each([
    ['Europe/Berlin', '2027-11-07T01:30:00Z', 7, '2027-10-31T00:30:00Z'],
    ['America/New_York', '2027-11-14T06:30:00Z', 7, '2027-11-07T05:30:00Z'],
    ['Pacific/Auckland', '2027-04-10T14:30:00Z', 7, '2027-04-03T13:30:00Z'],
    ['Australia/Lord_Howe', '2027-04-10T15:15:00Z', 7, '2027-04-03T14:45:00Z'],
  ])('mean the first of two equal times: %s', (zone, start, days, expected) => {
    expect(before(start, days, zone)).toBe(expected);
  });

  it.each([
    ['the last instant of the old clock', '2027-11-07T00:59:59Z', '2027-10-30T23:59:59Z'],
    ['the first time that comes twice', '2027-11-07T01:00:00Z', '2027-10-31T00:00:00Z'],
    ['the last', '2027-11-07T01:59:59Z', '2027-10-31T00:59:59Z'],
    ['the first that comes once again', '2027-11-07T02:00:00Z', '2027-10-31T02:00:00Z'],
    ['the last before the gap', '2027-04-03T23:59:59Z', '2027-03-28T00:59:59Z'],
    ['the first in the gap', '2027-04-04T00:00:00Z', '2027-03-28T01:00:00Z'],
    ['the last in the gap', '2027-04-04T00:59:59Z', '2027-03-28T01:59:59Z'],
    ['the first after the gap', '2027-04-04T01:00:00Z', '2027-03-28T01:00:00Z'],
  ])('know the edges of a change: %s', (_edge, start, expected) => {
    expect(before(start, 7, 'Europe/Berlin')).toBe(expected);
  });

  it('start from either of two equal times', () => {
    expect(before('2027-10-31T00:30:00Z', 1, 'Europe/Berlin')).toBe('2027-10-30T00:30:00Z');
    expect(before('2027-10-31T01:30:00Z', 1, 'Europe/Berlin')).toBe('2027-10-30T00:30:00Z');
  });

  it('are no change where there are none, and lose no millisecond where there are', () => {
    expect(before('2027-10-31T01:30:00Z', 0, 'Europe/Berlin')).toBe('2027-10-31T01:30:00Z');
    expect(before('2027-03-28T16:00:00.123Z', 7, 'Europe/Berlin')).toBe('2027-03-21T17:00:00.123Z');
  });

  it.each([
    ['Europe/Berlin', ['2027-04-04T00:00:00Z', '2027-04-04T00:30:00Z']],
    ['America/New_York', ['2027-03-21T06:00:00Z', '2027-03-21T06:30:00Z']],
    ['Pacific/Auckland', ['2027-10-02T13:00:00Z', '2027-10-02T13:30:00Z']],
    ['Asia/Kolkata', []],
  ])('keep the time of day all year but for the hour that is left out: %s', (zone, leftOut) => {
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium' });
    const start = at('2027-01-01T00:00:00Z').getTime();
    const halfHours = Array.from({ length: 365 * 48 }, (_, index) => start + index * 30 * 60_000);
    const changed = halfHours.filter((instant) => {
      const found = daysBefore(new Date(instant), { days: 7, zone });
      return clock.format(found) !== clock.format(instant);
    });
    expect(changed).toEqual(leftOut.map((instant) => at(instant).getTime()));
  });
});
