import fc from 'fast-check';
import type { JobCatalog } from '../../plugins/webinars/server/src/domain/job-catalog';
import { aSession } from '../factories';
import { createEditor, type Editor } from './editor';
import type { Answer, HttpClient } from './http';
import { expectInvariants } from './invariants';
import { loseWorker } from './due-jobs';
import { cancel, look, register } from './registering';
import { signInAsEditor } from './roles';
import {
  createSeatModel,
  HOUR,
  MINUTE,
  type ModelSession,
  type Refusal,
  type Registration,
  type SeatModel,
} from './seat-model';
import type { Row, TestApp } from './strapi';
import { accept, decline, runJobsOfClock } from './waitlist';

/** The session that lives in the application, beside the one in memory. */
type Life = {
  app: TestApp;
  admin: HttpClient;
  editor: Editor;
  sessionId: string;
  tokens: string[];
};

type Step = fc.AsyncCommand<SeatModel, Life>;

const PEOPLE = ['ada', 'bea', 'cleo', 'dora', 'emmy', 'fanny'];

/**
 * Lets sessions live through chance: everything that people, editors, the clock and the queue can do to one, in any
 * order, and after each step the same is true of the application and of the rules. Answers how many steps there were.
 */
export const liveThrough = async (
  app: TestApp,
  { seed, lives }: { seed: number; lives: number }
): Promise<{ steps: number }> => {
  const admin = await signInAsEditor(app, 'en');
  const editor = createEditor(admin);
  let steps = 0;
  // Each session lives after the one before: the clock never goes back.
  let tomorrow = Date.now();

  const property = fc.asyncProperty(aBeginning, someSteps, async (beginning, commands) => {
    app.mails.clear();
    app.setClock(new Date(tomorrow));
    const { startsIn, closesBefore, ...rest } = beginning;
    const startsAt = tomorrow + startsIn;
    const closesAt = closesBefore === null ? null : startsAt - closesBefore;
    const session = { ...rest, startsAt, closesAt };
    const { documentId } = await aSession(app.strapi, toFields(session));
    const life: Life = { app, admin, editor, sessionId: documentId, tokens: [] };
    const rules = createSeatModel(session, tomorrow);
    try {
      await fc.asyncModelRun(() => ({ model: rules, real: life }), [
        ...commands,
        ...THE_END,
      ] as Iterable<Step>);
      steps += [...commands].length;
    } finally {
      tomorrow = rules.now() + 40 * 24 * HOUR;
    }
  });
  await fc.assert(property, {
    seed,
    numRuns: lives,
    endOnFailure: false,
  });
  return { steps };
};

const toFields = ({ startsAt, closesAt, ...rest }: ModelSession) => ({
  ...rest,
  datetime: new Date(startsAt).toISOString(),
  registrationClosesAt: closesAt === null ? null : new Date(closesAt).toISOString(),
});

/** A step does the same to both, and compares first what they say to it, then what has become of everything. */
const step = (
  name: string,
  {
    isPossible = () => true,
    rules: act,
    life: request,
  }: {
    isPossible?: (rules: SeatModel) => boolean;
    rules: (rules: SeatModel) => Refusal | void;
    life: (life: Life, rules: SeatModel) => Promise<Refusal | void>;
  }
): Step => ({
  check: isPossible,
  run: async (rules, life) => {
    const answer = await request(life, rules);
    const expected = act(rules);
    expect(answer ?? null).toBe(expected ?? null);
    await expectSame(rules, life);
  },
  toString: () => name,
});

/** A step about a registration: which one, counted around if there are fewer. */
const stepOf = (
  name: string,
  number: number,
  act: (rules: SeatModel, registration: Registration) => Refusal,
  request: (life: Life, number: number) => Promise<Refusal>
): Step => {
  const index = (rules: SeatModel) => number % rules.people.length;
  return step(`${name} ${number}`, {
    isPossible: ({ people }) => people.length > 0,
    rules: (rules) => act(rules, rules.people[index(rules)] as Registration),
    life: (life, rules) => request(life, index(rules)),
  });
};

const codeOf = ({ body }: Answer): Refusal => body.error?.details.code ?? null;

const tokenOf = ({ tokens }: Life, number: number) => tokens[number] ?? '';

