import { createHash, createHmac } from 'node:crypto';
import { readJson } from './read-json';
import type { Tx } from './transaction';

/** A request that its sender may repeat, as hashes: which one it is, and what it says. */
export type Repeatable = { keyHash: string; bodyHash: string };

/** What became of a request: the document that it made or changed, and what else the first answer said of it. */
export type Outcome = { subject: string; said: Readonly<Record<string, unknown>> };

/** The same key came with another body. */
export class IdempotencyKeyReused extends Error {
  constructor() {
    super('idempotency_key_reused');
  }
}

/** The same request is being answered at this moment, and takes long. */
export class IdempotencyInProgress extends Error {
  constructor() {
    super('idempotency_in_progress');
  }
}

/** A twin was stored first: what this one did must be rolled back, and the twin's outcome be answered. */
export class TwinWasFirst extends Error {
  constructor() {
    super('twin_was_first');
  }
}

/** For so long a repeated request is answered as it was the first time. */
const KEPT_HOURS = 24;

const PURGED_AT_ONCE = 5000;

/**
 * Names a request by `scope` (method and path, or whatever else makes it one of a kind) and its sender's key. What it
 * says is hashed with that key, which is nowhere stored: nobody can guess an address by hashing addresses.
 */
export const repeatable = ({
  scope,
  key,
  body,
}: {
  scope: readonly string[];
  key: string;
  body: unknown;
}): Repeatable => ({
  keyHash: createHash('sha256')
    .update(JSON.stringify([...scope, key]))
    .digest('hex'),
  bodyHash: createHmac('sha256', key).update(JSON.stringify(body)).digest('hex'),
});

/** What became of a request that was answered before, or null. @throws IdempotencyKeyReused */
export const findOutcome = async (
  rows: Pick<Tx, 'table'>,
  repeatable: Repeatable,
  now: Date
): Promise<Outcome | null> => {
  const outcomeOf = await findOutcomes(rows, [repeatable], now);
  return outcomeOf(repeatable);
};

/** The same for many requests at once: answers what tells each of them its outcome. */
export const findOutcomes = async (
  rows: Pick<Tx, 'table'>,
  repeatables: readonly Repeatable[],
  now: Date
): Promise<(repeatable: Repeatable) => Outcome | null> => {
  const keyHashes = [...new Set(repeatables.map(({ keyHash }) => keyHash))];
  const found = await rows
    .table<Row>(TABLE)
    .whereIn('key_hash', keyHashes)
    .where('created_at', '>', oldest(now))
    .select(['key_hash', 'body_hash', 'subject_id', 'outcome']);
  const known = new Map(found.map((row) => [row.key_hash, row]));

  return ({ keyHash, bodyHash }) => {
    const row = known.get(keyHash);
    if (row === undefined) return null;
    if (row.body_hash !== bodyHash) throw new IdempotencyKeyReused();
    return {
      subject: String(row.subject_id),
      said: readJson(row.outcome) as Outcome['said'],
    };
  };
};

/** A request with what became of it. */
export type Answered = { repeatable: Repeatable; outcome: Outcome };

/** Stores what became of a request, in the transaction that made it so. @throws TwinWasFirst */
export const saveOutcome = (
  tx: Tx,
  repeatable: Repeatable,
  outcome: Outcome,
  now: Date
): Promise<void> => saveOutcomes(tx, [{ repeatable, outcome }], now);

/**
 * The same for many requests, each with a key of its own. A row that has outlived its time makes room.
 *
 * @throws TwinWasFirst where one of them has been stored meanwhile
 */
export const saveOutcomes = async (
  tx: Tx,
  answered: readonly Answered[],
  now: Date
): Promise<void> => {
  if (answered.length === 0) return;
  const saved = await whileTwinRuns(
    tx.raw(
      `INSERT INTO ${tx.name(TABLE)} AS known (key_hash, body_hash, subject_id, outcome, created_at)
       VALUES ${answered.map(() => '(?, ?, ?, ?, ?)').join(', ')}
       ON CONFLICT (key_hash) DO UPDATE
         SET body_hash = excluded.body_hash, subject_id = excluded.subject_id,
           outcome = excluded.outcome, created_at = excluded.created_at
         WHERE known.created_at <= ?
       RETURNING key_hash`,
      [
        ...answered.flatMap(({ repeatable: { keyHash, bodyHash }, outcome: { subject, said } }) => [
          ...[keyHash, bodyHash, subject, JSON.stringify(said), now],
        ]),
        oldest(now),
      ]
    )
  );
  if (saved.length < answered.length) throw new TwinWasFirst();
};

/** On PostgreSQL the index makes a twin wait for the one that came first, until `lock_timeout`. */
const whileTwinRuns = async <Result>(insertion: Promise<Result>): Promise<Result> => {
  try {
    return await insertion;
  } catch (error) {
    if ((error as { code?: unknown }).code === LOCK_NOT_AVAILABLE)
      throw new IdempotencyInProgress();
    throw error;
  }
};

/** PostgreSQL, Appendix A. */
const LOCK_NOT_AVAILABLE = '55P03';

/** Forgets what became of requests about these documents, and says how many there were. */
export const forgetOutcomes = (tx: Tx, subjects: readonly string[]): Promise<number> =>
  tx
    .table(TABLE)
    .whereIn('subject_id', [...subjects])
    .delete();

/** Forgets what is too old to be asked for; what is left over, the next time. */
export const purgeOutcomes = async (tx: Tx, now: Date): Promise<void> => {
  await tx.raw(
    `DELETE FROM ${tx.name(TABLE)} WHERE key_hash IN
       (SELECT key_hash FROM ${tx.name(TABLE)} WHERE created_at <= ? LIMIT ${PURGED_AT_ONCE})`,
    [oldest(now)]
  );
};

type Row = Record<string, unknown>;

const TABLE = 'webinars_idempotency';

const oldest = (now: Date) => new Date(now.getTime() - KEPT_HOURS * 3_600_000);
