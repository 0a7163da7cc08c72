import { COMMON_WORD, FILTERED_LIST, RARE_WORD, searchFor } from '../support/asked.mjs';
import { createDatabase } from '../support/databases.mjs';
import { benchEnvironment } from '../support/environment.mjs';
import { sendLoad } from '../support/load.mjs';
import { startServed } from '../support/rpc.mjs';
import { interleave, medianRatio, timesOf } from '../support/statistics.mjs';

const REBUILDS = 3;
const thousands = (count) => count.toLocaleString('en');

/**
 * A catalogue of many sessions beside a small one: how long visitors wait for lists and searches of a hundred times as
 * many, and operators for a rebuild of ten times as many.
 */
export const measureGrowing = async ({
  kind,
  postgresUrl,
  rounds,
  seconds,
  sessions,
  growth,
  say,
}) => {
  const small = await startProgramme({ kind, postgresUrl });
  const large = await startProgramme({ kind, postgresUrl });
  const [more, many] = [growth.rebuilt * sessions, growth.read * sessions];

  try {
    say(`creating two programmes of ${thousands(sessions)} sessions`);
    await Promise.all([small, large].map(({ call }) => call('createProgramme', { sessions })));

    say(`one of them grows to ${thousands(more)} sessions`);
    await large.call('multiplySessions', { sessions: more });
    await large.call('compareCopies');
    const rebuilding = await interleave(Math.min(rounds, REBUILDS), {
      reference: () => small.call('rebuild'),
      candidate: () => large.call('rebuild'),
    });

    say(`and to ${thousands(many)} sessions`);
    await large.call('multiplySessions', { sessions: many });
    const compare = async ({ path, what, floor }) => {
      say(what);
      const ask = (server) => askOf(server, path, seconds);
      await ask(small);
      await ask(large);
      const pairs = timesOf(
        await interleave(rounds, { reference: () => ask(small), candidate: () => ask(large) })
      );
      return {
        measure: `${what} of ${thousands(many)} sessions, 1 connection (time, p50)`,
        unit: 'ms',
        referenceName: `of ${thousands(sessions)}`,
        pairs,
        ratio: medianRatio(pairs),
        floor,
        remarks: [await totalsOf({ small, large, path })],
      };
    };

    return [
      await compare({
        path: FILTERED_LIST,
        what: 'A page with three filters',
        floor: { atMost: 2 },
      }),
      await compare({
        path: searchFor(COMMON_WORD),
        what: 'A search for a word that most have in common',
        floor: { atMost: 3 },
      }),
      await compare({
        path: searchFor(RARE_WORD),
        what: 'A search for a rare word',
        floor: { atMost: 3 },
      }),
      {
        measure: `The catalogue of ${thousands(more)} sessions in two languages, built anew (time)`,
        unit: 's',
        referenceName: `of ${thousands(sessions)}`,
        pairs: rebuilding,
        ratio: medianRatio(rebuilding),
        floor: { atMost: 13 },
        remarks: [],
      },
    ];
  } finally {
    await small.stop();
    await large.stop();
  }
};

const startProgramme = async ({ kind, postgresUrl }) => {
  const database = await createDatabase(kind, postgresUrl);
  const env = benchEnvironment({ database, smtpPort: 9 });
  const server = await startServed('host/server.mjs', { env });
  return {
    address: await server.call('address'),
    call: server.call,
    stop: async () => {
      await server.stop();
      await database.drop();
    },
  };
};

const askOf = ({ address }, path, seconds) =>
  sendLoad({ address, method: 'GET', connections: 1, makeRequest: () => ({ path }), seconds });

/** How many each finds: a search that finds nothing is no search. */
const totalsOf = async ({ small, large, path }) => {
  const totals = [];
  for (const { address } of [large, small]) {
    const answer = await fetch(`${address}${path}`);
    const { data, meta } = await answer.json();
    if (data.length === 0) throw new Error(`${path} finds nothing`);
    totals.push(thousands(meta.pagination.total));
  }
  return `Found: ${totals.join(' / ')}.`;
};