const registrationsOf = ({ app, sessionId }: Life): Promise<Row[]> =>
  app.rows('webinars_registrations', { session_document_id: sessionId });

const idOf = async (life: Life, number: number) =>
  String((await registrationsOf(life))[number]?.document_id);

const byEditor =
  (action: 'approve' | 'reject' | 'cancel') =>
  async (life: Life, number: number): Promise<Refusal> => {
    const answer = await life.admin.post<{ data: { results: { code?: string }[] } }>(
      `/webinars/registrations/${action}`,
      { body: { registrations: [await idOf(life, number)] } }
    );
    return answer.body.data.results[0]?.code ?? null;
  };

const attendanceOf =
  (status: 'attended' | 'no_show') =>
  async (life: Life, number: number): Promise<Refusal> =>
    codeOf(
      await life.admin.put(`/webinars/registrations/${await idOf(life, number)}/attendance`, {
        body: { status },
      })
    );

const registering = (person: string) =>
  step(`register ${person}`, {
    rules: (rules) => rules.register(person),
    life: async (life) => {
      const { app, sessionId, tokens } = life;
      const email = `${person}.${sessionId}@example.org`;
      const answer = await register(app, sessionId, { email });
      if (answer.status === 201) tokens.push(answer.body.data.token);
      return codeOf(answer);
    },
  });

const editing = (name: string, changes: (now: number) => Partial<ModelSession>) =>
  step(name, {
    // Moving what is over or called off is nothing that anybody waits for.
    isPossible: ({ phase }) => phase() === 'published' || phase() === 'live',
    rules: (rules) => rules.edit(changes(rules.now())),
    life: async ({ editor, sessionId }, rules) => {
      const { startsAt, closesAt, ...rest } = changes(rules.now());
      return codeOf(
        await editor.updateSession(sessionId, {
          ...rest,
          ...(startsAt !== undefined && { datetime: new Date(startsAt).toISOString() }),
          ...(closesAt !== undefined && {
            registrationClosesAt: closesAt === null ? null : new Date(closesAt).toISOString(),
          }),
        })
      );
    },
  });

const callingOff = step('call the session off', {
  rules: (rules) => rules.cancelSession(),
  life: async ({ editor, sessionId }) =>
    codeOf(await editor.updateSession(sessionId, { state: 'cancelled' })),
});

const waiting = (name: string, until: (rules: SeatModel) => number) =>
  step(`wait ${name}`, {
    isPossible: (rules) => until(rules) > rules.now(),
    rules: (rules) => rules.setNow(until(rules)),
    life: async ({ app }, rules) => app.setClock(new Date(until(rules))),
  });

/** To the first moment from now at which something changes by itself, or a little beside it. */
const waitingForTurn = (which: number, beside: number) =>
  waiting(`for turn ${which} ${beside >= 0 ? '+' : ''}${beside} ms`, (rules) => {
    const ahead = rules
      .turningPoints()
      .map((at) => at + beside)
      .filter((at) => at > rules.now())
      .sort((a, b) => a - b);
    return ahead[which % Math.max(1, ahead.length)] ?? 0;
  });

const ticking = step('tick', {
  rules: (rules) => rules.tick(),
  life: ({ app }) => app.strapi.plugin('webinars').service('jobs').runTicks(),
});

const runningJobs = step('run the jobs', {
  rules: (rules) => rules.runJobs(),
  life: async ({ app }) => void (await runJobsOfClock(app)),
});

/** A worker takes all that is due, and dies: nothing of it is done, and nothing is lost. */
const losingWorker = step('a worker dies with the jobs', {
  rules: () => undefined,
  life: ({ app }) => loseWorker(app),
});

type DoubledJob =
  'registration.pass-seats-on' | 'registration.end-waiting' | 'registration.cancel-all';

type Handlers = { [Type in DoubledJob]: (payload: JobCatalog[Type]) => Promise<void> };

const doublingJob = <Type extends DoubledJob>(
  type: Type,
  payloadOf: (life: Life) => JobCatalog[Type] | Promise<JobCatalog[Type]>,
  act: (rules: SeatModel) => void
) =>
  step(`a job ${type} too many`, {
    rules: act,
    life: async (life) => {
      const handlers: Handlers = life.app.strapi
        .plugin('webinars')
        .service('registration').handlers;
      await handlers[type](await payloadOf(life));
    },
  });

