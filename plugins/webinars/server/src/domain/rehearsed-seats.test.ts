import { rehearseSeats, type Place } from './rehearsed-seats';
import type { SessionLife } from './session';

const at = (text: string) => new Date(`2027-03-${text}:00Z`);

const SESSION = {
  state: 'published' as const,
  publishAt: null,
  startsAt: at('10T12:00'),
  durationMinutes: 60,
  closesAt: null,
};

const offered = (id: string, until: string): Place => ({
  id,
  state: 'offered',
  holdExpiresAt: at(until),
});

const waiting = (id: string): Place => ({ id, state: 'waitlisted', holdExpiresAt: null });

type Overrides = Partial<Pick<SessionLife, 'state'>> & {
  capacity?: number;
  from?: string;
  until?: string;
};

const rehearse = (
  places: readonly Place[],
  { capacity = 1, from = '01T00:00', until = '20T00:00', ...session }: Overrides = {}
) =>
  rehearseSeats({
    session: { ...SESSION, ...session },
    seats: {
      capacity,
      held: places.filter(({ holdExpiresAt }) => holdExpiresAt !== null).length,
      waitlisted: places.filter(({ state }) => state === 'waitlisted').length,
    },
    places,
    from: at(from),
    until: at(until),
  }).map((move) => `${move.at.toISOString().slice(5, 16)} ${move.id} ${move.to} ${move.mail}`);

describe('a rehearsal of seats', () => {
  it('passes a seat on from one to the next, until the start ends all waiting', () => {
    expect(rehearse([offered('a', '08T12:00'), waiting('b'), waiting('c'), waiting('d')])).toEqual([
      '03-08T12:00 a expired offer-expired',
      '03-08T12:00 b offered waitlist-offer',
      '03-09T12:00 b expired offer-expired',
      '03-09T12:00 c offered waitlist-offer',
      '03-10T00:00 c expired offer-expired',
      '03-10T00:00 d offered waitlist-offer',
      '03-10T06:00 d expired offer-expired',
    ]);
  });

  it('lets those go quietly who still wait when the session begins', () => {
    const pending: Place = { id: 'p', state: 'awaiting_approval', holdExpiresAt: null };
    expect(rehearse([waiting('a'), offered('b', '10T13:00'), pending])).toEqual([
      '03-10T12:00 a expired null',
      '03-10T12:00 b expired null',
      '03-10T12:00 p expired null',
    ]);
  });

  it('frees what was held for too long before it began to look', () => {
    expect(rehearse([offered('a', '02T00:00'), waiting('b')], { from: '05T00:00' })).toEqual([
      '03-05T00:00 a expired offer-expired',
      '03-05T00:00 b offered waitlist-offer',
      '03-06T00:00 b expired offer-expired',
    ]);
  });

  it('frees an unpaid seat without a word, and makes no offers while too many seats are held', () => {
    const unpaid: Place = { id: 'u', state: 'awaiting_payment', holdExpiresAt: at('02T00:00') };
    expect(
      rehearse([unpaid, offered('o', '03T00:00'), waiting('w')], { until: '03T12:00' })
    ).toEqual([
      '03-02T00:00 u expired null',
      '03-03T00:00 o expired offer-expired',
      '03-03T00:00 w offered waitlist-offer',
    ]);
  });

  it('moves nobody once the session is called off', () => {
    expect(rehearse([offered('a', '02T00:00')], { state: 'cancelled' })).toEqual([]);
  });

  it('stops where it is told to', () => {
    expect(rehearse([offered('a', '08T12:00')], { until: '08T11:59' })).toEqual([]);
  });
});
