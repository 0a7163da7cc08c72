/** @jest-environment ./tests/support/zone-environment.js */
import { aSession } from '../factories';
import { runCommand } from '../support/command';
import type { TestDatabase } from '../support/database';
import { letJobsDie } from '../support/due-jobs';
import { registered } from '../support/registering';
import { createBootedDatabase, startStrapi, type TestApp } from '../support/strapi';
import { findTraces } from '../support/whole-database';

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await createBootedDatabase('commands', 'postgres');
  app = await startStrapi({ database });
});

afterAll(async () => {
  await app.stop();
  await database.drop();
});

it('what commands do beside a server, they do on PostgreSQL as well', async () => {
  const email = 'ada@example.org';
  const { documentId } = await aSession(app.strapi);
  await registered(app, documentId, { email });
  await letJobsDie(app);

  expect(await runCommand(app, 'jobs', 'retry', 'messages.send')).toEqual({
    code: 0,
    out: 'Tried again: 1 job.\n',
    err: '',
  });
  expect(app.mails.received).toEqual([]);
  expect(await app.runJobs()).toBe(1);
  expect(app.mails.received).toMatchObject([{ to: [email] }]);

  expect(await runCommand(app, 'person', 'erase', email, '--yes')).toMatchObject({
    code: 0,
    out: expect.stringContaining('Erased.'),
    err: '',
  });
  expect(await findTraces(app, [email])).toEqual([]);
}, 120_000);
