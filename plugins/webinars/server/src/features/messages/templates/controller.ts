import type { Core } from '@strapi/strapi';
import { mailPreviewBody } from '../../../../../shared/mail-previews';
import { sendPersonal } from '../../../platform/http/cacheable';
import { parseRequest } from '../../../platform/http/define-controller';
import { defineController } from '../../../to-refusal';
import { oneLine } from '../letter/mail-parts';
import { messagesOf } from '../service';

export const templateController = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    async preview(ctx) {
      const request = parseRequest(mailPreviewBody, ctx.request.body ?? {});
      sendPersonal(ctx, { data: await messagesOf(strapi).previewMail(request) });
    },

    /** To the editor's own address: no other one can be named. */
    async sendTest(ctx) {
      const request = parseRequest(mailPreviewBody, ctx.request.body ?? {});
      const { firstname, lastname, email } = ctx.state.user;
      const name = oneLine([firstname, lastname].filter(Boolean).join(' '));
      sendPersonal(ctx, {
        data: await messagesOf(strapi).sendTestMail(request, { name, address: email }),
      });
    },
  });
