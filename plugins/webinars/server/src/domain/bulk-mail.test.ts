import { reviewBulkMail, type BulkMailFacts } from './bulk-mail';

const at = (iso: string) => new Date(iso);
const START = at('2027-06-20T08:00:00Z');
const NIGHT = { from: '21:00', to: '08:00' };

type Overrides = Partial<Omit<BulkMailFacts, 'session' | 'registration'>> & {
  session?: Partial<BulkMailFacts['session']>;
  registration?: Partial<BulkMailFacts['registration']>;
};

const review = (now: string, { session, registration, ...overrides }: Overrides = {}) => {
  const found = reviewBulkMail(
    {
      kind: 'reminder-last-chance',
      plannedStart: START,
      dueAt: at('2027-06-20T06:00:00Z'),
      session: { state: 'published', startsAt: START, ...session },
      registration: { state: 'confirmed', joinedAt: null, hasRated: false, ...registration },
      quietHours: null,
      zone: 'Europe/Berlin',
      ...overrides,
    },
    at(now)
  );
  if (found.kind === 'wait') return found.until.toISOString();
  return found.kind === 'skip' ? found.reason : found.kind;
};

describe('a planned reminder', () => {
  it('goes out until the session begins', () => {
    expect(review('2027-06-20T06:00:00Z')).toBe('send');
    expect(review('2027-06-20T07:59:59.999Z')).toBe('send');
    expect(review('2027-06-20T08:00:00Z')).toBe('session_begun');
  });

  it.each([
    ['session_cancelled', { session: { state: 'cancelled' } }],
    ['session_completed', { session: { state: 'completed' } }],
    ['session_moved', { session: { startsAt: at('2027-06-20T08:00:01Z') } }],
    ['registration_cancelled', { registration: { state: 'cancelled' } }],
    ['registration_waitlisted', { registration: { state: 'waitlisted' } }],
  ] as const)('is left out: %s', (reason, overrides) => {
    expect(review('2027-06-20T06:00:00Z', overrides)).toBe(reason);
  });

  it('waits for the end of quiet hours, but not so long that it comes too late', () => {
    const quiet = { quietHours: NIGHT };
    expect(review('2027-06-20T04:00:00Z', quiet)).toBe('2027-06-20T06:00:00.000Z');
    const early = at('2027-06-20T06:30:00Z');
    const atSix30 = { ...quiet, plannedStart: early, session: { startsAt: early } };
    expect(review('2027-06-20T04:30:00Z', atSix30)).toBe('2027-06-20T06:00:00.000Z');
    const earlier = at('2027-06-20T06:29:00Z');
    const before = { ...quiet, plannedStart: earlier, session: { startsAt: earlier } };
    expect(review('2027-06-20T04:29:00Z', before)).toBe('send');
  });

  it('knows whose night it is', () => {
    const quiet = { quietHours: NIGHT, zone: 'Asia/Tokyo' };
    expect(review('2027-06-20T06:00:00Z', quiet)).toBe('send');
  });
});

describe('what follows a session', () => {
  const attended = { state: 'attended', joinedAt: START } as const;
  const due = { dueAt: at('2027-06-20T11:00:00Z'), session: { state: 'completed' } } as const;

  it.each([
    ['follow-up-attended', attended, 'send'],
    ['follow-up-attended', { joinedAt: START }, 'send'],
    ['follow-up-attended', {}, 'has_not_attended'],
    ['follow-up-attended', { state: 'no_show' }, 'contradicted'],
    ['follow-up-missed', {}, 'send'],
    ['follow-up-missed', { state: 'no_show' }, 'send'],
    ['follow-up-missed', { joinedAt: START }, 'has_attended'],
    ['follow-up-missed', attended, 'contradicted'],
    ['feedback-request', { state: 'no_show' }, 'registration_no_show'],
    ['follow-up-missed', { state: 'cancelled' }, 'registration_cancelled'],
    ['feedback-request', attended, 'send'],
    ['feedback-request', { ...attended, hasRated: true }, 'feedback_given'],
    ['feedback-request', {}, 'has_not_attended'],
  ] as const)('%s goes to whom it concerns: %j is %s', (kind, registration, expected) => {
    expect(review('2027-06-20T11:00:00Z', { ...due, kind, registration })).toBe(expected);
  });

  it('waits for the end of quiet hours, and goes out for three days', () => {
    const missed = { ...due, kind: 'follow-up-missed', quietHours: NIGHT } as const;
    expect(review('2027-06-20T22:00:00Z', missed)).toBe('2027-06-21T06:00:00.000Z');
    expect(review('2027-06-23T10:59:59.999Z', missed)).toBe('send');
    expect(review('2027-06-23T11:00:00Z', missed)).toBe('too_late');
  });
});
