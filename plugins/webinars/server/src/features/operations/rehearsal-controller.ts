import type { Core } from '@strapi/strapi';
import { rehearsalBody } from '../../../../shared/rehearsal';
import { sendPersonal } from '../../platform/http/cacheable';
import { parseRequest } from '../../platform/http/define-controller';
import { defineController, localeOf } from '../../to-refusal';
import { operationsOf } from './service';

/** For editors: what a session will do and tell by itself. */
export const rehearsalController = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    async rehearse(ctx) {
      const span = parseRequest(rehearsalBody, ctx.request.body ?? {});
      const locale = localeOf(ctx);
      const data = await operationsOf(strapi).rehearse(ctx.params.documentId, { ...span, locale });
      sendPersonal(ctx, { data });
    },
  });
