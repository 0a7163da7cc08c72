import {
  offersEndAt,
  registrationClosesAt,
  sessionPhase,
  type SeatCounts,
  type SessionLife,
} from './session';

export type WaitlistFacts = {
  session: SessionLife & { closesAt: Date | null };
  seats: SeatCounts;
  now: Date;
};

/** How many of those who wait are to be offered a seat now. The caller holds the session's lock. */
export const offersToMake = ({ session, seats, now }: WaitlistFacts): number => {
  if (!doOffersRun(session, now)) return 0;
  const { capacity, held, waitlisted } = seats;
  return capacity === null ? waitlisted : Math.max(0, Math.min(waitlisted, capacity - held));
};

/** Offers need time to be answered: in the last hour before registration closes there are none. */
export const doOffersRun = (session: WaitlistFacts['session'], now: Date): boolean =>
  sessionPhase(session, now) === 'published' && now < offersEndAt(registrationClosesAt(session));

/** Until when an offer that is made now holds its seat: half of the time that is left, within bounds. */
export const offerExpiresAt = (session: WaitlistFacts['session'], now: Date): Date => {
  const left = registrationClosesAt(session).getTime() - now.getTime();
  return new Date(now.getTime() + Math.max(SHORTEST_HOLD, Math.min(LONGEST_HOLD, left / 2)));
};

const SHORTEST_HOLD = 30 * 60_000;
const LONGEST_HOLD = 24 * 60 * 60_000;
