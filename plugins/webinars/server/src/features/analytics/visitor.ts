import { createHmac, randomBytes } from 'node:crypto';

/** What a request tells of who sends it, and of whether it wants to be counted. */
export type Visit = { address: string; userAgent: string; isUnwilling: boolean };

/** Days are those of UTC, as in `2026-12-03`. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

export const newSalt = (): string => randomBytes(32).toString('base64url');

/**
 * The same visitor on the same day, and nothing else: the salt is random, and gone with the day, so that nobody can
 * find out who it was or see that somebody came again.
 */
export const visitorKey = ({ address, userAgent }: Visit, salt: string): string =>
  createHmac('sha256', salt).update(`${address}\n${userAgent}`).digest('base64url').slice(0, 22);
