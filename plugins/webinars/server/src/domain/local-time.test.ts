import { formatSpan, isSameWallTime, isZone } from './local-time';

const at = (iso: string) => new Date(iso);
const span = (startsAt: string, endsAt: string, zone: string, language: 'en' | 'de' = 'en') =>
  formatSpan({ startsAt: at(startsAt), endsAt: at(endsAt), zone, language });

describe('a span of local time', () => {
  it.each([
    ['Europe/Berlin', 'en', 'Thursday, 3 December 2026, 16:00–17:00 CET (Europe/Berlin)'],
    ['Europe/Berlin', 'de', 'Donnerstag, 3. Dezember 2026, 16:00–17:00 Uhr MEZ (Europe/Berlin)'],
    ['Europe/London', 'en', 'Thursday, 3 December 2026, 15:00–16:00 GMT (Europe/London)'],
    ['America/New_York', 'en', 'Thursday, 3 December 2026, 10:00–11:00 EST (America/New_York)'],
    ['Asia/Kolkata', 'en', 'Thursday, 3 December 2026, 20:30–21:30 GMT+5:30 (Asia/Kolkata)'],
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
  it('agree where their clocks do, at that time of the year', () => {
    expect(isSameWallTime(at('2026-12-03T15:00:00Z'), 'Europe/Berlin', 'Europe/Vienna')).toBe(true);
    expect(isSameWallTime(at('2026-12-03T15:00:00Z'), 'Europe/Berlin', 'Europe/London')).toBe(
      false
    );
    expect(isSameWallTime(at('2026-03-20T15:00:00Z'), 'UTC', 'Europe/London')).toBe(true);
    expect(isSameWallTime(at('2026-07-20T15:00:00Z'), 'UTC', 'Europe/London')).toBe(false);
  });

  it('are told from what is none', () => {
    expect(isZone('Europe/Berlin')).toBe(true);
    expect(isZone('Berlin/Europe')).toBe(false);
  });
});
