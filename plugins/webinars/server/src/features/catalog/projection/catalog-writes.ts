import type { Core } from '@strapi/strapi';
import {
  writtenDocument,
  type DocumentMiddleware,
  type DocumentWrite,
} from '../../../platform/document-middleware';
import type { Tx } from '../../../platform/transaction';
import { refreshSessions, refreshUsers, type RefreshDeps } from './refresh-catalog';

/** A session that is written is shown so from the same commit on. */
export const shownSessions =
  (deps: RefreshDeps): DocumentMiddleware =>
  (write, next) =>
    deps.transaction(async (tx) => {
      const result = await next();
      await refreshSessions(deps, tx, writtenIds(write, result));
      return result;
    });

/** Topics, speakers and names: whatever shows them follows. */
export const shownDocuments =
  (deps: RefreshDeps): DocumentMiddleware =>
  (write, next) => {
    if (isDraft(write)) return next();
    return deps.transaction(async (tx) => {
      const result = await next();
      for (const documentId of writtenIds(write, result)) await refreshUsers(deps, tx, documentId);
      return result;
    });
  };

/**
 * The draft of a topic is shown nowhere. To save and publish is one transaction in the Content Manager, and it would
 * lock the catalogue before the rows that others hold who wait for the catalogue.
 */
const isDraft = ({ uid, action, params }: DocumentWrite) =>
  uid === 'plugin::webinars.topic' &&
  DRAFTING.some((drafting) => drafting === action) &&
  params.status !== 'published';

const DRAFTING = ['create', 'update', 'clone', 'discardDraft'];

/** A clone or a new document is another one than the write was called with. */
const writtenIds = ({ action, params }: DocumentWrite, result: unknown): string[] => {
  const isNew = action === 'create' || action === 'clone';
  if (isNew) return [writtenDocument(result).documentId];
  return params.documentId === undefined ? [] : [params.documentId];
};

/** The media library replaces and deletes files behind the documents that show them. */
export const followFiles = (strapi: Core.Strapi, deps: RefreshDeps): void => {
  const follow = async (event: FileEvent) => {
    const id = event.params.where?.id ?? event.result?.id;
    if (id === undefined) return;
    await deps.transaction((tx: Tx) => refreshUsers(deps, tx, `file:${String(id)}`));
  };
  strapi.db.lifecycles.subscribe({
    models: ['plugin::upload.file'],
    afterUpdate: (event) => follow(event as FileEvent),
    afterDelete: (event) => follow(event as FileEvent),
  });
};

type FileEvent = { params: { where?: { id?: unknown } }; result?: { id?: unknown } };
