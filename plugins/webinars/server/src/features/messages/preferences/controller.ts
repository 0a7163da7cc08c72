import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { BODIES, unsubscribeQuery } from '../../../../../shared/api';
import { PERSONAL } from '../../../platform/http/cacheable';
import { parseRequest } from '../../../platform/http/define-controller';
import { addressKey } from '../../../platform/http/rate-limit';
import { defineController } from '../../../to-refusal';
import { pageHeaders, registrationOf, showInvalidPage, unlessRefused } from '../../registration';
import { preferencesOf, type PreferenceChange } from './service';
import { renderUnsubscribePage } from './unsubscribe-page';

/** Which mails somebody gets. Looking at the page changes nothing: scanners look at every link of a mail. */
export const preferencesController = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    async show(ctx) {
      const { locale, done } = parseRequest(unsubscribeQuery, ctx.query);
      const { show } = preferencesOf(strapi);
      const shown = await unlessRefused(show(ctx.params.token, locale));
      if (shown === null) return showInvalidPage(strapi, ctx, locale);
      pageHeaders(ctx);
      ctx.body = renderUnsubscribePage({ ...shown, justDone: done ?? null });
    },

    /** Either a mail program's single click (RFC 8058), answered without a page, or the form of ours. */
    async submit(ctx) {
      const { limits, hops } = registrationOf(strapi);
      await limits.links.consume(addressKey(ctx, hops));
      const { locale, category } = parseRequest(unsubscribeQuery, ctx.query);
      const sent = isTypedClick(ctx) ? ONE_CLICK : (ctx.request.body ?? {});
      const form = parseRequest(BODIES.UnsubscribeForm, sent);
      const isOneClick = 'List-Unsubscribe' in form;
      const change: PreferenceChange = isOneClick
        ? { action: 'stop', category: category ?? 'all' }
        : form;
      const changed = await unlessRefused(preferencesOf(strapi).change(ctx.params.token, change));
      if (changed === null) return showInvalidPage(strapi, ctx, locale);
      ctx.set(PERSONAL);
      if (isOneClick) {
        ctx.status = 204;
        return;
      }
      ctx.status = 303;
      ctx.set('Location', `?done=${change.action}${locale ? `&locale=${locale}` : ''}`);
      ctx.body = '';
    },
  });

const ONE_CLICK = { 'List-Unsubscribe': 'One-Click' };

/** Some mail programs give the only part of their form a type (RFC 7578). Parsers take it for a file, which is dropped. */
const isTypedClick = (ctx: Context) =>
  Boolean(ctx.is('multipart')) && Object.keys(ctx.request.body ?? {}).length === 0;
