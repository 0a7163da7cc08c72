import { aSession, aTopic, inDays } from '../factories';
import { atOnce } from '../support/at-once';
import { createEditor, type Editor } from '../support/editor';
import type { HttpClient } from '../support/http';
import { expectInvariants } from '../support/invariants';
import { recordProof } from '../support/proof-record';
import { cancel, look, register, registered, type Receipt } from '../support/registering';
import { signInAsEditor } from '../support/roles';
import { startStrapi, type TestApp } from '../support/strapi';

/** So often is each meeting tried: who comes first is not decided here. `npm run proof` tries more often. */
const ROUNDS = Number(process.env.MEETINGS_OF_EDITORS ?? 8);

type Person = { admin: HttpClient; editor: Editor };

let app: TestApp;
let one: Person;
let other: Person;

beforeAll(async () => {
  app = await startStrapi();
  one = await newPerson();
  other = await newPerson();
});

beforeEach(() => app.mails.clear());
afterAll(() => app.stop());

const newPerson = async (): Promise<Person> => {
  const admin = await signInAsEditor(app, 'en');
  return { admin, editor: createEditor(admin) };
};

let meetings = 0;

const rounds = async (meet: (round: number) => Promise<void>) => {
  for (let round = 0; round < ROUNDS; round += 1) {
    await meet(round);
    meetings += 1;
  }
  expect(await app.strapi.plugin('webinars').service('registration').findDrift()).toEqual([]);
};

const idOf = async ({ token }: Receipt): Promise<string> => {
  const [row] = await app.rows('webinars_registrations', { public_id: token.split('.')[0] });
  return String(row?.document_id);
};

type Outcome = { status?: string; code?: string };

/** A decision about one applicant: the outcome inside the answer. */
const decide = async ({ admin }: Person, action: 'approve' | 'reject', documentId: string) => {
  const answer = await admin.post<{ data: { results: Outcome[] } }>(
    `/webinars/registrations/${action}`,
    { body: { registrations: [documentId] } }
  );
  return answer.body.data.results[0] ?? {};
};

const applicants = async (count: number, session: Record<string, unknown> = {}) => {
  const { documentId } = await aSession(app.strapi, { requiresApproval: true, ...session });
  const people = await Promise.all(
    Array.from({ length: count }, (_, number) =>
      registered(app, documentId, { email: `applicant.${number}.${documentId}@example.org` })
    )
  );
  await app.runJobs();
  return { documentId, people, ids: await Promise.all(people.map(idOf)) };
};

