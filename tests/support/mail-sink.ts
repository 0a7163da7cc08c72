import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail that the sink accepted: it answered 250, or would have, had the sender lived to hear it. */
export type ReceivedMail = {
  from: string;
  to: string[];
  messageId: string;
  connection: string;
  raw: Buffer;
};

/** 451: try later. 550: never. `close`: the line breaks after the mail is in, before the answer. */
export type MailFailure = 451 | 550 | 'close';

export type MailSink = {
  port: number;
  received: readonly ReceivedMail[];
  /** How often a mail was handed over, refused ones included. */
  attempts(): number;
  openConnections(): number;
  /** What arrived, parsed; only what went to `address` if one is given. */
  messages(address?: string): Promise<ParsedMail[]>;
  /** Resolves once so many mails have arrived. */
  waitFor(count: number, options?: { timeoutMs?: number }): Promise<void>;
  failNext(times: number, failure: MailFailure): void;
  /** From now on, asks of each mail whether it fails, and answers it so many milliseconds later. */
  behave(behaviour: {
    failureOf?: (recipient: string) => MailFailure | null;
    /** Answers the recipient's name with this sentence, such as `550 5.1.1 no such mailbox`. */
    refusalOf?: (recipient: string) => string | null;
    slowness?: number;
  }): void;
  /** Nobody listens any more; lines that are open break. */
  goAway(): Promise<void>;
  /** Listens again, on the same port. */
  comeBack(): Promise<void>;
  /** Runs once, while the next mail to `address` waits for its answer. */
  beforeAnswer(address: string, work: () => Promise<unknown>): void;
  clear(): void;
  stop(): Promise<void>;
};

/**
 * A real SMTP server on loopback that keeps what it is given, or of each mail its headers only: tens of thousands of
 * mails fill the memory.
 */
export const startMailSink = async ({ keepsContents = true } = {}): Promise<MailSink> => {
  const received: ReceivedMail[] = [];
  const failures: MailFailure[] = [];
  const waiting = new Map<string, () => Promise<unknown>>();
  let attempts = 0;
  let behaviour: Parameters<MailSink['behave']>[0] = {};

  const open = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 100,
      onRcptTo: ({ address }, _session, callback) => {
        const sentence = behaviour.refusalOf?.(address) ?? null;
        if (sentence === null) return callback();
        attempts += 1;
        callback(
          Object.assign(new Error(sentence.slice(4)), {
            responseCode: Number(sentence.slice(0, 3)),
          })
        );
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', async () => {
          attempts += 1;
          const recipient = session.envelope.rcptTo[0]?.address ?? '';
          const failure = failures.shift() ?? behaviour.failureOf?.(recipient) ?? null;
          if (behaviour.slowness !== undefined) await delay(behaviour.slowness);
          if (failure === 451 || failure === 550) return callback(refusal(failure, recipient));
          const whole = Buffer.concat(chunks);
          const raw = keepsContents
            ? whole
            : Buffer.from(whole.subarray(0, whole.indexOf(EMPTY_LINE)));
          received.push({
            from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
            to: session.envelope.rcptTo.map(({ address }) => address),
            messageId: /^message-id:\s*(<[^>]+>)/im.exec(raw.toString('latin1'))?.[1] ?? '',
            connection: session.id,
            raw,
          });
          for (const { address } of session.envelope.rcptTo) {
            const work = waiting.get(address);
            waiting.delete(address);
            await work?.();
          }
          if (failure === 'close') return breakLine(server, session.id);
          callback(null, 'accepted');
        });
      },
    });
  const listen = async (port: number) => {
    server = open();
    // A sender that is killed resets its connections.
    server.on('error', () => undefined);
    server.listen(port, '127.0.0.1', () => undefined);
    await once(server.server, 'listening');
  };
  let server = open();
  await listen(0);
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));

  return {
    port,
    received,
    attempts: () => attempts,
    openConnections: () => server.connections.size,
    messages: (address) =>
      Promise.all(
        received
          .filter(({ to }) => address === undefined || to.includes(address))
          .map(({ raw }) => simpleParser(raw))
      ),
    waitFor: async (count, { timeoutMs = 30_000 } = {}) => {
      const until = Date.now() + timeoutMs;
      while (received.length < count) {
        if (Date.now() > until) {
          throw new Error(`${received.length} of ${count} mails arrived within ${timeoutMs} ms`);
        }
        await delay(20);
      }
    },
    failNext: (times, failure) => {
      failures.push(...Array<MailFailure>(times).fill(failure));
    },
    behave: (now) => {
      behaviour = now;
    },
    goAway: async () => {
      const closed = close();
      for (const connection of server.connections) connection._socket.destroy();
      await closed;
    },
    comeBack: () => listen(port),
    beforeAnswer: (address, work) => {
      waiting.set(address, work);
    },
    clear: () => {
      received.length = 0;
      failures.length = 0;
      behaviour = {};
      attempts = 0;
    },
    stop: close,
  };
};

const EMPTY_LINE = '\r\n\r\n';

/** Mail servers quote whom they do not know. */
const refusal = (code: 451 | 550, recipient: string) =>
  Object.assign(new Error(code === 451 ? 'try again later' : `no such mailbox: <${recipient}>`), {
    responseCode: code,
  });

const breakLine = (server: SMTPServer, connectionId: string) => {
  for (const connection of server.connections) {
    if (connection.id === connectionId) connection._socket.destroy();
  }
};
