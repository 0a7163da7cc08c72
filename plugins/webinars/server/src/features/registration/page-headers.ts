import type { Context } from 'koa';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../../../../shared/locales';
import { PERSONAL } from '../../platform/http/cacheable';
import { pagePolicy } from './page-frame';

/** What every page says of itself before it says anything: whose it is, and what it may do. */
export const pageHeaders = (ctx: Context, policy: Parameters<typeof pagePolicy>[0] = {}): void => {
  ctx.set({
    ...PERSONAL,
    'Content-Security-Policy': pagePolicy(policy),
    'X-Robots-Tag': 'noindex',
  });
  ctx.type = 'html';
};

/** The language of a visitor of whom nothing else is known. */
export const acceptedLocale = (ctx: Context): Locale =>
  LOCALES.find((locale) => locale === ctx.acceptsLanguages([...LOCALES])) ?? DEFAULT_LOCALE;
