import { judgeJoin, type JoinFacts } from './join-window';

const START = new Date('2026-12-03T15:00:00Z');
const minutesFromStart = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

const facts = (
  overrides: Partial<Omit<JoinFacts, 'session'>> & { session?: Partial<JoinFacts['session']> } = {}
): JoinFacts => ({
  state: 'confirmed',
  hasMeeting: true,
  minutesBefore: 30,
  ...overrides,
  session: {
    startsAt: START,
    durationMinutes: 60,
    state: 'published',
    publishAt: null,
    ...overrides.session,
  },
});

describe('the way into a session', () => {
  it.each([
    [-30.01, 'early'],
    [-30, 'open'],
    [0, 'open'],
    [59.9, 'open'],
    [60, 'over'],
  ])('%d minutes after the start it is %s', (minutes, kind) => {
    expect(judgeJoin(facts(), minutesFromStart(minutes)).kind).toBe(kind);
  });

  it('says when it opens', () => {
    expect(judgeJoin(facts({ minutesBefore: 10 }), minutesFromStart(-11))).toEqual({
      kind: 'early',
      opensAt: minutesFromStart(-10),
    });
  });

  it.each([
    ['confirmed', 'open'],
    ['attended', 'open'],
    ['no_show', 'open'],
    ['waitlisted', 'no_seat'],
    ['offered', 'no_seat'],
    ['awaiting_payment', 'no_seat'],
    ['awaiting_approval', 'no_seat'],
    ['cancelled', 'no_seat'],
    ['rejected', 'no_seat'],
    ['expired', 'no_seat'],
  ] as const)('for somebody who is %s it is %s', (state, kind) => {
    expect(judgeJoin(facts({ state }), START).kind).toBe(kind);
  });

  it('is closed to everybody when the session is called off', () => {
    const session = { state: 'cancelled' } as const;
    expect(judgeJoin(facts({ session, state: 'cancelled' }), START).kind).toBe('called_off');
  });

  it('is over when the organisers say so', () => {
    expect(judgeJoin(facts({ session: { state: 'completed' } }), START).kind).toBe('over');
  });

  it('is open at once when the organisers have begun early', () => {
    const early = minutesFromStart(-90);
    expect(judgeJoin(facts({ session: { state: 'live' } }), early).kind).toBe('open');
  });

  it('leads nowhere while nobody has said where the meeting is', () => {
    expect(judgeJoin(facts({ hasMeeting: false }), START).kind).toBe('no_link');
    expect(judgeJoin(facts({ hasMeeting: false }), minutesFromStart(-60)).kind).toBe('early');
  });
});
