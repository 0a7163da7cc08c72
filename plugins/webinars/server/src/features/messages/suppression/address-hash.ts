import { createHmac } from 'node:crypto';

export type AddressHashes = {
  /** Under the secret that is in force. */
  of(emailKey: string): string;
  /** Under every secret that is still known: what was written before a change of secrets is found. */
  all(emailKey: string): string[];
};

/**
 * Keyed, so that nobody who has the table alone can try addresses out. An address that is erased stays suppressed, and
 * nothing about it is left but this.
 */
export const createAddressHashes = (secrets: readonly string[]): AddressHashes => {
  const [present] = secrets;
  if (present === undefined) throw new Error('Hashes of addresses need at least one secret');
  const hash = (secret: string, emailKey: string) =>
    createHmac('sha256', secret).update(`suppression:${emailKey}`).digest('base64url');
  return {
    of: (emailKey) => hash(present, emailKey),
    all: (emailKey) => secrets.map((secret) => hash(secret, emailKey)),
  };
};
