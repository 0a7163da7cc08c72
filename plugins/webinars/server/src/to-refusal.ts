import type { Context } from 'koa';
import { describeIssues } from '../../shared/field-errors';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../../shared/locales';
import { PUBLIC_ERRORS, REQUEST_ERRORS } from '../../shared/errors';
import { DomainError } from './domain/errors';
import {
  createDefineController,
  InvalidRequest,
  type ToRefusal,
} from './platform/http/define-controller';
import { RateLimited } from './platform/http/rate-limit';

/** What leaves the system as a refusal, in the caller's language; everything else is a fault and stays a 500. */
const toRefusal: ToRefusal = (error, ctx) => {
  const locale = localeOf(ctx);
  if (error instanceof DomainError) {
    const { status, message } = PUBLIC_ERRORS[error.code];
    return { status, code: error.code, message: message[locale], details: error.details };
  }
  if (error instanceof InvalidRequest) {
    const { status, message } = REQUEST_ERRORS.validation_failed;
    const errors = describeIssues(error.issues, locale);
    return { status, code: 'validation_failed', message: message[locale], details: { errors } };
  }
  if (error instanceof RateLimited) {
    const { status, message } = REQUEST_ERRORS.rate_limited;
    const headers = { 'Retry-After': String(error.retryAfterSeconds) };
    return { status, code: 'rate_limited', message: message[locale], headers };
  }
  if (isOutOfConnections(error)) {
    const { status, message } = REQUEST_ERRORS.busy;
    return { status, code: 'busy', message: message[locale], headers: { 'Retry-After': '5' } };
  }
  return null;
};

/** The language to refuse in: the one asked for, or an editor's own. A wrong `?locale` is refused in the default one. */
export const localeOf = (ctx: Context): Locale => {
  const wanted: unknown = ctx.query.locale ?? ctx.state.user?.preferedLanguage;
  return LOCALES.find((locale) => locale === wanted) ?? DEFAULT_LOCALE;
};

/** knex gave up waiting for a connection after `acquireConnectionTimeout`. */
const isOutOfConnections = (error: unknown) =>
  error instanceof Error && error.name === 'KnexTimeoutError';

export const defineController = createDefineController(toRefusal);
