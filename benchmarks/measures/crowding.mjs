import { randomUUID } from 'node:crypto';
import { aRegistrant } from '../support/registrant.mjs';
import { registrationsOf, startRegisteringBench } from '../support/registering-bench.mjs';
import { interleave, median, medianRatio, ratesOf, timesOf } from '../support/statistics.mjs';

const CROWD = { connections: 50 };
const ALONE = { connections: 1 };

const BY_HAND =
  'a bare route of the same Strapi, the same statements by hand, one registration a transaction';

/** What becomes of registrations when many come at once, when nobody else comes, and when one comes again. */
export const measureCrowding = async (options) => {
  const { rounds, say, sessions: many } = options;
  const bench = await startRegisteringBench(options);
  const { newSession, product, byHand, warmUp, statements } = bench;
  const repeats = createRepeats(bench);

  try {
    say('a crowd at one session');
    await product(await newSession(), { ...CROWD, ...warmUp });
    await byHand(await newSession(), { ...CROWD, ...warmUp });
    const crowd = ratesOf(
      await interleave(rounds, {
        reference: async () => byHand(await newSession(), CROWD),
        candidate: async () => product(await newSession(), CROWD),
      })
    );
    say('the driver alone, one and fifty registrations a transaction');
    const bare = await bench.bareDriver({ rounds });
    const bareTogether = await bench.bareDriver({ rounds, together: CROWD.connections });

    say('one after the other');
    const alone = timesOf(
      await interleave(rounds, {
        reference: async () => byHand(await newSession(), ALONE),
        candidate: async () => product(await newSession(), ALONE),
      })
    );

    say(`creating ${many} sessions`);
    const sessionIds = [];
    while (sessionIds.length < many) sessionIds.push(await newSession());
    say(`registrations spread over ${many} sessions`);
    const anyOf = inTurns(sessionIds);
    await product(anyOf, { ...CROWD, ...warmUp });
    await byHand(anyOf, { ...CROWD, ...warmUp });
    const spread = ratesOf(
      await interleave(rounds, {
        reference: () => byHand(anyOf, CROWD),
        candidate: () => product(anyOf, CROWD),
      })
    );

    say('registrations that come again');
    await repeats.first(await newSession(), warmUp);
    await repeats.again(warmUp);
    const repeated = timesOf(
      await interleave(rounds, {
        reference: async () => repeats.first(await newSession()),
        candidate: () => repeats.again(),
      })
    );

    return [
      {
        measure: 'Accepted registrations, one hot session, 50 connections',
        unit: 'req/s',
        referenceName: `${BY_HAND}, ten at a time`,
        pairs: crowd,
        ratio: medianRatio(crowd),
        floor: { atLeast: options.kind === 'postgres' ? 2 : 1.5 },
        remarks: [
          `Statements of one registration that comes alone (with BEGIN and COMMIT): ${statements.product} in the product, ${statements.byHand} by hand.`,
          ...(options.kind === 'postgres' ? [PREPARED] : []),
          `The driver alone, in its own process: ${described(bare)}; with ${CROWD.connections} registrations a transaction: ${described(bareTogether)}.`,
        ],
      },
      {
        measure: 'The same, 1 connection (time, p50)',
        unit: 'ms',
        referenceName: BY_HAND,
        pairs: alone,
        ratio: medianRatio(alone),
        floor: { atMost: 1.5 },
        remarks: [],
      },
      {
        measure: `Registrations spread over ${many.toLocaleString('en')} sessions, 50 connections`,
        unit: 'req/s',
        referenceName: `${BY_HAND}, over the same sessions, ten at a time`,
        pairs: spread,
        ratio: medianRatio(spread),
        floor: { atLeast: 0.8 },
        remarks: [],
      },
      {
        measure:
          'A registration that comes again with its Idempotency-Key, 1 connection (time, p50)',
        unit: 'ms',
        referenceName: 'the first one with a key',
        pairs: repeated,
        ratio: medianRatio(repeated),
        floor: { atMost: 0.5 },
        remarks: [],
      },
    ];
  } finally {
    await bench.stop();
  }
};

const PREPARED = 'The product has them prepared once per connection.';

const described = (rates) =>
  `${Math.round(median(rates))} registrations/s (rounds: ${rates.map(Math.round).join(', ')})`;

const inTurns = (values) => {
  let next = 0;
  return () => values[next++ % values.length];
};

/** Registrations with a key of their own each, and the same ones once more. */
const createRepeats = ({ post }) => {
  let sent = [];
  const first = async (sessionId, load) => {
    const requests = [];
    const answered = await post(
      () => {
        const headers = { 'idempotency-key': randomUUID() };
        requests.push({ path: registrationsOf(sessionId), headers, body: aRegistrant() });
        return requests.at(-1);
      },
      { ...ALONE, ...load }
    );
    // At both ends are some that were made and never answered.
    sent = requests.slice(2, -2);
    return answered;
  };
  const again = (load) => post(inTurns(sent), { ...ALONE, ...load });
  return { first, again };
};
