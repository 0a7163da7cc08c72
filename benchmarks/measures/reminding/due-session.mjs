const HOUR = 3_600_000;

/** The last reminder goes out so long before the start. */
const LAST_CHANCE_MS = 2 * HOUR;
const MOMENT = 60_000;

/**
 * A session whose last reminder is due when so many more hours have passed, with so many people who registered before
 * that. They hear nothing else.
 */
export const createRemindedSession = async (server, { count, dueInHours = 1 }) => {
  const startsInMs = LAST_CHANCE_MS + dueInHours * HOUR;
  const sessionId = await server.call('createSession', { capacity: null, startsInMs });
  await server.call('registerMany', { sessionId, count, shouldNotify: false });
  return sessionId;
};

/** Lets an hour pass, and a moment more: what was due in one is so now. */
export const passAnHour = (server) => server.call('letPass', { ms: HOUR + MOMENT });
