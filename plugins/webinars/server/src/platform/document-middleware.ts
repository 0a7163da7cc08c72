import type { Core, Modules } from '@strapi/strapi';
import type { Actor } from './activity-log';

/** Publishing exists for types with drafts only. */
const WRITES = [
  'create',
  'update',
  'delete',
  'clone',
  'publish',
  'unpublish',
  'discardDraft',
] as const;

/** What Strapi's document service hands to a middleware, as far as ours look at it. */
export type DocumentWrite = {
  uid: string;
  action: (typeof WRITES)[number];
  params: {
    documentId?: string;
    locale?: string;
    status?: string;
    data?: Record<string, unknown>;
  };
};

/** The document that a write answers with: for `delete` and `clone` wrapped in `entries`. */
export type WrittenDocument = Record<string, unknown> & { documentId: string };

/** Strapi's own word for what a document service method answers. */
export type Answer =
  ReturnType<Modules.Documents.Middleware.Middleware> extends Promise<infer Value> ? Value : never;

/** Does the write itself, and whatever else surrounds it. */
export type Next = () => Promise<Answer>;

export type DocumentMiddleware = (write: DocumentWrite, next: Next) => Promise<Answer>;

/** `create` and `update` answer the document, `clone` an object that lists it. */
export const writtenDocument = (result: unknown): WrittenDocument => {
  const { entries } = result as { entries?: WrittenDocument[] };
  const document = entries === undefined ? (result as WrittenDocument) : entries[0];
  if (document === undefined) throw new Error('a write answered no document');
  return document;
};

/** Runs `middleware` around every write of one content type, whoever makes it: the admin, a script, a seed. */
export const onDocumentWrite = (
  strapi: Core.Strapi,
  uid: string,
  middleware: DocumentMiddleware
): void => {
  strapi.documents.use((context, next) => {
    if (context.uid !== uid || !WRITES.some((write) => write === context.action)) return next();
    const write = context as DocumentWrite;
    keepIdentity(write);
    return middleware(write, next);
  });
};

/**
 * Strapi would write a sent `documentId` or `id` into the row: whatever hangs on the document would have lost it, and
 * on PostgreSQL the sequence of ids would run into the row one day. The language is a parameter, never a field.
 */
const keepIdentity = ({ params }: DocumentWrite) => {
  if (params.data === undefined) return;
  const { documentId: _documentId, id: _id, locale: _locale, ...data } = params.data;
  params.data = data;
};

/** Who is behind the present call: an editor in the admin, an API token, or the program itself. */
export const currentActor = (strapi: Core.Strapi): Actor => {
  const state = strapi.requestContext.get()?.state;
  const strategy: unknown = state?.auth?.strategy?.name;
  if (strategy === 'admin') return { kind: 'editor', id: String(state?.user?.id ?? '') };
  return strategy === undefined ? { kind: 'system' } : { kind: 'api' };
};

/** The language that the editor has chosen for the admin. */
export const editorLanguage = (strapi: Core.Strapi): string | undefined =>
  strapi.requestContext.get()?.state?.user?.preferedLanguage;
