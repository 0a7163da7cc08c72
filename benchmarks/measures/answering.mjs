import { FILTERED_LIST, PAGE_SIZE } from '../support/asked.mjs';
import { createDatabase } from '../support/databases.mjs';
import { benchEnvironment } from '../support/environment.mjs';
import { sendLoad } from '../support/load.mjs';
import { startServed } from '../support/rpc.mjs';
import { interleave, medianRatio, ratesOf } from '../support/statistics.mjs';

const PATH = FILTERED_LIST;

/** Code that runs thousands of times a second is compiled by and by: the first seconds say little. */
const WARM_SECONDS = 8;

/** What the server says of a connection is for Node to say. */
const OF_CONNECTION = ['connection', 'keep-alive', 'date', 'transfer-encoding'];

/** A page of the programme with three filters that everybody asks for: against a bare server that sends the same bytes. */
export const measureAnswering = async ({ kind, postgresUrl, rounds, seconds, sessions, say }) => {
  const database = await createDatabase(kind, postgresUrl);
  const env = benchEnvironment({ database, smtpPort: 9 });
  const server = await startServed('host/server.mjs', {
    env: { ...env, WEBINARS_ANSWER_CACHE: 'on' },
  });
  const bare = await startServed('reference/bare-http.mjs');

  try {
    const address = await server.call('address');
    say(`creating a programme of ${sessions} sessions`);
    await server.call('createProgramme', { sessions });
    const answer = await fetch(`${address}${PATH}`, { headers: { 'accept-encoding': 'identity' } });
    const text = await answer.text();
    if (JSON.parse(text).data.length !== PAGE_SIZE) throw new Error('the page is not full');
    const headers = Object.fromEntries(
      [...answer.headers].filter(([name]) => !OF_CONNECTION.includes(name))
    );
    const bareAddress = await bare.call('listen', { text, headers });

    const get = (from, forSeconds = seconds) =>
      sendLoad({
        address: from,
        method: 'GET',
        makeRequest: () => ({ path: PATH }),
        seconds: forSeconds,
      });
    say('the page that everybody asks for');
    await get(address, WARM_SECONDS);
    await get(bareAddress, WARM_SECONDS);
    const pairs = ratesOf(
      await interleave(rounds, {
        reference: () => get(bareAddress),
        candidate: () => get(address),
      })
    );
    return [
      {
        measure: `The same page with three filters again and again, ${Math.round(Buffer.byteLength(text) / 1024)} kB, with ready answers kept`,
        unit: 'req/s',
        referenceName: "Node's bare `http` server with the same bytes and headers",
        pairs,
        ratio: medianRatio(pairs),
        floor: { atLeast: 0.25 },
        remarks: [],
      },
    ];
  } finally {
    await server.stop();
    await bare.stop();
    await database.drop();
  }
};
