import { mayAttend, type RegistrationState } from './registration';
import { endsAt, sessionPhase, type SessionLife } from './session';

const MINUTE = 60_000;

/** The doors never open earlier than this. */
export const MOST_JOIN_MINUTES = 1440;

/** What somebody finds who follows the way into a session. */
export type JoinVerdict =
  | { kind: 'open' }
  | { kind: 'early'; opensAt: Date }
  | { kind: 'over' }
  | { kind: 'called_off' }
  /** Only who has a seat is let in. */
  | { kind: 'no_seat' }
  /** Time to go in, and the organisers have not said where. */
  | { kind: 'no_link' };

export type JoinFacts = {
  session: SessionLife;
  state: RegistrationState;
  hasMeeting: boolean;
  /** The doors open so many minutes before the start. */
  minutesBefore: number;
};

export const judgeJoin = (
  { session, state, hasMeeting, minutesBefore }: JoinFacts,
  now: Date
): JoinVerdict => {
  if (session.state === 'cancelled') return { kind: 'called_off' };
  if (!mayAttend(state)) return { kind: 'no_seat' };
  if (sessionPhase(session, now) === 'completed') return { kind: 'over' };
  const opensAt = joinOpensAt(session, minutesBefore);
  if (now < opensAt) return { kind: 'early', opensAt };
  return hasMeeting ? { kind: 'open' } : { kind: 'no_link' };
};

/** A session that was begun ahead of its time lets people in at once. */
export const joinOpensAt = (
  { startsAt, state }: Pick<SessionLife, 'startsAt' | 'state'>,
  minutesBefore: number
): Date => (state === 'live' ? new Date(0) : new Date(startsAt.getTime() - minutesBefore * MINUTE));

/** Whether the way in is worth showing to somebody. */
export const isWayInShown = (
  session: Pick<SessionLife, 'startsAt' | 'durationMinutes'>,
  state: RegistrationState,
  now: Date
): boolean => mayAttend(state) && now < endsAt(session);
