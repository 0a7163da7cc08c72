import { describeFuzz } from '../support/fuzz-suite';
import { recordProof } from '../support/proof-record';

describeFuzz({
  publicCalls: 100_000,
  adminCalls: 20_000,
  onSeen: (which, { calls, statuses, heapGrowthMb }, seed) =>
    recordProof({
      title: `Random calls, ${which} routes`,
      about: `Whatever chance comes up with, in addresses, queries, headers and bodies, is answered: no fault, no stack trace, and
nobody else's data.`,
      seen: [
        ['seed', seed],
        ['calls', calls],
        ['answers', JSON.stringify(statuses)],
        ['growth of the heap, MB', heapGrowthMb],
      ],
    }),
});
