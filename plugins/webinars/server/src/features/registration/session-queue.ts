import { assertNever, DomainError, type ErrorCode } from '../../domain/errors';
import { createBatchByKey } from '../../platform/batch';
import { hasGivenUpWaiting } from '../../platform/database-busy';
import {
  findOutcomes,
  IdempotencyKeyReused,
  saveOutcomes,
  type Answered,
  type Outcome,
  type Repeatable,
} from '../../platform/idempotency';
import type { Tx } from '../../platform/transaction';
import { firstOutcome, toFirstAnswer, type FirstAnswer } from './first-answer';
import * as inventories from './inventory-store';
import type { Deps } from './ports';
import { registerAttendees, type Registrant, type RegistrationOutcome } from './register-attendees';
import type { StoredRegistration } from './registration-store';

/** So many share a transaction at most: the last of them waits for all. */
const CROWD = 100;

/** What a use-case about one registration ends in. A refusal here is one whose consequences are kept. */
export type MoveOutcome =
  { kind: 'moved'; registration: StoredRegistration } | { kind: 'refused'; reason: ErrorCode };

type Turn = NewcomerTurn | MoveTurn;
type NewcomerTurn = TurnOfSession & { kind: 'newcomer'; registrant: Registrant };
type MoveTurn = TurnOfSession & { kind: 'move'; move: (deps: Deps) => Promise<MoveOutcome> };
type TurnOfSession = {
  /** The session's documentId. */
  session: string;
  /** Null where the sender did not say that the request may come again. */
  repeatable: Repeatable | null;
};

/** How a turn ended: now, or at the first time for a request that comes again. */
type Ended = { kind: 'done'; outcome: Outcome } | { kind: 'refused'; error: Error };

/**
 * While one transaction for a session is in flight, those who want something of the same session gather for the next:
 * they would only queue for the same lock. In it they come one after the other, in the order of arrival, each with an
 * outcome and a line in the log of its own. Not for code that is in a transaction already: it would wait for itself.
 */
export const createSessionQueue = (deps: Deps) => {
  const queueUp = createBatchByKey<Turn, Ended>({
    keyOf: ({ session }) => session,
    maxSize: CROWD,
    // Whoever waited for the lock in vain need not wait for it again, alone and one after the other.
    concernsAll: hasGivenUpWaiting,
    run: takeTurns(deps),
  });

  const take = async (turn: Turn): Promise<Outcome> => {
    const ended = await queueUp(turn);
    switch (ended.kind) {
      case 'done':
        return ended.outcome;
      case 'refused':
        throw ended.error;
      default:
        return assertNever(ended);
    }
  };

  return {
    register: async (turn: Omit<NewcomerTurn, 'kind'>): Promise<FirstAnswer> =>
      toFirstAnswer(await take({ kind: 'newcomer', ...turn })),

    /** A repeated request changes nothing. */
    async move(turn: Omit<MoveTurn, 'kind'>): Promise<void> {
      await take({ kind: 'move', ...turn });
    },
  };
};

const takeTurns =
  (deps: Deps) =>
  async (turns: readonly Turn[]): Promise<Ended[]> => {
    // Read before the transaction opens, whose first statement is the lock.
    const rules = await deps.settings();
    const depsOfAll = { ...deps, settings: () => Promise.resolve(rules) };
    return deps.transaction(async (tx) => {
      const now = deps.clock.now();
      const ends = await findRepeated(tx, turns, now);
      const originals = withoutTwins(turns.filter((turn) => !ends.has(turn)));
      for (const group of newcomersTogether(originals)) {
        const endsOfGroup = await takeGroup(depsOfAll, group);
        group.turns.forEach((turn, index) => ends.set(turn, knownEnd(endsOfGroup[index])));
      }
      await saveOutcomes(
        tx,
        originals.flatMap((turn) => toAnswered(turn, knownEnd(ends.get(turn)))),
        now
      );
      return turns.map((turn) => ends.get(turn) ?? endOfTwin(turn, originals, ends));
    });
  };

const knownEnd = (end: Ended | undefined): Ended => {
  if (end === undefined) throw new Error('a turn was left out');
  return end;
};

/** Without those who repeat in this very crowd what another of it says. */
const withoutTwins = (turns: readonly Turn[]): Turn[] => {
  const seen = new Set<string>();
  return turns.filter(({ repeatable }) => {
    if (repeatable === null) return true;
    const isFirst = !seen.has(repeatable.keyHash);
    seen.add(repeatable.keyHash);
    return isFirst;
  });
};

