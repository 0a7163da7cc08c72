import fc from 'fast-check';
import { aSession } from '../factories';
import type { HttpClient } from './http';
import { createEditor } from './editor';
import { expectInvariants } from './invariants';
import { register } from './registering';
import { createSeatModel, type SeatModel } from './seat-model';
import type { TestApp } from './strapi';
import { runJobsOfClock } from './waitlist';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PEOPLE = 6;

/** The product's side: one session of a running application, and the tokens that people were given. */
type Real = {
  app: TestApp;
  admin: HttpClient;
  sessionId: string;
  tokens: Map<number, string>;
};

type Action = (model: SeatModel, real: Real) => Promise<{ wanted: string; got: string } | void>;

class Step implements fc.AsyncCommand<SeatModel, Real> {
  constructor(
    private readonly name: string,
    private readonly action: Action
  ) {}

  check = () => true;

  async run(model: SeatModel, real: Real) {
    const outcome = await this.action(model, real);
    if (outcome) expect(`${this.name}: ${outcome.got}`).toBe(`${this.name}: ${outcome.wanted}`);
    await expectAgreement(model, real);
  }

  toString = () => this.name;
}

const emailOf = ({ sessionId }: Real, person: number) => `p${person}.${sessionId}@example.org`;

const codeOf = ({ status, body }: { status: number; body: unknown }) => {
  if (status < 300) return 'ok';
  return String(
    (body as { error?: { details?: { code?: string } } }).error?.details?.code ?? status
  );
};

/** By the token of the person's latest registration; without one there is nothing to do. */
const byToken =
  (verb: 'cancel' | 'accept' | 'decline', person: number): Action =>
  async (model, { app, tokens }) => {
    const token = tokens.get(person);
    if (token === undefined) return;
    const wanted = model[verb](person);
    return {
      wanted,
      got: codeOf(await app.api.post(`/api/webinars/registrations/${token}/${verb}`)),
    };
  };

const byEditor =
  (action: 'approve' | 'reject' | 'cancel', person: number): Action =>
  async (model, { app, admin, tokens }) => {
    const token = tokens.get(person);
    if (token === undefined) return;
    const wanted = action === 'cancel' ? model.cancelByEditor(person) : model[action](person);
    const [row] = await app.rows('webinars_registrations', { public_id: token.split('.')[0] });
    const answer = await admin.post<{ data: { results: { code?: string }[] } }>(
      `/webinars/registrations/${action}`,
      { body: { registrations: [String(row?.document_id)] } }
    );
    return { wanted, got: answer.body.data.results[0]?.code ?? 'ok' };
  };

const registering =
  (person: number): Action =>
  async (model, real) => {
    const wanted = model.register(person);
    const answer = await register(real.app, real.sessionId, { email: emailOf(real, person) });
    if (answer.status === 201) real.tokens.set(person, answer.body.data.token);
    return { wanted, got: codeOf(answer) };
  };

const editing =
  (changes: { capacity?: number | null; allowWaitlist?: boolean }): Action =>
  async (model, { admin, sessionId }) => {
    model.edit(changes);
    const { status } = await createEditor(admin).updateSession(sessionId, changes);
    return { wanted: '200', got: String(status) };
  };

const callingOff: Action = async (model, { admin, sessionId }) => {
  const wanted = model.cancelSession();
  const { status } = await createEditor(admin).updateSession(sessionId, { state: 'cancelled' });
  return { wanted, got: String(status) };
};

const waiting =
  (howLong: (model: SeatModel) => number): Action =>
  async (model, { app }) => {
    model.wait(howLong(model));
    app.setClock(new Date(model.now()));
  };

const minutes = (count: number) =>
  new Step(
    `wait ${count} min`,
    waiting(() => count * MINUTE)
  );

const runningJobs: Action = async (model, { app }) => {
  model.runJobs();
  await app.strapi.plugin('webinars').service('jobs').runTicks();
  await runJobsOfClock(app);
};

const person = fc.nat({ max: PEOPLE - 1 });
const steps = (weight: number, arbitrary: fc.Arbitrary<Step>) => ({ weight, arbitrary });

const of = (name: string, action: (who: number) => Action) =>
  person.map((who) => new Step(`${name} ${who}`, action(who)));

