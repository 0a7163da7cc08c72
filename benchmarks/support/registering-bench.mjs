import { BY_HAND_PATH } from '../host/by-hand-route.mjs';
import { compareStatements } from './compare-statements.mjs';
import { createDatabase } from './databases.mjs';
import { benchEnvironment } from './environment.mjs';
import { sendLoad } from './load.mjs';
import { aRegistrant } from './registrant.mjs';
import { startServed } from './rpc.mjs';

/** Never full: every request is accepted. */
const MANY = 1_000_000;

/**
 * One empty database, the application on it with the routes to compare it with, and the driver alone; both sides warm
 * and known to run the same statements.
 */
export const startRegisteringBench = async ({ kind, postgresUrl, seconds, say }) => {
  const database = await createDatabase(kind, postgresUrl);
  const env = benchEnvironment({ database, smtpPort: 9 });
  const server = await startServed('host/server.mjs', { env: { ...env, BENCH_ROUTES: 'on' } });
  const driver = await startServed('reference/bare-driver.mjs', {
    env: { ...process.env, BENCH_DATABASE: JSON.stringify(database) },
  });
  const stop = async () => {
    await driver.stop();
    await server.stop();
    await database.drop();
  };

  const address = await server.call('address');
  const newSession = () => server.call('createSession', { capacity: MANY });
  const post = (makeRequest, options) => sendLoad({ address, seconds, makeRequest, ...options });

  /** Loads on each side. `session` is the one that all want, or says which one the next wants. */
  const side = (pathOf) => (session, options) =>
    post(
      () => ({
        path: pathOf(typeof session === 'function' ? session() : session),
        body: aRegistrant(),
      }),
      options
    );
  const product = side(registrationsOf);
  const byHand = side((sessionId) => `${BY_HAND_PATH}/${sessionId}`);
  const bareDriver = async ({ rounds, together }) => {
    const rates = [];
    for (let round = 0; round < rounds; round += 1) {
      const sessionId = await newSession();
      rates.push(await driver.call('registrationsPerSecond', { sessionId, seconds, together }));
    }
    return rates;
  };

  try {
    say('warming up');
    const warmUp = { seconds: Math.max(1, seconds / 2) };
    await product(await newSession(), warmUp);
    await byHand(await newSession(), warmUp);
    const statements = await compareStatements({ server, address, newSession });
    return { server, newSession, post, product, byHand, bareDriver, warmUp, statements, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

export const registrationsOf = (sessionId) => `/api/webinars/sessions/${sessionId}/registrations`;
