/** @jest-environment ./tests/support/zone-environment.js */
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { aRegistrationBody, aSession } from '../factories';
import { openTables, type TestDatabase } from '../support/database';
import { startMailSink, type MailSink } from '../support/mail-sink';
import { freePort, startServerProcess, type ServerProcess } from '../support/server-process';
import { createBootedDatabase, startStrapi } from '../support/strapi';

let database: TestDatabase;
let mails: MailSink;
let session: string;
let port: number;
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
  port = await freePort();
  server = startServerProcess({ database, smtpPort: mails.port, port });
  running.push(server);
  await server.untilReady();
};

/** A registration of which the server has the head, and half of the body. */
const startRegistering = async (email: string) => {
  const body = JSON.stringify(aRegistrationBody({ email }));
  const socket = net.connect(port, '127.0.0.1');
  const received: string[] = [];
  socket.on('data', (chunk) => received.push(String(chunk)));
  socket.on('error', () => undefined);
  const closed = once(socket, 'close');
  socket.write(
    [
      `POST /api/webinars/sessions/${session}/registrations HTTP/1.1`,
      'Host: 127.0.0.1',
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Expect: 100-continue',
      '\r\n',
    ].join('\r\n') + body.slice(0, 40)
  );
  // The server says so when it has begun with the request.
  while (!received.join('').includes('100 Continue')) await delay(10);
  return {
    finish: async () => {
      socket.write(body.slice(40));
      await closed;
      return received.join('').replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
    },
  };
};

const isRefused = () =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });

const untilRefused = async () => {
  const until = Date.now() + 10_000;
  while (!(await isRefused())) {
    if (Date.now() > until) throw new Error('the server still takes connections');
    await delay(20);
  }
};

describe('a server that is told to end', () => {
  it('answers what it has begun, lets nobody else in, and ends with 0', async () => {
    const resting = net.connect(port, '127.0.0.1');
    await once(resting, 'connect');
    const registering = await startRegistering('last@example.org');

    const toldAt = Date.now();
    const ended = server.end();
    await untilRefused();
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
    await startRegistering('never@example.org');
    const toldAt = Date.now();
    expect(await server.end()).toBe(0);
    expect(Date.now() - toldAt).toBeGreaterThan(9000);
    expect(Date.now() - toldAt).toBeLessThan(20_000);
  });
});
