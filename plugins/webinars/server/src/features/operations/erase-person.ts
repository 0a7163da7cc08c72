import { randomUUID } from 'node:crypto';
import { sentenceOf, type ErasedRows, type ErasureReceipt } from '../../../../shared/privacy';
import type { Locale } from '../../../../shared/locales';
import type { JobCatalog } from '../../domain/job-catalog';
import { recordActivities, type Actor } from '../../platform/activity-log';
import type { Clock } from '../../platform/clock';
import type { Jobs } from '../../platform/jobs';
import type { RunInTransaction, Tx } from '../../platform/transaction';

/** The slices that know something about people, each erasing its own in the transaction that it is given. */
export type ErasurePorts = {
  transaction: RunInTransaction;
  clock: Clock;
  jobs: Pick<Jobs<JobCatalog>, 'forget'>;
  registration: {
    erase(
      tx: Tx,
      person: { emailKey: string; actor: Actor; now: Date }
    ): Promise<{ registrationIds: string[]; tables: ErasedRows[] }>;
  };
  messages: {
    erase(
      tx: Tx,
      person: { emailKey: string; registrationIds: readonly string[] }
    ): Promise<ErasedRows[]>;
  };
  countActivities(tx: Tx, registrationIds: readonly string[]): Promise<number>;
  /** Who has this address without being a registrant. */
  countOthers(emailKey: string): Promise<ErasedRows[]>;
};

export type ErasureInput = { emailKey: string; dryRun: boolean; actor: Actor; locale: Locale };

/**
 * Erases a person. A dry run is the very same, taken back at its end, so that it can promise nothing else. Erasing
 * somebody whom nobody knows is no error: the receipt is full of zeros.
 */
export const erasePerson =
  (ports: ErasurePorts) =>
  async ({ emailKey, dryRun, actor, locale }: ErasureInput): Promise<ErasureReceipt> => {
    const now = ports.clock.now();
    const erase = () =>
      ports.transaction(async (tx) => {
        const tables = await eraseEverywhere(ports, tx, { emailKey, actor, now });
        if (dryRun) throw new TakenBack(tables);
        return { tables, reference: await record(tx, { tables, actor, now }) };
      });
    const { tables, reference } = await erase().catch(whatWasTakenBack);
    return {
      dryRun,
      reference,
      at: now,
      tables: tables.map((rows) => ({ ...rows, why: sentenceOf(rows.why, locale) })),
    };
  };

const eraseEverywhere = async (
  { jobs, registration, messages, countActivities, countOthers }: ErasurePorts,
  tx: Tx,
  person: { emailKey: string; actor: Actor; now: Date }
): Promise<ErasedRows[]> => {
  const { registrationIds, tables } = await registration.erase(tx, person);
  const mails = await messages.erase(tx, { emailKey: person.emailKey, registrationIds });
  const { forgotten, running } = await jobs.forget(tx, {
    field: 'registrationId',
    values: registrationIds,
  });
  const activities = await countActivities(tx, registrationIds);
  return [
    ...tables,
    ...mails,
    { table: 'jobs', deleted: forgotten, reduced: 0, kept: running, why: 'job' },
    { table: 'webinars_activities', deleted: 0, reduced: 0, kept: activities, why: 'activity' },
    ...(await countOthers(person.emailKey)),
  ];
};

/** The receipt in the log: how many rows of which table, and nothing about whose. */
const record = async (
  tx: Tx,
  { tables, actor, now }: { tables: readonly ErasedRows[]; actor: Actor; now: Date }
): Promise<string> => {
  const reference = randomUUID();
  const fields = tables.map(
    ({ table, deleted, reduced, kept }) =>
      `${table}: ${deleted} deleted, ${reduced} reduced, ${kept} kept`
  );
  await recordActivities(tx, {
    at: now,
    actor,
    activities: [{ action: 'person.erased', subjectType: 'person', subjectId: reference, fields }],
  });
  return reference;
};

/** Rolls the transaction of a dry run back, and brings out of it what would have been done. */
class TakenBack extends Error {
  constructor(readonly tables: ErasedRows[]) {
    super('a dry run was taken back');
  }
}

const whatWasTakenBack = (error: unknown) => {
  if (error instanceof TakenBack) return { tables: error.tables, reference: null };
  throw error;
};
