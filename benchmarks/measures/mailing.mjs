import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createDatabase } from '../support/databases.mjs';
import { benchEnvironment, SMTP_CONNECTIONS } from '../support/environment.mjs';
import { startServed } from '../support/rpc.mjs';
import { interleave, median, medianRatio } from '../support/statistics.mjs';

const SAMPLES = 200;
const IDLE_MS = 3000;
const MEGABYTE = 1024 * 1024;

/**
 * Confirmations from the queue to the mail server, against mails that are rendered already. Each round starts both
 * sides afresh: their memory is that of one run.
 */
export const measureMailing = async ({ kind, postgresUrl, rounds, mails, say }) => {
  const database = await createDatabase(kind, postgresUrl);
  const sink = await startServed('mail/sink.mjs');
  const smtpPort = await sink.call('port');
  const env = benchEnvironment({ database, smtpPort });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'webinars-bench-'));
  const mailsFile = path.join(folder, 'mails.json');
  const registrar = await startServed('host/server.mjs', { env });
  const memory = [];

  /** Mails per second, from the starting shot until the server has accepted the last one. */
  const timed = async (start) => {
    await sink.call('reset');
    const startedAt = performance.now();
    await Promise.all([start(), sink.call('waitFor', { count: mails })]);
    return (mails * 1000) / (performance.now() - startedAt);
  };

  const product = async (round) => {
    say(`round ${round + 1}: ${mails} registrations, then their confirmations`);
    const sessionId = await registrar.call('createSession', { capacity: null });
    await registrar.call('registerMany', { sessionId, count: mails });
    const server = await startServed('host/server.mjs', { env });
    try {
      await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
      const idle = await server.call('memory');
      const rate = await timed(() => server.call('work'));
      memory.push({ idle, peak: await server.call('peakMemory') });
      await drained(server);
      const { accepted } = await sink.call('figures');
      if (accepted !== mails) throw new Error(`${accepted} mails arrived instead of ${mails}`);
      return rate;
    } finally {
      await server.stop();
    }
  };

  const reference = async () => {
    const settings = { port: smtpPort, connections: SMTP_CONNECTIONS, mailsFile };
    const sender = await startServed('mail/nodemailer-sender.mjs', {
      env: { ...process.env, NODE_ENV: 'production', BENCH_SENDER: JSON.stringify(settings) },
    });
    try {
      return await timed(() => sender.call('send', { count: mails }));
    } finally {
      await sender.stop();
    }
  };

  try {
    say('rendering the mails for the reference');
    const sampleSession = await registrar.call('createSession', { capacity: null });
    await registrar.call('registerMany', { sessionId: sampleSession, count: SAMPLES });
    const rendered = (await registrar.call('renderedMails')).map(toMessage);
    if (rendered.length !== SAMPLES)
      throw new Error(`${rendered.length} of ${SAMPLES} mails were rendered`);
    if (!rendered.every(hasInvitation))
      throw new Error('a confirmation came without its calendar entry');
    writeFileSync(mailsFile, JSON.stringify(rendered));
    const { accepted, bytes } = await sink.call('figures');

    const pairs = await interleave(rounds, { reference, candidate: product });
    const growth = memory.map(({ idle, peak }) => (peak - idle) / MEGABYTE);
    const megabytes = (value) => `${Math.round(value / MEGABYTE)} MB`;

    return [
      {
        measure: `${mails.toLocaleString('en')} confirmations rendered with .ics and delivered`,
        unit: 'mails/s',
        referenceName: "the same mails, rendered beforehand, by nodemailer's pool",
        pairs,
        ratio: medianRatio(pairs),
        floor: { atLeast: 0.5 },
        remarks: [
          `${SMTP_CONNECTIONS} connections on both sides; a mail has ${Math.round(bytes / accepted / 1024)} kB on the wire.`,
        ],
      },
      {
        measure: `Memory during the ${mails.toLocaleString('en')} (RSS)`,
        unit: 'MB',
        referenceName: 'idle after boot',
        pairs: memory.map(({ idle, peak }) => ({
          reference: idle / MEGABYTE,
          candidate: peak / MEGABYTE,
        })),
        growthMegabytes: median(growth),
        floor: { growthMegabytes: 200 },
        remarks: [
          `Idle → peak in each round: ${memory.map(({ idle, peak }) => `${megabytes(idle)} → ${megabytes(peak)}`).join(', ')}.`,
        ],
      },
    ];
  } finally {
    await registrar.stop();
    await sink.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The last mail is out; its job may still be on the way to `done`. */
const drained = async (server) => {
  for (;;) {
    const { waiting, running, dead } = await server.call('jobCounts');
    if (dead > 0) throw new Error(`${dead} jobs died`);
    if (waiting + running === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** What Strapi's provider makes of its options. The sender gives each sending a Message-ID of its own. */
const toMessage = (options) => ({ ...options, disableFileAccess: true, disableUrlAccess: true });

const hasInvitation = ({ icalEvent, attachments, alternatives }) =>
  JSON.stringify([icalEvent, attachments, alternatives]).includes('BEGIN:VCALENDAR');
