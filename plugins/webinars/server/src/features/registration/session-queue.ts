import { DomainError } from '../../domain/errors';
import type { RegistrationState } from '../../domain/registration';
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
import * as inventories from './inventory-store';
import type { Deps } from './ports';
import { registerAttendees, type Registrant, type RegistrationOutcome } from './register-attendees';
import type { StoredRegistration } from './registration-store';

/** So many share a transaction at most: the last of them waits for all. */
const CROWD = 100;

/** What a newcomer hears first, and whoever repeats the request hears again. */
export type FirstAnswer = {
  registrationId: string;
  publicId: string;
  reference: string;
  state: RegistrationState;
  waitlistPosition: number | null;
  holdExpiresAt: Date | null;
};

type Turn = {
  /** The session's documentId. */
  session: string;
  /** Null where the sender did not say that the request may come again. */
  repeatable: Repeatable | null;
} & ({ kind: 'register'; registrant: Registrant } | { kind: 'move'; move: Move });

/** A use-case about one registration of the session. Null: it came too late, which is on record now. */
type Move = (deps: Deps) => Promise<StoredRegistration | null>;

type Taken =
  | { kind: 'registered'; answer: FirstAnswer }
  | { kind: 'moved'; registration: StoredRegistration | null }
  | { kind: 'repeated'; outcome: Outcome }
  | { kind: 'refused'; error: Error };

/**
 * While one transaction for a session is in flight, those who want something of the same session gather for the next:
 * they would only queue for the same lock. In it they come one after the other, in the order of arrival, each with an
 * outcome and a line in the log of its own. Not for code that is in a transaction already: it would wait for itself.
 */
export const createSessionQueue = (deps: Deps) => {
  const takeTurn = createBatchByKey<Turn, Taken>({
    keyOf: ({ session }) => session,
    maxSize: CROWD,
    // Whoever waited for the lock in vain need not wait for it again, alone and one after the other.
    concernsAll: hasGivenUpWaiting,
    run: takeTurns(deps),
  });

  return {
    async register(turn: {
      session: string;
      registrant: Registrant;
      repeatable: Repeatable | null;
    }): Promise<FirstAnswer> {
      const taken = await takeTurn({ kind: 'register', ...turn });
      switch (taken.kind) {
        case 'registered':
          return taken.answer;
        case 'repeated':
          return toFirstAnswer(taken.outcome);
        case 'refused':
          throw taken.error;
        case 'moved':
          throw new Error('a newcomer cannot have moved');
      }
    },

    /** Answers null where `move` does. A repeated request changes nothing, and answers nothing but that. */
    async move(turn: {
      session: string;
      move: Move;
      repeatable: Repeatable | null;
    }): Promise<StoredRegistration | 'repeated' | null> {
      const taken = await takeTurn({ kind: 'move', ...turn });
      switch (taken.kind) {
        case 'moved':
          return taken.registration;
        case 'repeated':
          return 'repeated';
        case 'refused':
          throw taken.error;
        case 'registered':
          throw new Error('nobody moves by registering');
      }
    },
  };
};

export const toFirstAnswer = ({ subject, said }: Outcome): FirstAnswer => ({
  registrationId: subject,
  publicId: String(said.publicId),
  reference: String(said.reference),
  state: said.state as RegistrationState,
  waitlistPosition: said.waitlistPosition as number | null,
  holdExpiresAt: said.holdExpiresAt === null ? null : new Date(String(said.holdExpiresAt)),
});

