import { timeWindow } from './timeframe';

const window = (
  query: Partial<Parameters<typeof timeWindow>[0]>,
  now: string,
  timezone = 'Europe/Berlin'
) => {
  const found = timeWindow(
    { timeframe: 'all-upcoming', ...query },
    { now: new Date(now), timezone }
  );
  return {
    isOver: found.isOver,
    from: found.startsFrom?.toISOString() ?? null,
    before: found.startsBefore?.toISOString() ?? null,
  };
};

describe('the time window of a list', () => {
  it('has no bounds for everything that is yet to come', () => {
    expect(window({}, '2026-10-21T10:00:00Z')).toEqual({ isOver: false, from: null, before: null });
  });

  it.each([
    ['of an ordinary week', '2026-06-10T10:00:00Z', 'Europe/Berlin', '2026-06-14T22:00:00.000Z'],
    ['of a week of 169 hours', '2026-10-21T10:00:00Z', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    ['of a week of 167 hours', '2027-03-24T10:00:00Z', 'Europe/Berlin', '2027-03-28T22:00:00.000Z'],
    ['far in the east', '2026-10-25T12:30:00Z', 'Pacific/Auckland', '2026-11-01T11:00:00.000Z'],
    ['far in the west', '2026-10-26T03:30:00Z', 'America/New_York', '2026-10-26T04:00:00.000Z'],
    ['on its last minute', '2026-10-25T22:59:00Z', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    ['on its first minute', '2026-10-25T23:00:00Z', 'Europe/Berlin', '2026-11-01T23:00:00.000Z'],
  ])('ends "this-week" on Monday at local midnight %s', (_case, now, timezone, before) => {
    expect(window({ timeframe: 'this-week' }, now, timezone).before).toBe(before);
  });

  it('ends "this-month" on the first at local midnight', () => {
    expect(window({ timeframe: 'this-month' }, '2026-10-02T10:00:00Z').before).toBe(
      '2026-10-31T23:00:00.000Z'
    );
  });

  it('begins a day where midnight does not exist', () => {
    const { from, before } = window(
      { from: '2026-03-27', to: '2026-03-27' },
      '2026-01-01T00:00:00Z',
      'Asia/Beirut'
    );
    expect(from).toBe('2026-03-26T22:00:00.000Z');
    expect(before).toBe('2026-03-27T22:00:00.000Z');
  });

  it('takes a day as the whole of it, across a daylight-saving night', () => {
    expect(window({ from: '2026-10-25', to: '2026-10-25' }, '2026-10-01T00:00:00Z')).toEqual({
      isOver: false,
      from: '2026-10-24T22:00:00.000Z',
      before: '2026-10-25T23:00:00.000Z',
    });
  });

  it('takes an instant as itself, in whatever offset it is written', () => {
    const { from, before } = window(
      { from: '2026-10-25T02:30:00+02:00', to: '2026-10-25T02:30:00+01:00' },
      '2026-10-01T00:00:00Z'
    );
    expect(from).toBe('2026-10-25T00:30:00.000Z');
    expect(before).toBe('2026-10-25T01:30:00.000Z');
  });

  it('never widens the timeframe by a later `to`', () => {
    const query = { timeframe: 'this-week', to: '2027-01-01' } as const;
    expect(window(query, '2026-06-10T10:00:00Z').before).toBe('2026-06-14T22:00:00.000Z');
  });
});