const anyStep = fc.oneof(
  steps(
    20,
    of('register', (who) => registering(who))
  ),
  steps(
    20,
    of('cancel', (who) => byToken('cancel', who))
  ),
  steps(
    20,
    of('accept', (who) => byToken('accept', who))
  ),
  steps(
    8,
    of('decline', (who) => byToken('decline', who))
  ),
  steps(
    10,
    of('approve', (who) => byEditor('approve', who))
  ),
  steps(
    4,
    of('reject', (who) => byEditor('reject', who))
  ),
  steps(
    4,
    of('editor cancels', (who) => byEditor('cancel', who))
  ),
  steps(
    8,
    fc
      .option(fc.nat({ max: 4 }), { freq: 8 })
      .map((capacity) => new Step(`capacity ${capacity}`, editing({ capacity })))
  ),
  steps(
    3,
    fc
      .boolean()
      .map(
        (allowWaitlist) => new Step(`allowWaitlist ${allowWaitlist}`, editing({ allowWaitlist }))
      )
  ),
  steps(15, fc.constantFrom(1, 29, 31, 59, 61).map(minutes)),
  steps(4, fc.constantFrom(239, 721, 1441).map(minutes)),
  steps(
    8,
    fc.constant(
      new Step(
        'wait for a hold to lapse',
        waiting((m) => m.untilNextLapse())
      )
    )
  ),
  steps(
    2,
    fc.constant(
      new Step(
        'wait for the last hour',
        waiting((m) => m.untilLastHour())
      )
    )
  ),
  steps(12, fc.constant(new Step('jobs', runningJobs))),
  steps(1, fc.constant(new Step('call off', callingOff)))
);

const often = (value: boolean) => fc.constantFrom(value, value, value, !value);

const aSetting = fc.record({
  capacity: fc.option(fc.nat({ max: 3 }), { freq: 8 }),
  allowWaitlist: often(true),
  requiresApproval: often(false),
  hoursUntilStart: fc.constantFrom(3, 8, 30, 120, 400),
  closesHoursBefore: fc.constantFrom(0, 1),
  /** So many have registered before it begins. */
  crowd: fc.nat({ max: PEOPLE }),
});

/** Random lives of a session, each held against the model after every step, and its mails at the end. */
export const runSeatModel = async (
  app: TestApp,
  { runs, seed }: { runs: number; seed: number }
): Promise<void> => {
  const admin = await app.admin();
  const commands = fc.commands([anyStep], { maxCommands: 50, size: 'max' });
  await fc.assert(
    fc.asyncProperty(aSetting, commands, async (setting, life) => {
      const now = Math.ceil(Date.now() / 1000) * 1000;
      app.setClock(new Date(now));
      const startsAt = now + setting.hoursUntilStart * HOUR;
      const { capacity, allowWaitlist, requiresApproval } = setting;
      const closesAt = startsAt - setting.closesHoursBefore * HOUR;
      const { documentId: sessionId } = await aSession(app.strapi, {
        ...{ capacity, allowWaitlist, requiresApproval, duration: 60 },
        datetime: new Date(startsAt).toISOString(),
        registrationClosesAt: new Date(closesAt).toISOString(),
      });
      const endsAt = startsAt + HOUR;
      const times = { startsAt, closesAt, endsAt };
      const model = createSeatModel({ capacity, allowWaitlist, requiresApproval, ...times }, now);
      const real: Real = { app, admin, sessionId, tokens: new Map() };
      for (let who = 0; who < setting.crowd; who += 1) await registering(who)(model, real);
      await fc.asyncModelRun(() => ({ model, real }), life);
      await runningJobs(model, real);
      await expectAgreement(model, real);
      expect(await mailsOf(real)).toEqual(model.mails());
      await expectInvariants(app, sessionId);
    }),
    { numRuns: runs, seed, endOnFailure: false, interruptAfterTimeLimit: undefined }
  );
};

const expectAgreement = async (model: SeatModel, { app, sessionId }: Real) => {
  const rows = await app.rows('webinars_registrations', { session_document_id: sessionId });
  expect(rows.map((row) => String(row.state))).toEqual(
    model.registrations.map(({ state }) => state)
  );
  const [inventory] = await app.rows('webinars_inventory', { session_document_id: sessionId });
  expect({ held: Number(inventory?.held), waiting: Number(inventory?.waitlisted) }).toEqual({
    held: model.held(),
    waiting: model.waiting(),
  });
  const answer = await app.api.get<{ data: Record<string, unknown> }>(
    `/api/webinars/sessions/${sessionId}/availability`
  );
  const { capacity, seatsLeft, registrationState } = answer.body.data;
  expect({ capacity, seatsLeft, registrationState }).toEqual(model.availability());
};

const mailsOf = async ({ app, sessionId }: Real) => {
  const people = await app.rows('webinars_registrations', { session_document_id: sessionId });
  const mails = await app.rows('webinars_mails', { session_document_id: sessionId, state: 'sent' });
  return mails
    .map(({ registration_document_id: id, kind }) => {
      const email = people.find(({ document_id: documentId }) => documentId === id)?.email;
      return `${String(email).slice(1, 2)} ${String(kind)}`;
    })
    .sort();
};
