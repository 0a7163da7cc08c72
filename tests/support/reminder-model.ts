import { DateTime } from 'luxon';

/**
 * What the rules of reminders say, written down a second time and without the product: whoever is told what, by which
 * mail, and when. It knows neither queues nor pages nor databases, only what has happened until now.
 */
export type ModelSession = {
  id: string;
  zone: string;
  minutes: number;
  startsAt: number;
  /** When it was moved to where it is now. */
  movedAt: number | null;
  isCancelled: boolean;
};

export type ModelSeat = {
  id: string;
  session: string;
  person: string;
  language: string;
  state: 'pending' | 'confirmed' | 'attended' | 'no_show' | 'cancelled';
  /** When the seat came. */
  since: number | null;
};

/** `<seat> <kind> <start> <minutes before>` */
type Key = string;

export type Told = { how: 'sent'; at: number; language: string } | { how: 'merged' };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Minutes before the start; what is a whole number of days keeps the time of day there. */
const BEFORE = [
  { kind: 'reminder-initial', minutes: 7 * 24 * 60 },
  { kind: 'reminder-final', minutes: 2 * 24 * 60 },
  { kind: 'reminder-last-chance', minutes: 120 },
] as const;

const AFTER = [
  { kind: 'follow-up-attended', minutes: 120 },
  { kind: 'follow-up-missed', minutes: 120 },
  { kind: 'feedback-request', minutes: 24 * 60 },
] as const;

type Reminder = { key: Key; seat: ModelSeat; session: string; minutes: number; dueAt: number };

/** Days are those of the zone's clocks; of a time that they show twice, the first is meant. */
const timeBefore = (startsAt: number, zone: string, minutes: number): number => {
  if (minutes % (24 * 60) !== 0) return startsAt - minutes * MINUTE;
  const day = DateTime.fromMillis(startsAt, { zone }).minus({ days: minutes / (24 * 60) });
  return Math.min(...day.getPossibleOffsets().map((time) => time.toMillis()));
};

