import { setTimeout as delay } from 'node:timers/promises';
import { aRegistrationBody, aSession } from '../factories';
import { createEditor, type Editor } from '../support/editor';
import { expectCountersNow, expectInvariants, freeSeats } from '../support/invariants';
import { createRandom } from '../support/random';
import { startStrapi, type Row, type TestApp } from '../support/strapi';
import { sendAtOnce, storm, tally, type StormAnswer, type StormRequest } from '../support/storm';

const CROWD = 200;
/** How often the capacity is changed meanwhile. */
const CHANGES = 5;

let app: TestApp;
let editor: Editor;

beforeAll(async () => {
  app = await startStrapi();
  editor = createEditor(await app.admin());
});

afterAll(() => app.stop());

it('seats that all change hands at once are never too many, never lost, and go round in order', async () => {
  const random = createRandom(`seats that change hands on ${app.kind}`);
  const { documentId, seated, offered } = await aSessionInDemand();
  const cancels = seated.map((token) => requestOf(token, 'cancel'));
  const accepts = offered.map((token) => requestOf(token, 'accept'));
  const arrivals = crowd(CROWD).map((body) => ({ url: registrationsOf(documentId), body }));

  const requests = random.shuffled([...cancels, ...accepts, ...arrivals]);
  const waves = inParts(requests, CHANGES).map((wave) => ({
    wave,
    capacity: CROWD / 2 + random.below(2 * CROWD),
  }));
  const parts = await watched(documentId, () =>
    Promise.all(
      waves.map(({ wave, capacity }) =>
        Promise.all([sendAtOnce(wave), editor.updateSession(documentId, { capacity })])
      )
    )
  );
  const answers = parts.flatMap(([answers]) => answers);
  const answered = new Map(requests.map((request, index) => [request, answers[index]]));
  const outcomesOf = (some: readonly StormRequest[]) =>
    some.map((request) => answered.get(request));
  expect(tally(outcomesOf(cancels).map(written))).toEqual({ '200 cancelled': CROWD });
  expect(tally(outcomesOf(accepts).map(written))).toEqual({ '200 confirmed': CROWD });
  expect(tally(outcomesOf(arrivals).map((answer) => answer?.status))).toEqual({ 201: CROWD });
  expect(tally(parts.map(([, { status }]) => status))).toEqual({ 200: CHANGES });

  const { capacity, held, waitlisted, rows } = await expectInvariants(app, documentId);
  expect(rows).toHaveLength(4 * CROWD);
  expect(Math.min(waitlisted, freeSeats(capacity, held))).toBe(0);
  expect(await app.strapi.plugin('webinars').service('registration').findDrift()).toEqual([]);

  const { moves, edits } = await readLog(documentId);
  expectOrder(rows, moves);
  expectLog(rows, moves);
  expect(edits).toHaveLength(CHANGES + 1);
  expect(Number(edits.at(-1)?.id)).toBeLessThan(Number(moves.at(-1)?.id));
  await app.runJobs();
  await expectMails(rows);
}, 300_000);

const registrationsOf = (documentId: string) =>
  `${app.baseUrl}/api/webinars/sessions/${documentId}/registrations`;

const requestOf = (token: string, action: 'cancel' | 'accept'): StormRequest => ({
  url: `${app.baseUrl}/api/webinars/registrations/${token}/${action}`,
});

const written = (answer?: StormAnswer) => `${answer?.status} ${answer?.body.data?.status}`;

const crowd = (size: number) => Array.from({ length: size }, () => aRegistrationBody());

const readLog = async (documentId: string) => {
  const log = await app.rows('webinars_activities', { session_document_id: documentId });
  return {
    moves: log.filter(({ subject_type: subject }) => subject === 'registration'),
    edits: log.filter(({ action }) => action === 'session.updated'),
  };
};

