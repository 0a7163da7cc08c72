import { registered } from './registering';
import type { Row, TestApp } from './strapi';
import { runJobsOfClock } from './waitlist';

/** Lets the clock stand at an instant, asks what is due, and works that off. */
export const passTo = async (app: TestApp, instant: string | Date): Promise<void> => {
  app.setClock(new Date(instant));
  await tick(app);
  await runJobsOfClock(app);
};

export const tick = (app: TestApp): Promise<void> =>
  app.strapi.plugin('webinars').service('jobs').runTicks();

/** Registers at an instant, and works off what that occasions. Answers the registration's documentId. */
export const registeredAt = async (
  app: TestApp,
  instant: string,
  { session, email, ...overrides }: { session: string; email: string } & Record<string, unknown>
): Promise<{ documentId: string; token: string }> => {
  app.setClock(new Date(instant));
  const { token, reference } = await registered(app, session, { email, ...overrides });
  await runJobsOfClock(app);
  const [row] = await app.rows('webinars_registrations', { reference });
  return { documentId: String(row?.document_id), token };
};

/** What a schedule had written to an address: kind and, of what did not go out, the reason. */
export const remindersTo = async (app: TestApp, email: string): Promise<string[]> => {
  const people = await app.rows('webinars_registrations', { email });
  const mails: Row[] = [];
  for (const { document_id: id } of people) {
    mails.push(...(await app.rows('webinars_mails', { registration_document_id: id })));
  }
  return mails
    .filter(({ kind }) => /^(reminder|follow-up|feedback)-/.test(String(kind)))
    .map(({ kind, state, reason }) => `${kind} ${state === 'sent' ? 'sent' : (reason ?? state)}`)
    .sort();
};

/** What is on record of a session's schedule: kind, minutes, and what became of it. */
export const runsOf = async (app: TestApp, session: string): Promise<string[]> => {
  const runs = await app.rows('webinars_message_runs', { session_document_id: session });
  return runs.map(
    ({ kind, offset_minutes: offset, state, reason, recipients }) =>
      `${kind} ${offset} ${state === 'done' ? recipients : (reason ?? state)}`
  );
};
