import type { ErrorCode } from './errors';
import {
  offersEndAt,
  registrationClosesAt,
  registrationWindow,
  sessionPhase,
  type SeatCounts,
  type SessionLife,
} from './session';

export type PlacementFacts = {
  session: SessionLife & {
    timezone: string;
    opensAt: Date | null;
    closesAt: Date | null;
    requiresApproval: boolean;
    allowWaitlist: boolean;
  };
  seats: SeatCounts;
  /** What this registration costs now, integer minor units. */
  price: number;
  hasActiveRegistration: boolean;
  canTakePayment: boolean;
  /** Program default for the opening of registration, in days before the start. */
  defaultWindowDays: number | null;
  now: Date;
};

export type Placement =
  | { kind: 'confirmed' }
  | { kind: 'awaiting_payment' }
  | { kind: 'awaiting_approval' }
  | { kind: 'waitlisted' }
  | { kind: 'refused'; reason: PlacementRefusal };

export const PLACEMENT_REFUSALS = [
  'already_registered',
  'payment_required',
  'registration_closed',
  'registration_not_open',
  'session_cancelled',
  'session_full',
  'session_not_found',
  'session_started',
] as const satisfies readonly ErrorCode[];
export type PlacementRefusal = (typeof PLACEMENT_REFUSALS)[number];

/** Decides what becomes of one person who wants to attend. The caller holds the session's lock. */
export const placeRegistration = (facts: PlacementFacts): Placement => {
  const refusal = whyNot(facts);
  if (refusal !== null) return { kind: 'refused', reason: refusal };
  if (facts.session.requiresApproval) return { kind: 'awaiting_approval' };
  return placeInSeats(facts);
};

export type ApprovalFacts = Omit<PlacementFacts, 'hasActiveRegistration' | 'defaultWindowDays'>;

/**
 * Decides what becomes of a registration that an editor approves. Who applied in time is decided on in time: a window
 * that has closed since refuses nobody.
 */
export const placeApproved = (facts: ApprovalFacts): Placement => {
  const { session, price, canTakePayment, now } = facts;
  const refusal = refusalOfPhase(session, now);
  if (refusal !== null) return { kind: 'refused', reason: refusal };
  if (price > 0 && !canTakePayment) return { kind: 'refused', reason: 'payment_required' };
  return placeInSeats(facts);
};

const placeInSeats = (facts: ApprovalFacts): Placement => {
  if (hasSeatForNewcomer(facts)) {
    return { kind: facts.price > 0 ? 'awaiting_payment' : 'confirmed' };
  }
  return facts.session.allowWaitlist
    ? { kind: 'waitlisted' }
    : { kind: 'refused', reason: 'session_full' };
};

/** Whether seats still change hands at `now`, and why not: once a session has begun, or is called off, none does. */
export const refusalOfPhase = (session: SessionLife, now: Date): PlacementRefusal | null => {
  switch (sessionPhase(session, now)) {
    case 'draft':
      return 'session_not_found';
    case 'cancelled':
      return 'session_cancelled';
    case 'live':
    case 'completed':
      return 'session_started';
    case 'published':
      return null;
  }
};

const whyNot = (facts: PlacementFacts): PlacementRefusal | null => {
  const { session, defaultWindowDays, now } = facts;
  const refusal = refusalOfPhase(session, now);
  if (refusal !== null) return refusal;

  const { opensAt, closesAt } = registrationWindow({ ...session, defaultWindowDays });
  if (opensAt !== null && now < opensAt) return 'registration_not_open';
  if (now >= closesAt) return 'registration_closed';
  if (facts.hasActiveRegistration) return 'already_registered';
  if (facts.price > 0 && !facts.canTakePayment) return 'payment_required';
  return null;
};

/** While anyone waits and offers still run, a free seat belongs to the first in line, not to who walks in. */
const hasSeatForNewcomer = (facts: ApprovalFacts) => {
  const { capacity, held, waitlisted } = facts.seats;
  if (capacity === null) return true;
  if (held >= capacity) return false;
  const doOffersRun = facts.now < offersEndAt(registrationClosesAt(facts.session));
  return waitlisted === 0 || !doOffersRun;
};

/** Whether some of so many newcomers get no seat as things stand, so that one which nobody holds any more matters. */
export const areSeatsContested = (
  { capacity, held, waitlisted }: SeatCounts,
  newcomers: number
): boolean => capacity !== null && (held + newcomers > capacity || waitlisted > 0);

export const REGISTRATION_AVAILABILITIES = [
  'open',
  'waitlist',
  'approval',
  'not_open',
  'closed',
  'full',
  'cancelled',
  'ended',
] as const;
export type RegistrationAvailability = (typeof REGISTRATION_AVAILABILITIES)[number];

/** What a front end may offer a visitor: the placement of a newcomer, without the person. */
export const registrationAvailability = (
  facts: Omit<PlacementFacts, 'hasActiveRegistration' | 'canTakePayment' | 'price'>
): RegistrationAvailability => {
  const newcomer = { ...facts, hasActiveRegistration: false, canTakePayment: true, price: 0 };
  const placement = placeRegistration(newcomer);
  if (placement.kind === 'refused') {
    const isLive = sessionPhase(facts.session, facts.now) === 'live';
    return isLive ? 'closed' : AVAILABILITY_BY_REFUSAL[placement.reason];
  }
  if (placement.kind === 'awaiting_approval') return 'approval';
  return placement.kind === 'waitlisted' ? 'waitlist' : 'open';
};

const AVAILABILITY_BY_REFUSAL: Record<PlacementRefusal, RegistrationAvailability> = {
  session_not_found: 'not_open',
  session_cancelled: 'cancelled',
  session_started: 'ended',
  registration_not_open: 'not_open',
  registration_closed: 'closed',
  session_full: 'full',
  already_registered: 'closed',
  payment_required: 'closed',
};