/** For who was left out as a twin: the end of the turn that came first with the same key, if it says the same. */
const endOfTwin = (
  { repeatable }: Turn,
  originals: readonly Turn[],
  ends: ReadonlyMap<Turn, Ended>
): Ended => {
  const original = originals.find((turn) => turn.repeatable?.keyHash === repeatable?.keyHash);
  if (original?.repeatable?.bodyHash !== repeatable?.bodyHash) {
    return { kind: 'refused', error: new IdempotencyKeyReused() };
  }
  return knownEnd(original && ends.get(original));
};

/** What was answered before. Under the lock, for which all wait who repeat a request about this session. */
const findRepeated = async (
  tx: Tx,
  turns: readonly Turn[],
  now: Date
): Promise<Map<Turn, Ended>> => {
  const repeated = new Map<Turn, Ended>();
  const [first] = turns;
  if (first === undefined || turns.every(({ repeatable }) => repeatable === null)) return repeated;

  await inventories.lockBySession(tx, first.session);
  const outcomeOf = await findOutcomes(
    tx,
    turns.flatMap(({ repeatable }) => repeatable ?? []),
    now
  );
  // Each by its own words: what somebody else said with the same key in this crowd decides nothing.
  for (const turn of turns) {
    const known = turn.repeatable && outcomeOrRefusal(turn.repeatable, outcomeOf);
    if (known !== null) repeated.set(turn, known);
  }
  return repeated;
};

const outcomeOrRefusal = (
  repeatable: Repeatable,
  outcomeOf: (repeatable: Repeatable) => Outcome | null
): Ended | null => {
  try {
    const outcome = outcomeOf(repeatable);
    return outcome && { kind: 'done', outcome };
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return { kind: 'refused', error };
    throw error;
  }
};

type Group =
  | { kind: 'newcomers'; session: string; turns: NewcomerTurn[] }
  | { kind: 'move'; turns: [MoveTurn] };

/** Newcomers who stand next to each other are registered as one list; everybody else has a turn alone. */
const newcomersTogether = (turns: readonly Turn[]): Group[] => {
  const groups: Group[] = [];
  for (const turn of turns) {
    const last = groups.at(-1);
    if (turn.kind === 'move') groups.push({ kind: 'move', turns: [turn] });
    else if (last?.kind === 'newcomers') last.turns.push(turn);
    else groups.push({ kind: 'newcomers', session: turn.session, turns: [turn] });
  }
  return groups;
};

const takeGroup = async (deps: Deps, group: Group): Promise<Ended[]> => {
  switch (group.kind) {
    case 'newcomers':
      return registerOrRefuse(deps, group);
    case 'move':
      return [await moveOrRefuse(deps, group.turns[0])];
    default:
      return assertNever(group);
  }
};

/** What is thrown is thrown before anything is written, so that the others of the transaction go on. */
const moveOrRefuse = async (deps: Deps, { move }: MoveTurn): Promise<Ended> => {
  try {
    const moved = await move(deps);
    if (moved.kind === 'refused') return refusedFor(moved.reason);
    return { kind: 'done', outcome: { subject: moved.registration.documentId, said: {} } };
  } catch (error) {
    if (error instanceof DomainError) return { kind: 'refused', error };
    throw error;
  }
};

const registerOrRefuse = async (
  deps: Deps,
  { session, turns }: Extract<Group, { kind: 'newcomers' }>
): Promise<Ended[]> => {
  try {
    const registrants = turns.map(({ registrant }) => registrant);
    const actor = { kind: 'attendee' } as const;
    return (await registerAttendees(deps)({ session, registrants, actor })).map(toEnded);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return turns.map(() => ({ kind: 'refused', error }));
  }
};

const toEnded = (outcome: RegistrationOutcome): Ended =>
  outcome.kind === 'refused'
    ? refusedFor(outcome.reason)
    : { kind: 'done', outcome: firstOutcome(outcome.registration, outcome.waitlistPosition) };

const refusedFor = (reason: ErrorCode): Ended => ({
  kind: 'refused',
  error: new DomainError(reason),
});

/** Only what succeeded is remembered: whoever was refused may try again. */
const toAnswered = ({ repeatable }: Turn, ended: Ended): Answered[] =>
  repeatable === null || ended.kind === 'refused' ? [] : [{ repeatable, outcome: ended.outcome }];
