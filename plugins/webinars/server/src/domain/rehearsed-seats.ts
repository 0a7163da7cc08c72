import { endsAtStart, type RegistrationState } from './registration';
import { sessionPhase, type SeatCounts } from './session';
import { offerExpiresAt, offersToMake, type WaitlistFacts } from './waitlist';

/** A registration that holds a seat for a while, or waits; those who wait in their order. */
export type Place = { id: string; state: RegistrationState; holdExpiresAt: Date | null };

export type RehearsedMove = {
  at: Date;
  id: string;
  from: RegistrationState;
  to: 'offered' | 'expired';
  /** Until when a seat that is offered is kept. */
  holdExpiresAt: Date | null;
  /** What the registrant is told; null: nothing. */
  mail: 'waitlist-offer' | 'offer-expired' | null;
  because: 'hold_ran_out' | 'seat_was_free' | 'session_began';
};

type Rehearsal = {
  session: WaitlistFacts['session'];
  seats: SeatCounts;
  places: readonly Place[];
  from: Date;
  until: Date;
};

/**
 * What becomes of the seats of a session while nobody does anything: holds run out, what they held is offered to the
 * next in line, and the start ends what still waits.
 */
export const rehearseSeats = ({ session, seats, places, from, until }: Rehearsal) => {
  const moves: RehearsedMove[] = [];
  const present = places.map((place) => ({ ...place }));
  const counts = { ...seats };
  const phaseAt = (at: Date) => sessionPhase(session, at);
  const hasBegun = session.state === 'live' || session.state === 'completed';

  const move = (
    place: Place,
    to: RehearsedMove['to'],
    rest: Pick<RehearsedMove, 'at' | 'mail' | 'because'> & { holdExpiresAt?: Date }
  ) => {
    const holdExpiresAt = rest.holdExpiresAt ?? null;
    moves.push({ id: place.id, from: place.state, to, ...rest, holdExpiresAt });
    place.state = to;
    place.holdExpiresAt = holdExpiresAt;
  };

  const endLapsedHolds = (at: Date) => {
    for (const place of lapsedBy(present, at)) {
      const isTold = place.state === 'offered' && phaseAt(at) === 'published';
      counts.held -= 1;
      move(place, 'expired', {
        at,
        mail: isTold ? 'offer-expired' : null,
        because: 'hold_ran_out',
      });
    }
  };

  const makeOffers = (at: Date) => {
    const wanted = offersToMake({ session, seats: counts, now: at });
    const first = present.filter(({ state }) => state === 'waitlisted').slice(0, wanted);
    counts.waitlisted -= first.length;
    counts.held += first.length;
    const holdExpiresAt = offerExpiresAt(session, at);
    for (const place of first) {
      move(place, 'offered', {
        at,
        mail: 'waitlist-offer',
        because: 'seat_was_free',
        holdExpiresAt,
      });
    }
  };

  const endWaiting = (at: Date) => {
    for (const place of present.filter(({ state }) => endsAtStart(state))) {
      move(place, 'expired', { at, mail: null, because: 'session_began' });
    }
  };

  for (const at of instants({ session, hasBegun, present, from, until })) {
    const phase = phaseAt(at);
    if (phase === 'cancelled') break;
    if (lapsedBy(present, at).length > 0) {
      endLapsedHolds(at);
      makeOffers(at);
    }
    if (!hasBegun && (phase === 'live' || phase === 'completed')) endWaiting(at);
  }
  return moves;
};

/** When something happens, for as long as something does: every offer brings an instant of its own. */
function* instants({
  session,
  hasBegun,
  present,
  from,
  until,
}: Pick<Rehearsal, 'session' | 'from' | 'until'> & { hasBegun: boolean; present: Place[] }) {
  let isStartToCome = !hasBegun;
  for (;;) {
    const ends = present.flatMap(({ holdExpiresAt }) => holdExpiresAt ?? []);
    const next = [...ends, ...(isStartToCome ? [session.startsAt] : [])];
    if (next.length === 0) return;
    const earliest = Math.min(...next.map((at) => at.getTime()));
    const at = new Date(Math.max(from.getTime(), earliest));
    if (at > until) return;
    if (at >= session.startsAt) isStartToCome = false;
    yield at;
  }
}

/** The first to run out first. */
const lapsedBy = (places: Place[], at: Date): Place[] =>
  places
    .filter(({ holdExpiresAt }) => holdExpiresAt !== null && holdExpiresAt <= at)
    .sort((a, b) => (a.holdExpiresAt?.getTime() ?? 0) - (b.holdExpiresAt?.getTime() ?? 0));
