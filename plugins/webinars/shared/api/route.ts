import type { z } from 'zod';
import type { ErrorCode } from '../../server/src/domain/errors';
import type { REQUEST_ERRORS } from '../errors';
import type { AnswerName, BodyName } from './shapes';

export type Answer =
  /** `{ data, meta: { locale } }`; health has no language, and no `meta`. */
  | { kind: 'item'; of: AnswerName; hasMeta?: false }
  /** `meta`: what it says besides the language, by name. */
  | { kind: 'list'; of: AnswerName; meta?: Readonly<Record<string, AnswerName>> }
  /** A list with `meta.pagination`. */
  | { kind: 'page'; of: AnswerName }
  | { kind: 'file'; mediaType: string }
  /** Only headers. */
  | { kind: 'redirect' }
  | { kind: 'nothing' };

export type RefusalCode = ErrorCode | keyof typeof REQUEST_ERRORS;

export type PublicRoute = {
  method: 'GET' | 'POST' | 'PATCH';
  /** As Strapi's router writes it, below `/api/webinars`. */
  path: string;
  operationId: string;
  tag: 'Catalogue' | 'Registration' | 'Signals' | 'Operations';
  summary: string;
  query?: z.ZodObject;
  /** `isForm`: it may come from an HTML form as well. */
  body?: { of: BodyName; mediaType: string; isForm?: true };
  /** By HTTP status. */
  answers: Readonly<Record<number, Answer>>;
  /** Whoever accepts HTML is answered with a page, whatever the answer is. */
  hasPage?: true;
  /** Has an ETag, and answers 304. */
  isCached?: true;
  /** The same of what is personal, and kept by nobody in between. */
  isConditional?: true;
  /** Takes an `Idempotency-Key`: a request that comes again does nothing a second time. */
  isRepeatable?: true;
  /** Has a key of its own, whatever the others ask for. */
  needsMetricsToken?: true;
  refusals: readonly RefusalCode[];
};

export const item = (of: AnswerName): Answer => ({ kind: 'item', of });
export const page = (of: AnswerName): Answer => ({ kind: 'page', of });

/** The slug was changed: `Location` is where it is now, with the same query. */
export const MOVED: Answer = { kind: 'redirect' };
export const JSON_BODY = 'application/json';
