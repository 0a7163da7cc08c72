/**
 * The reference: mails that are rendered already, composed and sent by nodemailer's pool, and nothing else. The
 * version is the one inside Strapi's provider, the settings are those of `config/plugins.ts`.
 */
import './without-nagle.mjs';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/support/paths.mjs';
import { serve } from '../support/rpc.mjs';

const fromRoot = createRequire(inRoot('package.json'));
const fromProvider = createRequire(fromRoot.resolve('@strapi/provider-email-nodemailer'));
const nodemailer = fromProvider('nodemailer');

const { port, connections, mailsFile } = JSON.parse(process.env.BENCH_SENDER);
const mails = JSON.parse(readFileSync(mailsFile, 'utf8'));
const transport = nodemailer.createTransport({
  host: '127.0.0.1',
  port,
  secure: false,
  pool: true,
  maxConnections: connections,
  maxMessages: 500,
});

let sent = 0;

serve({
  send: async ({ count }) => {
    const last = sent + count;
    const sendNext = async () => {
      while (sent < last) {
        const mail = mails[sent % mails.length];
        sent += 1;
        await transport.sendMail({ ...mail, messageId: `<${sent}.${process.pid}@example.org>` });
      }
    };
    // Two mails for each connection: one on its way, one composed meanwhile.
    await Promise.all(Array.from({ length: connections * 2 }, sendNext));
  },
  stop: async () => transport.close(),
});
