import { daysBefore } from './local-time';

/** A session's states and legal moves (spec: Webinar Sessions), and the rules that follow from its times. */
export const SESSION_STATES = ['draft', 'published', 'live', 'completed', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

const NEXT: Record<SessionState, readonly SessionState[]> = {
  draft: ['published', 'cancelled'],
  published: ['live', 'completed', 'cancelled'],
  live: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
};

export const canMoveSession = (from: SessionState, to: SessionState) =>
  from === to || NEXT[from].includes(to);

export type SessionTimes = { startsAt: Date; durationMinutes: number };

export type SessionLife = SessionTimes & { state: SessionState; publishAt: Date | null };

export const endsAt = ({ startsAt, durationMinutes }: SessionTimes) =>
  new Date(startsAt.getTime() + durationMinutes * MINUTE);

/**
 * What the session is at `now`, whatever a late job has or has not yet written to its row. Every rule and every read
 * asks this, never the stored state.
 */
export const sessionPhase = (session: SessionLife, now: Date): SessionState => {
  const { state } = session;
  if (state === 'cancelled' || state === 'completed') return state;
  const isDueToPublish = session.publishAt !== null && session.publishAt <= now;
  if (state === 'draft' && !isDueToPublish) return 'draft';
  if (now >= endsAt(session)) return 'completed';
  return now >= session.startsAt ? 'live' : 'published';
};

export type RegistrationWindow = {
  startsAt: Date;
  /** The session's: days are counted by the clocks there. */
  timezone: string;
  opensAt: Date | null;
  closesAt: Date | null;
  /** Program default: registration opens so many days before the start; null: as soon as it is published. */
  defaultWindowDays: number | null;
};

/** The window in which registrations are taken. */
export const registrationWindow = (window: RegistrationWindow) => ({
  opensAt: window.opensAt ?? defaultOpensAt(window),
  closesAt: registrationClosesAt(window),
});

/** Nobody registers once the session has begun. */
export const registrationClosesAt = ({
  startsAt,
  closesAt,
}: Pick<RegistrationWindow, 'startsAt' | 'closesAt'>) =>
  closesAt !== null && closesAt < startsAt ? closesAt : startsAt;

const defaultOpensAt = ({ startsAt, timezone, defaultWindowDays }: RegistrationWindow) =>
  defaultWindowDays === null
    ? null
    : daysBefore(startsAt, { days: defaultWindowDays, zone: timezone });

/** Offers to the waitlist end an hour before registration closes; afterwards free seats go to whoever comes. */
export const offersEndAt = (closesAt: Date) => new Date(closesAt.getTime() - 60 * MINUTE);

/** Free seats that a newcomer could take: those waiting come first. `null`: unlimited. */
export const seatsLeft = ({ capacity, held, waitlisted }: SeatCounts) =>
  capacity === null ? null : Math.max(0, capacity - held - waitlisted);

export type SeatCounts = { capacity: number | null; held: number; waitlisted: number };

const MINUTE = 60_000;