const takeTurns =
  (deps: Deps) =>
  async (turns: readonly Turn[]): Promise<Taken[]> => {
    // Read before the transaction opens, whose first statement is the lock.
    const rules = await deps.settings();
    const depsOfAll = { ...deps, settings: () => Promise.resolve(rules) };
    return deps.transaction(async (tx) => {
      const now = deps.clock.now();
      const taken = await findRepeated(tx, turns, now);
      const leaders = withoutTwins(turns.filter((turn) => !taken.has(turn)));
      for (const neighbours of alike(leaders)) {
        const outcomes = await takeAlike(depsOfAll, neighbours);
        neighbours.forEach((turn, index) => taken.set(turn, outcomes[index] as Taken));
      }
      await saveOutcomes(
        tx,
        leaders.flatMap((turn) => toAnswered(turn, taken.get(turn))),
        now
      );
      return turns.map((turn) => taken.get(turn) ?? likeLeader(turn, { leaders, taken }));
    });
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

const likeLeader = (
  { repeatable }: Turn,
  { leaders, taken }: { leaders: readonly Turn[]; taken: ReadonlyMap<Turn, Taken> }
): Taken => {
  const leader = leaders.find((turn) => turn.repeatable?.keyHash === repeatable?.keyHash);
  if (leader?.repeatable?.bodyHash !== repeatable?.bodyHash) {
    return { kind: 'refused', error: new IdempotencyKeyReused() };
  }
  return taken.get(leader as Turn) as Taken;
};

/** What was answered before. Under the lock, for which all wait who repeat a request about this session. */
const findRepeated = async (
  tx: Tx,
  turns: readonly Turn[],
  now: Date
): Promise<Map<Turn, Taken>> => {
  const repeated = new Map<Turn, Taken>();
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
): Taken | null => {
  try {
    const outcome = outcomeOf(repeatable);
    return outcome && { kind: 'repeated', outcome };
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return { kind: 'refused', error };
    throw error;
  }
};

/** Newcomers who stand next to each other are registered as one list; everybody else has a turn alone. */
const alike = (turns: readonly Turn[]): Turn[][] => {
  const groups: Turn[][] = [];
  for (const turn of turns) {
    const last = groups.at(-1);
    if (turn.kind === 'register' && last?.[0]?.kind === 'register') last.push(turn);
    else groups.push([turn]);
  }
  return groups;
};

const takeAlike = async (deps: Deps, turns: readonly Turn[]): Promise<Taken[]> => {
  const [first] = turns;
  if (first === undefined) return [];
  if (first.kind === 'move') return [await moveOrRefusal(deps, first.move)];
  const registrants = turns.flatMap((turn) => (turn.kind === 'register' ? [turn.registrant] : []));
  return registerOrRefusals(deps, { session: first.session, registrants });
};

/** A refusal is thrown before anything is written, so that the others of the transaction go on. */
const moveOrRefusal = async (deps: Deps, move: Move): Promise<Taken> => {
  try {
    return { kind: 'moved', registration: await move(deps) };
  } catch (error) {
    if (error instanceof DomainError) return { kind: 'refused', error };
    throw error;
  }
};

const registerOrRefusals = async (
  deps: Deps,
  { session, registrants }: { session: string; registrants: readonly Registrant[] }
): Promise<Taken[]> => {
  try {
    const actor = { kind: 'attendee' } as const;
    return (await registerAttendees(deps)({ session, registrants, actor })).map(toTaken);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return registrants.map(() => ({ kind: 'refused', error }));
  }
};

const toTaken = (outcome: RegistrationOutcome): Taken => {
  if (outcome.kind === 'refused') {
    return { kind: 'refused', error: new DomainError(outcome.reason) };
  }
  const { documentId: registrationId, publicId, reference, state } = outcome.registration;
  const { holdExpiresAt } = outcome.registration;
  const { waitlistPosition } = outcome;
  return {
    kind: 'registered',
    answer: { registrationId, publicId, reference, state, waitlistPosition, holdExpiresAt },
  };
};

/** Only what succeeded is remembered: whoever was refused may try again. */
const toAnswered = ({ repeatable }: Turn, taken: Taken | undefined): Answered[] => {
  const outcome = taken === undefined ? null : toOutcome(taken);
  return repeatable === null || outcome === null ? [] : [{ repeatable, outcome }];
};

const toOutcome = (taken: Taken): Outcome | null => {
  if (taken.kind === 'registered') {
    const { registrationId, ...said } = taken.answer;
    return { subject: registrationId, said };
  }
  if (taken.kind === 'moved' && taken.registration !== null) {
    return { subject: taken.registration.documentId, said: {} };
  }
  return null;
};
