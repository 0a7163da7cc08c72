import { registrationBody } from '../../plugins/webinars/shared/registration';
import { aRegistrationBody, aSession, inHours } from '../factories';
import type { Tables } from './invariants';
import type { MailSink } from './mail-sink';
import { tick } from './reminding';
import type { TestApp } from './strapi';

const DAY = 24 * 3_600_000;
const PAGE = 250;

export type RemindedCrowd = { session: string; addresses: string[] };

/** A session that begins in less than two hours, and people who registered a day ago: their reminder is due. */
export const aRemindedCrowd = async (app: TestApp, people: number): Promise<RemindedCrowd> => {
  const { registerMany } = app.strapi.plugin('webinars').service('registration');
  const { documentId: session } = await aSession(app.strapi, { datetime: inHours(1.7) });
  const bodies = Array.from({ length: people }, () => aRegistrationBody());
  const yesterday = new Date(Date.now() - DAY);
  for (let first = 0; first < people; first += PAGE) {
    const registrants = bodies
      .slice(first, first + PAGE)
      .map((body) => ({ body: registrationBody.parse(body), language: 'en' }));
    await registerMany(
      { session, registrants, actor: { kind: 'system' }, shouldNotify: false },
      { clock: { now: () => yesterday } }
    );
  }
  return { session, addresses: bodies.map(({ email }) => String(email)) };
};

/** Puts on record what is due; whoever works has it handed out. */
export const planReminders = tick;

/** Asserts that everybody was told, and the record says so; answers how many mails came twice, as the same message. */
export const expectEachReminded = async (
  tables: Tables,
  { session, addresses }: RemindedCrowd,
  received: MailSink['received']
): Promise<number> => {
  const messages = new Map<string, Set<string>>();
  for (const { to, messageId } of received) {
    for (const address of to) {
      messages.set(address, (messages.get(address) ?? new Set()).add(messageId));
    }
  }
  expect([...messages.keys()].sort()).toEqual([...addresses].sort());
  expect([...messages].filter(([, ids]) => ids.size > 1)).toEqual([]);

  const records = await tables.rows('webinars_mails', { session_document_id: session });
  const kinds = new Set(records.map(({ kind, state }) => `${kind} ${state}`));
  expect([...kinds]).toEqual(['reminder-last-chance sent']);
  expect(records).toHaveLength(addresses.length);
  const runs = await tables.rows('webinars_message_runs', { session_document_id: session });
  const done = runs.filter(({ state }) => state === 'done');
  expect(done.map(({ kind, recipients }) => [kind, Number(recipients)])).toEqual([
    ['reminder-last-chance', addresses.length],
  ]);
  return received.length - addresses.length;
};

/** Whether every mail to the crowd is on record as sent. */
export const areAllSent = async (
  tables: Tables,
  { session, addresses }: RemindedCrowd
): Promise<boolean> => {
  const sent = await tables.rows('webinars_mails', { session_document_id: session, state: 'sent' });
  return sent.length >= addresses.length;
};
