/** A mail as this slice hands it over. Names and subject are single lines. */
export type Mail = {
  from: { name: string; address: string };
  replyTo: string | null;
  to: { name: string; address: string };
  subject: string;
  html: string;
  text: string;
  calendar: MailCalendar | null;
  /** Of the other sessions that it tells of: a file each, for a mail program takes one event from a file (RFC 6047). */
  otherCalendars?: readonly MailCalendar[];
  /** Of mails that their recipient may do without: which they are, and how to turn them off. */
  list?: MailList;
};

export type MailCalendar = { method: 'REQUEST' | 'CANCEL'; content: string };

export type MailList = {
  /** As in a host name: letters, digits and hyphens. */
  label: string;
  /** For people. */
  name: string;
  /** Takes the single click of a mail program (RFC 8058). */
  unsubscribeUrl: string;
};

/** Resolves once the server has accepted the mail, and throws `MailFailure` otherwise. */
export type Mailer = {
  /**
   * @param options.idempotencyKey The mail's Message-ID. The same for every attempt: it is all that SMTP has for telling
   * a repetition from another mail.
   */
  send(mail: Mail, options: { idempotencyKey: string }): Promise<void>;
};

const NOTHING_CLOSER = { statusCode: null, isAboutRecipient: false };

/**
 * Why a mail was not accepted. `deferred`: the server asks to try later (4xx), or the line broke while it was being
 * handed over. `refused`: it will never take this mail (5xx). `unreachable`: nobody spoke about this mail at all.
 */
export class MailFailure extends Error {
  constructor(
    readonly kind: 'deferred' | 'refused' | 'unreachable',
    readonly responseCode: number | null,
    /** What the server says more closely, such as 5.1.1 (RFC 3463), to which of our commands. */
    readonly detail: { statusCode: string | null; isAboutRecipient: boolean } = NOTHING_CLOSER
  ) {
    super(responseCode === null ? `mail server ${kind}` : `mail ${kind} with ${responseCode}`);
    this.name = 'MailFailure';
  }
}