const passingOnOnceMore = doublingJob(
  'registration.pass-seats-on',
  ({ app, sessionId }) => ({ sessionId, dueAt: app.now().toISOString() }),
  (rules) => rules.passOn()
);

const endingWaitingOnceMore = doublingJob(
  'registration.end-waiting',
  async ({ app, sessionId }) => {
    const [session] = await app.rows('webinars_sessions', { document_id: sessionId });
    return { sessionId, revision: Number(session?.revision ?? 0), after: 0 };
  },
  (rules) => rules.endWaiting()
);

const callingOffOnceMore = doublingJob(
  'registration.cancel-all',
  ({ sessionId }) => ({ sessionId, after: 0 }),
  (rules) => rules.cancelEverybody()
);

const someone = fc.constantFrom(...PEOPLE);
const anyone = fc.nat({ max: 11 });
const aCapacity = fc.option(fc.nat({ max: 4 }), { freq: 6 });

const often = <Value>(weight: number, arbitrary: fc.Arbitrary<Value>) => ({ weight, arbitrary });

const someSteps = fc.commands(
  [
    fc.oneof(
      often(14, someone.map(registering)),
      often(
        8,
        anyone.map((n) => stepOf('cancel', n, (rules, of) => rules.cancel(of), cancelling))
      ),
      often(
        6,
        anyone.map((n) => stepOf('accept', n, (rules, of) => rules.accept(of), accepting))
      ),
      often(
        2,
        anyone.map((n) => stepOf('decline', n, (rules, of) => rules.decline(of), declining))
      ),
      often(
        3,
        anyone.map((n) =>
          stepOf('approve', n, (rules, of) => rules.approve(of), byEditor('approve'))
        )
      ),
      often(
        1,
        anyone.map((n) => stepOf('reject', n, (rules, of) => rules.reject(of), byEditor('reject')))
      ),
      often(
        2,
        anyone.map((n) =>
          stepOf('editor cancels', n, (rules, of) => rules.cancelByEditor(of), byEditor('cancel'))
        )
      ),
      often(
        1,
        fc
          .tuple(anyone, fc.constantFrom('attended' as const, 'no_show' as const))
          .map(([n, status]) =>
            stepOf(
              status,
              n,
              (rules, of) => rules.recordAttendance(of, status),
              attendanceOf(status)
            )
          )
      ),
      often(
        5,
        aCapacity.map((capacity) => editing(`capacity ${capacity}`, () => ({ capacity })))
      ),
      often(
        2,
        fc
          .boolean()
          .map((allowWaitlist) =>
            editing(`allow waitlist ${allowWaitlist}`, () => ({ allowWaitlist }))
          )
      ),
      often(
        1,
        fc
          .boolean()
          .map((requiresApproval) =>
            editing(`require approval ${requiresApproval}`, () => ({ requiresApproval }))
          )
      ),
      often(
        2,
        fc.constantFrom(20, 70, 150, 26 * 60, 9 * 24 * 60).map((minutes) =>
          editing(`move to ${minutes} min from now`, (now) => ({
            startsAt: now + minutes * MINUTE,
          }))
        )
      ),
      often(
        1,
        fc.option(fc.constantFrom(-1, 45, 90, 24 * 60), { freq: 3 }).map((minutes) =>
          editing(
            `close ${minutes === null ? 'at the start' : `${minutes} min from now`}`,
            (now) => ({
              closesAt: minutes === null ? null : now + minutes * MINUTE,
            })
          )
        )
      ),
      often(1, fc.constant(callingOff)),
      often(
        6,
        fc
          .constantFrom(1, 31, 61, 6 * 60, 25 * 60)
          .map((minutes) => waiting(`${minutes} min`, (rules) => rules.now() + minutes * MINUTE))
      ),
      often(
        5,
        fc
          .tuple(fc.nat({ max: 3 }), fc.constantFrom(-1, 0, 0, 1))
          .map(([which, beside]) => waitingForTurn(which, beside))
      ),
      often(4, fc.constant(ticking)),
      often(6, fc.constant(runningJobs)),
      often(1, fc.constant(losingWorker)),
      often(2, fc.constant(passingOnOnceMore)),
      often(1, fc.constant(endingWaitingOnceMore)),
      often(1, fc.constant(callingOffOnceMore))
    ),
  ],
  { maxCommands: 45, size: 'max' }
);

