import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Locale } from '../../../../shared/locales';
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
