import { createServer, type AddressInfo, type Server } from 'node:net';
import nodemailerProvider from '@strapi/provider-email-nodemailer';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { MailFailure, type Mail } from './mailer';
import { strapiEmailMailer } from './strapi-email-mailer';

const KEY = '<0123456789abcdef@example.org>';

const aMail = (overrides: Partial<Mail> = {}): Mail => ({
  from: { name: 'Northlight, Webinars', address: 'webinars@example.org' },
  replyTo: 'help@example.org',
  to: { name: 'Zoë "Z" Müller', address: 'zoe@example.org' },
  subject: 'Schön, dass Sie dabei sind: Öl & Gas',
  html: '<p>Hello</p>',
  text: 'Hello',
  calendar: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
  ...overrides,
});

const closing: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Strapi's own provider, talking to a real SMTP server. */
const mailerTo = (port: number) => {
  const provider = nodemailerProvider.init(
    { host: '127.0.0.1', port, secure: false, pool: true, maxConnections: 1 } as object,
    { defaultFrom: 'default@example.org', defaultReplyTo: 'default@example.org' }
  );
  closing.push(() => provider.close());
  return strapiEmailMailer(
    { send: (options) => provider.send(options as never) },
    { isNodemailer: true }
  );
};

const startServer = async (options: SMTPServerOptions = {}) => {
  const received: Buffer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push(Buffer.concat(chunks));
        done();
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise<void>((resolve) => server.close(resolve)));
  return { port: (server.server.address() as AddressInfo).port, received };
};

const refusing = (responseCode: number) => Object.assign(new Error('no'), { responseCode });

it('delivers the texts as they are, however long their lines are', async () => {
  const { port, received } = await startServer();
  const html = `<p title="=3D">Grüße, 東京 ${'&amp; more '.repeat(30)}</p>\n.\n<p>end </p>`;
  const text = `Grüße, 東京 ${'and more '.repeat(30)}\n.\n=3D end`;
  await mailerTo(port).send(aMail({ html, text }), { idempotencyKey: KEY });

  const mail = await simpleParser(received[0] ?? '');
  expect(mail.html).toBe(html);
  expect(mail.text).toBe(text);
  const lines = String(received[0]).split('\r\n');
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(78);
});

it('leaves the encoding to providers that are not nodemailer', async () => {
  const sent: unknown[] = [];
  const send = async (options: unknown) => sent.push(options);
  await strapiEmailMailer({ send }, { isNodemailer: false }).send(aMail(), { idempotencyKey: KEY });

  expect(sent).toMatchObject([{ html: '<p>Hello</p>', text: 'Hello' }]);
});

it('delivers everything that a mail consists of', async () => {
  const { port, received } = await startServer();
  await mailerTo(port).send(aMail(), { idempotencyKey: KEY });

  const mail = await simpleParser(received[0] ?? '');
  expect(mail).toMatchObject({
    messageId: KEY,
    subject: 'Schön, dass Sie dabei sind: Öl & Gas',
    text: expect.stringContaining('Hello'),
  });
  expect(mail.from?.value).toEqual([
    { name: 'Northlight, Webinars', address: 'webinars@example.org' },
  ]);
  expect(mail.replyTo?.value[0]?.address).toBe('help@example.org');
  expect(mail.headers.get('to')).toMatchObject({
    value: [{ name: 'Zoë "Z" Müller', address: 'zoe@example.org' }],
  });
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  const raw = String(received[0]);
  expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/m);
  expect(raw).toMatch(/^Content-Disposition: attachment; filename=webinar\.ics/m);
});

const failureOf = (sending: Promise<void>) =>
  sending.then(
    () => null,
    (error: unknown) => error
  );

it.each([
  [451, 'deferred'],
  [550, 'refused'],
] as const)('tells %i to the recipient as %s', async (code, kind) => {
  const { port } = await startServer({
    onRcptTo: (_address, _session, done) => done(refusing(code)),
  });
  const failure = await failureOf(mailerTo(port).send(aMail(), { idempotencyKey: KEY }));
  expect(failure).toBeInstanceOf(MailFailure);
  expect(failure).toMatchObject({ kind, responseCode: code });
});

it('tells a refusal of the content as one', async () => {
  const { port } = await startServer({
    onData: (stream, _session, done) => {
      stream.on('end', () => done(refusing(554)));
      stream.resume();
    },
  });
  const failure = await failureOf(mailerTo(port).send(aMail(), { idempotencyKey: KEY }));
  expect(failure).toMatchObject({ kind: 'refused', responseCode: 554 });
});

