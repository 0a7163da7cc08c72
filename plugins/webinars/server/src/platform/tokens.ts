import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a token lets its bearer do. One token never opens another purpose's door. */
export type TokenPurpose =
  'manage' | 'join' | 'feed' | 'feedback' | 'unsubscribe' | 'onboarding' | 'draft';

export type TokenSubject = { publicId: string; tokenVersion: number };

export type Tokens = {
  sign(purpose: TokenPurpose, subject: TokenSubject): string;
  /** The public id that a token claims to belong to, unverified: enough to load the row that verifies it. */
  claimedId(token: string): string | null;
  isValid(purpose: TokenPurpose, token: string, subject: TokenSubject): boolean;
};

const TOKEN = /^([0-9a-f]{32})\.([A-Za-z0-9_-]{43})$/;

/**
 * Tokens are `<publicId>.<mac>`: 128 random bits of the row and an HMAC-SHA256 over purpose, id and version. Nothing of
 * them is stored; raising the version revokes. The first secret signs, all of them verify, so that secrets can rotate.
 */
export const createTokens = (secrets: readonly string[]): Tokens => {
  const [signingSecret] = secrets;
  if (signingSecret === undefined) throw new Error('Tokens need at least one secret');

  return {
    sign: (purpose, subject) => `${subject.publicId}.${mac(signingSecret, purpose, subject)}`,
    claimedId: (token) => TOKEN.exec(token)?.[1] ?? null,
    isValid: (purpose, token, subject) => {
      const [, publicId, signature] = TOKEN.exec(token) ?? [];
      if (publicId !== subject.publicId || signature === undefined) return false;
      return secrets.some((secret) => isSame(signature, mac(secret, purpose, subject)));
    },
  };
};

const mac = (secret: string, purpose: TokenPurpose, { publicId, tokenVersion }: TokenSubject) =>
  createHmac('sha256', secret).update(`${purpose}:${publicId}:${tokenVersion}`).digest('base64url');

/** Letters, not bytes: the last letter of base64 carries two bits that no byte has, and a token has one spelling. */
const isSame = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
