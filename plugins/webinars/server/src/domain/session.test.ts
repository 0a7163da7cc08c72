import {
  canMoveSession,
  registrationWindow,
  seatsLeft,
  SESSION_STATES,
  sessionPhase,
} from './session';

const START = new Date('2026-12-01T12:00:00Z');
const at = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const session = {
  state: 'published' as const,
  startsAt: START,
  durationMinutes: 60,
  publishAt: null,
};

describe('the phase of a session', () => {
  it.each([
    ['published', -1],
    ['live', 0],
    ['live', 59],
    ['completed', 60],
  ])('is %s %i minutes after its start, whatever its row says', (phase, minutes) => {
    expect(sessionPhase(session, at(minutes))).toBe(phase);
    expect(sessionPhase({ ...session, state: 'live' }, at(minutes))).toBe(phase);
  });

  it('stays a draft until the time of publication', () => {
    const draft = { ...session, state: 'draft' as const, publishAt: at(-60) };
    expect(sessionPhase(draft, at(-61))).toBe('draft');
    expect(sessionPhase(draft, at(-60))).toBe('published');
    expect(sessionPhase({ ...draft, publishAt: null }, at(0))).toBe('draft');
  });

  it('never comes back from cancelled or completed', () => {
    expect(sessionPhase({ ...session, state: 'cancelled' }, at(-10))).toBe('cancelled');
    expect(sessionPhase({ ...session, state: 'completed' }, at(-10))).toBe('completed');
  });
});

describe('the moves of a session', () => {
  it('reaches every state from a draft', () => {
    const reached = new Set<string>(['draft']);
    for (let round = 0; round < SESSION_STATES.length; round += 1) {
      for (const from of SESSION_STATES.filter((state) => reached.has(state))) {
        for (const to of SESSION_STATES.filter((state) => canMoveSession(from, state)))
          reached.add(to);
      }
    }
    expect([...reached].sort()).toEqual([...SESSION_STATES].sort());
  });

  it('does not undo a publication, an end or a cancellation', () => {
    expect(canMoveSession('published', 'draft')).toBe(false);
    expect(canMoveSession('completed', 'published')).toBe(false);
    expect(canMoveSession('cancelled', 'published')).toBe(false);
  });
});

describe('the window in which registrations are taken', () => {
  const windowOf = (overrides: Partial<Parameters<typeof registrationWindow>[0]> = {}) =>
    registrationWindow({
      startsAt: START,
      timezone: 'Europe/Berlin',
      opensAt: null,
      closesAt: null,
      defaultWindowDays: null,
      ...overrides,
    });

  it('is open until the start where nobody says anything', () => {
    expect(windowOf()).toEqual({ opensAt: null, closesAt: START });
  });

  it('is what the session says, but for its start', () => {
    const own = { opensAt: at(-600), closesAt: at(-60), defaultWindowDays: 30 };
    expect(windowOf(own)).toEqual({ opensAt: at(-600), closesAt: at(-60) });
    expect(windowOf({ closesAt: at(5) }).closesAt).toEqual(START);
  });

  it.each([
    ['Europe/Berlin', '2026-10-01T11:00:00Z'],
    ['America/New_York', '2026-10-01T11:00:00Z'],
    ['Asia/Tokyo', '2026-10-01T12:00:00Z'],
  ])('opens days before at the same time of day, by the clocks in %s', (timezone, opensAt) => {
    const window = windowOf({ timezone, defaultWindowDays: 61 });
    expect(window.opensAt).toEqual(new Date(opensAt));
  });
});

describe('seats left', () => {
  it.each([
    [null, 50, 0, null],
    [10, 4, 0, 6],
    [10, 9, 3, 0],
    [10, 12, 0, 0],
    [0, 0, 0, 0],
  ])('capacity %p, held %i, waiting %i: %p', (capacity, held, waitlisted, left) => {
    expect(seatsLeft({ capacity, held, waitlisted })).toBe(left);
  });
});
