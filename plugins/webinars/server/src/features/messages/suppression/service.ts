import type { Core } from '@strapi/strapi';
import { normalizeEmail } from '../../../../../shared/email-address';
import type { Pagination } from '../../../../../shared/catalog';
import type { ErasedRows } from '../../../../../shared/privacy';
import type { ListedSuppression, SuppressionReason } from '../../../../../shared/suppressions';
import { clockOf, configOf, transactionOf } from '../../../container';
import { recordActivities, type Actor } from '../../../platform/activity-log';
import { paginationOf } from '../../../platform/http/pagination';
import { oncePerStrapi } from '../../../platform/once-per-strapi';
import { createStatements, type Tx } from '../../../platform/transaction';
import { createAddressHashes } from './address-hash';
import * as store from './suppression-store';
import type { Suppression } from './suppression-store';

const createService = (strapi: Core.Strapi) => {
  const rows = createStatements(strapi);
  const clock = clockOf(strapi);
  const transaction = transactionOf(strapi);
  const hashes = createAddressHashes(configOf(strapi).secret);

  return {
    /** Those of the addresses that nothing is sent to any more. */
    async suppressedAmong(emailKeys: readonly string[]): Promise<Set<string>> {
      const hashed = emailKeys.map((emailKey) => ({ emailKey, all: hashes.all(emailKey) }));
      const known = await store.suppressedAmong(
        rows,
        hashed.flatMap(({ all }) => all)
      );
      return new Set(
        hashed.flatMap(({ emailKey, all }) => (all.some((hash) => known.has(hash)) ? emailKey : []))
      );
    },

    async isSuppressed(email: string): Promise<boolean> {
      const known = await store.suppressedAmong(rows, hashes.all(normalizeEmail(email) ?? email));
      return known.size > 0;
    },

    /** What mail servers have said to mails, in the transaction that puts it on record. */
    async suppressBounced(tx: Tx, bounces: readonly Bounce[]): Promise<void> {
      const suppressions = bounces.map(({ address, ...answer }) => {
        const emailKey = normalizeEmail(address) ?? address;
        return { ...answer, emailKey, addressHash: hashes.of(emailKey), reason: 'bounce' as const };
      });
      const added = await store.suppress(tx, suppressions, clock.now());
      await log(tx, {
        action: 'address.suppressed',
        hashes: added,
        actor: { kind: 'system' },
        reason: 'bounce',
        at: clock.now(),
      });
    },

    /** Answers the entry, whether it is new or not. */
    suppress: ({ email, reason, statusCode, actor }: SuppressionInput) =>
      transaction(async (tx) => {
        const at = clock.now();
        const addressHash = hashes.of(email);
        const added = await store.suppress(
          tx,
          [{ addressHash, emailKey: email, reason, responseCode: null, statusCode }],
          at
        );
        await log(tx, { action: 'address.suppressed', hashes: added, actor, reason, at });
        const [entry] = await store.suppressionsOf(tx, [addressHash]);
        if (entry === undefined) throw new Error('an entry of the list was not written');
        return toListed(entry);
      }),

    /** Answers how many entries that were. */
    unsuppress: (which: { email: string } | { id: string }, actor: Actor) =>
      transaction(async (tx) => {
        const wanted = 'id' in which ? [which.id] : hashes.all(which.email);
        const removed = await store.unsuppress(tx, wanted);
        await log(tx, { action: 'address.released', hashes: removed, actor, at: clock.now() });
        return { removed: removed.length };
      }),

    async list({
      page,
      pageSize,
    }: {
      page: number;
      pageSize: number;
    }): Promise<{ items: ListedSuppression<Date>[]; pagination: Pagination }> {
      const { suppressions, total } = await store.list(rows, {
        limit: pageSize,
        offset: (page - 1) * pageSize,
      });
      return {
        items: suppressions.map(toListed),
        pagination: paginationOf({ page, pageSize }, total),
      };
    },

    /** What is on the list about one address. */
    of: async (emailKey: string): Promise<ListedSuppression<Date>[]> =>
      (await store.suppressionsOf(rows, hashes.all(emailKey))).map(toListed),

    /** For one person's data: without the hash, by which our own list is ordered. */
    exportPerson: async (emailKey: string) =>
      (await store.suppressionsOf(rows, hashes.all(emailKey))).map(
        ({ addressHash: _hash, ...entry }) => entry
      ),

    /** The entry stays, and says of nobody any more that it is theirs. */
    async erase(tx: Tx, emailKey: string): Promise<ErasedRows> {
      const reduced = await store.forgetAddresses(tx, hashes.all(emailKey));
      return { table: 'webinars_suppressions', deleted: 0, reduced, kept: 0, why: 'suppression' };
    },
  };
};

export type Bounce = { address: string; responseCode: number | null; statusCode: string | null };

type SuppressionInput = {
  email: string;
  reason: SuppressionReason;
  statusCode: string | null;
  actor: Actor;
};

const log = (
  tx: Tx,
  {
    action,
    hashes,
    actor,
    reason,
    at,
  }: {
    action: string;
    hashes: readonly string[];
    actor: Actor;
    reason?: SuppressionReason;
    at: Date;
  }
) =>
  recordActivities(tx, {
    at,
    actor,
    activities: hashes.map((hash) => ({
      action,
      subjectType: 'address',
      subjectId: hash,
      ...(reason !== undefined && { fields: [reason] }),
    })),
  });

const toListed = ({ addressHash, ...entry }: Suppression): ListedSuppression<Date> => ({
  id: addressHash,
  ...entry,
});

export const suppressionsOf = oncePerStrapi(createService);
