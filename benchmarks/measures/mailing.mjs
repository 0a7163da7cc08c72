import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { composedByNodemailer } from '../mail/composed-by-nodemailer.mjs';
import { createDatabase } from '../support/databases.mjs';
import { benchEnvironment, SMTP_CONNECTIONS } from '../support/environment.mjs';
import { untilDrained } from '../support/queue.mjs';
import { startServed } from '../support/rpc.mjs';
import { interleave, medianRatio } from '../support/statistics.mjs';

const SAMPLES = 200;

/** Sent before the clock starts: connections open, templates are compiled, both sides get warm. */
const WARM_UP = 500;
const IDLE_MS = 3000;
const MEGABYTE = 1024 * 1024;

/**
 * Confirmations from the queue to the mail server, against mails that are rendered already. Each round starts both
 * sides afresh. `mails` says how many each round sends; memory is that of the first round.
 */
export const measureMailing = async ({ kind, postgresUrl, mails, say }) => {
  const database = await createDatabase(kind, postgresUrl);
  const sink = await startServed('mail/sink.mjs');
  const smtpPort = await sink.call('port');
  const env = benchEnvironment({ database, smtpPort });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'webinars-bench-'));
  const mailsFile = path.join(folder, 'mails.json');
  const registrar = await startServed('host/server.mjs', { env });
  const memory = [];

  /** Mails per second, from the end of the warm-up until the mail server has accepted the last one. */
  const timed = async (count, start) => {
    await sink.call('reset');
    const started = start();
    await sink.call('waitFor', { count: WARM_UP });
    const startedAt = performance.now();
    await Promise.all([started, sink.call('waitFor', { count })]);
    return ((count - WARM_UP) * 1000) / (performance.now() - startedAt);
  };

  const product = async (round) => {
    const count = mails[round];
    say(`round ${round + 1}: ${count} registrations, then their confirmations`);
    const sessionId = await registrar.call('createSession', { capacity: null });
    await registrar.call('registerMany', { sessionId, count });
    const server = await startServed('host/server.mjs', { env });
    try {
      await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
      const idle = await server.call('memory');
      const rate = await timed(count, () => server.call('work'));
      memory.push({ idle, peak: await server.call('peakMemory') });
      await untilDrained(server);
      const { accepted } = await sink.call('figures');
      if (accepted !== count) throw new Error(`${accepted} mails arrived instead of ${count}`);
      return rate;
    } finally {
      await server.stop();
    }
  };

  const reference = async (round) => {
    const count = mails[round];
    const settings = { port: smtpPort, connections: SMTP_CONNECTIONS, mailsFile };
    const sender = await startServed('mail/nodemailer-sender.mjs', {
      env: { ...process.env, NODE_ENV: 'production', BENCH_SENDER: JSON.stringify(settings) },
    });
    try {
      return await timed(count, () => sender.call('send', { count }));
    } finally {
      await sender.stop();
    }
  };

  try {
    say('rendering the mails for the reference');
    const sampleSession = await registrar.call('createSession', { capacity: null });
    await registrar.call('registerMany', { sessionId: sampleSession, count: SAMPLES });
    const asked = await registrar.call('renderedMails');
    const rendered = await Promise.all(asked.map(composedByNodemailer));
    if (rendered.length !== SAMPLES)
      throw new Error(`${rendered.length} of ${SAMPLES} mails were rendered`);
    if (!rendered.every(hasInvitation))
      throw new Error('a confirmation came without its calendar entry');
    writeFileSync(mailsFile, JSON.stringify(rendered));
    const { accepted, bytes } = await sink.call('figures');

    const pairs = await interleave(mails.length, { reference, candidate: product });
    const [long] = memory;
    const megabytes = (value) => `${Math.round(value / MEGABYTE)} MB`;

    return [
      {
        measure: 'Confirmations rendered with .ics and delivered',
        unit: 'mails/s',
        referenceName: "the same mails, rendered beforehand, by nodemailer's pool",
        pairs,
        ratio: medianRatio(pairs),
        floor: { atLeast: 0.5 },
        remarks: [
          `The rounds send ${mails.map((count) => count.toLocaleString('en')).join(', ')} mails; the first ${WARM_UP} of each are not counted.`,
          `${SMTP_CONNECTIONS} connections on both sides, without Nagle's delay on either; a mail has ${Math.round(bytes / accepted / 1024)} kB on the wire. The other encodes each text, as nodemailer does; the product hands it over encoded.`,
        ],
      },
      {
        measure: `Memory during ${mails[0].toLocaleString('en')} confirmations (RSS)`,
        unit: 'MB',
        referenceName: 'idle after boot',
        pairs: [{ reference: long.idle / MEGABYTE, candidate: long.peak / MEGABYTE }],
        growthMegabytes: (long.peak - long.idle) / MEGABYTE,
        floor: { growthMegabytes: 200 },
        remarks: [
          `Heap limit as in npm start. Every round: ${memory.map(({ idle, peak }) => `${megabytes(idle)} → ${megabytes(peak)}`).join(', ')}.`,
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

const hasInvitation = ({ icalEvent, attachments, alternatives }) =>
  JSON.stringify([icalEvent, attachments, alternatives]).includes('BEGIN:VCALENDAR');
