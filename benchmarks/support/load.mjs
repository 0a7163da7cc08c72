import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';

const CONNECTIONS = 10;
const SETTLE_MS = 300;

/**
 * Posts bodies over ten kept connections for some seconds.
 *
 * @param {() => object} makeBody called for each request
 * @returns {Promise<number>} accepted requests per second
 * @throws when anything else than `expected` is answered: a rate of refusals would mean nothing
 */
export const acceptedPerSecond = async ({ url, makeBody, seconds, expected = 201 }) => {
  const { origin, pathname } = new URL(url);
  const run = autocannon({
    url: origin,
    connections: CONNECTIONS,
    duration: seconds + 60,
    requests: [
      {
        method: 'POST',
        path: pathname,
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: JSON.stringify(makeBody()) }),
      },
    ],
  });

  let accepted = 0;
  const others = new Map();
  run.on('response', (_client, status) => {
    if (status === expected) accepted += 1;
    else others.set(status, (others.get(status) ?? 0) + 1);
  });
  run.on('reqError', (error) => others.set(error.message, 1));

  const startedAt = performance.now();
  const rate = await new Promise((resolve) => {
    setTimeout(() => {
      resolve((accepted * 1000) / (performance.now() - startedAt));
      run.stop();
    }, seconds * 1000);
  });
  await new Promise((resolve) => run.once('done', resolve));
  // What was on its way when the time was up must not burden whoever is measured next.
  await pause(SETTLE_MS);
  if (others.size > 0) {
    throw new Error(
      `${pathname} answered ${[...others].map(([what, n]) => `${n} × ${what}`).join(', ')}`
    );
  }
  return rate;
};
