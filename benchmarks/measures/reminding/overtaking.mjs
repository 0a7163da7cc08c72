import { setTimeout as pause } from 'node:timers/promises';
import { createDatabase } from '../../support/databases.mjs';
import { benchEnvironment } from '../../support/environment.mjs';
import { untilDrained } from '../../support/queue.mjs';
import { aRegistrant } from '../../support/registrant.mjs';
import { registrationsOf } from '../../support/registering-bench.mjs';
import { startServed } from '../../support/rpc.mjs';
import { interleave, medianRatio, quantile } from '../../support/statistics.mjs';
import { createRemindedSession, passAnHour } from './due-session.mjs';

/** Somebody registers so often, whether or not those before have their mails. */
const EVERY_MS = 200;
const IDLE_SECONDS = 20;
const FEWEST = 20;
const WARM_UP = 500;
const DAY = 86_400_000;

/** How long people wait for their confirmation while a crowd is reminded, and while nothing else happens. */
export const measureOvertaking = async ({ kind, postgresUrl, count, rounds, say }) => {
  const database = await createDatabase(kind, postgresUrl);
  const sink = await startServed('mail/sink.mjs');
  const env = benchEnvironment({ database, smtpPort: await sink.call('port') });
  const server = await startServed('host/server.mjs', { env });
  const many = count.toLocaleString('en');

  try {
    const address = await server.call('address');
    const sessionId = await server.call('createSession', { capacity: null, startsInMs: 30 * DAY });
    const url = `${address}${registrationsOf(sessionId)}`;
    await server.call('work');

    /** How long each waits of those who register until something has happened. */
    const waitsUntil = async (happened) => {
      let isOver = false;
      const ended = happened.then(() => {
        isOver = true;
      });
      const waiting = [];
      while (!isOver) {
        waiting.push(waitOf({ sink, url }));
        await pause(EVERY_MS);
      }
      await ended;
      return Promise.all(waiting);
    };
    const remind = async (people) => {
      await createRemindedSession(server, { count: people });
      await sink.call('reset');
      await passAnHour(server);
      await server.call('planReminders');
      const waits = await waitsUntil(sink.call('waitFor', { count: people }));
      await untilDrained(server);
      return waits;
    };

    const idle = async () => quantile(await waitsUntil(pause(IDLE_SECONDS * 1000)), 0.95);
    const numbers = [];
    const beside = async (round) => {
      say(`round ${round + 1}: ${count} registrations, then their reminders`);
      const waits = await remind(count);
      if (waits.length < FEWEST)
        throw new Error(`only ${waits.length} people registered meanwhile`);
      numbers.push(waits.length);
      return quantile(waits, 0.95);
    };

    say('warming up');
    await remind(WARM_UP);

    const pairs = await interleave(rounds, { reference: idle, candidate: beside });
    return {
      measure: `From the registration until its mail is accepted, while ${many} reminders go out (time, p95)`,
      unit: 'ms',
      referenceName: 'while nothing else goes out',
      pairs,
      ratio: medianRatio(pairs),
      floor: { atMost: 3, orAtMost: { amount: 500, unit: 'ms' } },
      remarks: [
        `Somebody registers every ${EVERY_MS} ms: ${numbers.join(', ')} people beside the reminders.`,
      ],
    };
  } finally {
    await server.stop();
    await sink.stop();
    await database.drop();
  }
};

/** Milliseconds from the request until the mail server has the confirmation. */
const waitOf = async ({ sink, url }) => {
  const body = aRegistrant();
  await sink.call('watch', { address: body.email });
  const askedAt = performance.timeOrigin + performance.now();
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 201)
    throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
  return (await sink.call('acceptance', { address: body.email })) - askedAt;
};
