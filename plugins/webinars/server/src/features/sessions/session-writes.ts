import type { Core } from '@strapi/strapi';
import { cancelAllJob, notifyMovedJob, type JobCatalog } from '../../domain/job-catalog';
import {
  canMoveSession,
  SESSION_STATES,
  sessionPhase,
  type SessionState,
} from '../../domain/session';
import type { Jobs, NewJob } from '../../platform/jobs';
import type { Clock } from '../../platform/clock';
import { recordActivities } from '../../platform/activity-log';
import {
  currentActor,
  writtenDocument,
  type DocumentMiddleware,
  type DocumentWrite,
  type Next,
  type WrittenDocument,
} from '../../platform/document-middleware';
import type { RunInTransaction, Tx } from '../../platform/transaction';
import type { Locale } from '../../../../shared/locales';
import { isZone } from '../../domain/local-time';
import { EditorRefusal } from '../../editor-refusal';
import { forgetMovedSlugs, keepMovedSlugs } from './moved-slugs';
import { moveOn, speakerConfirmationJob } from './move-due-sessions';
import { newsOf } from './session-news';
import { loadKnownTitles, loadTitles, renamedIn } from './session-titles';
import * as store from './session-store';
import type { StoredSession } from './session-store';

export type SessionWriteDeps = {
  strapi: Core.Strapi;
  transaction: RunInTransaction;
  jobs: Pick<Jobs<JobCatalog>, 'enqueue'>;
  clock: Clock;
};

/** What the program works out itself. The admin shows it read-only; a script that sends it is not listened to. */
const DERIVED = [
  'registrationCount',
  'waitlistCount',
  'attendanceCount',
  'viewCount',
  'completionRate',
  'averageRating',
  'consultantMetrics',
  'followUpOpportunities',
  'odooEventId',
  'googleCalendarEventId',
  'revision',
  'movedRevision',
  'accessRevision',
  'startMovedAt',
  'topicDocumentId',
  'speakerDocumentId',
];

/** Words that routes use (`/sessions/upcoming`): a session of that slug could not be reached. */
const RESERVED_SLUGS = ['upcoming', 'facets'];

/**
 * Everything that must be right about a session, whoever saves it: texts, times and states. Seats are the concern of
 * the slice `registration`, which wraps this one and holds the lock.
 */
export const sessionWrites =
  (deps: SessionWriteDeps): DocumentMiddleware =>
  async (write, next) => {
    const { data } = write.params;
    if (write.action === 'delete')
      return deps.transaction((tx) => deleteSession(deps, tx, write, next));
    if (data !== undefined) prepare(data);
    if (write.action === 'update')
      return deps.transaction((tx) => updateSession(deps, tx, write, next));
    write.params.data = write.action === 'clone' ? { ...data, ...FRESH_COPY } : data;
    return deps.transaction((tx) => createSession(deps, tx, write, next));
  };

/** A duplicate starts over: nothing of the original's life but its texts and times. */
const FRESH_COPY = {
  state: 'draft',
  slug: null,
  scheduledPublishAt: null,
  registrationCount: 0,
  waitlistCount: 0,
  attendanceCount: 0,
  viewCount: 0,
  completionRate: null,
  averageRating: null,
  consultantMetrics: null,
  followUpOpportunities: null,
  odooEventId: null,
  googleCalendarEventId: null,
  recordingUrl: null,
  revision: 0,
  movedRevision: 0,
  accessRevision: 0,
  startMovedAt: null,
};

/** The same of the revenue that a session shares: only the share is an editor's to say. */
const DERIVED_REVENUE = ['consultantRevenue', 'platformRevenue'];

