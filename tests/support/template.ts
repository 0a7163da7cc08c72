import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { copyDatabase, createDatabase, type DatabaseKind, type TestDatabase } from './database';

/** What `drop-templates.js` has to know. */
type Template = { kind: DatabaseKind; source: string; server: string };

/**
 * A database as the first boot leaves it. Most of a boot goes into the tables, and they come out the same each time:
 * the first worker that asks makes them, by `boot`, and all hand out copies.
 */
export const copyOfTemplate = async (
  label: string,
  kind: DatabaseKind,
  boot: (database: TestDatabase) => Promise<void>
): Promise<TestDatabase> => {
  const record = path.join(process.env.TEST_TEMPLATES ?? '', `${kind}.json`);
  while (!existsSync(record)) await makeOrAwait(kind, record, boot);
  const { source }: Template = JSON.parse(readFileSync(record, 'utf8'));
  return copyDatabase(source, label, kind);
};

const makeOrAwait: typeof makeTemplate = async (kind, record, boot) => {
  const turn = `${record}.turn`;
  if (!hasTakenTurn(turn)) return delay(100);
  try {
    // It may have been made between the look and the turn.
    if (!existsSync(record)) await makeTemplate(kind, record, boot);
  } finally {
    rmdirSync(turn);
  }
};

/** A folder can be made once only, whoever tries at the same moment. */
const hasTakenTurn = (turn: string): boolean => {
  try {
    mkdirSync(turn);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
};

const makeTemplate = async (
  kind: DatabaseKind,
  record: string,
  boot: (database: TestDatabase) => Promise<void>
) => {
  const database = await createDatabase('template', kind);
  try {
    await boot(database);
  } catch (error) {
    await database.drop();
    throw error;
  }
  const { source } = database;
  const template: Template = { kind, source, server: process.env.TEST_DATABASE_URL ?? '' };
  // Whoever finds a record finds it whole.
  writeFileSync(`${record}.part`, JSON.stringify(template));
  renameSync(`${record}.part`, record);
};
