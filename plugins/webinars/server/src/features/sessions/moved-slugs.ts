import type { Tx } from '../../platform/transaction';

export type NamedKind = 'session' | 'topic' | 'speaker';

type SlugChange = {
  kind: NamedKind;
  documentId: string;
  before: readonly string[];
  after: readonly string[];
};

/**
 * An address that people know goes on leading to its document after an editor has changed it, until somebody else
 * takes it.
 */
export const keepMovedSlugs = async (
  tx: Tx,
  { kind, documentId, before, after }: SlugChange
): Promise<void> => {
  const taken = after.filter((slug) => !before.includes(slug));
  if (taken.length > 0) await tx.table(TABLE).where({ kind }).whereIn('slug', taken).delete();
  const left = before.filter((slug) => !after.includes(slug));
  if (left.length === 0) return;
  await tx
    .table(TABLE)
    .insert(left.map((slug) => ({ kind, slug, document_id: documentId })))
    .onConflict(['kind', 'slug'])
    .merge();
};

/** A document that is gone has no address to lead to. */
export const forgetMovedSlugs = async (
  tx: Tx,
  kind: NamedKind,
  documentId: string
): Promise<void> => {
  await tx.table(TABLE).where({ kind, document_id: documentId }).delete();
};

/** Addresses with this beginning that still lead somewhere. */
export const movedSlugsLike = async (tx: Tx, kind: NamedKind, base: string): Promise<string[]> => {
  const slugs = await tx
    .table(TABLE)
    .where({ kind })
    .where('slug', 'like', `${base}%`)
    .pluck('slug');
  return slugs.map(String);
};

/** The slugs that a topic or speaker is shown by, in every language. */
export const shownSlugs = async (
  tx: Tx,
  kind: 'topic' | 'speaker',
  documentId: string
): Promise<string[]> => {
  const rows = tx.table(`webinars_${kind}s`).where({ document_id: documentId });
  if (kind === 'topic') void rows.whereNotNull('published_at');
  const slugs = await rows.whereNotNull('slug').distinct().pluck('slug');
  return slugs.map(String);
};

export const isGone = async (
  tx: Tx,
  kind: 'topic' | 'speaker',
  documentId: string
): Promise<boolean> => {
  const row = await tx.table(`webinars_${kind}s`).where({ document_id: documentId }).first('id');
  return row === undefined;
};

const TABLE = 'webinars_moved_slugs';
