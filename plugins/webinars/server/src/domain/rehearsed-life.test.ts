import { rehearseLife } from './rehearsed-life';

const at = (text: string) => new Date(`2027-03-${text}:00Z`);

const SESSION = {
  state: 'published' as const,
  publishAt: null,
  startsAt: at('10T12:00'),
  durationMinutes: 60,
  timezone: 'Europe/Berlin',
  opensAt: at('02T00:00'),
  closesAt: at('09T12:00'),
  defaultWindowDays: null,
};

const eventsOf = (overrides: object = {}, [from, until] = ['01T00:00', '20T00:00']) =>
  rehearseLife({ ...SESSION, ...overrides }, { from: at(String(from)), until: at(String(until)) })
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(
      (event) =>
        `${event.at.toISOString().slice(5, 16)} ${event.kind === 'session_moves_on' ? event.to : event.kind}`
    );

describe('a rehearsal of a session’s life', () => {
  it('opens and closes registration, begins and ends', () => {
    expect(eventsOf()).toEqual([
      '03-02T00:00 registration_opens',
      '03-09T12:00 registration_closes',
      '03-10T12:00 live',
      '03-10T13:00 completed',
    ]);
  });

  it('publishes a draft at its time, and leaves one alone that has none', () => {
    expect(eventsOf({ state: 'draft', publishAt: at('03T00:00') })[0]).toBe(
      '03-03T00:00 published'
    );
    expect(eventsOf({ state: 'draft' })).toEqual([]);
  });

  it('catches up with what the clock has reached before', () => {
    expect(eventsOf({}, ['11T00:00', '20T00:00'])).toEqual(['03-11T00:00 completed']);
  });

  it('has nothing to tell of a session that was called off', () => {
    expect(eventsOf({ state: 'cancelled' })).toEqual([]);
  });
});
