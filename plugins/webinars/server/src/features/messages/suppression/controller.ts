import type { Core } from '@strapi/strapi';
import {
  suppressionBody,
  suppressionSearch,
  suppressionsQuery,
  unsuppressionBody,
} from '../../../../../shared/suppressions';
import { currentActor } from '../../../platform/document-middleware';
import { sendPersonal } from '../../../platform/http/cacheable';
import { parseRequest } from '../../../platform/http/define-controller';
import { defineController } from '../../../to-refusal';
import { suppressionsOf } from './service';

/** For operators, and for programs that read bounces and complaints: whom nothing is sent to any more. */
export const suppressionController = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    async list(ctx) {
      const query = parseRequest(suppressionsQuery, ctx.query);
      const { items, pagination } = await suppressionsOf(strapi).list(query);
      sendPersonal(ctx, { data: items, meta: { pagination } });
    },

    async find(ctx) {
      const { email } = parseRequest(suppressionSearch, ctx.request.body ?? {});
      sendPersonal(ctx, { data: await suppressionsOf(strapi).of(email) });
    },

    async add(ctx) {
      const entry = parseRequest(suppressionBody, ctx.request.body ?? {});
      const actor = currentActor(strapi);
      sendPersonal(ctx, { data: await suppressionsOf(strapi).suppress({ ...entry, actor }) });
    },

    async remove(ctx) {
      const which = parseRequest(unsuppressionBody, ctx.request.body ?? {});
      const actor = currentActor(strapi);
      sendPersonal(ctx, { data: await suppressionsOf(strapi).unsuppress(which, actor) });
    },
  });
