import type { ReminderModel } from './reminder-model';
import type { Row, TestApp } from './strapi';

/** What is on record, and what the mail server got, against what the model says. */
export const compareWithModel = async (app: TestApp, rules: ReminderModel) => {
  const rows = (await app.rows('webinars_mails')).filter(({ kind }) =>
    /^(reminder|follow-up|feedback)-/.test(String(kind))
  );
  const expected = [...rules.told].map(([key, told]) =>
    told.how === 'merged'
      ? `${key} merged`
      : `${key} sent ${new Date(told.at).toISOString()} ${told.language}`
  );
  const seen = rows.flatMap(seenOf);
  const [isExpected, isSeen] = [new Set(expected), new Set(seen)];
  const unexpected = seen.filter((line) => !isExpected.has(line)).sort();
  const missing = expected.filter((line) => !isSeen.has(line)).sort();
  expect({ missing: missing.slice(0, 20), unexpected: unexpected.slice(0, 20) }).toEqual({
    missing: [],
    unexpected: [],
  });
  const sent = rows.filter(({ state }) => state === 'sent').map(({ message_id: id }) => String(id));
  const delivered = new Map<string, number>();
  for (const { messageId } of app.mails.received) {
    delivered.set(messageId, (delivered.get(messageId) ?? 0) + 1);
  }
  expect(sent.filter((id) => delivered.get(id) !== 1)).toEqual([]);
  return {
    seats: rules.seats.size,
    mails: sent.length,
    merged: expected.length - sent.length,
    delivered: app.mails.received.length,
  };
};

/** Of what was left out, only what another mail says has anything to say here. */
const seenOf = ({ mail_key: jobKey, state, reason, sent_at: sentAt, locale }: Row): string[] => {
  const [kind, seat, ...rest] = String(jobKey).split(':');
  const minutes = rest.at(-1);
  const start = rest.slice(0, -1).join(':');
  const key = `${seat} ${kind} ${start} ${minutes}`;
  if (state === 'sent') {
    const at = new Date(sentAt as string | number | Date).toISOString();
    return [`${key} sent ${at} ${locale}`];
  }
  if (reason === 'merged') return [`${key} merged`];
  return state === 'skipped' ? [] : [`${key} ${state} ${reason}`];
};
