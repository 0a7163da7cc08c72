/**
 * A mailbox for development, demonstrations and measurements: an SMTP server that keeps what it is given, a small web
 * page to read it, and a JSON API for programs.
 *
 *   node scripts/mailbox.mjs [--smtp-port 1025] [--web-port 8025] [--folder .tmp/mailbox]
 *
 *   GET    /api/messages?to=&subject=&limit=   newest first: id, receivedAt, from, to, subject, messageId, size
 *   GET    /api/messages/:id                   also text, html, headers, attachments
 *   GET    /api/messages/:id/raw | html | text | attachments/:index
 *   GET    /api/stats                          { received, kept, connections }
 *   DELETE /api/messages
 *
 * It listens on this machine only: mails hold personal links.
 */
import { mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, TextDecoder } from 'node:util';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import {
  HTML_VIEW_POLICY,
  PAGE_POLICY,
  renderPage,
  withLinksOpeningOutside,
} from './mailbox/page.mjs';

const HOST = '127.0.0.1';
const LARGEST_MAIL_BYTES = 25 * 1024 * 1024;
const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Starts the mailbox. Port 0 takes any free one.
 *
 * @param {{ smtpPort?: number, webPort?: number, folder?: string | null, keep?: number }} options `folder` keeps the
 *   mails over a restart; `keep` is the number of mails that are kept, the newest ones
 * @returns {Promise<{ smtpPort: number, webPort: number, messages(): Promise<object[]>, clear(): void,
 *   close(): Promise<void> }>} `messages` as the JSON API's list, with text, html, headers and attachments
 */
export const startMailbox = async ({
  smtpPort = 0,
  webPort = 0,
  folder = null,
  keep = 20_000,
} = {}) => {
  const store = createStore({ folder, keep });
  const smtp = createSmtpServer(store);
  const web = http.createServer((request, response) => {
    answer({ request, response, store }).catch((error) => {
      send(response, 500, 'text/plain; charset=utf-8', String(error));
    });
  });

  await listen(smtp.server, smtpPort);
  await listen(web, webPort);

  return {
    smtpPort: smtp.server.address().port,
    webPort: web.address().port,
    messages: () => Promise.all(store.list().map(({ id }) => store.details(id))),
    clear: store.clear,
    close: async () => {
      web.closeAllConnections();
      await Promise.all([
        new Promise((resolve) => web.close(resolve)),
        new Promise((resolve) => smtp.close(resolve)),
      ]);
    },
  };
};

const listen = (server, port) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });

const createSmtpServer = (store) => {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL_BYTES,
    logger: false,
    closeTimeout: 1_000,
    onAuth: (auth, _session, callback) => callback(null, { user: auth.username }),
    onConnect: (_session, callback) => {
      store.countConnection();
      callback();
    },
    onData: (stream, session, callback) => {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.once('error', callback);
      stream.once('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        store.add({
          raw: Buffer.concat(chunks),
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
        });
        callback();
      });
    },
  });
  // A client that hangs up half-way is its own affair.
  smtp.on('error', () => {});
  return smtp;
};

/** Mails are kept as they came and parsed when someone looks, so that taking them in costs next to nothing. */
const createStore = ({ folder, keep }) => {
  const mails = new Map();
  let received = 0;
  let connections = 0;

  const fileOf = (id) => path.join(folder, `${id}.json`);
  const remember = (mail) => {
    mails.set(mail.id, mail);
    for (const oldest of mails.keys()) {
      if (mails.size <= keep) break;
      mails.delete(oldest);
      if (folder) rmSync(fileOf(oldest), { force: true });
    }
  };

  if (folder) {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)
      .filter((entry) => entry.endsWith('.json'))
      .sort()) {
      const { raw, ...mail } = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
      remember({ ...mail, raw: Buffer.from(raw, 'base64') });
    }
  }

  const summary = ({ id, receivedAt, from, to, raw }) => {
    const headers = headersOf(raw);
    return {
      id,
      receivedAt,
      from: headers.from ?? from,
      to,
      subject: headers.subject ?? '',
      messageId: headers['message-id'] ?? null,
      size: raw.length,
    };
  };

  return {
    add: ({ raw, from, to }) => {
      received += 1;
      const receivedAt = new Date().toISOString();
      const id = `${receivedAt.replace(/\D/g, '')}-${String(received).padStart(6, '0')}`;
      const mail = { id, receivedAt, from, to, raw };
      remember(mail);
      if (folder)
        writeFileSync(fileOf(id), JSON.stringify({ ...mail, raw: raw.toString('base64') }));
    },
    countConnection: () => {
      connections += 1;
    },
    stats: () => ({ received, kept: mails.size, connections }),
    list: ({ to = '', subject = '', limit = Infinity } = {}) =>
      [...mails.values()]
        .reverse()
        .filter((mail) =>
          mail.to.some((address) => address.toLowerCase().includes(to.toLowerCase()))
        )
        .map(summary)
        .filter((mail) => mail.subject.toLowerCase().includes(subject.toLowerCase()))
        .slice(0, limit),
    raw: (id) => mails.get(id)?.raw ?? null,
    parsed: async (id) => (mails.has(id) ? simpleParser(mails.get(id).raw) : null),
    details: async (id) => {
      const mail = mails.get(id);
      if (!mail) return null;
      const parsed = await simpleParser(mail.raw);
      return {
        ...summary(mail),
        subject: parsed.subject ?? '',
        text: parsed.text ?? null,
        html: parsed.html || null,
        headers: parsed.headerLines.map(({ line }) => line),
        attachments: parsed.attachments.map(({ filename, contentType, size }, index) => ({
          index,
          filename: filename ?? contentType,
          contentType,
          size,
        })),
      };
    },
    clear: () => {
      if (folder) for (const id of mails.keys()) rmSync(fileOf(id), { force: true });
      mails.clear();
    },
  };
};

