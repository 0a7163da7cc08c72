import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { composedByNodemailer } from '../../mail/composed-by-nodemailer.mjs';
import { createDatabase } from '../../support/databases.mjs';
import { benchEnvironment, SMTP_CONNECTIONS } from '../../support/environment.mjs';
import { untilDrained } from '../../support/queue.mjs';
import { startServed } from '../../support/rpc.mjs';
import { interleave, medianRatio } from '../../support/statistics.mjs';
import { createRemindedSession, passAnHour } from './due-session.mjs';

const SAMPLES = 200;

/** Sent before the clock starts: connections open, templates are compiled, both sides get warm. */
const WARM_UP = 500;

/**
 * One session's reminders, from the look at what is due until the mail server has accepted the last one, against mails
 * that are rendered already. Each round starts both sides afresh.
 */
export const measureSending = async ({ kind, postgresUrl, counts, say }) => {
  const database = await createDatabase(kind, postgresUrl);
  const sink = await startServed('mail/sink.mjs');
  const smtpPort = await sink.call('port');
  const env = benchEnvironment({ database, smtpPort });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'webinars-bench-'));
  const mailsFile = path.join(folder, 'mails.json');
  const registrar = await startServed('host/server.mjs', { env });

  const timed = async (count, start) => {
    await sink.call('reset');
    const startedAt = performance.now();
    await Promise.all([start(), sink.call('waitFor', { count })]);
    return (count * 1000) / (performance.now() - startedAt);
  };

  const product = async (round) => {
    const count = counts[round];
    say(`round ${round + 1}: ${count} registrations, then their reminders`);
    await createRemindedSession(registrar, { count: WARM_UP });
    await createRemindedSession(registrar, { count, dueInHours: 2 });
    const server = await startServed('host/server.mjs', { env });
    try {
      await server.call('work');
      await passAnHour(server);
      await timed(WARM_UP, () => server.call('planReminders'));
      await untilDrained(server);
      await passAnHour(server);
      const rate = await timed(count, () => server.call('planReminders'));
      await untilDrained(server);
      const { accepted } = await sink.call('figures');
      if (accepted !== count) throw new Error(`${accepted} mails arrived instead of ${count}`);
      return rate;
    } finally {
      await server.stop();
    }
  };

  const reference = async (round) => {
    const settings = { port: smtpPort, connections: SMTP_CONNECTIONS, mailsFile };
    const sender = await startServed('mail/nodemailer-sender.mjs', {
      env: { ...process.env, NODE_ENV: 'production', BENCH_SENDER: JSON.stringify(settings) },
    });
    try {
      await timed(WARM_UP, () => sender.call('send', { count: WARM_UP }));
      return await timed(counts[round], () => sender.call('send', { count: counts[round] }));
    } finally {
      await sender.stop();
    }
  };

  try {
    say('rendering reminders for the reference');
    await createRemindedSession(registrar, { count: SAMPLES });
    writeFileSync(mailsFile, JSON.stringify(await renderedReminders(env)));
    const { accepted, bytes } = await sink.call('figures');

    const pairs = await interleave(counts.length, { reference, candidate: product });

    return {
      measure: 'Reminders of one session planned, rendered and delivered',
      unit: 'mails/s',
      referenceName: "the same mails, rendered beforehand, by nodemailer's pool",
      pairs,
      ratio: medianRatio(pairs),
      floor: { atLeast: 0.6 },
      remarks: [
        `The rounds send ${counts.map((count) => count.toLocaleString('en')).join(', ')} mails, after ${WARM_UP} others that are not counted.`,
        `${SMTP_CONNECTIONS} connections on both sides, without Nagle's delay on either; a mail has ${Math.round(bytes / accepted / 1024)} kB on the wire. The other encodes each text, as nodemailer does; the product hands it over encoded.`,
      ],
    };
  } finally {
    await registrar.stop();
    await sink.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What the provider was asked to send. In a process of its own, whose clock goes on by itself. */
const renderedReminders = async (env) => {
  const server = await startServed('host/server.mjs', { env });
  try {
    await passAnHour(server);
    await server.call('planReminders');
    const rendered = await server.call('renderedMails');
    if (rendered.length !== SAMPLES)
      throw new Error(`${rendered.length} of ${SAMPLES} reminders were rendered`);
    return await Promise.all(rendered.map(composedByNodemailer));
  } finally {
    await server.stop();
  }
};
