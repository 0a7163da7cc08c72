import { strings } from '@strapi/utils';
import type { SessionNews } from '../../domain/job-catalog';
import type { SessionLife, SessionState } from '../../domain/session';
import { DEFAULT_LOCALE } from '../../../../shared/locales';
import { readInstant, requiredInstant } from '../../platform/instant';
import type { Tx } from '../../platform/transaction';
import { movedSlugsLike } from './moved-slugs';

type Row = Record<string, unknown>;

export type StoredSession = SessionLife & {
  rowId: number;
  documentId: string;
  slug: string | null;
  timezone: string;
  /** How often people had to be told that it changed. */
  revision: number;
  /** The whole row, for telling which fields a write changed. */
  row: Row;
};

export const find = async (tx: Tx, documentId: string): Promise<StoredSession | null> => {
  const row = await tx.table<Row>('webinars_sessions').where({ document_id: documentId }).first();
  return row === undefined ? null : toSession(row);
};

const toSession = (row: Row): StoredSession => ({
  rowId: Number(row.id),
  documentId: String(row.document_id),
  slug: row.slug === null || row.slug === undefined ? null : String(row.slug),
  state: row.state as SessionState,
  startsAt: requiredInstant(row.datetime),
  durationMinutes: Number(row.duration),
  publishAt: readInstant(row.scheduled_publish_at),
  timezone: String(row.timezone),
  revision: Number(row.revision ?? 0),
  row,
});

/** Columns whose content a write changed, without the book-keeping ones. */
export const changedFields = (before: StoredSession, after: StoredSession): string[] =>
  Object.keys(after.row).filter(
    (column) =>
      !BOOK_KEEPING.includes(column) &&
      comparable(before.row[column]) !== comparable(after.row[column])
  );

const BOOK_KEEPING = [
  'updated_at',
  'updated_by_id',
  'published_at',
  'revision',
  'moved_revision',
  'access_revision',
  'start_moved_at',
];

const comparable = (value: unknown) =>
  value instanceof Date ? String(value.getTime()) : JSON.stringify(value ?? null);

/** Raises the session's part of every invitation's SEQUENCE (RFC 5545, 3.8.7.4) and answers it. */
export const raiseRevision = async (
  tx: Tx,
  documentId: string,
  news: SessionNews | null
): Promise<number> => {
  const isMarked = news === 'moved' || news === 'access';
  const mark = isMarked ? `, ${TOLD_OF[news]} = COALESCE(revision, 0) + 1` : '';
  const [row] = await tx.raw<{ revision: number }>(
    `UPDATE ${tx.name('webinars_sessions')} SET revision = COALESCE(revision, 0) + 1${mark}
     WHERE document_id = ? RETURNING revision`,
    [documentId]
  );
  return Number(row?.revision);
};

const TOLD_OF = { moved: 'moved_revision', access: 'access_revision' };

/** What was announced is remembered once the session begins at another time. */
export const keepPreviousStart = async (
  tx: Tx,
  { documentId, startsAt }: StoredSession
): Promise<void> => {
  await tx
    .table('webinars_previous_starts')
    .insert({ session_document_id: documentId, starts_at: startsAt })
    .onConflict('session_document_id')
    .merge();
};

/** What a session had told goes with it. */
export const forgetMessages = async (tx: Tx, documentId: string): Promise<void> => {
  await tx.table('webinars_message_runs').where({ session_document_id: documentId }).delete();
};

/** From then on everybody knows the present start: reminders that were due before say nothing new. */
export const markStartMoved = async (tx: Tx, documentId: string, at: Date): Promise<void> => {
  await tx
    .table('webinars_sessions')
    .where({ document_id: documentId })
    .update({ start_moved_at: at });
};

export const forgetPreviousStart = async (tx: Tx, documentId: string): Promise<void> => {
  await tx.table('webinars_previous_starts').where({ session_document_id: documentId }).delete();
};

/**
 * A populated relation of a type without i18n answers in the default locale only, so reads join topics and speakers
 * by their document ids. They are read back from the links: a relation may be written in five different shapes.
 */
export const linkedDocumentIds = async (tx: Tx, rowId: number) => ({
  topic: await linkedDocumentId(tx, rowId, 'topic'),
  speaker: await linkedDocumentId(tx, rowId, 'speaker'),
});

const linkedDocumentId = async (tx: Tx, rowId: number, relation: 'topic' | 'speaker') => {
  const [row] = await tx.raw<{ document_id: string }>(
    `SELECT target.document_id FROM ${tx.name(`webinars_sessions_${relation}_lnk`)} AS link
     JOIN ${tx.name(`webinars_${relation}s`)} AS target ON target.id = link.${relation}_id
     WHERE link.session_id = ? LIMIT 1`,
    [rowId]
  );
  return row?.document_id ?? null;
};

