/** @jest-environment ./tests/support/zone-environment.js */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { aRegistrationBody, aSession } from '../factories';
import type { TestDatabase } from '../support/database';
import { appEnvironment, ROOT } from '../support/environment';
import { register } from '../support/registering';
import { freePort, startServerProcess } from '../support/server-process';
import { createBootedDatabase, startStrapi, type TestApp } from '../support/strapi';

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await createBootedDatabase('booting', 'postgres');
  app = await startStrapi({ database });
});

afterAll(async () => {
  await app.stop();
  await database.drop();
});

it('a command that only looks at what is registered ends', async () => {
  const command = `
    const { createStrapi } = require('@strapi/strapi');
    const strapi = createStrapi({ appDir: process.cwd(), distDir: 'dist' });
    strapi.register().then(() => strapi.destroy()).then(() => console.log('destroyed'));
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', command], {
    cwd: ROOT,
    timeout: 60_000,
    env: {
      PATH: process.env.PATH,
      TZ: process.env.TZ,
      ...appEnvironment({ database, smtpPort: app.mails.port }),
    },
  });
  expect(stdout).toContain('destroyed');
}, 120_000);

it('an instance boots beside one that is in the middle of writing, and holds nobody up', async () => {
  const { documentId } = await aSession(app.strapi);
  const writing = await app.strapi.db.connection.transaction();
  try {
    await writing('webinars_idempotency').insert({
      key_hash: 'x',
      body_hash: 'x',
      subject_id: 'x',
      outcome: '{}',
      created_at: new Date(),
    });
    const port = await freePort();
    const other = startServerProcess({ database, smtpPort: app.mails.port, port });
    await other.untilReady();
    expect(await other.end()).toBe(0);
    expect(await register(app, documentId, aRegistrationBody())).toMatchObject({ status: 201 });
  } finally {
    await writing.rollback();
  }
}, 120_000);
