import { aSession } from '../factories';
import type { TestDatabase } from '../support/database';
import { expectInvariants } from '../support/invariants';
import { cancel, look, register, registered, type Receipt } from '../support/registering';
import { createBootedDatabase, startStrapi, type Row, type TestApp } from '../support/strapi';

let database: TestDatabase;
let app: TestApp;
let session: string;
let first: Receipt;
let before: { schema: string[]; registrations: Row[]; inventory: Row[]; activities: Row[] };

/** Every constraint, index and trigger of our tables, by name and definition. */
const schemaOf = async ({ strapi, isPostgres }: TestApp): Promise<string[]> => {
  const schema = strapi.db.getSchemaName();
  const sql = isPostgres
    ? `SELECT indexdef AS definition FROM pg_indexes
         WHERE schemaname = '${schema}' AND tablename LIKE 'webinars%'
       UNION ALL
       SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
         FROM pg_constraint WHERE connamespace = '${schema}'::regnamespace
         AND conrelid::regclass::text LIKE '%webinars%'
       UNION ALL
       SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t
         JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = '${schema}' AND NOT t.tgisinternal`
    : `SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS definition
         FROM sqlite_master WHERE tbl_name LIKE 'webinars%'`;
  const result: unknown = await strapi.db.connection.raw(sql);
  const rows = (Array.isArray(result) ? result : (result as { rows: Row[] }).rows) as Row[];
  return rows.map(({ definition }) => String(definition)).sort();
};

const snapshot = async () => ({
  schema: await schemaOf(app),
  registrations: await app.rows('webinars_registrations'),
  inventory: await app.rows('webinars_inventory'),
  activities: await app.rows('webinars_activities'),
});

beforeAll(async () => {
  database = await createBootedDatabase('second boot');
  app = await startStrapi({ database });
  session = (await aSession(app.strapi, { capacity: 2 })).documentId;
  first = await registered(app, session, { email: 'first@example.org' });
  await registered(app, session);
  await registered(app, session);
  before = await snapshot();
  await app.stop();
  app = await startStrapi({ database });
}, 120_000);

afterAll(async () => {
  await app.stop();
  await database.drop();
});

describe('a boot on the database of an earlier one', () => {
  it('finds every constraint, index, trigger and row as it was', async () => {
    const after = await snapshot();
    expect(after.schema).toEqual(before.schema);
    expect(after.schema.length).toBeGreaterThan(40);
    expect(after).toEqual(before);
  });

  it('goes on where the other stopped: tokens, people, seats and the queue', async () => {
    expect((await look(app, first.token)).body.data).toMatchObject({ status: 'confirmed' });
    expect(await register(app, session, { email: 'FIRST@example.org' })).toMatchObject({
      status: 409,
    });
    expect(await registered(app, session)).toMatchObject({ waitlistPosition: 2 });
    await cancel(app, first.token);
    expect(await expectInvariants(app, session)).toMatchObject({ held: 2, waitlisted: 1 });
  });

  it('sends the mails that the other had promised and not sent', async () => {
    await app.runJobs();
    expect(app.mails.received.some(({ to }) => to.includes('first@example.org'))).toBe(true);
  });
});

describe('the database itself', () => {
  /** What the database says to a statement. By its message: the driver's error class differs from file to file. */
  const answerTo = (sql: string, bindings: unknown[] = []): Promise<string> =>
    app.strapi.db.connection.raw(sql, bindings as string[]).then(
      () => 'accepted',
      (error: { message: string }) => error.message
    );
  const inventory = () => app.database.name('webinars_inventory');
  const registrations = () => app.database.name('webinars_registrations');
  const activities = () => app.database.name('webinars_activities');

  it('refuses a seat more than there are', async () => {
    const sql = `UPDATE ${inventory()} SET held = seat_limit + 1 WHERE session_document_id = ?`;
    expect(await answerTo(sql, [session])).toMatch(/check/i);
  });

  it('refuses fewer seats than none', async () => {
    const sql = `UPDATE ${inventory()} SET held = -1 WHERE session_document_id = ?`;
    expect(await answerTo(sql, [session])).toMatch(/check/i);
  });

  it('refuses a second active registration of one person', async () => {
    const rows = await app.rows('webinars_registrations', { session_document_id: session });
    const [one, two] = rows.filter(({ state }) => state !== 'cancelled');
    const sql = `UPDATE ${registrations()} SET email_key = ? WHERE id = ?`;
    expect(await answerTo(sql, [one?.email_key, two?.id])).toMatch(/unique/i);
  });

  it.each([
    ['public id', 'public_id'],
    ['reference', 'reference'],
  ])('refuses a second registration of the same %s', async (_name, column) => {
    const [one, two] = await app.rows('webinars_registrations');
    const sql = `UPDATE ${registrations()} SET ${column} = ? WHERE id = ?`;
    expect(await answerTo(sql, [one?.[column], two?.id])).toMatch(/unique/i);
  });

  it('refuses to change or forget what happened', async () => {
    expect(await answerTo(`UPDATE ${activities()} SET action = 'x'`)).not.toBe('accepted');
    expect(await answerTo(`DELETE FROM ${activities()}`)).not.toBe('accepted');
  });
});
