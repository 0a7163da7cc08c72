/** @jest-environment ./tests/support/zone-environment.js */
import { once } from 'node:events';
import net from 'node:net';
import { aSession } from '../factories';
import { openTables, type TestDatabase } from '../support/database';
import { startMailSink, type MailSink } from '../support/mail-sink';
import { freePort, startServerProcess, type ServerProcess } from '../support/server-process';
import { startRegistering, untilRefused } from '../support/slow-registering';
import { createBootedDatabase, startStrapi } from '../support/strapi';

let database: TestDatabase;
let mails: MailSink;
let session: string;
let server: ServerProcess;
const running: ServerProcess[] = [];

beforeAll(async () => {
  database = await createBootedDatabase('shutdown', 'postgres');
  mails = await startMailSink();
  const app = await startStrapi({ database });
  session = (await aSession(app.strapi)).documentId;
  await app.stop();
  await start();
});

afterAll(async () => {
  for (const each of running) await each.kill();
  await mails.stop();
  await database.drop();
});

const start = async () => {
  server = startServerProcess({ database, smtpPort: mails.port, port: await freePort() });
  running.push(server);
  await server.untilReady();
};

describe('a server that is told to end', () => {
  it('answers what it has begun, lets nobody else in, and ends with 0', async () => {
    const resting = net.connect(Number(new URL(server.baseUrl).port), '127.0.0.1');
    await once(resting, 'connect');
    const registering = await startRegistering(server.baseUrl, {
      session,
      email: 'last@example.org',
    });

    const toldAt = Date.now();
    const ended = server.end();
    await untilRefused(server.baseUrl);
    const answer = await registering.finish();
    const code = await ended;

    expect(answer).toMatch(/^HTTP\/1\.1 201 /);
    expect(answer).toMatch(/^Connection: close\r$/m);
    expect(answer).toContain('"status":"confirmed"');
    expect(code).toBe(0);
    expect(Date.now() - toldAt).toBeLessThan(8000);
    const tables = openTables(database);
    expect(await tables.rows('webinars_registrations', { email: 'last@example.org' })).toHaveLength(
      1
    );
    await tables.close();
  });

  it('has sent, or sends after its next start, what it promised', async () => {
    await start();
    await mails.waitFor(1);
    expect(await mails.messages('last@example.org')).toHaveLength(1);
  });

  it('waits for nobody who never comes to an end', async () => {
    await startRegistering(server.baseUrl, { session, email: 'never@example.org' });
    const toldAt = Date.now();
    expect(await server.end()).toBe(0);
    expect(Date.now() - toldAt).toBeGreaterThan(9000);
    expect(Date.now() - toldAt).toBeLessThan(20_000);
  });
});
