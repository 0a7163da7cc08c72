/**
 * What the public contract ("States") says about seats, as plainly as it can be written down: one session, its people,
 * the clock, and the mails that are owed. Shares no code with the product, whose every answer is held against it.
 */
export type State =
  | 'awaiting_approval'
  | 'waitlisted'
  | 'offered'
  | 'confirmed'
  | 'attended'
  | 'no_show'
  | 'cancelled'
  | 'rejected'
  | 'expired';

export type ModelSession = {
  capacity: number | null;
  allowWaitlist: boolean;
  requiresApproval: boolean;
  startsAt: number;
  /** Null: registration closes with the start. */
  closesAt: number | null;
};

export type Registration = {
  person: string;
  state: State;
  /** The place in line; lower is earlier. */
  sequence: number | null;
  holdUntil: number | null;
  /** When a mail with the manage link was owed last. */
  linkAt: number;
};

export type MailKind = keyof typeof DUE_IN;
export type Mail = { registration: number; kind: MailKind };

/** `null`: it was done, or there was nothing left to do. */
export type Refusal = string | null;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DURATION = HOUR;

const ACTIVE: readonly State[] = [
  'awaiting_approval',
  'waitlisted',
  'offered',
  'confirmed',
  'attended',
  'no_show',
];
const SEATED: readonly State[] = ['offered', 'confirmed', 'attended', 'no_show'];
const CANCELLABLE: readonly State[] = ['awaiting_approval', 'waitlisted', 'offered', 'confirmed'];
const WAITING_FOR_SOMETHING: readonly State[] = ['awaiting_approval', 'waitlisted', 'offered'];

/** A mail that the next state has made wrong is not sent. */
const DUE_IN = {
  confirmation: ['confirmed', 'attended'],
  'waitlist-joined': ['waitlisted'],
  'waitlist-offer': ['offered'],
  'offer-expired': ['expired'],
  'approval-pending': ['awaiting_approval'],
  approved: ['confirmed', 'attended'],
  rejected: ['rejected'],
  'cancelled-by-attendee': ['cancelled'],
  'cancelled-by-organizer': ['cancelled'],
  'session-cancelled': ['cancelled'],
  'session-moved': ACTIVE,
  'manage-link': ACTIVE,
} satisfies Record<string, readonly State[]>;

const WITHOUT_LINK: readonly MailKind[] = [
  'offer-expired',
  'rejected',
  'cancelled-by-attendee',
  'cancelled-by-organizer',
  'session-cancelled',
];

export type SeatModel = ReturnType<typeof createSeatModel>;

