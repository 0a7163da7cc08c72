import type { Core } from '@strapi/strapi';
import { clockOf, transactionOf } from '../../container';
import { metersOf } from '../../meters/meters';
import { createBatch } from '../../platform/batch';
import { createStatements } from '../../platform/transaction';
import { registrationOf } from '../registration';
import { isPlainlyAccepted, recordAccepted } from './accepted-mails';
import * as bulkStore from './bulk-store';
import type { BulkFacts, StoredFollowUp } from './bulk-store';
import * as mailStore from './mail-store';
import type { Addressee, ClaimedMail, MailOutcome, WantedMail } from './mail-store';
import { reachesOf } from './reaches-of';
import type { SendBulkDeps } from './send-bulk-mail';
import type { SendMailDeps } from './send-mail';
import { suppressionsOf } from './suppression/service';

const BATCH = 50;

/** Less than a mail takes to any server that is not next door, and time for the other connections to come back. */
const GATHER_OUTCOMES_MS = 10;

const RESULTS = {
  sent: 'sent',
  failed: 'refused',
  queued: 'put_off',
  skipped: 'skipped',
} as const;

/** What several mails ask for at the same time is asked for once. */
export const batchedStore = (
  strapi: Core.Strapi,
  { mailHost, connections }: { mailHost: string; connections: number }
): SendMailDeps['store'] => {
  const transaction = transactionOf(strapi);
  const meter = metersOf(strapi).mail;
  const rows = createStatements(strapi);
  const { suppressBounced } = suppressionsOf(strapi);
  const reachOf = reachesOf(strapi);
  const recordAll = async (outcomes: readonly MailOutcome[]) => {
    // On SQLite a statement more costs next to nothing: there it is the commit that takes its time.
    if (rows.isPostgres && outcomes.every(isPlainlyAccepted)) {
      return recordAccepted(rows, outcomes);
    }
    return transaction(async (tx) => {
      await mailStore.record(tx, outcomes);
      await suppressBounced(
        tx,
        outcomes.flatMap(({ bounce }) => bounce ?? [])
      );
    });
  };
  return {
    claim: batchedClaim(strapi, { mailHost, maxSize: BATCH }),
    loadAddressee: createBatch<string, Addressee | null>({
      maxSize: BATCH,
      run: async (ids) => {
        const known = await mailStore.loadAddressees(rows, ids);
        const reach = await reachOf([...known.values()].map(({ emailKey }) => emailKey));
        return ids.map((id) => {
          const addressee = known.get(id);
          return addressee === undefined
            ? null
            : { ...addressee, reach: reach(addressee.emailKey) };
        });
      },
    }),
    record: createBatch<MailOutcome, void>({
      maxSize: connections,
      gatherMs: GATHER_OUTCOMES_MS,
      run: async (outcomes) => {
        await recordAll(outcomes);
        for (const { state } of outcomes) meter(RESULTS[state]);
        return outcomes.map(() => undefined);
      },
    }),
    wasInvited: (id) => mailStore.wasInvited(rows, id),
    waitlistRank: registrationOf(strapi).waitlistRank,
  };
};

/**
 * Nobody waits for a mail of a schedule. Of the jobs that run side by side, half are prepared together while the others
 * are sent, rather than each few as soon as their turn comes.
 */
export const unhurriedClaim = (strapi: Core.Strapi, { mailHost }: { mailHost: string }) =>
  batchedClaim(strapi, { mailHost, maxSize: 15, gatherMs: 20 });

const batchedClaim = (
  strapi: Core.Strapi,
  { mailHost, ...gathering }: { mailHost: string; maxSize: number; gatherMs?: number }
) => {
  const clock = clockOf(strapi);
  const rows = createStatements(strapi);
  return createBatch<WantedMail, ClaimedMail | null>({
    ...gathering,
    run: async (wanted) => {
      const claimed = await mailStore.claim(rows, wanted, { host: mailHost, now: clock.now() });
      return wanted.map(({ key }) => claimed.get(key) ?? null);
    },
  });
};

/** The same of what there is to look at before mails of a schedule go out. */
export const batchedBulkStore = (strapi: Core.Strapi): SendBulkDeps['bulk'] => {
  const clock = clockOf(strapi);
  const rows = createStatements(strapi);
  return {
    loadFacts: createBatch<string, BulkFacts | null>({
      maxSize: BATCH,
      run: async (ids) => {
        const known = await bulkStore.loadBulkFacts(rows, ids);
        return ids.map((id) => known.get(id) ?? null);
      },
    }),
    countComing: createBatch<string, number>({
      maxSize: BATCH,
      run: async (emailKeys) => {
        const counted = await bulkStore.countComing(rows, emailKeys, clock.now());
        return emailKeys.map((emailKey) => counted.get(emailKey) ?? 0);
      },
    }),
    loadFollowUps: createBatch<string, StoredFollowUp[]>({
      maxSize: BATCH,
      run: async (ids) => {
        const known = await bulkStore.followUpsOf(rows, ids);
        return ids.map((id) => known.get(id) ?? []);
      },
    }),
    loadReminders: (emailKey) => bulkStore.loadReminders(rows, emailKey, clock.now()),
  };
};
