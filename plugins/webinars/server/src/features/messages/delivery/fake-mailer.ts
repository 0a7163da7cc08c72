import type { Mail, MailFailure, Mailer } from './mailer';

export type FakeMailer = Mailer & {
  /** What was accepted, in order, repetitions included. */
  readonly sent: { mail: Mail; idempotencyKey: string }[];
  /** The next mails fail, one with each of these. */
  failNext(...failures: MailFailure[]): void;
};

/** Accepts everything, or fails as told. */
export const fakeMailer = (): FakeMailer => {
  const sent: FakeMailer['sent'] = [];
  const failures: MailFailure[] = [];
  return {
    sent,
    failNext: (...next) => {
      failures.push(...next);
    },
    async send(mail, { idempotencyKey }) {
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
      sent.push({ mail, idempotencyKey });
    },
  };
};
