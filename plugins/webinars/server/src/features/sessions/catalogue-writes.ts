import type { Core, UID } from '@strapi/strapi';
import { tellRenamedJob } from '../../domain/job-catalog';
import { recordActivities } from '../../platform/activity-log';
import {
  currentActor,
  writtenDocument,
  type DocumentMiddleware,
  type DocumentWrite,
  type Next,
} from '../../platform/document-middleware';
import type { Tx } from '../../platform/transaction';
import { EditorRefusal } from '../../editor-refusal';
import { DEFAULT_LOCALE } from '../../../../shared/locales';
import type { SessionWriteDeps } from './session-writes';
import { forgetMovedSlugs, isGone, keepMovedSlugs, shownSlugs } from './moved-slugs';
import * as store from './session-store';
import { publishedTitles, renamedIn, titlesOf } from './session-titles';
import { forgetKnownTitles, keepKnownTitles, lockKnownTitles } from './known-titles';

export const topicWrites = (deps: SessionWriteDeps) => translatedWrites(deps, 'topic');
export const speakerWrites = (deps: SessionWriteDeps) => translatedWrites(deps, 'speaker');

/** What the program works out about a speaker itself. A copy is somebody else, and starts without it. */
const DERIVED_OF_SPEAKERS = ['performance', 'qualityMetrics', 'linkedinData'];

/**
 * Topics and speakers: the default language comes first and goes last, since every other one falls back to it; and
 * nothing is deleted that a session shows.
 */
const translatedWrites =
  (deps: SessionWriteDeps, kind: 'topic' | 'speaker'): DocumentMiddleware =>
  (write, next) => {
    if (kind === 'speaker') leaveOutDerived(write);
    return deps.transaction(async (tx) => {
      const { documentId = '', locale = DEFAULT_LOCALE } = write.params;
      const isNew = write.action === 'create' || write.action === 'clone';
      if (isNew && locale !== DEFAULT_LOCALE) throw new EditorRefusal('default_locale_first');
      if (write.action === 'delete') await refuseLoss(tx, { kind, documentId, locale });
      const before = await shownSlugs(tx, kind, documentId);
      const result =
        kind === 'topic'
          ? await followingTitles(deps, tx, {
              write,
              next: () => logged(deps, tx, { kind, write, next }),
            })
          : await logged(deps, tx, { kind, write, next });
      const owner = isNew ? writtenDocument(result).documentId : documentId;
      await keepAddresses(tx, { kind, documentId: owner, before });
      return result;
    });
  };

/**
 * Sessions that go by their topic's title have another one as soon as the topic is published with another title, also
 * when it was not published in between.
 */
const followingTitles = async (
  { strapi, jobs, clock }: SessionWriteDeps,
  tx: Tx,
  { write, next }: { write: DocumentWrite; next: Next }
) => {
  const { documentId } = write.params;
  if (documentId === undefined) return next();
  const known = titlesOf([
    ...(await lockKnownTitles(tx, documentId)),
    ...(await publishedTitles(strapi, documentId)),
  ]);
  const result = await next();
  if (await isGone(tx, 'topic', documentId)) {
    await forgetKnownTitles(tx, documentId);
    return result;
  }
  const after = titlesOf(await publishedTitles(strapi, documentId));
  await keepKnownTitles(tx, documentId, { known, after });
  if (renamedIn(known, after).length > 0) {
    await jobs.enqueue(tx, [tellRenamedJob(documentId, clock.now())]);
  }
  return result;
};

const keepAddresses = async (
  tx: Tx,
  {
    kind,
    documentId,
    before,
  }: { kind: 'topic' | 'speaker'; documentId: string; before: readonly string[] }
) => {
  if (await isGone(tx, kind, documentId)) return forgetMovedSlugs(tx, kind, documentId);
  const after = await shownSlugs(tx, kind, documentId);
  await keepMovedSlugs(tx, { kind, documentId, before, after });
};

const leaveOutDerived = (write: DocumentWrite) => {
  if (write.action !== 'clone' && write.params.data === undefined) return;
  const data = { ...write.params.data };
  for (const field of DERIVED_OF_SPEAKERS) {
    if (write.action === 'clone') data[field] = null;
    else delete data[field];
  }
  write.params.data = data;
};

/** Throws when a deletion would take what a session shows, or leave a document without its default language. */
const refuseLoss = async (
  tx: Tx,
  { kind, documentId, locale }: { kind: 'topic' | 'speaker'; documentId: string; locale: string }
) => {
  if (locale !== '*' && locale !== DEFAULT_LOCALE) return;
  await store.lockShown(tx, kind, documentId);
  if (await store.isUsedBySessions(tx, kind, documentId)) {
    throw new EditorRefusal('in_use_by_sessions');
  }
  if (locale !== '*' && (await store.isTranslated(tx, kind, documentId))) {
    throw new EditorRefusal('default_locale_last');
  }
};

/** Settings, categories and their like obey no rule of their own, but who changed them is on record. */
export const loggedWrites =
  (deps: SessionWriteDeps, kind: string): DocumentMiddleware =>
  (write, next) =>
    deps.transaction((tx) => logged(deps, tx, { kind, write, next }));

const logged = async (
  deps: SessionWriteDeps,
  tx: Tx,
  { kind, write, next }: { kind: string; write: DocumentWrite; next: Next }
) => {
  const result = await next();
  const isNew = write.action === 'create' || write.action === 'clone';
  await recordActivities(tx, {
    at: deps.clock.now(),
    actor: currentActor(deps.strapi),
    activities: [
      {
        action: `${kind}.${PAST[write.action]}`,
        subjectType: kind,
        subjectId: isNew ? writtenDocument(result).documentId : (write.params.documentId ?? ''),
        fields: fieldsOf(deps.strapi, write),
      },
    ],
  });
  return result;
};

/** Of what was sent, the names that are the type's own: a request may call a field whatever it likes. */
const fieldsOf = (strapi: Core.Strapi, { uid, params }: DocumentWrite) => {
  const { attributes } = strapi.getModel(uid as UID.ContentType);
  return Object.keys(params.data ?? {}).filter((field) => Object.hasOwn(attributes, field));
};

const PAST: Record<DocumentWrite['action'], string> = {
  create: 'created',
  update: 'updated',
  delete: 'deleted',
  clone: 'copied',
  publish: 'published',
  unpublish: 'unpublished',
  discardDraft: 'draft-discarded',
};
