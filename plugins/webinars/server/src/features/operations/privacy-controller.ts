import type { Core } from '@strapi/strapi';
import { accessBody, activitiesQuery, erasureBody } from '../../../../shared/privacy';
import { currentActor } from '../../platform/document-middleware';
import { sendPersonal } from '../../platform/http/cacheable';
import { parseRequest } from '../../platform/http/define-controller';
import { defineController, localeOf } from '../../to-refusal';
import { operationsOf } from './service';

/** For administrators: one person's data, and who did what. Addresses come in bodies, so that no URL contains one. */
export const privacyController = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    async erase(ctx) {
      const { email, dryRun } = parseRequest(erasureBody, ctx.request.body ?? {});
      const data = await operationsOf(strapi).erasePerson({
        emailKey: email,
        dryRun,
        actor: currentActor(strapi),
        locale: localeOf(ctx),
      });
      sendPersonal(ctx, { data });
    },

    async access(ctx) {
      const { email } = parseRequest(accessBody, ctx.request.body ?? {});
      const data = await operationsOf(strapi).exportPerson(email);
      sendPersonal(ctx, { data });
    },

    async listActivities(ctx) {
      const query = parseRequest(activitiesQuery, ctx.query);
      const { items, pagination } = await operationsOf(strapi).listActivities(query);
      sendPersonal(ctx, { data: items, meta: { pagination } });
    },
  });