describe('two editors who decide at the same moment', () => {
  it('about one applicant: the first decision holds, the second is refused, one mail goes out', async () => {
    await rounds(async () => {
      const { documentId, people, ids } = await applicants(1);
      app.mails.clear();
      const [id = ''] = ids;

      const outcomes = await Promise.all([decide(one, 'approve', id), decide(other, 'reject', id)]);
      await app.runJobs();

      const done = outcomes.filter(({ status }) => status !== undefined);
      const refused = outcomes.filter(({ code }) => code === 'invalid_move');
      expect([done.length, refused.length]).toEqual([1, 1]);
      const view = await look(app, people[0]?.token ?? '');
      expect(view.body.data.status).toBe(done[0]?.status);
      expect(app.mails.received).toHaveLength(1);
      await expectInvariants(app, documentId);
    });
  });

  it('about two applicants for one seat: one gets it, the other waits', async () => {
    await rounds(async () => {
      const { documentId, ids } = await applicants(2, { capacity: 1 });
      const outcomes = await Promise.all([
        decide(one, 'approve', ids[0] ?? ''),
        decide(other, 'approve', ids[1] ?? ''),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['confirmed', 'waitlisted']);
      expect(await expectInvariants(app, documentId)).toMatchObject({ held: 1, waitlisted: 1 });
    });
  });
});

describe('two editors of one session', () => {
  it('change its seats: one number holds, and who waits is served by it', async () => {
    await rounds(async (round) => {
      const { documentId } = await aSession(app.strapi, { capacity: 1 });
      for (let number = 0; number < 4; number += 1) await registered(app, documentId);

      const both = await atOnce(
        round,
        () => one.editor.updateSession(documentId, { capacity: 2 }),
        () => other.editor.updateSession(documentId, { capacity: 3 })
      );

      expect(both.map(({ status }) => status)).toEqual([200, 200]);
      const [row] = await app.rows('webinars_sessions', { document_id: documentId });
      const figures = await expectInvariants(app, documentId);
      expect([2, 3]).toContain(figures.capacity);
      expect(Number(row?.capacity)).toBe(figures.capacity);
      // What the larger number let in stays, but it is never more than that.
      expect(figures.held).toBeGreaterThanOrEqual(figures.capacity ?? 0);
      expect(figures.held).toBeLessThanOrEqual(3);
    });
  });

  it('cancel it and move it: it is cancelled, and everybody hears of that once and last', async () => {
    await rounds(async (round) => {
      const { documentId } = await aSession(app.strapi, { capacity: 1 });
      const email = `seated.${round}.${documentId}@example.org`;
      const seated = await registered(app, documentId, { email });
      const waits = await registered(app, documentId);
      await app.runJobs();
      app.mails.clear();

      const [cancelled, moved] = await atOnce(
        round,
        () => one.editor.updateSession(documentId, { state: 'cancelled' }),
        // The form was opened before: it sends the state that it shows.
        () => other.editor.updateSession(documentId, { datetime: inDays(9), state: 'published' })
      );
      await app.runJobs();
      await app.runJobs();

      expect(cancelled.status).toBe(200);
      expect([
        { status: 200, code: null },
        { status: 400, code: 'session_move_illegal' },
      ]).toContainEqual(moved);
      const subjects = (await app.mails.messages(email)).map(({ subject }) => String(subject));
      expect(subjects.filter((subject) => subject.startsWith('Cancelled'))).toHaveLength(1);
      expect(subjects.at(-1)).toMatch(/^Cancelled/);
      for (const { token } of [seated, waits]) {
        expect((await look(app, token)).body.data.status).toBe('cancelled');
      }
      expect(await expectInvariants(app, documentId)).toMatchObject({ held: 0, waitlisted: 0 });
    });
  });

  it('edit and duplicate it: the copy is a whole one, of before or of afterwards', async () => {
    await rounds(async (round) => {
      const before = { capacity: 10, duration: 60 };
      const after = { capacity: 20, duration: 90 };
      const { documentId } = await aSession(app.strapi, before);
      await registered(app, documentId);

      let copy = '';
      const both = await atOnce(
        round,
        async () => {
          const answer = await one.editor.cloneSession(documentId);
          copy = answer.body.data.documentId;
          return answer;
        },
        () => other.editor.updateSession(documentId, after)
      );

      expect(both.map(({ status }) => status)).toEqual([200, 200]);
      const [row] = await app.rows('webinars_sessions', { document_id: copy });
      const { capacity, duration } = row ?? {};
      expect([before, after]).toContainEqual({ capacity, duration });
      expect(row).toMatchObject({ state: 'draft' });
      expect(await expectInvariants(app, copy)).toMatchObject({ capacity, held: 0 });
      expect(await expectInvariants(app, documentId)).toMatchObject({ capacity: 20 });
    });
  });
});

describe('two editors who plan', () => {
  it('a session each about one topic for the same day: both get an address of their own', async () => {
    const topic = (await aTopic(app.strapi)).documentId;
    await rounds(async (round) => {
      const plan = { topic, datetime: inDays(3 + round), duration: 45, timezone: 'Europe/Berlin' };
      const both = await atOnce(
        round,
        () => one.editor.createSession(plan),
        () => other.editor.createSession(plan)
      );
      expect(both.map(({ status }) => status)).toEqual([201, 201]);
    });
    const slugs = (await app.rows('webinars_sessions', { topic_document_id: topic })).map(
      ({ slug }) => slug
    );
    expect(new Set(slugs).size).toBe(2 * ROUNDS);
  });
});

describe('somebody deletes', () => {
  it('a session for which a visitor registers: it is gone, or it stays with the registration', async () => {
    await rounds(async (round) => {
      const { documentId } = await aSession(app.strapi);
      const [deleted, registration] = await atOnce(
        round,
        () => one.editor.deleteSession(documentId),
        () => register(app, documentId)
      );

      const sessions = await app.rows('webinars_sessions', { document_id: documentId });
      const where = { session_document_id: documentId };
      const people = await app.rows('webinars_registrations', where);
      expect([
        [200, { status: 404, code: 'session_not_found' }, 0, 0],
        [400, { status: 201, code: null }, 1, 1],
      ]).toContainEqual([deleted.status, registration, sessions.length, people.length]);
      expect(await app.rows('webinars_inventory', where)).toHaveLength(sessions.length);
    });
  });

  it('a topic that a session is planned with: it is gone, or it stays with the session', async () => {
    await rounds(async (round) => {
      const topic = await aTopic(app.strapi);
      const url = `/content-manager/collection-types/plugin::webinars.topic/${topic.documentId}`;
      const [deleted, planned] = await atOnce(
        round,
        () => one.admin.delete(url),
        () =>
          other.editor.createSession({
            topic: { connect: [{ documentId: topic.documentId }] },
            datetime: inDays(5),
            duration: 45,
            timezone: 'Europe/Berlin',
          })
      );

      const topics = await app.rows('webinars_topics', { document_id: topic.documentId });
      const where = { topic_document_id: topic.documentId };
      const sessions = await app.rows('webinars_sessions', where);
      expect([
        [200, 400, false, 0],
        [400, 201, true, 1],
      ]).toContainEqual([deleted.status, planned.status, topics.length > 0, sessions.length]);
      expect(sessions).toHaveLength(await linksOf(sessions.map(({ id }) => Number(id))));
    });
  });

  const linksOf = async (ids: number[]) => {
    const links = await app.rows('webinars_sessions_topic_lnk');
    return new Set(links.map(({ session_id: id }) => Number(id)).filter((id) => ids.includes(id)))
      .size;
  };

  const REGISTRATIONS = '/content-manager/collection-types/plugin::webinars.registration';
  const bulkDelete = ({ admin }: Person, documentIds: string[]) =>
    admin.post(`${REGISTRATIONS}/actions/bulkDelete`, { body: { documentIds } });

  it('registrations of which one holds a seat: none of them goes', async () => {
    await rounds(async (round) => {
      const { documentId } = await aSession(app.strapi, { capacity: 1 });
      const gone = await registered(app, documentId);
      await cancel(app, gone.token);
      const people = [gone, await registered(app, documentId), await registered(app, documentId)];
      const ids = await Promise.all(people.map(idOf));
      const inTurn = round % 2 === 0 ? ids : [...ids].reverse();

      const [all, some] = await atOnce(
        round,
        () => bulkDelete(one, inTurn),
        () => bulkDelete(other, inTurn.slice(1))
      );

      for (const refused of [all, some]) {
        expect(refused).toEqual({ status: 400, code: 'registration_holds_seat' });
      }
      expect(await expectInvariants(app, documentId)).toMatchObject({ held: 1, waitlisted: 1 });
      const rows = await app.rows('webinars_registrations', { session_document_id: documentId });
      expect(rows.map(({ document_id: id }) => id)).toEqual(ids);
    });
  });

  it('what somebody else deletes, in the opposite order: all is gone in the end, and nobody meets a fault', async () => {
    await rounds(async (round) => {
      const sessions = await Promise.all(Array.from({ length: 3 }, () => aSession(app.strapi)));
      const ids: string[] = [];
      for (const { documentId } of sessions) {
        const person = await registered(app, documentId);
        await cancel(app, person.token);
        ids.push(await idOf(person));
      }

      const both = await atOnce(
        round,
        () => bulkDelete(one, ids),
        () => bulkDelete(other, [...ids].reverse())
      );

      expect(both.map(({ status }) => status)).toContain(200);
      for (const { status, code } of both) {
        expect([
          '200 null',
          '404 null',
          '400 registration_not_found',
          '400 session_moved_on',
        ]).toContain(`${status} ${code}`);
      }
      for (const { documentId } of sessions) {
        expect((await expectInvariants(app, documentId)).rows).toEqual([]);
      }
    });
  });
});

it('not one of these meetings was left out', () => {
  expect(meetings).toBe(10 * ROUNDS);
  if (process.env.MEETINGS_OF_EDITORS === undefined) return;
  recordProof({
    title: 'Two editors at the same moment',
    about: `Two people decide, plan, edit, copy and delete at the same moment, each coming first every other time. One of them
is refused, or both have their way; no seat is given twice, nothing is half there, and nobody meets a fault.`,
    seen: [
      ['kinds of meetings', 10],
      ['meetings of each kind', ROUNDS],
      ['figures that were not those of the rows', 0],
    ],
  });
});
