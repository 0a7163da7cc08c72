import type { Core } from '@strapi/strapi';
import { LOCALES } from '../../../../../shared/locales';
import { insertRows } from '../../../platform/insert-rows';
import type { Statements, Tx } from '../../../platform/transaction';
import type { SessionFacts } from './catalog-facts';
import { loadSessionFacts } from './facts-store';
import { lifeOf } from './present-session';
import {
  isProjected,
  PROJECTION,
  projectSession,
  type ProjectedSession,
  type ProjectedWords,
} from './project-session';

const CATALOG = 'webinars_catalog';
const VERSION = 'webinars_catalog_version';
const SEARCH = 'webinars_catalog_search';
const PARTS = ['webinars_catalog_facts', 'webinars_catalog_values'];

/**
 * Locks the catalogue against every other writer and raises its version. First of all, before anything is read that
 * the catalogue is built of: what two write at the same moment is read by the second after the first has committed.
 */
export const lockCatalog = async (tx: Tx): Promise<void> => {
  await tx.raw(`UPDATE ${tx.name(VERSION)} SET version = version + 1 WHERE id = 1`);
};

/** Shows these sessions as the content types have them now. Under the lock of `lockCatalog`. */
export const writeSessions = async (
  strapi: Core.Strapi,
  tx: Tx,
  documentIds: readonly string[]
): Promise<void> => {
  const facts = await loadSessionFacts(strapi, tx, documentIds);
  await removeSessions(tx, documentIds);
  await insertSessions(tx, facts.filter(isShown).flatMap(inEveryLanguage));
};

export const isShown = ({ session }: SessionFacts) => isProjected(lifeOf(session));

export const inEveryLanguage = (facts: SessionFacts): ProjectedSession[] =>
  LOCALES.map((locale) => projectSession(facts, locale));

export const removeSessions = async (tx: Tx, documentIds: readonly string[]): Promise<void> => {
  const ids = await tx
    .table<IdRow>(CATALOG)
    .whereIn('session_document_id', [...documentIds])
    .select('id');
  if (ids.length === 0) return;
  const rowIds = ids.map(({ id }) => Number(id));
  await tx.table(CATALOG).whereIn('id', rowIds).delete();
  for (const part of PARTS) await tx.table(part).whereIn('catalog_id', rowIds).delete();
  const key = tx.isPostgres ? 'catalog_id' : 'rowid';
  await tx.table(SEARCH).whereIn(key, rowIds).delete();
};

const insertSessions = async (tx: Tx, sessions: readonly ProjectedSession[]): Promise<void> => {
  if (sessions.length === 0) return;
  await insertRows(
    tx,
    CATALOG,
    sessions.map(({ columns }) => columns)
  );
  const rows = await tx
    .table<IdRow & KeyRow>(CATALOG)
    .whereIn('session_document_id', [
      ...new Set(sessions.map(({ columns }) => columns.session_document_id)),
    ])
    .select('id', 'session_document_id', 'locale');
  const ids = new Map(rows.map((row) => [keyOfRow(row), Number(row.id)]));
  const idOf = ({ columns }: ProjectedSession) => {
    const id = ids.get(keyOfRow(columns));
    if (id === undefined) throw new Error('a row of the catalogue was not written');
    return id;
  };

  await insertRows(
    tx,
    'webinars_catalog_facts',
    sessions.map((session) => ({
      catalog_id: idOf(session),
      card: session.card,
      detail: session.detail,
    }))
  );
  await insertRows(
    tx,
    'webinars_catalog_values',
    sessions.flatMap((session) =>
      session.values.map((value) => ({ catalog_id: idOf(session), ...value }))
    )
  );
  await insertWords(
    tx,
    sessions.map((session) => ({ id: idOf(session), words: session.words }))
  );
};

const insertWords = async (
  tx: Tx,
  entries: readonly { id: number; words: ProjectedWords }[]
): Promise<void> => {
  if (!tx.isPostgres) {
    await insertRows(
      tx,
      SEARCH,
      entries.map(({ id, words: { title, people, body } }) => ({
        rowid: id,
        title: title.join(' '),
        people: people.join(' '),
        body: body.join(' '),
      }))
    );
    return;
  }
  await tx.raw(
    `INSERT INTO ${tx.name(SEARCH)} (catalog_id, words)
     VALUES ${entries.map(() => '(?, ?::tsvector)').join(', ')}`,
    entries.flatMap(({ id, words }) => [id, vectorOf(words)])
  );
};

/** As PostgreSQL writes a tsvector; words are letters and digits, which need no escape. */
const vectorOf = ({ title, people, body }: ProjectedWords): string => {
  const places = new Map<string, string>();
  const put = (words: readonly string[], place: string) => {
    for (const word of words) {
      const known = places.get(word);
      places.set(word, known === undefined ? place : `${known},${place}`);
    }
  };
  put(title, '1A');
  put(people, '2B');
  put(body, '3C');
  return [...places].map(([word, place]) => `'${word}':${place}`).join(' ');
};

