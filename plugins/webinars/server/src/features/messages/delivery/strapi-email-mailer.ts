import { quotedPrintable } from '../../../platform/quoted-printable';
import { MailFailure, type Mail, type MailCalendar, type MailList, type Mailer } from './mailer';

/** Strapi's email plugin, as far as it is used here: its provider is given what nodemailer would be. */
export type EmailService = { send(options: Record<string, unknown>): Promise<unknown> };

export const strapiEmailMailer = (
  email: EmailService,
  /** Other providers hand texts to somebody's API, which encodes them itself. */
  { isNodemailer }: { isNodemailer: boolean }
): Mailer => ({
  async send(mail, { idempotencyKey }) {
    const message = toMessage(mail, idempotencyKey);
    try {
      await email.send(isNodemailer ? { ...message, ...encodedTexts(mail) } : message);
    } catch (error) {
      throw toFailure(error);
    }
  },
});

const toMessage = (mail: Mail, messageId: string) => ({
  from: literalName(mail.from),
  ...(mail.replyTo !== null && { replyTo: mail.replyTo }),
  to: literalName(mail.to),
  subject: literal(mail.subject),
  html: mail.html,
  text: mail.text,
  messageId,
  headers: HEADERS,
  ...(mail.list !== undefined && listHeaders(mail.list, mail.from.address)),
  ...(mail.calendar !== null && {
    icalEvent: {
      method: mail.calendar.method,
      filename: 'webinar.ics',
      content: mail.calendar.content,
    },
  }),
  ...(mail.otherCalendars !== undefined && { attachments: mail.otherCalendars.map(toAttachment) }),
});

/** Parts that nodemailer passes on as they are. */
const encodedTexts = ({ html, text }: Mail) => ({
  html: encodedPart('text/html', html),
  text: encodedPart('text/plain', text),
});

const encodedPart = (type: string, text: string) => ({
  raw: [
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(text),
  ].join('\r\n'),
});

/** nodemailer knows one event of a mail; the others lie beside it as the type that mail programs look for. */
const toAttachment = ({ method, content }: MailCalendar, index: number) => ({
  filename: `webinar-${index + 2}.ics`,
  contentType: `text/calendar; charset=utf-8; method=${method}`,
  content,
});

/** No out-of-office note answers this: RFC 3834 for most, the other one for Exchange. */
const HEADERS = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'OOF, AutoReply',
};

/**
 * RFC 2369, 2919, 8058: mail programs show a way out, and use it without a page. `Precedence: bulk` is left out: it
 * was never a standard, and what it stops is stopped by the headers above.
 */
const listHeaders = ({ label, name, unsubscribeUrl }: MailList, from: string) => ({
  headers: { ...HEADERS, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  list: {
    unsubscribe: unsubscribeUrl,
    id: { url: `${label}.${from.split('@').at(-1)}`, comment: literal(name) },
  },
});

/**
 * RFC 2047: where a name is spelled like an encoded word, readers decode it and show something else. nodemailer leaves
 * it as it is, because it is ASCII.
 */
const literal = (text: string) => text.replace(/=\?/g, '= ?');

const literalName = ({ name, address }: Mail['to']) => ({ name: literal(name), address });

/** What nodemailer tells of a failure (`lib/smtp-connection`): the server's code, and the command that it answered. */
type SmtpError = { responseCode?: unknown; response?: unknown; command?: unknown; code?: unknown };

/** Commands that speak of one mail; a 5xx to any other (greeting, login) is about the server's settings. */
const ABOUT_THE_MAIL = /^(MAIL FROM|RCPT TO|DATA)/;

const toFailure = (error: unknown): unknown => {
  const { responseCode, response, command, code } = (error ?? {}) as SmtpError;
  // Neither the server nor the network: a mistake of ours.
  if (typeof code !== 'string') return error;
  if (typeof responseCode !== 'number') {
    if (OURS_TO_BLAME.includes(code)) return new MailFailure('refused', null);
    return new MailFailure(isBrokenLine(error) ? 'deferred' : 'unreachable', null);
  }
  if (responseCode < 500) return new MailFailure('deferred', responseCode);
  const isAboutTheMail = typeof command === 'string' && ABOUT_THE_MAIL.test(command);
  return new MailFailure(isAboutTheMail ? 'refused' : 'unreachable', responseCode, {
    statusCode: statusCodeIn(response),
    isAboutRecipient: typeof command === 'string' && /^(RCPT TO|DATA)/.test(command),
  });
};

/** RFC 2034: `550 5.1.1 No such user`. */
const statusCodeIn = (response: unknown): string | null =>
  typeof response === 'string'
    ? (/^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? null)
    : null;

/**
 * The line broke, or fell silent, after the server had spoken: it may have taken the mail, so that every further try
 * may be a second copy. Those count and grow rarer; waiting for a server that is away costs nothing.
 */
const isBrokenLine = (error: unknown) => {
  const { code, message, syscall } = error as Record<'code' | 'message' | 'syscall', unknown>;
  const isReset = code === 'ESOCKET' && (syscall === 'read' || syscall === 'write');
  return isReset || code === 'ECONNECTION' || (code === 'ETIMEDOUT' && message === 'Timeout');
};

/** What nodemailer finds without asking the server: an address that is none, a mail over the announced size. */
const OURS_TO_BLAME = ['EENVELOPE', 'EMESSAGE'];
