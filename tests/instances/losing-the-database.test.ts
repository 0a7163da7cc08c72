/** @jest-environment ./tests/support/zone-environment.js */
import { setTimeout as delay } from 'node:timers/promises';
import { aRegistrationBody, aSession } from '../factories';
import type { TestDatabase } from '../support/database';
import { createEditor } from '../support/editor';
import { createHttpClient } from '../support/http';
import { startMailSink, type MailSink } from '../support/mail-sink';
import { createRandom } from '../support/random';
import { tokenOfEditor } from '../support/roles';
import { freePort, startServerProcess, type ServerProcess } from '../support/server-process';
import { createBootedDatabase, startStrapi } from '../support/strapi';

let database: TestDatabase;
let mails: MailSink;
let server: ServerProcess;
let sessionId: string;
let token: string;

beforeAll(async () => {
  database = await createBootedDatabase('losing the database', 'postgres');
  mails = await startMailSink();
  const desk = await startStrapi({ database });
  sessionId = (await aSession(desk.strapi)).documentId;
  token = await tokenOfEditor(desk, 'en');
  await desk.stop();
  server = startServerProcess({ database, smtpPort: mails.port, port: await freePort() });
  await server.untilReady();
  expect((await registerSomebody()).status).toBe(201);
  // Whoever has got a mail had workers that have started.
  while (mails.received.length === 0) await delay(50);
}, 120_000);

const registerSomebody = () =>
  createHttpClient(server.baseUrl).post(`/api/webinars/sessions/${sessionId}/registrations`, {
    body: aRegistrationBody(),
  });

afterAll(async () => {
  await server.kill();
  await mails.stop();
  await database.drop();
});

it('a server whose lines to the database break again and again, while an editor saves, goes on serving', async () => {
  const random = createRandom('broken lines');
  const editor = createEditor(
    createHttpClient(server.baseUrl, { Authorization: `Bearer ${token}` })
  );
  const operator = database.connect();
  for (let round = 1; round <= 15; round += 1) {
    const saving = editor.updateSession(sessionId, { capacity: 100 + round });
    await delay(random.between(0, 60));
    await operator.raw(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE pid <> pg_backend_pid() AND datname = current_database()`
    );
    // What is answered does not matter here: a save may fail, as long as the server is still there.
    await saving.catch(() => undefined);
  }
  await operator.destroy();

  // A line that has broken may be noticed only by whoever uses it: that one is told to come again.
  while ((await registerSomebody()).status !== 201) await delay(200);
  expect(await server.end()).toBe(0);
}, 120_000);