/** Sessions after `after` that show a topic, a speaker, a name or a file, in the order of their documentIds. */
export const usersOf = async (
  { raw, name }: Statements,
  shown: string,
  { after, limit }: { after: string; limit: number }
): Promise<string[]> => {
  const rows = await raw<KeyRow>(
    `SELECT c.session_document_id FROM ${name('webinars_catalog_values')} AS v
     JOIN ${name(CATALOG)} AS c ON c.id = v.catalog_id
     WHERE v.kind = 'uses' AND v.value = ? AND c.locale = 'en' AND c.session_document_id > ?
     ORDER BY c.session_document_id LIMIT ?`,
    [shown, after, limit]
  );
  return rows.map((row) => row.session_document_id);
};

/** Session documentIds in their order, a page at a time. */
export const sessionsAfter = async (
  { table }: Statements,
  { after, limit }: { after: string; limit: number }
): Promise<string[]> => {
  const rows = await table<{ document_id: string }>('webinars_sessions')
    .where('document_id', '>', after)
    .orderBy('document_id')
    .limit(limit)
    .select('document_id');
  return rows.map((row) => row.document_id);
};

/** Sessions that the catalogue shows although they are gone. */
export const orphans = async ({ raw, name }: Statements): Promise<string[]> => {
  const rows = await raw<KeyRow>(
    `SELECT DISTINCT c.session_document_id FROM ${name(CATALOG)} AS c
     LEFT JOIN ${name('webinars_sessions')} AS s ON s.document_id = c.session_document_id
     WHERE s.id IS NULL`
  );
  return rows.map((row) => row.session_document_id);
};

/** A change that not every session shows yet. A later mark takes the place of an earlier one. */
export const markStale = async (tx: Tx, shown: string, mark: string): Promise<void> => {
  await tx.raw(
    `INSERT INTO ${tx.name('webinars_catalog_stale')} (shown, mark) VALUES (?, ?)
     ON CONFLICT (shown) DO UPDATE SET mark = excluded.mark`,
    [shown, mark]
  );
};

export const isStale = async (tx: Tx, shown: string, mark: string): Promise<boolean> =>
  (await tx.table('webinars_catalog_stale').where({ shown, mark }).first('shown')) !== undefined;

export const unmarkStale = async (tx: Tx, shown: string, mark: string): Promise<void> => {
  await tx.table('webinars_catalog_stale').where({ shown, mark }).delete();
};

export const version = async ({ raw, name }: Statements): Promise<number> => {
  const [row] = await raw<{ version: number | string }>(
    `SELECT version FROM ${name(VERSION)} WHERE id = 1`
  );
  return Number(row?.version ?? 0);
};

/** Whether the catalogue was built, whole, by a program that builds it as this one does. */
export const isBuilt = async ({ table }: Statements): Promise<boolean> => {
  const row = await table(VERSION).where({ id: 1, built_with: PROJECTION }).first('id');
  return row !== undefined;
};

export const markBuilt = async (tx: Tx): Promise<void> => {
  await tx.table(VERSION).where({ id: 1 }).update({ built_with: PROJECTION });
};

/** How many are registered for what is yet to come, where the catalogue says otherwise. */
const RECOUNTED = `s.document_id = c.session_document_id AND c.starts_at > ?
  AND s.registration_count IS NOT NULL AND c.popularity <> s.registration_count`;

export const isPopularityBehind = async (
  { raw, name }: Statements,
  now: Date
): Promise<boolean> => {
  const found = await raw(
    `SELECT 1 FROM ${name(CATALOG)} AS c JOIN ${name('webinars_sessions')} AS s ON ${RECOUNTED} LIMIT 1`,
    [now]
  );
  return found.length > 0;
};

export const copyPopularity = async (tx: Tx, now: Date): Promise<void> => {
  await tx.raw(
    `UPDATE ${tx.name(CATALOG)} AS c SET popularity = s.registration_count
     FROM ${tx.name('webinars_sessions')} AS s WHERE ${RECOUNTED}`,
    [now]
  );
};

type IdRow = { id: number | string };
type KeyRow = { session_document_id: string; locale?: string };

const keyOfRow = ({ session_document_id, locale }: KeyRow) => `${session_document_id} ${locale}`;

export type StoredProjection = { session: string; locale: string; detail: string };

/** What the catalogue keeps of these sessions. */
export const loadProjected = (
  { raw, name }: Statements,
  documentIds: readonly string[]
): Promise<StoredProjection[]> =>
  raw(
    `SELECT c.session_document_id AS session, c.locale, f.detail
     FROM ${name(CATALOG)} AS c
     JOIN ${name('webinars_catalog_facts')} AS f ON f.catalog_id = c.id
     WHERE c.session_document_id IN (${documentIds.map(() => '?').join(', ')})`,
    documentIds
  );
