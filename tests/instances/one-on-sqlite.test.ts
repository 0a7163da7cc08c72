import type { Knex } from 'knex';
import { aSession } from '../factories';
import type { TestDatabase } from '../support/database';
import { createHttpClient } from '../support/http';
import { startMailSink, type MailSink } from '../support/mail-sink';
import { expectRefusal, register, registered } from '../support/registering';
import { freePort, startServerProcess, type ServerProcess } from '../support/server-process';
import { startRegistering, untilRefused } from '../support/slow-registering';
import { createBootedDatabase, startStrapi, type TestApp } from '../support/strapi';

let database: TestDatabase;
let mails: MailSink;
/** The one that serves the file. */
let server: ServerProcess;
const running: ServerProcess[] = [];

beforeAll(async () => {
  database = await createBootedDatabase('one process', 'sqlite');
  mails = await startMailSink();
  server = await start();
  await server.untilReady();
}, 120_000);

afterAll(async () => {
  for (const each of running) await each.kill();
  await mails.stop();
  await database.drop();
});

const start = async (env: Record<string, string> = {}) => {
  const started = startServerProcess({
    database,
    smtpPort: mails.port,
    port: await freePort(),
    env,
  });
  running.push(started);
  return started;
};

const get = (path: string) => createHttpClient(server.baseUrl).get(`/api/webinars${path}`);

it('a second process on the same file is refused with a sentence, and the first goes on', async () => {
  // It would work no jobs off; serving is enough to be one too many.
  const second = await start({ WEBINARS_JOBS: 'off' });

  expect(await second.ended()).not.toBe(0);
  expect(second.output()).toMatch(/another process serves .*data\.db already\. Stop that one/);
  expect((await get('/health')).status).toBe(200);
}, 120_000);

it('a program beside the server reads and writes, as commands do, and sees it end in peace', async () => {
  const command = await startStrapi({ database });
  try {
    const { documentId } = await aSession(command.strapi);
    expect((await get(`/sessions/${documentId}`)).status).toBe(200);
    await expectNoWriterBetween(command, documentId);
    await expectBusyBehindAnother(command, documentId);
    // It works no jobs off: the server does.
    await registered(command, documentId, { email: 'ada@example.org' });
    await mails.waitFor(1);
    expect(mails.received).toMatchObject([{ to: ['ada@example.org'] }]);

    const last = { session: documentId, email: 'last@example.org' };
    const registering = await startRegistering(server.baseUrl, last);
    const ended = server.end();
    await untilRefused(server.baseUrl);
    expect(await registering.finish()).toMatch(/^HTTP\/1\.1 201 /);
    expect(await ended).toBe(0);
    expect(await command.rows('webinars_registrations', { email: last.email })).toHaveLength(1);
  } finally {
    await command.stop();
  }
}, 120_000);

/** Whoever has read and writes then is turned away by SQLite once somebody else has written in between. */
const expectNoWriterBetween = async ({ strapi }: TestApp, documentId: string) => {
  const another = database.connect();
  await another.raw('PRAGMA busy_timeout = 0');
  const write = (connection: Knex) =>
    connection('webinars_sessions').where({ document_id: documentId }).increment('view_count');
  try {
    await strapi.db.transaction(async ({ trx }) => {
      await trx('webinars_sessions').where({ document_id: documentId });
      await expect(write(another)).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
      await write(trx);
    });
    expect(await write(another)).toBe(1);
  } finally {
    await another.destroy();
  }
};

/** What cannot even begin is refused with the reason, as what cannot go on is. */
const expectBusyBehindAnother = async (command: TestApp, documentId: string) => {
  const { connection } = command.strapi.db;
  const server = database.connect();
  try {
    await server.transaction(async (trx) => {
      await trx('webinars_sessions').where({ document_id: documentId }).increment('view_count');
      await connection.raw('PRAGMA busy_timeout = 0');
      expectRefusal(await register(command, documentId), 503, 'busy');
    });
  } finally {
    await connection.raw('PRAGMA busy_timeout = 5000');
    await server.destroy();
  }
};
