import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { announcementBody, announcementsQuery } from '../../../../../shared/announcements';
import { currentActor } from '../../../platform/document-middleware';
import { sendPersonal } from '../../../platform/http/cacheable';
import { InvalidRequest, parseRequest } from '../../../platform/http/define-controller';
import { repeatableOf } from '../../../platform/http/idempotency-key';
import { defineController } from '../../../to-refusal';
import { messagesOf } from '../service';
import { checkTexts } from './check-texts';

/** For organisers: what they write by hand to many registrants at once. */
export const announcementController = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    async preview(ctx) {
      const body = parseBody(ctx);
      sendPersonal(ctx, { data: await messagesOf(strapi).announcements.preview(body) });
    },

    async confirm(ctx) {
      const body = parseBody(ctx);
      const repeatable = repeatableOf(ctx, body) ?? keyMissing();
      const actor = currentActor(strapi);
      const data = await messagesOf(strapi).announcements.confirm(body, { actor, repeatable });
      ctx.status = 201;
      sendPersonal(ctx, { data });
    },

    async list(ctx) {
      const query = parseRequest(announcementsQuery, ctx.query);
      const { items, pagination } = await messagesOf(strapi).announcements.list(query);
      sendPersonal(ctx, { data: items, meta: { pagination } });
    },

    async show(ctx) {
      sendPersonal(ctx, { data: await messagesOf(strapi).announcements.show(ctx.params.id) });
    },

    async stop(ctx) {
      const actor = currentActor(strapi);
      sendPersonal(ctx, {
        data: await messagesOf(strapi).announcements.stop(ctx.params.id, actor),
      });
    },
  });

const parseBody = (ctx: Context) => {
  const body = parseRequest(announcementBody, ctx.request.body ?? {});
  checkTexts(body);
  return body;
};

/** Without one, a click that comes twice would write to everybody twice. */
const keyMissing = (): never => {
  throw new InvalidRequest([
    { code: 'custom', path: ['Idempotency-Key'], message: 'required', input: undefined },
  ]);
};
