import { Counter, type Registry } from 'prom-client';

const RESULTS = ['sent', 'refused', 'put_off', 'skipped'] as const;

export type MailMeter = (result: (typeof RESULTS)[number]) => void;

export const createMailMeter = (registry: Registry): MailMeter => {
  const mails = new Counter({
    name: 'webinars_mails_total',
    help: 'Attempts to send a mail, by their result',
    labelNames: ['result'],
    registers: [registry],
  });
  for (const result of RESULTS) mails.inc({ result }, 0);
  return (result) => mails.inc({ result });
};
