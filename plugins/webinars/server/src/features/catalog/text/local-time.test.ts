import { localTime } from './local-time';

const HOUR = 3_600_000;

const at = (instant: string, timezone: string, locale: 'en' | 'de' = 'en') => {
  const startsAt = new Date(instant);
  return localTime({ startsAt, endsAt: new Date(startsAt.getTime() + HOUR) }, { timezone, locale });
};

describe('the local times of a session', () => {
  it('are those of the clock on the wall', () => {
    expect(at('2026-12-01T15:00:00Z', 'Europe/Berlin')).toEqual({
      timezone: 'Europe/Berlin',
      date: '2026-12-01',
      time: '16:00',
      endDate: '2026-12-01',
      endTime: '17:00',
      zone: 'CET',
      offset: '+01:00',
      dateText: 'Dec 01, 2026',
    });
  });

  it.each([
    ['2026-10-25T00:30:00Z', '02:30', '02:30', 'CEST', '+02:00'],
    ['2026-10-25T01:30:00Z', '02:30', '03:30', 'CET', '+01:00'],
    ['2027-03-28T00:30:00Z', '01:30', '03:30', 'CET', '+01:00'],
  ])('hold across a daylight-saving night: %s', (instant, time, endTime, zone, offset) => {
    expect(at(instant, 'Europe/Berlin')).toMatchObject({ time, endTime, zone, offset });
  });

  it('write the date as the language does', () => {
    expect(at('2026-12-01T15:00:00Z', 'Europe/Berlin', 'de').dateText).toBe('01.12.2026');
  });

  it('end on the next day where the session does', () => {
    expect(at('2026-12-01T22:30:00Z', 'Europe/Berlin')).toMatchObject({
      date: '2026-12-01',
      endDate: '2026-12-02',
      endTime: '00:30',
    });
  });

  it.each([
    ['America/New_York', 'EST'],
    ['Europe/London', 'GMT'],
    ['Australia/Sydney', 'AEDT'],
    ['Asia/Kolkata', 'IST'],
    ['Asia/Tokyo', 'UTC+9'],
    ['Asia/Kathmandu', 'UTC+5:45'],
    ['UTC', 'UTC'],
  ])('name the zone %s as %s', (timezone, zone) => {
    expect(at('2026-12-01T15:00:00Z', timezone).zone).toBe(zone);
  });
});
