import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Locale } from '../../../../shared/locales';
import { DomainError } from '../../domain/errors';
import { renderInvalidPage } from './page-frame';
import { acceptedLocale, pageHeaders } from './page-headers';
import { loadPageProgram } from './page-program';

/** What a person sees whose link leads nowhere. */
export const showInvalidPage = async (
  strapi: Core.Strapi,
  ctx: Context,
  wanted?: Locale
): Promise<void> => {
  const locale = wanted ?? acceptedLocale(ctx);
  pageHeaders(ctx);
  ctx.status = 404;
  ctx.body = renderInvalidPage({ program: await loadPageProgram(strapi, locale), locale });
};

/** A person sees a page whatever happens: null is what they are told of by one. */
export const unlessRefused = async <T>(answer: Promise<T>): Promise<T | null> => {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
};