const cancelling = async (life: Life, n: number) =>
  codeOf(await cancel(life.app, tokenOf(life, n)));
const accepting = async (life: Life, n: number) => codeOf(await accept(life.app, tokenOf(life, n)));
const declining = async (life: Life, n: number) =>
  codeOf(await decline(life.app, tokenOf(life, n)));

const aBeginning = fc.record({
  capacity: aCapacity,
  allowWaitlist: fc.constantFrom(true, true, true, false),
  requiresApproval: fc.constantFrom(false, false, false, true),
  startsIn: fc.constantFrom(50 * MINUTE, 3 * HOUR, 30 * HOUR, 10 * 24 * HOUR),
  closesBefore: fc.constantFrom(null, null, 20 * MINUTE, 26 * HOUR),
});

/** Whatever happened: the mails are out, then the session ends and nobody waits any more. */
const THE_END: readonly Step[] = [
  runningJobs,
  step('count the mails', {
    rules: () => undefined,
    life: (life, rules) => expectMails(rules, life),
  }),
  waiting('for the end', (rules) => Math.max(...rules.turningPoints(), rules.now()) + HOUR),
  ticking,
  runningJobs,
  step('count the mails', {
    rules: () => undefined,
    life: (life, rules) => expectMails(rules, life),
  }),
  step('nobody waits', {
    rules: () => undefined,
    life: async (life) => {
      const states = (await registrationsOf(life)).map(({ state }) => state);
      expect(states).not.toContainEqual(expect.stringMatching(/^(waitlisted|offered|awaiting)/));
      const { findDrift } = life.app.strapi.plugin('webinars').service('registration');
      expect(await findDrift()).toEqual([]);
    },
  }),
];

const expectSame = async (rules: SeatModel, life: Life) => {
  const { app, sessionId } = life;
  const { held, waitlisted, rows } = await expectInvariants(app, sessionId);
  expect(rows.map(readable)).toEqual(
    rules.people.map(({ state, holdUntil }) => [
      state,
      holdUntil === null ? null : new Date(holdUntil).toISOString(),
    ])
  );
  expect({ held, waitlisted }).toEqual({ held: rules.held(), waitlisted: rules.waiting() });
  const availability = await app.api.get(`/api/webinars/sessions/${sessionId}/availability`);
  expect(availability.body.data).toEqual(rules.availability());
  const ranks = rules.line().map((registration) => rules.people.indexOf(registration));
  for (const [before, number] of ranks.entries()) {
    const { body } = await look(app, tokenOf(life, number));
    expect(body.data).toMatchObject({ status: 'waitlisted', waitlistPosition: before + 1 });
  }
};

const readable = ({ state, hold_expires_at: until }: Row) => [
  state,
  until === null ? null : new Date(until as string | number | Date).toISOString(),
];

/** Everybody has got what was owed, once; and nothing else but what the order of the jobs decides. */
const expectMails = async (rules: SeatModel, life: Life): Promise<void> => {
  const { app, sessionId } = life;
  const ids = (await registrationsOf(life)).map(({ document_id: id }) => id);
  const records = await app.rows('webinars_mails', { session_document_id: sessionId });
  const sent = records.filter(
    ({ state, kind }) => state === 'sent' && !SCHEDULED.test(String(kind))
  );
  const names = sent.map(({ registration_document_id: id, kind }) => `${ids.indexOf(id)} ${kind}`);
  const nameOf = ({ registration, kind }: SeatModel['sent'][number]) => `${registration} ${kind}`;
  const surplus = without(names, rules.sent.map(nameOf));

  expect(without(rules.sent.map(nameOf), names)).toEqual([]);
  expect(without(surplus, rules.maybeSent.map(nameOf))).toEqual([]);
  const ours = new Set(sent.map(({ message_id: id }) => String(id)));
  const received = app.mails.received.filter(({ messageId }) => ours.has(messageId));
  expect(received).toHaveLength(sent.length);
};

/** What a schedule has written, before the session and after it, has a model of its own (`reminder-model.ts`). */
const SCHEDULED = /^(reminder|follow-up|feedback)-/;

/** What is left of `all` when each of `some` is taken out once. */
const without = (all: readonly string[], some: readonly string[]): string[] => {
  const left = [...all];
  for (const each of some) {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
};