export const createReminderModel = () => {
  const sessions = new Map<string, ModelSession>();
  const seats = new Map<string, ModelSeat>();
  const bySession = new Map<string, ModelSeat[]>();
  const byPerson = new Map<string, ModelSeat[]>();
  const told = new Map<Key, Told>();
  const looked = new Map<string, 'handed out' | 'left out'>();
  const answers = new Map<string, number>();

  const dueBefore = ({ startsAt, zone }: ModelSession, minutes: number): number => {
    const question = `${startsAt} ${zone} ${minutes}`;
    const known = answers.get(question) ?? timeBefore(startsAt, zone, minutes);
    answers.set(question, known);
    return known;
  };

  const seatsOf = (session: string) => bySession.get(session) ?? [];

  const keyOf = (seat: ModelSeat, kind: string, startsAt: number, minutes: number): Key =>
    `${seat.id} ${kind} ${new Date(startsAt).toISOString()} ${minutes}`;

  const slotOf = ({ id, startsAt }: ModelSession, kind: string, minutes: number) =>
    `${id} ${startsAt} ${kind} ${minutes}`;

  /** Everything that one person may be reminded of, in the order in which it is due. */
  const remindersOf = (person: string, now: number): Reminder[] =>
    (byPerson.get(person) ?? [])
      .filter((seat) => seat.state === 'confirmed')
      .flatMap((seat) => {
        const session = sessions.get(seat.session);
        if (session === undefined || session.isCancelled || session.startsAt <= now) return [];
        return BEFORE.map(({ kind, minutes }) => ({
          key: keyOf(seat, kind, session.startsAt, minutes),
          seat,
          session: session.id,
          slot: slotOf(session, kind, minutes),
          minutes,
          dueAt: dueBefore(session, minutes),
        })).filter(
          ({ dueAt }) =>
            seat.since !== null &&
            seat.since <= dueAt &&
            (session.movedAt === null || session.movedAt < dueAt)
        );
      })
      .sort((a, b) => a.dueAt - b.dueAt || (a.session < b.session ? -1 : 1));

  const groupOf = (key: Key, person: string, now: number): Reminder[] => {
    let group: Reminder[] = [];
    for (const reminder of remindersOf(person, now)) {
      const [first] = group;
      const fits =
        first !== undefined &&
        reminder.dueAt - first.dueAt <= 60 * MINUTE &&
        group.every(({ session }) => session !== reminder.session);
      if (!fits && group.some((member) => member.key === key)) return group;
      group = fits ? [...group, reminder] : [reminder];
    }
    return group;
  };

  const isLeftOut = (key: Key) => {
    const [seatId = '', kind, start = '', minutes] = key.split(' ');
    const seat = seats.get(seatId);
    return looked.get(`${seat?.session} ${Date.parse(start)} ${kind} ${minutes}`) === 'left out';
  };

  /** Whom reminders are due to now that were not before. */
  const dueReminders = (now: number): { key: Key; seat: ModelSeat }[] => {
    const due: { key: Key; seat: ModelSeat }[] = [];
    for (const session of sessions.values()) {
      if (session.isCancelled) continue;
      for (const { kind, minutes } of BEFORE) {
        const dueAt = dueBefore(session, minutes);
        const slot = slotOf(session, kind, minutes);
        if (dueAt > now || looked.has(slot)) continue;
        const isOvertaken = BEFORE.some(
          (other) => other.minutes < minutes && dueBefore(session, other.minutes) <= now
        );
        const isTold = session.movedAt !== null && dueAt <= session.movedAt;
        if (now >= session.startsAt || isOvertaken || isTold) {
          looked.set(slot, 'left out');
          continue;
        }
        looked.set(slot, 'handed out');
        for (const seat of seatsOf(session.id)) {
          if (seat.state !== 'confirmed' || seat.since === null || seat.since > dueAt) continue;
          due.push({ key: keyOf(seat, kind, session.startsAt, minutes), seat });
        }
      }
    }
    return due;
  };

  const remind = (now: number) => {
    const due = dueReminders(now).map((each) => ({
      ...each,
      group: groupOf(each.key, each.seat.person, now),
    }));
    const isLeader = ({ key, group }: (typeof due)[number]) => group[0]?.key === key;
    const send = ({ key, seat }: { key: Key; seat: ModelSeat }) =>
      told.set(key, { how: 'sent', at: now, language: seat.language });
    for (const leader of due.filter(isLeader)) {
      if (told.has(leader.key)) continue;
      send(leader);
      for (const member of leader.group.slice(1)) {
        if (!told.has(member.key) && !isLeftOut(member.key))
          told.set(member.key, { how: 'merged' });
      }
    }
    for (const member of due.filter((each) => !isLeader(each))) {
      if (!told.has(member.key)) send(member);
    }
  };

  const followUp = (now: number) => {
    for (const session of sessions.values()) {
      if (session.isCancelled) continue;
      const end = session.startsAt + session.minutes * MINUTE;
      for (const { kind, minutes } of AFTER) {
        const slot = slotOf(session, kind, -minutes);
        const dueAt = end + minutes * MINUTE;
        if (dueAt > now || looked.has(slot)) continue;
        looked.set(slot, 'handed out');
        if (now >= dueAt + 3 * DAY) continue;
        const here = seatsOf(session.id);
        const isKnown = here.some(({ state }) => state === 'attended' || state === 'no_show');
        const isMeant = ({ state }: ModelSeat) =>
          kind === 'follow-up-missed'
            ? isKnown && (state === 'confirmed' || state === 'no_show')
            : state === 'attended';
        for (const seat of here.filter(isMeant)) {
          told.set(keyOf(seat, kind, session.startsAt, -minutes), {
            how: 'sent',
            at: now,
            language: seat.language,
          });
        }
      }
    }
  };

  const recorded = new Set<ModelSeat>();

  /** Whoever is marked after the others were told is told then: one of the two, and never the other one as well. */
  const followUpRecorded = (now: number) => {
    for (const seat of recorded) {
      const session = sessions.get(seat.session);
      if (session === undefined || session.isCancelled) continue;
      const [kind, contrary] =
        seat.state === 'attended'
          ? (['follow-up-attended', 'follow-up-missed'] as const)
          : (['follow-up-missed', 'follow-up-attended'] as const);
      const key = keyOf(seat, kind, session.startsAt, -120);
      const other = keyOf(seat, contrary, session.startsAt, -120);
      const dueAt = session.startsAt + (session.minutes + 120) * MINUTE;
      if (now < dueAt || now >= dueAt + 3 * DAY || told.has(key) || told.has(other)) continue;
      told.set(key, { how: 'sent', at: now, language: seat.language });
    }
    recorded.clear();
  };

  return {
    sessions,
    seats,
    told,
    /** Somebody says that they were there, or that they were not. */
    record(seat: ModelSeat, state: 'attended' | 'no_show') {
      seat.state = state;
      recorded.add(seat);
    },
    addSeat(seat: ModelSeat) {
      seats.set(seat.id, seat);
      bySession.set(seat.session, [...(bySession.get(seat.session) ?? []), seat]);
      byPerson.set(seat.person, [...(byPerson.get(seat.person) ?? []), seat]);
    },
    /** The instants at which something of a session is due. */
    dueInstants: (session: ModelSession): number[] => [
      ...BEFORE.map(({ minutes }) => dueBefore(session, minutes)),
      ...AFTER.map(({ minutes }) => session.startsAt + (session.minutes + minutes) * MINUTE),
    ],
    /** What the clock brings about, if anybody works. */
    work(now: number) {
      remind(now);
      followUp(now);
      followUpRecorded(now);
    },
  };
};

export type ReminderModel = ReturnType<typeof createReminderModel>;
