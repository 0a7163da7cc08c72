import type { Core } from '@strapi/strapi';
import { sendPersonal } from '../../platform/http/cacheable';
import { defineController } from '../../to-refusal';
import { operationsOf } from './service';

/** For editors: what a registrant was written, and what a session tells when. */
export const explainController = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    async mailsOfRegistration(ctx) {
      const data = await operationsOf(strapi).explainMails(ctx.params.documentId);
      sendPersonal(ctx, { data });
    },

    async messagesOfSession(ctx) {
      const data = await operationsOf(strapi).explainMessages(ctx.params.documentId);
      sendPersonal(ctx, { data });
    },
  });
