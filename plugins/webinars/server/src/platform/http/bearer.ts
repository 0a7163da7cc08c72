import { createHash, timingSafeEqual } from 'node:crypto';

/** The request lacks the key that it needs. */
export class Unauthorized extends Error {
  constructor() {
    super('unauthorized');
  }
}

/** The token of an Authorization header, or an empty text. */
export const bearerOf = (authorization: string): string =>
  /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '';

/** Takes as long whatever is alike: neither letters nor length can be found out by the clock. */
export const isSameSecret = (a: string, b: string): boolean =>
  timingSafeEqual(digest(a), digest(b));

const digest = (text: string) => createHash('sha256').update(text).digest();
