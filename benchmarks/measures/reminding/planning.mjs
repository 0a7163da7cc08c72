import { createDatabase } from '../../support/databases.mjs';
import { benchEnvironment } from '../../support/environment.mjs';
import { startServed } from '../../support/rpc.mjs';
import { interleave, medianRatio } from '../../support/statistics.mjs';

const SESSIONS = 100;
const TICKS = 60;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The first begins later than the last tick looks, and then one every so often: something is due again and again. */
const FIRST_IN_MS = 24 * HOUR;
const EVERY_MS = 37 * MINUTE;

/** An hour of looks at what is due, a minute apart, with many registrations for sessions to come beside few. */
export const measurePlanning = async ({ kind, postgresUrl, rounds, few, many, say }) => {
  const programme = (registrations) => startProgramme({ kind, postgresUrl, registrations });
  say(`${SESSIONS} sessions each, with ${few} and ${many} registrations`);
  const small = await programme(few);
  const large = await programme(many);
  try {
    await small.look();
    await large.look();
    const pairs = await interleave(rounds, { reference: small.look, candidate: large.look });
    const thousands = (count) => count.toLocaleString('en');
    return {
      measure: `The look at which reminders are due, ${thousands(many)} registrations for sessions to come (time)`,
      unit: 'ms',
      referenceName: `${thousands(few)} registrations`,
      pairs,
      ratio: medianRatio(pairs),
      floor: { atMost: 3 },
      remarks: [
        `${SESSIONS} sessions on both sides; the mean of ${TICKS} looks, a minute apart. Put on record in all: ${await large.planned()} / ${await small.planned()} messages.`,
      ],
    };
  } finally {
    await small.stop();
    await large.stop();
  }
};

const startProgramme = async ({ kind, postgresUrl, registrations }) => {
  const database = await createDatabase(kind, postgresUrl);
  const env = benchEnvironment({ database, smtpPort: 9 });
  const server = await startServed('host/server.mjs', { env });
  for (let index = 0; index < SESSIONS; index += 1) {
    const startsInMs = FIRST_IN_MS + index * EVERY_MS;
    const sessionId = await server.call('createSession', { capacity: null, startsInMs });
    await server.call('registerMany', { sessionId, count: 1, shouldNotify: false });
    await server.call('fillSeats', { sessionId, count: registrations / SESSIONS - 1 });
  }
  return {
    /** Milliseconds for a look. */
    look: () => server.call('planEachMinute', { minutes: TICKS }),
    planned: () => server.call('countRows', { table: 'webinars_message_runs' }),
    stop: async () => {
      await server.stop();
      await database.drop();
    },
  };
};
