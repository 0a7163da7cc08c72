import { quietUntil } from './quiet-hours';

const NIGHT = { from: '21:00', to: '08:00' };
const until = (now: string, zone = 'Europe/Berlin', hours = NIGHT) =>
  quietUntil(hours, { zone, now: new Date(now) })?.toISOString() ?? null;

describe('quiet hours', () => {
  it.each([
    ['before they begin', '2027-06-20T18:59:59.999Z', null],
    ['when they begin', '2027-06-20T19:00:00Z', '2027-06-21T06:00:00.000Z'],
    ['after midnight', '2027-06-21T00:00:00Z', '2027-06-21T06:00:00.000Z'],
    ['just before they end', '2027-06-21T05:59:59.999Z', '2027-06-21T06:00:00.000Z'],
    ['when they end', '2027-06-21T06:00:00Z', null],
    ['at noon', '2027-06-21T10:00:00Z', null],
  ])('run over midnight: %s', (_when, now, expected) => {
    expect(until(now)).toBe(expected);
  });

  it.each([
    ['2027-06-21T09:59:00Z', null],
    ['2027-06-21T10:00:00Z', '2027-06-21T12:30:00.000Z'],
    ['2027-06-21T12:30:00Z', null],
  ])('may lie within a day: %s', (now, expected) => {
    expect(until(now, 'Europe/Berlin', { from: '12:00', to: '14:30' })).toBe(expected);
  });

  it('follow the clock of the zone', () => {
    expect(until('2027-06-20T19:00:00Z', 'America/New_York')).toBeNull();
    expect(until('2027-06-21T02:00:00Z', 'America/New_York')).toBe('2027-06-21T12:00:00.000Z');
  });

  it('end by the clock that is in force then, in a night in which clocks change', () => {
    expect(until('2027-03-27T22:00:00Z')).toBe('2027-03-28T06:00:00.000Z');
    expect(until('2027-10-30T22:00:00Z')).toBe('2027-10-31T07:00:00.000Z');
  });
});
