import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';
import { median } from './statistics.mjs';

const CONNECTIONS = 10;
const SETTLE_MS = 300;

/**
 * Sends requests over kept connections for some seconds.
 *
 * @param {{ address: string, makeRequest: () => { path: string, headers?: object, body?: object },
 *   seconds: number, connections?: number, method?: string, expected?: number }} load
 *   `makeRequest` is called for each request
 * @returns {Promise<{ rate: number, p50: number }>} answers per second, and the median of their times in ms
 * @throws when anything else than `expected` is answered: a rate of refusals would mean nothing
 */
export const sendLoad = async ({
  address,
  makeRequest,
  seconds,
  connections = CONNECTIONS,
  method = 'POST',
  expected = method === 'POST' ? 201 : 200,
}) => {
  const run = autocannon({
    url: address,
    connections,
    duration: seconds + 60,
    requests: [{ method, setupRequest: (request) => ({ ...request, ...written(makeRequest()) }) }],
  });

  const times = [];
  const others = new Map();
  run.on('response', (_client, status, _bytes, milliseconds) => {
    if (status === expected) times.push(milliseconds);
    else others.set(status, (others.get(status) ?? 0) + 1);
  });
  run.on('reqError', (error) => others.set(error.message, 1));

  const startedAt = performance.now();
  const rate = await new Promise((resolve) => {
    setTimeout(() => {
      resolve((times.length * 1000) / (performance.now() - startedAt));
      run.stop();
    }, seconds * 1000);
  });
  await new Promise((resolve) => run.once('done', resolve));
  // What was on its way when the time was up must not burden whoever is measured next.
  await pause(Math.max(SETTLE_MS, 2 * median(times)));
  if (others.size > 0) {
    throw new Error(
      `${makeRequest().path} answered ${[...others].map(([what, n]) => `${n} × ${what}`).join(', ')}`
    );
  }
  return { rate, p50: median(times) };
};

const written = ({ path, headers, body }) => ({
  path,
  headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
  ...(body && { body: JSON.stringify(body) }),
});
