import { DomainError } from '../../domain/errors';
import type { TokenPurpose, Tokens } from '../../platform/tokens';
import type { Tx } from '../../platform/transaction';
import * as store from './registration-store';
import type { StoredRegistration } from './registration-store';

/** The registration that a token opens for one purpose. Throws `token_invalid`. */
export const findByToken =
  ({ rows, tokens }: { rows: Pick<Tx, 'table'>; tokens: Tokens }, purpose: TokenPurpose) =>
  async (token: string): Promise<StoredRegistration> => {
    const publicId = tokens.claimedId(token);
    const registration = publicId === null ? null : await store.findByPublicId(rows, publicId);
    if (registration === null || !tokens.isValid(purpose, token, registration)) {
      throw new DomainError('token_invalid');
    }
    return registration;
  };
