/**
 * What must come of everything that happens to one session, in memory and one step after the other: written from the
 * rules of the public contract, to be held against the product.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export type State =
  | 'awaiting_approval'
  | 'waitlisted'
  | 'offered'
  | 'confirmed'
  | 'cancelled'
  | 'rejected'
  | 'expired';

export type Registration = {
  person: number;
  state: State;
  place: number;
  holdExpiresAt: number;
  linkSentAt: number;
};

type Mail = { registration: Registration; kind: string; isDueIn: readonly State[] };

export type SessionSettings = {
  capacity: number | null;
  allowWaitlist: boolean;
  requiresApproval: boolean;
  startsAt: number;
  closesAt: number;
  endsAt: number;
};

const ACTIVE: readonly State[] = ['awaiting_approval', 'waitlisted', 'offered', 'confirmed'];

export const createSeatModel = (settings: SessionSettings, startsWith: number) => {
  const session = { ...settings };
  const registrations: Registration[] = [];
  const sent: { person: number; kind: string }[] = [];
  let queue: Mail[] = [];
  let now = startsWith;
  let isCancelled = false;
  let lastPlace = 0;

  const inState = (...states: State[]) =>
    registrations.filter(({ state }) => states.includes(state));
  const held = () => inState('offered', 'confirmed').length;
  const waiting = () => inState('waitlisted').sort((a, b) => a.place - b.place);
  const hasBegun = () => now >= session.startsAt;
  const isPublished = () => !isCancelled && !hasBegun();
  const doOffersRun = () => isPublished() && now < session.closesAt - HOUR;
  const latestOf = (person: number) => registrations.findLast((each) => each.person === person);

  const tell = (registration: Registration, kind: string, ...isDueIn: State[]) => {
    queue.push({ registration, kind, isDueIn });
  };

  /** A walk-in cannot take the seat of the first in line. */
  const hasSeatForNewcomer = () => {
    if (session.capacity === null) return true;
    return held() < session.capacity && (waiting().length === 0 || !doOffersRun());
  };

  const passSeatsOn = () => {
    for (const registration of inState('offered')) {
      if (registration.holdExpiresAt > now) continue;
      registration.state = 'expired';
      tell(registration, 'offer-expired', 'expired');
    }
    if (!doOffersRun()) return;
    const free = session.capacity === null ? Infinity : session.capacity - held();
    const hold = Math.max(30 * MINUTE, Math.min(24 * HOUR, (session.closesAt - now) / 2));
    for (const registration of waiting().slice(0, Math.max(0, free))) {
      registration.state = 'offered';
      registration.holdExpiresAt = now + hold;
      tell(registration, 'waitlist-offer', 'offered');
    }
  };

  const joinLine = (registration: Registration) => {
    lastPlace += 1;
    registration.place = lastPlace;
    registration.state = 'waitlisted';
    tell(registration, 'waitlist-joined', 'waitlisted');
  };

  const refusalOfPhase = () => {
    if (isCancelled) return 'session_cancelled';
    return hasBegun() ? 'session_started' : null;
  };

  /** Cancelling and declining. */
  const leave = (person: number, from: readonly State[], by: 'attendee' | 'editor') => {
    const registration = latestOf(person);
    if (registration === undefined || registration.state === 'cancelled') return 'ok';
    if (hasBegun() && !isCancelled) return 'session_started';
    if (!from.includes(registration.state)) return 'invalid_move';
    registration.state = 'cancelled';
    const kind = by === 'editor' ? 'cancelled-by-organizer' : 'cancelled-by-attendee';
    tell(registration, kind, 'cancelled');
    passSeatsOn();
    return 'ok';
  };

  const sendMails = () => {
    for (const { registration, kind, isDueIn } of queue) {
      if (isDueIn.includes(registration.state)) sent.push({ person: registration.person, kind });
    }
    queue = [];
  };

  return {
    registrations: registrations as readonly Registration[],
    now: () => now,

    register(person: number): string {
      const refusal = refusalOfPhase();
      if (refusal !== null) return refusal;
      if (now >= session.closesAt) return 'registration_closed';
      const existing = latestOf(person);
      if (existing !== undefined && ACTIVE.includes(existing.state)) {
        if (now - existing.linkSentAt >= HOUR) {
          existing.linkSentAt = now;
          tell(existing, 'manage-link', ...ACTIVE);
        }
        return 'already_registered';
      }
      const registration: Registration = {
        person,
        state: 'confirmed',
        place: 0,
        holdExpiresAt: 0,
        linkSentAt: now,
      };
      if (session.requiresApproval) {
        registration.state = 'awaiting_approval';
        tell(registration, 'approval-pending', 'awaiting_approval');
      } else if (hasSeatForNewcomer()) {
        tell(registration, 'confirmation', 'confirmed');
      } else if (session.allowWaitlist) {
        joinLine(registration);
      } else {
        return 'session_full';
      }
      registrations.push(registration);
      return 'ok';
    },

    cancel: (person: number) => leave(person, ACTIVE, 'attendee'),
    cancelByEditor: (person: number) => leave(person, ACTIVE, 'editor'),
    decline: (person: number) => leave(person, ['offered'], 'attendee'),

    accept(person: number): string {
      const registration = latestOf(person);
      if (registration === undefined || registration.state === 'confirmed') return 'ok';
      if (registration.state === 'expired') return 'offer_expired';
      if (registration.state !== 'offered') return 'invalid_move';
      if (isCancelled) return 'session_cancelled';
      if (registration.holdExpiresAt <= now) {
        passSeatsOn();
        return 'offer_expired';
      }
      registration.state = 'confirmed';
      tell(registration, 'confirmation', 'confirmed');
      return 'ok';
    },

    approve(person: number): string {
      const registration = latestOf(person);
      if (registration === undefined) return 'ok';
      if (['confirmed', 'waitlisted', 'offered'].includes(registration.state)) return 'ok';
      if (registration.state !== 'awaiting_approval') return 'invalid_move';
      const refusal = refusalOfPhase();
      if (refusal !== null) return refusal;
      passSeatsOn();
      if (hasSeatForNewcomer()) {
        registration.state = 'confirmed';
        tell(registration, 'approved', 'confirmed');
        return 'ok';
      }
      if (!session.allowWaitlist) return 'session_full';
      joinLine(registration);
      return 'ok';
    },

    reject(person: number): string {
      const registration = latestOf(person);
      if (registration === undefined || registration.state === 'rejected') return 'ok';
      if (registration.state !== 'awaiting_approval') return 'invalid_move';
      registration.state = 'rejected';
      tell(registration, 'rejected', 'rejected');
      return 'ok';
    },

    edit(changes: Partial<Pick<SessionSettings, 'capacity' | 'allowWaitlist'>>): void {
      Object.assign(session, changes);
      passSeatsOn();
    },

    /** What is over cannot be called off any more. */
    cancelSession(): string {
      if (!isCancelled && now >= session.endsAt) return '400';
      isCancelled = true;
      passSeatsOn();
      return '200';
    },

    /** How long it is until the moments at which rules change; 0 when they are over. */
    untilLastHour: () => Math.max(0, session.closesAt - 59 * MINUTE - now),
    untilNextLapse(): number {
      const holds = inState('offered').map(({ holdExpiresAt }) => holdExpiresAt - now);
      return holds.length === 0 ? 0 : Math.max(0, Math.min(...holds));
    },

    wait(ms: number): void {
      now += ms;
    },

    /** Whatever waits for its time is done, and every mail that still makes sense goes out. */
    runJobs(): void {
      passSeatsOn();
      sendMails();
      if (isCancelled) {
        for (const registration of inState(...ACTIVE)) {
          registration.state = 'cancelled';
          tell(registration, 'session-cancelled', 'cancelled');
        }
      } else if (hasBegun()) {
        for (const registration of inState('waitlisted', 'offered', 'awaiting_approval')) {
          registration.state = 'expired';
        }
      }
      sendMails();
    },

    /** What everybody may know. */
    availability() {
      const { capacity } = session;
      const left = capacity === null ? null : Math.max(0, capacity - held() - waiting().length);
      return { capacity, seatsLeft: left, registrationState: availabilityOf() };
    },

    held,
    waiting: () => waiting().length,
    mails: () => sent.map(({ person, kind }) => `${person} ${kind}`).sort(),
  };

  function availabilityOf(): string {
    if (isCancelled) return 'cancelled';
    if (hasBegun()) return 'ended';
    if (now >= session.closesAt) return 'closed';
    if (session.requiresApproval) return 'approval';
    if (hasSeatForNewcomer()) return 'open';
    return session.allowWaitlist ? 'waitlist' : 'full';
  }
};

export type SeatModel = ReturnType<typeof createSeatModel>;
