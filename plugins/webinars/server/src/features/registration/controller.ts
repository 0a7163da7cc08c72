import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { BODIES, registrationQuery } from '../../../../shared/api';
import { localeQuery } from '../../../../shared/catalog';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../../../../shared/locales';
import { registrationBody } from '../../../../shared/registration';
import { normalizeEmail } from '../../../../shared/email-address';
import { DomainError } from '../../domain/errors';
import { PERSONAL } from '../../platform/http/cacheable';
import { parseRequest } from '../../platform/http/define-controller';
import { addressKey } from '../../platform/http/rate-limit';
import { defineController } from '../../to-refusal';
import { PAGE_POLICY, renderInvalidPage, renderPage } from './page';
import { registrationOf } from './service';

export const controller = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    async register(ctx) {
      const { limits, register, hops } = registrationOf(strapi);
      await limits.byAddress.consume(addressKey(ctx, hops));
      const { locale } = parseRequest(localeQuery, ctx.query);
      const body = parseRequest(registrationBody, ctx.request.body ?? {});
      await limits.byEmail.consume(normalizeEmail(body.email) ?? body.email);

      const receipt = await register({
        session: ctx.params.id,
        registrant: { body, language: body.language ?? locale },
        actor: { kind: 'attendee' },
      });
      ctx.status = 201;
      ctx.set(PERSONAL);
      ctx.body = { data: receipt, meta: { locale } };
    },

    async show(ctx) {
      const { locale } = parseRequest(registrationQuery, ctx.query);
      const data = await registrationOf(strapi).show(ctx.params.token, locale);
      ctx.set(PERSONAL);
      ctx.body = { data, meta: { locale: data.language } };
    },

    async cancel(ctx) {
      const { locale } = parseRequest(registrationQuery, ctx.query);
      const { cancel, show } = registrationOf(strapi);
      await cancel(ctx.params.token);
      const data = await show(ctx.params.token, locale);
      ctx.set(PERSONAL);
      ctx.body = { data, meta: { locale: data.language } };
    },

    async page(ctx) {
      await showPage(strapi, ctx);
    },

    /** The page's form. Answers 303, so that reloading does not send it again. */
    async submitPage(ctx) {
      const { locale } = parseRequest(pageQuery, ctx.query);
      const { action } = parseRequest(BODIES.PageForm, ctx.request.body);
      if (action === 'cancel') await cancelFromPage(strapi, ctx);
      ctx.set(PERSONAL);
      ctx.status = 303;
      ctx.set('Location', `?done=${action}${locale ? `&locale=${locale}` : ''}`);
      ctx.body = '';
    },
  });

const pageQuery = z.object({
  locale: z.enum(LOCALES).optional().catch(undefined),
  done: z.literal('cancel').optional().catch(undefined),
});

const showPage = async (strapi: Core.Strapi, ctx: Context) => {
  const { locale, done } = parseRequest(pageQuery, ctx.query);
  ctx.set({ ...PERSONAL, 'Content-Security-Policy': PAGE_POLICY, 'X-Robots-Tag': 'noindex' });
  ctx.type = 'html';
  const shown = await pageOrNull(strapi, ctx, locale);
  if (shown === null) {
    const accepted = locale ?? acceptedLocale(ctx);
    const program = await registrationOf(strapi).pageProgram(accepted);
    ctx.status = 404;
    ctx.body = renderInvalidPage({ program, locale: accepted });
    return;
  }
  ctx.body = renderPage({
    ...shown,
    token: ctx.params.token,
    isJustCancelled: done === 'cancel' && shown.view.status === 'cancelled',
  });
};

/** A person sees a page whatever happens: an invalid link is one too. */
const pageOrNull = async (strapi: Core.Strapi, ctx: Context, locale?: Locale) => {
  try {
    return await registrationOf(strapi).showPage(ctx.params.token, locale);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
};

/** What can no longer be cancelled stays as it is; the page that follows says so. */
const cancelFromPage = async (strapi: Core.Strapi, ctx: Context) => {
  try {
    await registrationOf(strapi).cancel(ctx.params.token);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
};

const acceptedLocale = (ctx: Context): Locale =>
  LOCALES.find((locale) => locale === ctx.acceptsLanguages([...LOCALES])) ?? DEFAULT_LOCALE;
