import { BY_HAND_PATH } from '../host/by-hand-route.mjs';
import { PLAIN_PATH } from '../host/plain-content-type.mjs';
import { createDatabase } from '../support/databases.mjs';
import { benchEnvironment } from '../support/environment.mjs';
import { acceptedPerSecond } from '../support/load.mjs';
import { aRegistrant } from '../support/registrant.mjs';
import { startServed } from '../support/rpc.mjs';
import { interleave, median, medianRatio } from '../support/statistics.mjs';

/** Never full: every request is accepted. */
const MANY = 1_000_000;
const CROWD = 50_000;

/** Registrations over HTTP: against the statements by hand, against Strapi's own route, and with a crowd already in. */
export const measureRegistering = async ({ kind, postgresUrl, rounds, seconds, say }) => {
  const database = await createDatabase(kind, postgresUrl);
  const env = benchEnvironment({ database, smtpPort: 9 });
  const server = await startServed('host/server.mjs', { env: { ...env, BENCH_ROUTES: 'on' } });
  const driver = await startServed('reference/bare-driver.mjs', {
    env: { ...process.env, BENCH_DATABASE: JSON.stringify(database) },
  });

  try {
    const address = await server.call('address');
    const newSession = () => server.call('createSession', { capacity: MANY });
    const post = (path, { makeBody = aRegistrant, forSeconds = seconds } = {}) =>
      acceptedPerSecond({ url: `${address}${path}`, makeBody, seconds: forSeconds });

    const product = async (sessionId, options) =>
      post(`/api/webinars/sessions/${sessionId}/registrations`, options);
    const byHand = async (sessionId, options) => post(`${BY_HAND_PATH}/${sessionId}`, options);
    const plain = (options) =>
      post(PLAIN_PATH, { ...options, makeBody: () => ({ data: aRegistrant() }) });
    const bareDriver = async () =>
      driver.call('registrationsPerSecond', { sessionId: await newSession(), seconds });

    say('warming up');
    const warmUp = { forSeconds: Math.max(1, seconds / 2) };
    await product(await newSession(), warmUp);
    await byHand(await newSession(), warmUp);
    await plain(warmUp);
    const statements = await compareStatements({ server, address, newSession });

    say('registrations against the same statements by hand');
    const againstByHand = await interleave(rounds, {
      reference: async () => byHand(await newSession()),
      candidate: async () => product(await newSession()),
    });

    say('the driver alone');
    const bare = [];
    for (let round = 0; round < rounds; round += 1) bare.push(await bareDriver());

    say('registrations against the content API of a plain type');
    const againstPlain = await interleave(rounds, {
      reference: () => plain(),
      candidate: async () => product(await newSession()),
    });

    say(`registrations with ${CROWD} seats taken`);
    const crowded = await newSession();
    await server.call('registerMany', { sessionId: crowded, count: 1 });
    await server.call('fillSeats', { sessionId: crowded, count: CROWD });
    await product(crowded, warmUp);
    const againstEmpty = await interleave(rounds, {
      reference: async () => product(await newSession()),
      candidate: () => product(crowded),
    });
    const timeRatios = againstEmpty.map(({ reference, candidate }) => reference / candidate);

    return [
      {
        measure: 'Accepted registrations, one hot session, jobs enqueued',
        unit: 'req/s',
        referenceName: 'a bare route of the same Strapi, the same statements by hand',
        pairs: againstByHand,
        ratio: medianRatio(againstByHand),
        floor: { atLeast: 0.7 },
        remarks: [
          `Statements of one registration (with BEGIN and COMMIT): ${statements.product} in the product, ${statements.byHand} by hand.`,
          `The driver alone, in its own process: ${Math.round(median(bare))} registrations/s (rounds: ${bare.map(Math.round).join(', ')}).`,
        ],
      },
      {
        measure: 'The same',
        unit: 'req/s',
        referenceName: "Strapi's own `POST` of a plain content type with the same fields",
        pairs: againstPlain,
        ratio: medianRatio(againstPlain),
        floor: { atLeast: 1.5 },
        remarks: [],
      },
      {
        measure: `Registration with ${CROWD.toLocaleString('en')} seats taken (time)`,
        unit: 'req/s',
        referenceName: 'with 0 taken',
        pairs: againstEmpty,
        ratio: median(timeRatios),
        floor: { atMost: 1.5 },
        remarks: [],
      },
    ];
  } finally {
    await driver.stop();
    await server.stop();
    await database.drop();
  }
};

/** The comparison is fair only as long as both sides run the same statements: they are recorded, not believed. */
const compareStatements = async ({ server, address, newSession }) => {
  const record = async (pathOf) => {
    const url = `${address}${pathOf(await newSession())}`;
    await server.call('recordStatements');
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(aRegistrant()),
    });
    const statements = (await server.call('recordedStatements')).map(shapeOf);
    if (answer.status !== 201)
      throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
    return statements;
  };
  const product = await record((id) => `/api/webinars/sessions/${id}/registrations`);
  const byHand = await record((id) => `${BY_HAND_PATH}/${id}`);
  if (product.join('\n') !== byHand.join('\n')) {
    throw new Error(
      `The reference no longer runs what the product runs:\n${product.join('\n')}\n\nby hand:\n${byHand.join('\n')}`
    );
  }
  return { product: product.length, byHand: byHand.length };
};

/** Verb and first table. */
const shapeOf = (sql) => {
  const verb = /^[\s(]*(\w+)/.exec(sql)?.[1].toLowerCase() ?? sql;
  const table = /(?:from|into|update)\s+(?:["`]?\w+["`]?\.)?["`]?(\w+)/i.exec(sql)?.[1] ?? '';
  return `${verb === 'with' ? 'insert' : verb} ${table}`.trim();
};
