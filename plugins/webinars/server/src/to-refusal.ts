import type { Context } from 'koa';
import { describeIssues } from '../../shared/field-errors';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../../shared/locales';
import { PUBLIC_ERRORS, REQUEST_ERRORS } from '../../shared/errors';
import { DomainError } from './domain/errors';
import { MetricsOff } from './meters/metrics-off';
import { Unauthorized } from './platform/http/bearer';
import {
  createDefineController,
  InvalidRequest,
  UnreadableBody,
  type ToRefusal,
} from './platform/http/define-controller';
import { RateLimited } from './platform/http/rate-limit';
import { isDatabaseBusy } from './platform/database-busy';
import { IdempotencyInProgress, IdempotencyKeyReused } from './platform/idempotency';

/** What leaves the system as a refusal, in the caller's language; everything else is a fault and stays a 500. */
const toRefusal: ToRefusal = (error, ctx) => {
  const locale = localeOf(ctx);
  if (error instanceof DomainError) {
    const { status, message } = PUBLIC_ERRORS[error.code];
    return { status, code: error.code, message: message[locale], details: error.details };
  }
  if (error instanceof InvalidRequest) {
    const errors = describeIssues(error.issues, locale);
    return { ...inWords('validation_failed', locale), details: { errors } };
  }
  if (error instanceof UnreadableBody) return inWords('body_unreadable', locale);
  if (error instanceof Unauthorized) {
    return { ...inWords('unauthorized', locale), headers: { 'WWW-Authenticate': 'Bearer' } };
  }
  if (error instanceof MetricsOff) return inWords('metrics_off', locale);
  if (error instanceof RateLimited) {
    const headers = { 'Retry-After': String(error.retryAfterSeconds) };
    return { ...inWords('rate_limited', locale), headers };
  }
  if (error instanceof IdempotencyKeyReused) return inWords('idempotency_key_reused', locale);
  if (error instanceof IdempotencyInProgress) {
    return { ...inWords('idempotency_in_progress', locale), headers: { 'Retry-After': '1' } };
  }
  if (isDatabaseBusy(error)) return { ...inWords('busy', locale), headers: { 'Retry-After': '5' } };
  return null;
};

const inWords = (code: keyof typeof REQUEST_ERRORS, locale: Locale) => {
  const { status, message } = REQUEST_ERRORS[code];
  return { status, code, message: message[locale] };
};

/** The language to refuse in: the one asked for, or an editor's own. A wrong `?locale` is refused in the default one. */
export const localeOf = (ctx: Context): Locale => {
  const wanted: unknown = ctx.query.locale ?? ctx.state.user?.preferedLanguage;
  return LOCALES.find((locale) => locale === wanted) ?? DEFAULT_LOCALE;
};

export const defineController = createDefineController(toRefusal);
