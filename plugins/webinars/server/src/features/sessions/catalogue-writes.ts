import { recordActivities } from '../../platform/activity-log';
import { currentActor, type DocumentMiddleware } from '../../platform/document-middleware';
import type { Tx } from '../../platform/transaction';
import { EditorRefusal } from '../../editor-refusal';
import { DEFAULT_LOCALE } from '../../../../shared/locales';
import { writtenDocument, type SessionWriteDeps } from './session-writes';
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
      if (write.action === 'delete') {
        const isWhole =
          write.params.locale === undefined || locale === '*' || locale === DEFAULT_LOCALE;
        if (isWhole && (await store.isUsedBySessions(tx, kind, documentId ?? ''))) {
          throw new EditorRefusal('in_use_by_sessions');
        }
      }
      if (write.action === 'create' && locale !== DEFAULT_LOCALE) {
        throw new EditorRefusal('default_locale_first');
      }
      const result = await next();
      const subjectId =
        write.action === 'create' || write.action === 'clone'
          ? writtenDocument(result).documentId
          : documentId;
      await record(deps, tx, { action: `${kind}.${PAST[write.action]}`, kind, subjectId, write });
      return result;
    });

const PAST = { create: 'created', update: 'updated', delete: 'deleted', clone: 'copied' } as const;

const record = (
  { strapi, clock }: SessionWriteDeps,
  tx: Tx,
  {
    action,
    kind,
    subjectId = '',
    write,
  }: {
    action: string;
    kind: string;
    subjectId?: string;
    write: Parameters<DocumentMiddleware>[0];
  }
) =>
  recordActivities(tx, {
    at: clock.now(),
    actor: currentActor(strapi),
    activities: [
      {
        action,
        subjectType: kind,
        subjectId,
        fields: Object.keys(write.params.data ?? {}),
      },
    ],
  });