export const saveLinks = async (
  tx: Tx,
  rowId: number,
  { topic, speaker, slug }: { topic: string | null; speaker: string | null; slug: string }
) => {
  await tx
    .table('webinars_sessions')
    .where({ id: rowId })
    .update({ topic_document_id: topic, speaker_document_id: speaker, slug });
};

/** `<topic's slug>-<local date>`, with a number behind it where that is taken. */
export const freeSlug = async (
  tx: Tx,
  session: { startsAt: Date; timezone: string; topicId: string }
): Promise<string> => {
  const topic = await tx
    .table<Row>('webinars_topics')
    .where({ document_id: session.topicId, locale: DEFAULT_LOCALE })
    .first('title');
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: session.timezone }).format(
    session.startsAt
  );
  const base = `${strings.nameToSlug(String(topic?.title ?? 'webinar')).slice(0, 80)}-${day}`;
  // Whoever plans the same at the same moment waits here, and sees the slug that was taken first.
  if (tx.isPostgres) {
    await tx.raw('SELECT pg_advisory_xact_lock(?, hashtext(?))', [SLUG_LOCK, base]);
  }
  const taken = await tx
    .table<Row>('webinars_sessions')
    .where('slug', 'like', `${base}%`)
    .pluck('slug');
  const names = new Set([...taken.map(String), ...(await movedSlugsLike(tx, 'session', base))]);
  if (!names.has(base)) return base;
  let number = 2;
  while (names.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
};

/** Any number, so long as nothing else locks the same. */
const SLUG_LOCK = 7_303_015;

/** Sessions whose stored state may lag behind the clock. */
export const findDue = async (tx: Tx, now: Date, limit: number): Promise<StoredSession[]> => {
  const rows = await tx
    .table<Row>('webinars_sessions')
    .where((due) => {
      void due.where({ state: 'draft' }).where('scheduled_publish_at', '<=', now);
    })
    .orWhere((begun) => {
      void begun.whereIn('state', ['published', 'live']).where('datetime', '<=', now);
    })
    .orderBy('datetime')
    .limit(limit);
  return rows.map(toSession);
};

/** Moves a session on, unless somebody else did: then answers false. */
export const moveState = async (
  tx: Tx,
  session: StoredSession,
  { to, at }: { to: SessionState; at: Date }
): Promise<boolean> => {
  const count = await tx
    .table('webinars_sessions')
    .where({ id: session.rowId, state: session.state })
    .update({ state: to, updated_at: at });
  return count === 1;
};

/**
 * Keeps sessions from being linked to a topic or speaker while it is looked whether there are any: on PostgreSQL the
 * link of a new one waits for this lock, SQLite has one writer anyway.
 */
export const lockShown = async (
  tx: Tx,
  kind: 'topic' | 'speaker',
  documentId: string
): Promise<void> => {
  await tx.table(`webinars_${kind}s`).where({ document_id: documentId }).forUpdate().select('id');
};

/** Whether a topic or speaker is there in another language than the default one. */
export const isTranslated = async (
  tx: Tx,
  kind: 'topic' | 'speaker',
  documentId: string
): Promise<boolean> => {
  const other = await tx
    .table(`webinars_${kind}s`)
    .where({ document_id: documentId })
    .whereNot({ locale: DEFAULT_LOCALE })
    .first('id');
  return other !== undefined;
};

/** Whether a topic is offered no more. What is published counts before a draft that changes it. */
export const isArchived = async (tx: Tx, topicId: string): Promise<boolean> => {
  const row = await tx
    .table<Row>('webinars_topics')
    .where({ document_id: topicId, locale: DEFAULT_LOCALE })
    .orderByRaw('published_at IS NULL')
    .first('state');
  return row?.state === 'archived';
};

/** Whether a session shows this topic, or this speaker in any of their parts. */
export const isUsedBySessions = async (
  tx: Tx,
  kind: 'topic' | 'speaker',
  documentId: string
): Promise<boolean> => {
  const relations = kind === 'topic' ? ['topic'] : ['speaker', 'panelists', 'moderator'];
  for (const relation of relations) {
    const [used] = await tx.raw(
      `SELECT 1 FROM ${tx.name(`webinars_sessions_${relation}_lnk`)} AS link
       JOIN ${tx.name(`webinars_${kind}s`)} AS target ON target.id = link.${kind}_id
       WHERE target.document_id = ? LIMIT 1`,
      [documentId]
    );
    if (used !== undefined) return true;
  }
  return false;
};