it('does not blame the mail for a server that turns this sender away', async () => {
  const { port } = await startServer({ onConnect: (_session, done) => done(refusing(554)) });
  const failure = await failureOf(mailerTo(port).send(aMail(), { idempotencyKey: KEY }));
  expect(failure).toMatchObject({ kind: 'unreachable', responseCode: 554 });
});

it('knows a server that is not there', async () => {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const failure = await failureOf(mailerTo(port).send(aMail(), { idempotencyKey: KEY }));
  expect(failure).toMatchObject({ kind: 'unreachable', responseCode: null });
});

it.each(['destroy', 'resetAndDestroy'] as const)(
  'counts a line that breaks while the mail is handed over (%s): the server may have taken it',
  async (breakLine) => {
    const server: Server = createServer((socket) => {
      let isReceiving = false;
      socket.write('220 here\r\n');
      socket.on('data', (chunk) => {
        if (isReceiving) return socket[breakLine]();
        isReceiving = String(chunk).startsWith('DATA');
        return socket.write(isReceiving ? '354 go on\r\n' : '250 fine\r\n');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const { port } = server.address() as AddressInfo;
    const failure = await failureOf(mailerTo(port).send(aMail(), { idempotencyKey: KEY }));
    expect(failure).toMatchObject({ kind: 'deferred', responseCode: null });
  }
);

it('gives an address up that no server is asked about', async () => {
  const { port } = await startServer();
  const nobody = aMail({ to: { name: '', address: '' } });
  const failure = await failureOf(mailerTo(port).send(nobody, { idempotencyKey: KEY }));
  expect(failure).toMatchObject({ kind: 'refused', responseCode: null });
});

it('says no address in what it throws', async () => {
  const { port } = await startServer({
    onRcptTo: ({ address }, _session, done) =>
      done(Object.assign(new Error(`no mailbox ${address}`), { responseCode: 550 })),
  });
  const failure = await failureOf(mailerTo(port).send(aMail(), { idempotencyKey: KEY }));
  expect(String(failure)).toBe('MailFailure: mail refused with 550');
});

describe('a mail that one may do without', () => {
  const list = {
    label: 'reminders.webinars',
    name: 'Northlight\u2003Öl & Gas',
    unsubscribeUrl: `https://cms.example.org/api/webinars/unsubscribe/${'a'.repeat(76)}?category=reminders`,
  };

  it('says so to mail programs, with a way out that needs no page', async () => {
    const { port, received } = await startServer();
    await mailerTo(port).send(aMail({ list }), { idempotencyKey: KEY });
    const headers = (await simpleParser(received[0] ?? '')).headerLines.map(({ line }) =>
      line.replace(/\r?\n\s+/g, ' ')
    );
    expect(headers).toContain(`List-Unsubscribe: <${list.unsubscribeUrl}>`);
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(headers).toContain('Auto-Submitted: auto-generated');
    expect(headers.find((line) => /^List-Id:/i.test(line))).toMatch(
      /<reminders\.webinars\.example\.org>$/
    );
    expect(headers.filter((line) => /^precedence:/i.test(line))).toEqual([]);
  });

  it('adds no header that somebody has smuggled in', async () => {
    const { port, received } = await startServer();
    const smuggled = { ...list, name: 'Webinars\r\nBcc: eve@example.org\r\nX-Evil: 1' };
    await mailerTo(port).send(aMail({ list: smuggled, replyTo: 'a@example.org\r\nX-Evil: 2' }), {
      idempotencyKey: KEY,
    });
    const { headerLines } = await simpleParser(received[0] ?? '');
    expect(headerLines.map(({ key }) => key)).not.toContain('bcc');
    expect(headerLines.map(({ key }) => key)).not.toContain('x-evil');
  });

  it('is not what one has to get', async () => {
    const { port, received } = await startServer();
    await mailerTo(port).send(aMail(), { idempotencyKey: KEY });
    const { headerLines } = await simpleParser(received[0] ?? '');
    expect(headerLines.filter(({ key }) => key.startsWith('list-'))).toEqual([]);
  });
});

describe('a refusal of the server', () => {
  it.each([
    ['550 5.1.1 no such user', { statusCode: '5.1.1', isAboutRecipient: true }],
    ['550 no such user', { statusCode: null, isAboutRecipient: true }],
  ])('is told closely: %s', async (sentence, detail) => {
    const { port } = await startServer({
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error(sentence.slice(4)), { responseCode: 550 })),
    });
    await expect(mailerTo(port).send(aMail(), { idempotencyKey: KEY })).rejects.toMatchObject({
      kind: 'refused',
      responseCode: 550,
      detail,
    });
  });
});
