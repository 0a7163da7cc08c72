import { DomainError } from '../../../domain/errors';
import type { Draft } from './draft-store';
import * as store from './draft-store';
import type { DraftDeps } from './ports';

/** The draft that a token opens. @throws `token_invalid` */
export const findDraft =
  ({ rows, clock, tokens }: DraftDeps) =>
  async (token: string): Promise<Draft> => {
    const publicId = tokens.claimedId(token);
    const draft = publicId === null ? null : await store.find(rows, publicId, clock.now());
    if (draft === null || !tokens.isValid('draft', token, draft)) {
      throw new DomainError('token_invalid');
    }
    return draft;
  };