/** As many seats that are taken as are offered, and as many people again who wait. No mail is out yet. */
const aSessionInDemand = async () => {
  const { documentId } = await aSession(app.strapi, { capacity: CROWD });
  const url = registrationsOf(documentId);
  const seated = tokensIn(await storm(url, crowd(CROWD)));
  const inLine = tokensIn(await storm(url, crowd(2 * CROWD)));
  await editor.updateSession(documentId, { capacity: 2 * CROWD });
  const { rows } = await expectInvariants(app, documentId);
  expect(tally(rows.map(({ state }) => state))).toEqual({
    confirmed: CROWD,
    offered: CROWD,
    waitlisted: CROWD,
  });
  const chosen = new Set(
    rows.filter(({ state }) => state === 'offered').map((row) => row.public_id)
  );
  const offered = inLine.filter((token) => chosen.has(token.split('.')[0]));
  return { documentId, seated, offered };
};

const tokensIn = (answers: readonly StormAnswer[]) =>
  answers.flatMap(({ body }) => body.data?.token ?? []);

/** Looks at the counters again and again until the work is done. */
const watched = async <Result>(documentId: string, work: () => Promise<Result>) => {
  let isOver = false;
  let moments = 0;
  const watching = async () => {
    while (!isOver) {
      await expectCountersNow(app, documentId);
      moments += 1;
      // SQLite answers in the same turn: others have to have theirs.
      await delay(25);
    }
  };
  const working = work().finally(() => {
    isOver = true;
  });
  const [result] = await Promise.all([working, watching()]);
  process.stdout.write(`looked at ${moments} moments of it on ${app.kind}\n`);
  return result;
};

const inParts = <Item>(items: readonly Item[], parts: number): Item[][] => {
  const size = Math.ceil(items.length / parts);
  return Array.from({ length: parts }, (_, part) => items.slice(part * size, (part + 1) * size));
};

/** Seats are offered in the order of the line: nobody who still waits came before anybody who was asked. */
const expectOrder = (rows: readonly Row[], moves: readonly Row[]) => {
  const places = new Map(rows.map((row) => [row.document_id, Number(row.waitlist_sequence)]));
  const asked = moves
    .filter(({ action }) => action === 'registration.offered')
    .map(({ subject_id: documentId }) => Number(places.get(documentId)));
  const waiting = rows
    .filter(({ state }) => state === 'waitlisted')
    .map((row) => Number(row.waitlist_sequence));
  expect(asked).toEqual([...new Set(asked)].sort((a, b) => a - b));
  expect(Math.max(...asked)).toBeLessThan(Math.min(...waiting, Infinity));
};

/** One line for each move: they lead from nothing to what a registration is, each from where the one before led. */
const expectLog = (rows: readonly Row[], moves: readonly Row[]) => {
  const states = new Map<unknown, unknown>();
  const breaks = moves.filter(({ subject_id: documentId, from_state: from, to_state: to }) => {
    const isBreak = (states.get(documentId) ?? null) !== from;
    states.set(documentId, to);
    return isBreak;
  });
  expect(breaks).toEqual([]);
  expect(states).toEqual(new Map(rows.map((row) => [row.document_id, row.state])));
  const { 'registration.offered': offers, ...others } = tally(moves.map(({ action }) => action));
  const leftTheLine = rows.filter(
    (row) => row.waitlist_sequence !== null && row.state !== 'waitlisted'
  );
  expect(offers).toBe(leftTheLine.length);
  expect(others).toEqual({
    'registration.created': 4 * CROWD,
    'registration.cancelled': CROWD,
    'registration.accepted': CROWD,
  });
};

const SUBJECTS: Record<string, string> = {
  confirmed: 'You’re in',
  waitlisted: 'You’re on the waitlist',
  offered: 'A seat is free for you',
  cancelled: 'You have cancelled',
};

/** Everybody gets one mail, which says how things are with them: what is not true any more is not sent. */
const expectMails = async (rows: readonly Row[]) => {
  const mails = await app.mails.messages();
  const received = mails.map(({ subject }, index) => {
    const [address] = app.mails.received[index]?.to ?? [];
    return `${address}: ${subject?.split(':')[0]}`;
  });
  const expected = rows.map(({ email, state }) => `${email}: ${SUBJECTS[String(state)]}`);
  expect(received.sort()).toEqual(expected.sort());
  expect(app.mails.attempts()).toBe(rows.length);
};
