import { registrationBody } from '../../plugins/webinars/shared/registration';
import { aRegistrationBody, aSession, documentsOf } from '../factories';
import { createRandom, type Random } from './random';
import { compareWithModel } from './reminder-comparison';
import {
  createReminderModel,
  type ModelSeat,
  type ModelSession,
  type ReminderModel,
} from './reminder-model';
import type { TestApp } from './strapi';
import { tick } from './reminding';
import { runJobsOfClock } from './waitlist';

export type LifeOptions = {
  label: string;
  /** The first day, and how many there are. */
  from: string;
  days: number;
  sessions: number;
  registrations: number;
  /** How many different people these are of. */
  people: number;
};

type Happening = { at: number; happen: () => Promise<void> };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'];

/**
 * Lets a programme live for a while beside the model: sessions are planned, moved and called off, people come, go and
 * change their language, nobody works for hours. Afterwards each person must have got exactly what the model says, at
 * the instant at which it says so. Answers how much there was of everything.
 */
export const liveWithReminders = async (app: TestApp, options: LifeOptions) => {
  const random = createRandom(options.label);
  const rules = createReminderModel();
  const begin = Date.parse(options.from);
  const end = begin + options.days * DAY;
  const happenings = await plan(app, rules, { random, begin, end, options });
  const downtimes = Array.from({ length: Math.ceil(options.days / 8) }, () => {
    const from = random.between(begin, end);
    return { from, until: from + random.between(1, 40) * HOUR };
  });
  const isDown = (at: number) => downtimes.some(({ from, until }) => from <= at && at < until);

  const queue = createAgenda(happenings);
  for (const { until } of downtimes) queue.add({ at: until, happen: async () => undefined });
  for (let at = begin; at < end; at += 6 * HOUR) queue.add({ at, happen: async () => undefined });
  let steps = 0;
  for (;;) {
    const now = queue.next();
    if (now === null || now > end) break;
    app.setClock(new Date(now));
    for (const happening of queue.take(now)) await happening.happen();
    for (const session of rules.sessions.values()) queue.addInstants(rules.dueInstants(session));
    if (isDown(now)) continue;
    await tick(app);
    await runJobsOfClock(app);
    rules.work(now);
    steps += 1;
  }
  await runJobsOfClock(app);
  const compared = await compareWithModel(app, rules);
  return { steps, downtimes: downtimes.length, ...compared };
};

/** What is to happen, in order; an instant that was added twice comes once. */
const createAgenda = (happenings: readonly Happening[]) => {
  const at = new Map<number, Happening[]>();
  let last = -Infinity;
  const add = (happening: Happening) => {
    at.set(happening.at, [...(at.get(happening.at) ?? []), happening]);
  };
  happenings.forEach(add);
  return {
    add,
    addInstants(instants: readonly number[]) {
      for (const instant of instants) if (instant > last && !at.has(instant)) at.set(instant, []);
    },
    next: (): number | null => (at.size === 0 ? null : Math.min(...at.keys())),
    take(now: number): Happening[] {
      const taken = at.get(now) ?? [];
      at.delete(now);
      last = now;
      return taken;
    },
  };
};

/** Whole minutes: so are the instants at which anybody plans anything. */
const minuteBetween = (random: Random, from: number, to: number) =>
  Math.floor(random.between(from, to) / MINUTE) * MINUTE;

type World = { random: Random; begin: number; end: number; options: LifeOptions };

const plan = async (app: TestApp, rules: ReminderModel, world: World): Promise<Happening[]> => {
  const { random, begin, end, options } = world;
  const happenings: Happening[] = [];
  const perSession = Math.ceil(options.registrations / options.sessions);
  // Days that several sessions share, so that reminders of one person fall close to each other.
  const days = Array.from({ length: Math.ceil(options.sessions / 3) }, () =>
    minuteBetween(random, begin + 2 * DAY, end - 3 * DAY)
  );
  for (let index = 0; index < options.sessions; index += 1) {
    const day = days[random.below(days.length)] ?? begin;
    const startsAt = day + random.below(9) * 15 * MINUTE;
    const session = await newSession(app, rules, { random, begin, startsAt });
    happenings.push(...livesOf(app, rules, { ...world, session, perSession }));
  }
  return happenings;
};

const newSession = async (
  app: TestApp,
  rules: ReminderModel,
  { random, begin, startsAt }: { random: Random; begin: number; startsAt: number }
): Promise<ModelSession> => {
  const zone = ZONES[random.below(ZONES.length)] ?? 'UTC';
  const minutes = 30 + random.below(4) * 30;
  app.setClock(new Date(begin));
  const { documentId } = await aSession(app.strapi, {
    datetime: new Date(startsAt).toISOString(),
    duration: minutes,
    timezone: zone,
  });
  const session = { id: documentId, zone, minutes, startsAt, movedAt: null, isCancelled: false };
  rules.sessions.set(documentId, session);
  return session;
};

type SessionWorld = World & { session: ModelSession; perSession: number };

const livesOf = (app: TestApp, rules: ReminderModel, world: SessionWorld): Happening[] => {
  const { random, begin, end, session } = world;
  const { startsAt } = session;
  const happenings = arrivals(app, rules, world);
  if (random.isTrue(0.25)) happenings.push(aMove(app, rules, world));
  if (random.isTrue(0.1)) {
    const at = minuteBetween(random, begin + DAY, startsAt);
    happenings.push({ at, happen: () => callOff(app, rules, session) });
  }
  const attendanceAt = Math.min(startsAt + session.minutes * MINUTE + 30 * MINUTE, end);
  if (random.isTrue(0.8)) {
    happenings.push({ at: attendanceAt, happen: () => markAttendance(app, rules, world) });
  }
  const over = startsAt + session.minutes * MINUTE;
  for (let round = random.below(3); round > 0; round -= 1) {
    const at = minuteBetween(random, over, Math.min(over + 5 * DAY, end));
    happenings.push({ at, happen: () => correctAttendance(app, rules, world) });
  }
  return happenings;
};

