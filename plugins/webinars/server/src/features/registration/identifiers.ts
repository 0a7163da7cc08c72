import { randomBytes, randomInt } from 'node:crypto';

/** Strapi's document ids are 24 lower-case letters and digits (cuid2). */
export const newDocumentId = () => pick(1, LETTERS) + pick(23, `${LETTERS}0123456789`);

export const isDocumentId = (text: string) => /^[a-z][a-z0-9]{23}$/.test(text);

/** 128 random bits, the public half of a registrant's tokens. */
export const newPublicId = () => randomBytes(16).toString('hex');

/** For people, on the phone: without letters that look or sound like another. */
export const newReference = () => `WEB-${pick(4, UNAMBIGUOUS)}-${pick(4, UNAMBIGUOUS)}`;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const UNAMBIGUOUS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

const pick = (length: number, alphabet: string) =>
  Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
