import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyDatabase, createDatabase, type DatabaseKind, type TestDatabase } from './database';

/** What `drop-templates.js` has to know. */
type Template = { kind: DatabaseKind; source: string; server: string };

/**
 * A database as the first boot leaves it. Most of a boot goes into the tables, and they come out the same each time:
 * each worker of a run makes them once, by `boot`, and hands out copies.
 */
export const copyOfTemplate = async (
  label: string,
  kind: DatabaseKind,
  boot: (database: TestDatabase) => Promise<void>
): Promise<TestDatabase> => {
  const record = recordOf(kind);
  if (!existsSync(record)) await makeTemplate(kind, record, boot);
  const { source }: Template = JSON.parse(readFileSync(record, 'utf8'));
  return copyDatabase(source, label, kind);
};

/** A worker of Jest may be replaced by another of the same number. */
const recordOf = (kind: DatabaseKind) =>
  path.join(process.env.TEST_TEMPLATES ?? '', `${kind}-${process.env.JEST_WORKER_ID ?? '0'}.json`);

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
  writeFileSync(record, JSON.stringify(template));
};