const arrivals = (app: TestApp, rules: ReminderModel, world: SessionWorld): Happening[] => {
  const { random, begin, session, perSession, options } = world;
  const crowds = Math.max(2, Math.ceil(perSession / 40));
  const everybody = random.shuffled(Array.from({ length: options.people }, (_, index) => index));
  return Array.from({ length: crowds }, (_, index) => {
    const size = Math.ceil(perSession / crowds);
    const people = everybody.slice(index * size, (index + 1) * size);
    const at = minuteBetween(random, begin, session.startsAt);
    return {
      at,
      happen: async () => {
        if (session.isCancelled || session.startsAt <= at) return;
        await arrive(app, rules, { session, people, at, random });
      },
    };
  });
};

const emailOf = (person: number) => `person.${person}@example.org`;

const arrive = async (
  app: TestApp,
  rules: ReminderModel,
  {
    session,
    people,
    at,
    random,
  }: { session: ModelSession; people: readonly number[]; at: number; random: Random }
) => {
  const { registerMany } = app.strapi.plugin('webinars').service('registration');
  const registrants = people.map((person) => ({
    body: registrationBody.parse(
      aRegistrationBody({ email: emailOf(person), language: random.isTrue(0.5) ? 'en' : 'de' })
    ),
    language: 'en',
  }));
  await registerMany(
    { session: session.id, registrants, actor: { kind: 'system' }, shouldNotify: false },
    { clock: { now: () => new Date(at) } }
  );
  for (const row of await app.rows('webinars_registrations', { session_document_id: session.id })) {
    const id = String(row.document_id);
    if (rules.seats.has(id)) continue;
    rules.addSeat({
      id,
      session: session.id,
      person: String(row.email),
      language: String(row.language),
      state: 'confirmed',
      since: at,
    });
  }
  await unsettle(app, rules, { session, random });
};

/** Some of those who are there go again, and some want to read another language from now on. */
const unsettle = async (
  app: TestApp,
  rules: ReminderModel,
  { session, random }: { session: ModelSession; random: Random }
) => {
  const { cancelByEditor } = app.strapi.plugin('webinars').service('registration');
  for (const seat of rules.seats.values()) {
    if (seat.session !== session.id || seat.state !== 'confirmed') continue;
    if (random.isTrue(0.03)) {
      await cancelByEditor({ documentId: seat.id, actor: { kind: 'system' } });
      seat.state = 'cancelled';
    } else if (random.isTrue(0.05)) {
      seat.language = seat.language === 'en' ? 'de' : 'en';
      await app.change(
        'webinars_registrations',
        { document_id: seat.id },
        { language: seat.language }
      );
    }
  }
};

const sessionsOf = (app: TestApp) => documentsOf(app.strapi, 'plugin::webinars.session');

const aMove = (app: TestApp, rules: ReminderModel, world: SessionWorld): Happening => {
  const { random, begin, end, session } = world;
  const at = minuteBetween(random, begin + DAY, session.startsAt);
  const startsAt = minuteBetween(random, at + HOUR, Math.min(end - 2 * DAY, at + 14 * DAY));
  return {
    at,
    happen: async () => {
      if (session.isCancelled || session.startsAt <= at || startsAt <= at) return;
      await sessionsOf(app).update({
        documentId: session.id,
        data: { datetime: new Date(startsAt).toISOString() },
      });
      Object.assign(session, { startsAt, movedAt: at });
    },
  };
};

const callOff = async (app: TestApp, rules: ReminderModel, session: ModelSession) => {
  if (app.now().getTime() >= session.startsAt) return;
  await sessionsOf(app).update({ documentId: session.id, data: { state: 'cancelled' } });
  session.isCancelled = true;
  for (const seat of rules.seats.values()) {
    if (seat.session === session.id) seat.state = 'cancelled';
  }
};

const markAttendance = async (
  app: TestApp,
  rules: ReminderModel,
  { session, random }: SessionWorld
) => {
  for (const seat of rules.seats.values()) {
    if (seat.session !== session.id || seat.state !== 'confirmed' || random.isTrue(0.2)) continue;
    await mark(app, rules, { seat, session, random });
  }
};

/** Lists of who was there come late, and are not always right at first. */
const correctAttendance = async (
  app: TestApp,
  rules: ReminderModel,
  { session, random }: SessionWorld
) => {
  for (const seat of rules.seats.values()) {
    if (seat.session !== session.id || seat.state === 'cancelled') continue;
    if (random.isTrue(seat.state === 'confirmed' ? 0.5 : 0.2)) {
      await mark(app, rules, { seat, session, random });
    }
  }
};

const mark = async (
  app: TestApp,
  rules: ReminderModel,
  { seat, session, random }: { seat: ModelSeat; session: ModelSession; random: Random }
) => {
  if (session.isCancelled || app.now().getTime() < session.startsAt) return;
  const state = random.isTrue(0.6) ? 'attended' : 'no_show';
  const { recordAttendance } = app.strapi.plugin('webinars').service('registration');
  await recordAttendance({
    documentId: seat.id,
    actor: { kind: 'system' },
    state,
    attendance: {},
  });
  rules.record(seat, state);
};
