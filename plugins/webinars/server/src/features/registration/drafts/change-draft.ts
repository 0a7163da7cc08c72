import { DomainError } from '../../../domain/errors';
import type { Draft } from './draft-store';
import * as store from './draft-store';
import type { DraftDeps } from './ports';
import { documentIdsOf } from './session-ids';

export type DraftChange = {
  publicId: string;
  isAllowed: (draft: Draft) => boolean;
  /** documentIds or slugs, instead of those that it was for. */
  sessions: readonly string[] | undefined;
  fields: Draft['fields'];
};

/** Fills in more of a draft, or something else. What has been submitted stays as it is. */
export const changeDraft =
  (deps: DraftDeps) =>
  async ({ publicId, isAllowed, sessions, fields }: DraftChange): Promise<Draft> => {
    const documentIds = sessions && (await documentIdsOf(deps, sessions));
    return deps.transaction(async (tx) => {
      const draft = await store.lock(tx, publicId, deps.clock.now());
      if (draft === null || !isAllowed(draft)) throw new DomainError('token_invalid');
      if (draft.state === 'submitted') throw new DomainError('draft_submitted');
      const changed: Draft = {
        ...draft,
        sessions: documentIds ?? draft.sessions,
        fields: { ...draft.fields, ...fields },
      };
      await store.save(tx, changed);
      return changed;
    });
  };
