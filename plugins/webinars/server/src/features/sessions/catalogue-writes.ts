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
import * as store from './session-store';

export const topicWrites = (deps: SessionWriteDeps) => translatedWrites(deps, 'topic');
export const speakerWrites = (deps: SessionWriteDeps) => translatedWrites(deps, 'speaker');

/**
 * Topics and speakers: the default language first, since every other one falls back to it; and nothing is deleted
 * that a session shows.
 */
const translatedWrites =
  (deps: SessionWriteDeps, kind: 'topic' | 'speaker'): DocumentMiddleware =>
  (write, next) =>
    deps.transaction(async (tx) => {
      const { documentId, locale = DEFAULT_LOCALE } = write.params;
      const isWhole = locale === '*' || locale === DEFAULT_LOCALE;
      if (
        write.action === 'delete' &&
        isWhole &&
        (await store.isUsedBySessions(tx, kind, documentId ?? ''))
      ) {
        throw new EditorRefusal('in_use_by_sessions');
      }
      if (write.action === 'create' && locale !== DEFAULT_LOCALE) {
        throw new EditorRefusal('default_locale_first');
      }
      return logged(deps, tx, { kind, write, next });
    });

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
        fields: Object.keys(write.params.data ?? {}),
      },
    ],
  });
  return result;
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