export const createSeatModel = (start: ModelSession, startingAt: number) => {
  const session = { ...start, state: 'published' as 'published' | 'completed' | 'cancelled' };
  const people: Registration[] = [];
  let now = startingAt;
  let nextSequence = 1;
  let holdJobs: number[] = [];
  const due = { notify: false, cancelAll: false, endWaiting: false };
  let hasBegunOnRecord = false;
  let mails: Mail[] = [];
  const sent: Mail[] = [];
  const maybeSent: Mail[] = [];

  const count = (states: readonly State[]) =>
    people.filter(({ state }) => states.includes(state)).length;
  const held = () => count(SEATED);
  const waiting = () => count(['waitlisted']);

  const phase = () => {
    if (session.state !== 'published') return session.state;
    if (now >= session.startsAt + DURATION) return 'completed';
    return now >= session.startsAt ? 'live' : 'published';
  };
  const hasBegun = () => phase() === 'live' || phase() === 'completed';
  const closesAt = () => Math.min(session.closesAt ?? Infinity, session.startsAt);
  const offersEndAt = () => closesAt() - HOUR;
  const doOffersRun = () => phase() === 'published' && now < offersEndAt();

  const owe = (registration: Registration, kind: MailKind) => {
    mails.push({ registration: people.indexOf(registration), kind });
    if (!WITHOUT_LINK.includes(kind)) registration.linkAt = now;
  };
  const move = (registration: Registration, to: State, mail?: MailKind) => {
    registration.state = to;
    registration.holdUntil = null;
    if (mail) owe(registration, mail);
  };
  const joinLine = (registration: Registration) => {
    registration.sequence = nextSequence;
    nextSequence += 1;
  };

  const freeSeats = () => (session.capacity === null ? Infinity : session.capacity - held());
  const line = () =>
    people
      .filter(({ state }) => state === 'waitlisted')
      .sort((a, b) => Number(a.sequence) - Number(b.sequence));

  /** Takes back what is held for too long, and offers what is free in the order of the line. */
  const passOn = () => {
    if (phase() === 'cancelled') return;
    for (const each of people) {
      if (each.state !== 'offered' || Number(each.holdUntil) > now) continue;
      move(each, 'expired', phase() === 'published' ? 'offer-expired' : undefined);
    }
    if (!doOffersRun()) return;
    const left = closesAt() - now;
    const until = now + Math.max(30 * MINUTE, Math.min(24 * HOUR, left / 2));
    for (const each of line().slice(0, Math.max(0, freeSeats()))) {
      move(each, 'offered', 'waitlist-offer');
      each.holdUntil = until;
      holdJobs.push(until);
    }
  };

  /** A seat, a place in line, or neither. The first in line comes before who walks in. */
  const place = (): 'confirmed' | 'waitlisted' | 'session_full' => {
    if (freeSeats() > 0 && (waiting() === 0 || !doOffersRun())) return 'confirmed';
    return session.allowWaitlist ? 'waitlisted' : 'session_full';
  };

  const refusalOfPhase = (): Refusal => {
    if (phase() === 'cancelled') return 'session_cancelled';
    return hasBegun() ? 'session_started' : null;
  };

  const activeOf = (person: string) =>
    people.find((each) => each.person === person && ACTIVE.includes(each.state));

  const register = (person: string): Refusal => {
    if (session.capacity !== null && (freeSeats() <= 0 || waiting() > 0)) passOn();
    const refusal = refusalOfPhase();
    if (refusal) return refusal;
    if (now >= closesAt()) return 'registration_closed';
    const existing = activeOf(person);
    if (existing) {
      if (now - existing.linkAt >= HOUR) owe(existing, 'manage-link');
      return 'already_registered';
    }
    const state = session.requiresApproval ? 'awaiting_approval' : place();
    if (state === 'session_full') return state;
    const newcomer: Registration = { person, state, sequence: null, holdUntil: null, linkAt: now };
    people.push(newcomer);
    if (state === 'waitlisted') joinLine(newcomer);
    const firstMails = {
      awaiting_approval: 'approval-pending',
      confirmed: 'confirmation',
      waitlisted: 'waitlist-joined',
    } as const;
    owe(newcomer, firstMails[state]);
    return null;
  };

  const leave = (registration: Registration, from: readonly State[], mail: MailKind): Refusal => {
    if (registration.state === 'cancelled') return null;
    if (hasBegun()) return 'session_started';
    if (!from.includes(registration.state)) return 'invalid_move';
    move(registration, 'cancelled', mail);
    passOn();
    return null;
  };

  const accept = (registration: Registration): Refusal => {
    const { state } = registration;
    if (state === 'confirmed' || state === 'attended') return null;
    if (state === 'expired') return 'offer_expired';
    if (state !== 'offered') return 'invalid_move';
    const refusal = refusalOfPhase();
    if (refusal) return refusal;
    if (Number(registration.holdUntil) <= now) {
      passOn();
      return 'offer_expired';
    }
    move(registration, 'confirmed', 'confirmation');
    return null;
  };

  const approve = (registration: Registration): Refusal => {
    if (['confirmed', 'waitlisted', 'offered'].includes(registration.state)) return null;
    if (registration.state !== 'awaiting_approval') return 'invalid_move';
    const refusal = refusalOfPhase();
    if (refusal) return refusal;
    passOn();
    const state = place();
    if (state === 'session_full') return state;
    if (state === 'waitlisted') joinLine(registration);
    move(registration, state, state === 'waitlisted' ? 'waitlist-joined' : 'approved');
    return null;
  };

  const reject = (registration: Registration): Refusal => {
    if (registration.state === 'rejected') return null;
    if (registration.state !== 'awaiting_approval') return 'invalid_move';
    const refusal = refusalOfPhase();
    if (refusal) return refusal;
    move(registration, 'rejected', 'rejected');
    return null;
  };

  const recordAttendance = (registration: Registration, to: 'attended' | 'no_show'): Refusal => {
    if (!hasBegun()) return 'session_not_started';
    if (!['confirmed', 'attended', 'no_show'].includes(registration.state)) return 'invalid_move';
    move(registration, to);
    return null;
  };

  /** What the clock has brought about is written down before and after: the waiting is ended by a job of either. */
  const edit = (changes: Partial<ModelSession>): Refusal => {
    tick();
    const isAnnounced = phase() === 'published' || phase() === 'live';
    const isMoved = changes.startsAt !== undefined && changes.startsAt !== session.startsAt;
    if (isMoved && isAnnounced) due.notify = true;
    Object.assign(session, changes);
    if (isMoved && !hasBegun()) hasBegunOnRecord = false;
    passOn();
    tick();
    return null;
  };

  const cancelSession = (): Refusal => {
    if (phase() === 'completed') return 'session_move_illegal';
    if (session.state !== 'cancelled') due.cancelAll = true;
    session.state = 'cancelled';
    return null;
  };

  /** Writes down what the clock has brought about; the waiting is then ended by a job. */
  const tick = () => {
    if (!hasBegun()) return;
    if (!hasBegunOnRecord) due.endWaiting = true;
    hasBegunOnRecord = true;
    if (phase() === 'completed') session.state = 'completed';
  };

  const cancelEverybody = () => {
    if (phase() !== 'cancelled') return;
    for (const each of people) {
      if (CANCELLABLE.includes(each.state)) move(each, 'cancelled', 'session-cancelled');
    }
  };
  const endWaiting = () => {
    if (!hasBegun()) return;
    for (const each of people) {
      if (WAITING_FOR_SOMETHING.includes(each.state)) move(each, 'expired');
    }
  };
  const tellOfMove = () => {
    if (phase() === 'cancelled') return;
    for (const each of people) {
      if (CANCELLABLE.includes(each.state)) owe(each, 'session-moved');
    }
  };

  /**
   * Every job that is due. They run in no promised order, so that a mail which only one order makes wrong may have
   * been sent or not.
   */
  const runJobs = () => {
    const seen = people.map(({ state }) => [state]);
    const step = (isDue: boolean, work: () => void) => {
      if (isDue) work();
      people.forEach(({ state }, index) => seen[index]?.push(state));
    };
    step(
      holdJobs.some((at) => at <= now),
      passOn
    );
    step(due.notify, tellOfMove);
    step(due.cancelAll, cancelEverybody);
    step(due.endWaiting, endWaiting);
    holdJobs = holdJobs.filter((at) => at > now);
    Object.assign(due, { notify: false, cancelAll: false, endWaiting: false });
    for (const mail of mails) {
      const dueIn: readonly State[] = DUE_IN[mail.kind];
      const states = seen[mail.registration] ?? [];
      if (dueIn.includes(states.at(-1) ?? 'expired')) sent.push(mail);
      else if (states.some((state) => dueIn.includes(state))) maybeSent.push(mail);
    }
    mails = [];
  };

  const registrationState = () => {
    if (phase() === 'cancelled') return 'cancelled';
    if (hasBegun()) return phase() === 'live' ? 'closed' : 'ended';
    if (now >= closesAt()) return 'closed';
    if (session.requiresApproval) return 'approval';
    const names = { confirmed: 'open', waitlisted: 'waitlist', session_full: 'full' } as const;
    return names[place()];
  };

  return {
    session,
    people,
    sent,
    maybeSent,
    register,
    cancel: (each: Registration) => leave(each, CANCELLABLE, 'cancelled-by-attendee'),
    cancelByEditor: (each: Registration) => leave(each, CANCELLABLE, 'cancelled-by-organizer'),
    decline: (each: Registration) => leave(each, ['offered'], 'cancelled-by-attendee'),
    accept,
    approve,
    reject,
    recordAttendance,
    edit,
    cancelSession,
    tick,
    runJobs,
    passOn,
    endWaiting,
    cancelEverybody,
    line,
    phase,
    held,
    waiting,
    now: () => now,
    setNow: (at: number) => {
      now = at;
    },
    /** The instants at which something changes by itself. */
    turningPoints: () => [
      ...people.flatMap(({ holdUntil }) => holdUntil ?? []),
      offersEndAt(),
      closesAt(),
      session.startsAt,
      session.startsAt + DURATION,
    ],
    availability: () => ({
      capacity: session.capacity,
      seatsLeft: session.capacity === null ? null : Math.max(0, freeSeats() - waiting()),
      waitlistCount: waiting(),
      registrationState: registrationState(),
    }),
  };
};
