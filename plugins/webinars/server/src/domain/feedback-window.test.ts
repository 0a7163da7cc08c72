import { averageOf, judgeFeedback } from './feedback-window';

const START = new Date('2026-12-03T15:00:00Z');
const END = new Date('2026-12-03T16:00:00Z');
const DAY = 86_400_000;

const judge = (at: Date, overrides: Partial<Parameters<typeof judgeFeedback>[0]> = {}) =>
  judgeFeedback(
    {
      session: { startsAt: START, durationMinutes: 60, state: 'published', publishAt: null },
      state: 'confirmed',
      joinedAt: null,
      ...overrides,
    },
    at
  );

describe('saying how it was', () => {
  it('is possible from the start until thirty days after the end', () => {
    const closesAt = new Date(END.getTime() + 30 * DAY);
    expect(judge(new Date(START.getTime() - 1))).toEqual({ kind: 'early', opensAt: START });
    expect(judge(START)).toEqual({ kind: 'open', closesAt });
    expect(judge(new Date(closesAt.getTime() - 1)).kind).toBe('open');
    expect(judge(closesAt)).toEqual({ kind: 'over' });
  });

  it.each([
    ['confirmed', 'open'],
    ['attended', 'open'],
    ['no_show', 'not_there'],
    ['waitlisted', 'not_there'],
    ['cancelled', 'not_there'],
  ] as const)('is for who may have been there: %s is %s', (state, kind) => {
    expect(judge(END, { state }).kind).toBe(kind);
  });

  it('is for who went in, whatever was noted down', () => {
    expect(judge(END, { state: 'no_show', joinedAt: START }).kind).toBe('open');
  });

  it('is not asked of a session that was called off', () => {
    const session = { startsAt: START, durationMinutes: 60, publishAt: null } as const;
    expect(judge(END, { session: { ...session, state: 'cancelled' } }).kind).toBe('called_off');
  });
});

describe('an average', () => {
  it('has one decimal, and is nothing while nobody has said anything', () => {
    expect(averageOf({ sum: 14, count: 3 })).toBe(4.7);
    expect(averageOf({ sum: 5, count: 1 })).toBe(5);
    expect(averageOf({ sum: 0, count: 0 })).toBeNull();
  });
});
