import { setTimeout as delay } from 'node:timers/promises';
import { startMailSink } from './mail-sink';
import { aRemindedCrowd, areAllSent, expectEachReminded, planReminders } from './reminded-crowd';
import { freePort, startServerProcess } from './server-process';
import { createBootedDatabase, startStrapi } from './strapi';

const LONGEST_LOOKS = 1200;
const LOOK_MS = 200;

/**
 * Has two servers remind a crowd from one database, each by a mail server of its own that takes so many milliseconds
 * for a mail. Answers how many each has sent; everybody was told once.
 */
export const shareReminders = async ({
  people,
  mailTakesMs,
}: {
  people: number;
  mailTakesMs: number;
}): Promise<number[]> => {
  const database = await createBootedDatabase(`${people} reminders of two`, 'postgres');
  const sinks = await Promise.all([1, 2].map(() => startMailSink({ keepsContents: false })));
  for (const sink of sinks) sink.behave({ slowness: mailTakesMs });
  const desk = await startStrapi({ database });
  const ports = await Promise.all(sinks.map(() => freePort()));
  const servers = sinks.map((sink, index) =>
    startServerProcess({ database, smtpPort: sink.port, port: ports[index] ?? 0 })
  );
  try {
    const crowd = await aRemindedCrowd(desk, people);
    await Promise.all(servers.map((server) => server.untilReady()));
    await planReminders(desk);
    for (let looks = 0; !(await areAllSent(desk, crowd)); looks += 1) {
      if (looks > LONGEST_LOOKS) throw new Error('the reminders do not go out');
      await delay(LOOK_MS);
    }
    const received = sinks.flatMap((sink) => sink.received);
    expect(await expectEachReminded(desk, crowd, received)).toBe(0);
    return sinks.map((sink) => sink.received.length);
  } finally {
    await Promise.all(servers.map((server) => server.kill()));
    await desk.stop();
    await Promise.all(sinks.map((sink) => sink.stop()));
    await database.drop();
  }
};
