import { PLAIN_PATH } from '../host/plain-content-type.mjs';
import { aRegistrant } from '../support/registrant.mjs';
import { startRegisteringBench } from '../support/registering-bench.mjs';
import { interleave, median, medianRatio, ratesOf } from '../support/statistics.mjs';

const CROWD = 50_000;

/** Registrations over HTTP: against the statements by hand, against Strapi's own route, and with a crowd already in. */
export const measureRegistering = async (options) => {
  const { rounds, say } = options;
  const bench = await startRegisteringBench(options);
  const { server, newSession, product, byHand, warmUp, statements } = bench;
  const plain = (load) =>
    bench.post(() => ({ path: PLAIN_PATH, body: { data: aRegistrant() } }), load);

  try {
    await plain(warmUp);

    say('registrations against the same statements by hand');
    const againstByHand = ratesOf(
      await interleave(rounds, {
        reference: async () => byHand(await newSession()),
        candidate: async () => product(await newSession()),
      })
    );

    say('the driver alone');
    const bare = await bench.bareDriver({ rounds });

    say('registrations against the content API of a plain type');
    const againstPlain = ratesOf(
      await interleave(rounds, {
        reference: () => plain(),
        candidate: async () => product(await newSession()),
      })
    );

    say(`registrations with ${CROWD} seats taken`);
    const crowded = await newSession();
    await server.call('registerMany', { sessionId: crowded, count: 1 });
    await server.call('fillSeats', { sessionId: crowded, count: CROWD });
    await product(crowded, warmUp);
    const againstEmpty = ratesOf(
      await interleave(rounds, {
        reference: async () => product(await newSession()),
        candidate: () => product(crowded),
      })
    );
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
    await bench.stop();
  }
};