/** The first header of each name, unfolded, with encoded words decoded: enough for a list without parsing bodies. */
const headersOf = (raw) => {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.subarray(0, end === -1 ? raw.length : end).toString('utf8');
  const headers = {};
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    if (colon > 0 && headers[name] === undefined)
      headers[name] = decodeWords(line.slice(colon + 1).trim());
  }
  return headers;
};

const decodeWords = (value) =>
  value
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?([\w-]+)\?([BQ])\?([^?]*)\?=/gi, (_word, charset, encoding, data) => {
      const bytes =
        encoding.toUpperCase() === 'B'
          ? Buffer.from(data, 'base64')
          : Buffer.from(
              data
                .replace(/_/g, ' ')
                .replace(/=([0-9A-F]{2})/gi, (_hex, code) =>
                  String.fromCharCode(parseInt(code, 16))
                ),
              'latin1'
            );
      return new TextDecoder(charset).decode(bytes);
    });

const answer = async ({ request, response, store }) => {
  // A page elsewhere that points its own name at this machine must not read the mails.
  const hostname = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (!LOCAL_NAMES.includes(hostname))
    return send(response, 403, 'text/plain', 'Ask for localhost.');

  const url = new URL(request.url, `http://${HOST}`);
  const [area, kind, id, view, index] = url.pathname.split('/').slice(1);

  if (url.pathname === '/') {
    const selected = url.searchParams.get('id') ?? store.list({ limit: 1 })[0]?.id;
    const page = renderPage({
      list: store.list({ limit: 500 }),
      mail: selected ? await store.details(selected) : null,
      view: url.searchParams.get('view') ?? 'html',
      received: store.stats().received,
    });
    return send(response, 200, 'text/html; charset=utf-8', page, {
      'content-security-policy': PAGE_POLICY,
    });
  }
  if (area !== 'api') return send(response, 404, 'text/plain', 'Not found');
  if (kind === 'stats') return sendJson(response, store.stats());
  if (kind !== 'messages') return send(response, 404, 'text/plain', 'Not found');

  if (id === undefined) {
    if (request.method === 'DELETE') {
      store.clear();
      return send(response, 204, 'text/plain', '');
    }
    const { to, subject, limit } = Object.fromEntries(url.searchParams);
    return sendJson(
      response,
      store.list({ to, subject, limit: limit ? Number(limit) : undefined })
    );
  }

  const details = await store.details(id);
  if (!details) return send(response, 404, 'text/plain', 'Not found');
  switch (view) {
    case undefined:
      return sendJson(response, details);
    case 'raw':
      return send(response, 200, 'text/plain; charset=utf-8', store.raw(id));
    case 'text':
      return send(response, 200, 'text/plain; charset=utf-8', details.text ?? '');
    case 'html':
      return send(
        response,
        200,
        'text/html; charset=utf-8',
        withLinksOpeningOutside(details.html ?? ''),
        {
          'content-security-policy': HTML_VIEW_POLICY,
        }
      );
    case 'attachments': {
      const attachment = (await store.parsed(id)).attachments[Number(index)];
      if (!attachment) return send(response, 404, 'text/plain', 'Not found');
      return send(response, 200, attachment.contentType, attachment.content, {
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename ?? 'part')}`,
        'content-security-policy': "default-src 'none'; sandbox",
      });
    }
    default:
      return send(response, 404, 'text/plain', 'Not found');
  }
};

const send = (response, status, type, body, headers = {}) => {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...headers,
  });
  response.end(body);
};

const sendJson = (response, value) =>
  send(response, 200, 'application/json; charset=utf-8', `${JSON.stringify(value, null, 2)}\n`);

const runAsCommand = async () => {
  const { values } = parseArgs({
    options: {
      'smtp-port': { type: 'string', default: '1025' },
      'web-port': { type: 'string', default: '8025' },
      folder: { type: 'string' },
      keep: { type: 'string' },
    },
  });
  const mailbox = await startMailbox({
    smtpPort: Number(values['smtp-port']),
    webPort: Number(values['web-port']),
    folder: values.folder ?? null,
    ...(values.keep && { keep: Number(values.keep) }),
  });
  const { smtpPort, webPort } = mailbox;
  process.send?.({ smtpPort, webPort });
  console.log(`SMTP on ${HOST}:${smtpPort}, mails at http://localhost:${webPort}`);

  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    void mailbox.close().then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
  // Whoever started us is gone, however it went.
  if (process.send) process.once('disconnect', stop);
};

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await runAsCommand();
