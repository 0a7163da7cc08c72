import type { ExplainedState, SeatExplanation, SeatHolder } from '../../../../shared/editing';
import { DomainError } from '../../domain/errors';
import { doOffersRun } from '../../domain/waitlist';
import { registrationAvailability } from '../../domain/placement';
import { seatsLeft } from '../../domain/session';
import * as inventories from './inventory-store';
import type { Deps } from './ports';
import { loadSession } from './session-facts-store';
import { findSeatHolders, findSeatMoves } from './explain-seats-store';

const EXPLAINED: readonly ExplainedState[] = [
  'confirmed',
  'attended',
  'no_show',
  'awaiting_payment',
  'offered',
  'waitlisted',
  'awaiting_approval',
];

/** Why a session's figures are what they are. */
export const explainSeats =
  (deps: Deps) =>
  async (sessionId: string): Promise<SeatExplanation<Date>> => {
    const rules = await deps.settings();
    return deps.transaction(async (tx) => {
      const inventory = await inventories.findInventory(tx, sessionId);
      if (inventory === null) throw new DomainError('session_not_found');
      const session = await loadSession(tx, sessionId);
      const holders = await findSeatHolders(tx, sessionId, EXPLAINED);
      const now = deps.clock.now();
      return {
        session: sessionId,
        capacity: inventory.capacity,
        seatsLeft: seatsLeft(inventory),
        registrationState: registrationAvailability({
          session,
          seats: inventory,
          defaultWindowDays: rules.registrationWindowDays,
          now,
        }),
        doOffersRun: doOffersRun(session, now),
        groups: EXPLAINED.map((status) => {
          const registrations = holders.filter((holder) => holder.status === status);
          return { status, count: registrations.length, registrations: inOrder(registrations) };
        }).filter(({ count }) => count > 0),
        moves: await findSeatMoves(tx, sessionId),
      };
    });
  };

/** The first in line is served first; the rank is the present one. */
const inOrder = (holders: SeatHolder<Date>[]): SeatHolder<Date>[] =>
  holders.map((holder, index) =>
    holder.status === 'waitlisted' ? { ...holder, waitlistPosition: index + 1 } : holder
  );
