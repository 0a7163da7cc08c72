import {
  areSeatsContested,
  placeRegistration,
  registrationAvailability,
  type PlacementFacts,
} from './placement';

const NOW = new Date('2026-12-01T12:00:00Z');
const inHours = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

type Overrides = Partial<Omit<PlacementFacts, 'session' | 'seats'>> & {
  session?: Partial<PlacementFacts['session']>;
  seats?: Partial<PlacementFacts['seats']>;
};

const facts = ({ session, seats, ...rest }: Overrides = {}): PlacementFacts => ({
  session: {
    state: 'published',
    startsAt: inHours(48),
    durationMinutes: 60,
    timezone: 'Europe/Berlin',
    publishAt: null,
    opensAt: null,
    closesAt: null,
    requiresApproval: false,
    allowWaitlist: true,
    ...session,
  },
  seats: { capacity: 10, held: 0, waitlisted: 0, ...seats },
  price: 0,
  hasActiveRegistration: false,
  canTakePayment: false,
  defaultWindowDays: null,
  now: NOW,
  ...rest,
});

/** Clocks in Berlin have gone back since the day before, so that it is 25 hours long. */
const AFTER_THE_CHANGE = {
  now: new Date('2026-10-24T15:30:00Z'),
  session: { startsAt: new Date('2026-10-25T16:30:00Z'), timezone: 'Europe/Berlin' },
};

const placed = (overrides?: Overrides) => {
  const placement = placeRegistration(facts(overrides));
  return placement.kind === 'refused' ? placement.reason : placement.kind;
};

describe('placing a registration', () => {
  it.each<[string, string, Overrides]>([
    ['a free seat is confirmed', 'confirmed', {}],
    ['the last seat is confirmed', 'confirmed', { seats: { held: 9 } }],
    ['unlimited seats are confirmed', 'confirmed', { seats: { capacity: null, held: 5000 } }],
    ['a full session waitlists', 'waitlisted', { seats: { held: 10 } }],
    ['more held than a lowered capacity waitlists', 'waitlisted', { seats: { held: 12 } }],
    [
      'full without a waitlist refuses',
      'session_full',
      { seats: { held: 10 }, session: { allowWaitlist: false } },
    ],
    ['a freed seat belongs to those who wait', 'waitlisted', { seats: { held: 9, waitlisted: 3 } }],
    [
      '… and is refused where nobody new may wait',
      'session_full',
      { seats: { held: 9, waitlisted: 3 }, session: { allowWaitlist: false } },
    ],
    [
      'in the last hour a free seat goes to whoever comes',
      'confirmed',
      { seats: { held: 9, waitlisted: 3 }, session: { startsAt: inHours(1) } },
    ],
    [
      '… but not a minute before it',
      'waitlisted',
      {
        seats: { held: 9, waitlisted: 3 },
        session: { startsAt: new Date(inHours(1).getTime() + 1) },
      },
    ],
    [
      'approval comes before seats',
      'awaiting_approval',
      { seats: { held: 10 }, session: { requiresApproval: true } },
    ],
    ['a price asks for payment', 'awaiting_payment', { price: 4900, canTakePayment: true }],
    ['a price that cannot be paid refuses', 'payment_required', { price: 4900 }],
    ['a draft does not exist', 'session_not_found', { session: { state: 'draft' } }],
    ['a draft that is due does', 'confirmed', { session: { state: 'draft', publishAt: NOW } }],
    ['cancelled', 'session_cancelled', { session: { state: 'cancelled' } }],
    ['begun', 'session_started', { session: { startsAt: NOW } }],
    ['over, though the job is late', 'session_started', { session: { startsAt: inHours(-5) } }],
    ['window not open', 'registration_not_open', { session: { opensAt: inHours(1) } }],
    ['window open to the instant', 'confirmed', { session: { opensAt: NOW } }],
    ['window closed to the instant', 'registration_closed', { session: { closesAt: NOW } }],
    ['program default window', 'registration_not_open', { defaultWindowDays: 1 }],
    [
      '… whose days are counted by the clocks of the session',
      'confirmed',
      { defaultWindowDays: 1, ...AFTER_THE_CHANGE },
    ],
    [
      '… which do not change everywhere',
      'registration_not_open',
      {
        defaultWindowDays: 1,
        ...AFTER_THE_CHANGE,
        session: { ...AFTER_THE_CHANGE.session, timezone: 'UTC' },
      },
    ],
    [
      'own window beats the default',
      'confirmed',
      { defaultWindowDays: 1, session: { opensAt: inHours(-1) } },
    ],
    [
      'registered already',
      'already_registered',
      { hasActiveRegistration: true, seats: { held: 10 } },
    ],
  ])('%s: %s', (_promise, expected, overrides) => {
    expect(placed(overrides)).toBe(expected);
  });

  it('closes at the start at the latest, whatever an editor typed', () => {
    expect(placed({ session: { startsAt: inHours(-1), closesAt: inHours(5) } })).toBe(
      'session_started'
    );
  });
});

describe('seats are contested', () => {
  it.each([
    ['by the one who finds none', { held: 10 }, 1, true],
    ['not by the one who takes the last', { held: 9 }, 1, false],
    ['by two who find one', { held: 9 }, 2, true],
    ['by whoever comes while others wait', { held: 0, waitlisted: 1 }, 1, true],
    ['by nobody where they are unlimited', { capacity: null, held: 9, waitlisted: 1 }, 100, false],
  ])('%s', (_who, seats, newcomers, expected) => {
    const counts = { capacity: 10, waitlisted: 0, ...seats };
    expect(areSeatsContested(counts, newcomers)).toBe(expected);
  });
});

describe('what a front end may offer', () => {
  it.each<[string, Overrides]>([
    ['open', {}],
    ['waitlist', { seats: { held: 10 } }],
    ['approval', { session: { requiresApproval: true } }],
    ['full', { seats: { held: 10 }, session: { allowWaitlist: false } }],
    ['not_open', { session: { opensAt: inHours(1) } }],
    ['closed', { session: { closesAt: inHours(-1) } }],
    ['closed', { session: { startsAt: inHours(-0.5) } }],
    ['cancelled', { session: { state: 'cancelled' } }],
    ['ended', { session: { startsAt: inHours(-3) } }],
  ])('%s', (expected, overrides) => {
    expect(registrationAvailability(facts(overrides))).toBe(expected);
  });
});
