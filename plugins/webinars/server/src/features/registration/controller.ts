import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { BODIES, pageQuery, registrationQuery, type PAGE_ACTIONS } from '../../../../shared/api';
import { localeQuery } from '../../../../shared/catalog';
import type { Locale } from '../../../../shared/locales';
import { registrationBody, registrationChanges } from '../../../../shared/registration';
import { DomainError } from '../../domain/errors';
import type { RegistrationState } from '../../domain/registration';
import { PERSONAL } from '../../platform/http/cacheable';
import { given, parseRequest } from '../../platform/http/define-controller';
import { repeatableOf } from '../../platform/http/idempotency-key';
import { addressKey } from '../../platform/http/rate-limit';
import { defineController } from '../../to-refusal';
import { showInvalidPage } from './invalid-page';
import { renderPage } from './page';
import { pageHeaders } from './page-headers';

import type { RegistrationView } from './registration-view';
import { registrationOf } from './service';

export const controller = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    async register(ctx) {
      const { limits, register, hops } = registrationOf(strapi);
      await limits.byAddress.consume(addressKey(ctx, hops));
      const { locale } = parseRequest(localeQuery, ctx.query);
      const body = parseRequest(registrationBody, ctx.request.body ?? {});
      const registrant = { body, language: body.language ?? locale };

      const receipt = await register({
        session: ctx.params.id,
        registrant,
        repeatable: repeatableOf(ctx, registrant),
      });
      ctx.status = 201;
      ctx.set(PERSONAL);
      ctx.body = { data: receipt, meta: { locale } };
    },

    async show(ctx) {
      const { locale } = parseRequest(registrationQuery, ctx.query);
      sendView(ctx, await registrationOf(strapi).show(ctx.params.token, locale));
    },

    async change(ctx) {
      const { locale } = parseRequest(registrationQuery, ctx.query);
      const body: unknown = ctx.request.body ?? {};
      const parsed = parseRequest(registrationChanges, body);
      const { termsAccepted: _terms, privacyConsent: _privacy, ...changes } = given(parsed, body);
      const { change, show } = registrationOf(strapi);
      await change(ctx.params.token, { changes, repeatable: repeatableOf(ctx, changes) });
      sendView(ctx, await show(ctx.params.token, locale));
    },

    cancel: (ctx) => act(strapi, ctx, 'cancel'),
    accept: (ctx) => act(strapi, ctx, 'accept'),
    decline: (ctx) => act(strapi, ctx, 'decline'),

    async page(ctx) {
      await showPage(strapi, ctx);
    },

    /** The page's form. Answers 303, so that reloading does not send it again. */
    async submitPage(ctx) {
      const { locale } = parseRequest(pageQuery, ctx.query);
      const { action } = parseRequest(BODIES.PageForm, ctx.request.body);
      await actFromPage(strapi, ctx, action);
      ctx.set(PERSONAL);
      ctx.status = 303;
      ctx.set('Location', `?done=${action}${locale ? `&locale=${locale}` : ''}`);
      ctx.body = '';
    },
  });

type PageAction = (typeof PAGE_ACTIONS)[number];

const act = async (strapi: Core.Strapi, ctx: Context, action: PageAction) => {
  const { locale } = parseRequest(registrationQuery, ctx.query);
  const service = registrationOf(strapi);
  await service[action](ctx.params.token, repeatableOf(ctx, null));
  sendView(ctx, await service.show(ctx.params.token, locale));
};

const sendView = (ctx: Context, data: RegistrationView) => {
  ctx.set(PERSONAL);
  ctx.body = { data, meta: { locale: data.language } };
};

const showPage = async (strapi: Core.Strapi, ctx: Context) => {
  const { locale, done } = parseRequest(pageQuery, ctx.query);
  const shown = await pageOrNull(strapi, ctx, locale);
  if (shown === null) return showInvalidPage(strapi, ctx, locale);
  pageHeaders(ctx);
  ctx.body = renderPage({
    ...shown,
    token: ctx.params.token,
    justDone: done !== undefined && isDone(done, shown.view.status) ? done : null,
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

/** What is no longer possible changes nothing; the page that follows says how things are. */
const actFromPage = async (strapi: Core.Strapi, ctx: Context, action: PageAction) => {
  try {
    await registrationOf(strapi)[action](ctx.params.token);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
};

/** An address that is shared or kept says nothing that is not so any more. */
const isDone = (done: PageAction | 'feed', status: RegistrationState) =>
  done === 'feed' || status === STATE_AFTER[done];

const STATE_AFTER: Record<PageAction, RegistrationState> = {
  cancel: 'cancelled',
  accept: 'confirmed',
  decline: 'cancelled',
};