const prepare = (data: Record<string, unknown>) => {
  for (const field of DERIVED) delete data[field];
  const { revenueSharing } = data;
  if (isRecord(revenueSharing)) {
    const shared = { ...revenueSharing };
    for (const field of DERIVED_REVENUE) delete shared[field];
    data.revenueSharing = shared;
  }
  if (typeof data.slug === 'string') data.slug = data.slug.trim() || null;
  if (typeof data.series === 'string') data.series = data.series.trim() || null;
  if (typeof data.slug === 'string' && RESERVED_SLUGS.includes(data.slug)) {
    throw new EditorRefusal('slug_reserved');
  }
  if (typeof data.timezone === 'string' && !isZone(data.timezone)) {
    throw new EditorRefusal('timezone_unknown');
  }
  if (isOutOfRange(data.datetime)) throw new EditorRefusal('datetime_out_of_range');
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Calendar files have years of four digits, and an end that no `Date` can hold would break every list. */
const isOutOfRange = (value: unknown) => {
  if (typeof value !== 'string' && typeof value !== 'number' && !(value instanceof Date)) {
    return false;
  }
  const year = new Date(value).getUTCFullYear();
  return year < 1970 || year > 9998;
};

const createSession = async (deps: SessionWriteDeps, tx: Tx, write: DocumentWrite, next: Next) => {
  const state = write.params.data?.state ?? 'draft';
  if (state !== 'draft' && state !== 'published') throw new EditorRefusal('session_state_first');
  const result = await next();
  const document = writtenDocument(result);
  const session = await complete(tx, document, null);
  await keepAddress(tx, { before: null, after: session });
  await deps.jobs.enqueue(tx, speakerJobs(deps, { before: null, after: session }));
  await record(deps, tx, { action: 'session.created', session });
  return result;
};

const updateSession = async (deps: SessionWriteDeps, tx: Tx, write: DocumentWrite, next: Next) => {
  const found = await store.find(tx, write.params.documentId ?? '');
  // What the clock has made of it counts, whether or not a job has written that down: what is over stays over.
  const before = found && (await moveOn(deps, tx, found));
  const { data } = write.params;
  // A form sends the state that it was opened with: that is no wish.
  if (data !== undefined && data.state === found?.state) delete data.state;
  const wanted = data?.state;
  if (before !== null && typeof wanted === 'string' && !canBecome(before.state, wanted)) {
    throw new EditorRefusal('session_move_illegal');
  }
  const titles = await loadKnownTitles(deps.strapi, tx, write.params.documentId ?? '');
  const result = await next();
  if (before === null || result === null) return result;

  const document = writtenDocument(result);
  const after = await complete(tx, document, before);
  await keepAddress(tx, { before, after });
  const fields = store.changedFields(before, after);
  const renamed = renamedIn(titles, await loadTitles(deps.strapi, after.documentId));
  const jobs = await followUps(deps, tx, { before, after, fields, renamed });
  await deps.jobs.enqueue(tx, [...jobs, ...speakerJobs(deps, { before, after })]);
  await record(deps, tx, { action: 'session.updated', session: after, before, fields });
  const present = await store.find(tx, document.documentId);
  // Put off after it has begun, it is announced again; put forward to the past, it has begun.
  if (present !== null) Object.assign(document, { state: (await moveOn(deps, tx, present)).state });
  return result;
};

const deleteSession = async (deps: SessionWriteDeps, tx: Tx, write: DocumentWrite, next: Next) => {
  const session = await store.find(tx, write.params.documentId ?? '');
  const result = await next();
  if (session === null) return result;
  await forgetMovedSlugs(tx, 'session', session.documentId);
  await store.forgetPreviousStart(tx, session.documentId);
  await store.forgetMessages(tx, session.documentId);
  await record(deps, tx, { action: 'session.deleted', session });
  return result;
};

/** Nobody knows the address of a draft: it leads nowhere once it is changed. */
const keepAddress = (
  tx: Tx,
  { before, after }: { before: StoredSession | null; after: StoredSession }
) => {
  const known = before === null || before.state === 'draft' ? [] : [before.slug];
  return keepMovedSlugs(tx, {
    kind: 'session',
    documentId: after.documentId,
    before: known.flatMap((slug) => slug ?? []),
    after: [after.slug].flatMap((slug) => slug ?? []),
  });
};

/** Cancelled: everybody is cancelled and told. Changed: whom it concerns is told. Both replace the calendar entry. */
const followUps = async (
  { clock }: SessionWriteDeps,
  tx: Tx,
  {
    before,
    after,
    fields,
    renamed,
  }: { before: StoredSession; after: StoredSession; fields: string[]; renamed: Locale[] }
): Promise<NewJob<JobCatalog>[]> => {
  const isCancelled = after.state === 'cancelled' && before.state !== 'cancelled';
  const news = newsOf({ before, after, fields, renamed }, clock.now());
  if (!isCancelled && news === null) return [];

  const revision = await store.raiseRevision(tx, after.documentId, news);
  const phase = sessionPhase(before, clock.now());
  const isAnnounced = phase === 'published' || phase === 'live';
  if (isAnnounced && fields.includes('datetime')) {
    await store.keepPreviousStart(tx, before);
    await store.markStartMoved(tx, after.documentId, clock.now());
  }
  if (isCancelled || news === null) return [cancelAllJob(after.documentId)];
  return isAnnounced
    ? [
        notifyMovedJob(after.documentId, {
          news,
          revision,
          ...(news === 'renamed' && { languages: renamed }),
        }),
      ]
    : [];
};

/** Whoever is to speak hears of it once the session is public, and whoever takes over then. */
const speakerJobs = (
  { clock }: SessionWriteDeps,
  { before, after }: { before: StoredSession | null; after: CompleteSession }
): NewJob<JobCatalog>[] => {
  const now = clock.now();
  const isPublic = sessionPhase(after, now) === 'published';
  const wasPublic = before !== null && sessionPhase(before, now) !== 'draft';
  const isKnown = wasPublic && before.row.speaker_document_id === after.speakerId;
  return isPublic && !isKnown && after.speakerId !== null
    ? [speakerConfirmationJob(after, after.speakerId)]
    : [];
};

type CompleteSession = StoredSession & { speakerId: string | null };

/** Fills in what follows from what was saved: the plain ids that queries join by, and a slug where there is none. */
const complete = async (
  tx: Tx,
  document: WrittenDocument,
  before: StoredSession | null
): Promise<CompleteSession> => {
  const session = await store.find(tx, document.documentId);
  if (session === null) throw new Error('a saved session is not there');
  const links = await store.linkedDocumentIds(tx, session.rowId);
  if (links.topic === null) throw new EditorRefusal('session_topic_missing');
  const isAnotherTopic = links.topic !== before?.row.topic_document_id;
  if (isAnotherTopic && (await store.isArchived(tx, links.topic))) {
    throw new EditorRefusal('topic_archived');
  }
  const slug = session.slug ?? (await store.freeSlug(tx, { ...session, topicId: links.topic }));
  await store.saveLinks(tx, session.rowId, { ...links, slug });
  Object.assign(document, {
    slug,
    topicDocumentId: links.topic,
    speakerDocumentId: links.speaker,
  });
  return { ...session, slug, speakerId: links.speaker };
};

const record = (
  { strapi, clock }: SessionWriteDeps,
  tx: Tx,
  {
    action,
    session,
    before,
    fields,
  }: { action: string; session: StoredSession; before?: StoredSession; fields?: string[] }
) =>
  recordActivities(tx, {
    at: clock.now(),
    actor: currentActor(strapi),
    activities: [
      {
        action,
        subjectType: 'session',
        subjectId: session.documentId,
        sessionId: session.documentId,
        ...(before && { fromState: before.state }),
        toState: session.state,
        ...(fields && { fields }),
      },
    ],
  });

const canBecome = (from: SessionState, wanted: string) =>
  SESSION_STATES.some((state) => state === wanted && canMoveSession(from, state));
