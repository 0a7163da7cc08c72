/** @jest-environment ./tests/support/zone-environment.js */
import { setTimeout as delay } from 'node:timers/promises';
import { aSession, type Document } from '../factories';
import { documentsOf } from '../factories/content';
import { signIn } from '../support/accounts';
import type { TestDatabase } from '../support/database';
import { createEditor } from '../support/editor';
import { startMailSink, type MailSink } from '../support/mail-sink';
import { freePort, startServerProcess, type ServerProcess } from '../support/server-process';
import { createBootedDatabase, startStrapi, type TestApp } from '../support/strapi';

let database: TestDatabase;
let mails: MailSink;
/** Both keep answers. */
let servers: ServerProcess[];
/** Beside both, like a command. */
let desk: TestApp;
let session: Document;

beforeAll(async () => {
  database = await createBootedDatabase('kept answers of two', 'postgres');
  mails = await startMailSink();
  desk = await startStrapi({ database });
  session = await aSession(desk.strapi);
  servers = await Promise.all([1, 2].map(start));
  await Promise.all(servers.map((server) => server.untilReady()));
}, 180_000);

const start = async () =>
  startServerProcess({
    database,
    smtpPort: mails.port,
    port: await freePort(),
    env: { WEBINARS_ANSWER_CACHE: 'on' },
  });

afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill()));
  await desk.stop();
  await mails.stop();
  await database.drop();
});

const durationsAt = () =>
  Promise.all(
    servers.map(async ({ baseUrl }) => {
      const answer = await fetch(`${baseUrl}/api/webinars/sessions/${session.documentId}`);
      const { data }: { data: { duration: number } } = await answer.json();
      return data.duration;
    })
  );

it('both answer from memory', async () => {
  expect(await durationsAt()).toEqual([60, 60]);
  // Behind everybody's back: whoever asked the database would find nothing.
  await desk.strapi.db.getConnection('webinars_catalog_facts').delete();
  expect(await durationsAt()).toEqual([60, 60]);
});

it('what an editor saves at one is shown by that one at once, and by the other within a second', async () => {
  const [first] = servers;
  if (first === undefined) throw new Error('no server');
  const editor = createEditor(await signIn(first.baseUrl));
  for (const duration of [70, 80, 90]) {
    await durationsAt();
    const { status } = await editor.updateSession(session.documentId, { duration });
    expect(status).toBe(200);
    expect((await durationsAt())[0]).toBe(duration);
    await delay(1000);
    expect(await durationsAt()).toEqual([duration, duration]);
  }
});

it('what a command changes beside them is shown by both within a second', async () => {
  await durationsAt();
  await documentsOf(desk.strapi, 'plugin::webinars.session').update({
    documentId: session.documentId,
    data: { duration: 45 },
  });
  await delay(1000);
  expect(await durationsAt()).toEqual([45, 45]);
});
