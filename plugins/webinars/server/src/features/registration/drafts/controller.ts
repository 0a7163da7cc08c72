import type { Core } from '@strapi/strapi';
import { localeQuery } from '../../../../../shared/catalog';
import { draftBody, draftChanges } from '../../../../../shared/drafts';
import { PERSONAL } from '../../../platform/http/cacheable';
import { given, parseRequest } from '../../../platform/http/define-controller';
import { repeatableOf } from '../../../platform/http/idempotency-key';
import { addressKey } from '../../../platform/http/rate-limit';
import { defineController } from '../../../to-refusal';
import { registrationOf } from '../service';
import { draftsOf } from './service';

/** Unfinished registrations, for one session or several. */
export const draftsController = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    async create(ctx) {
      const { limits, hops } = registrationOf(strapi);
      await limits.byAddress.consume(addressKey(ctx, hops));
      const { locale } = parseRequest(localeQuery, ctx.query);
      const body: unknown = ctx.request.body ?? {};
      const parsed = given(parseRequest(draftBody, body), body);
      const { sessions, prefillToken, ...fields } = parsed;
      const data = await draftsOf(strapi).create({
        sessions,
        prefillToken,
        fields,
        language: fields.language ?? locale,
        repeatable: repeatableOf(ctx, { parsed, locale }),
      });
      ctx.status = 201;
      ctx.set(PERSONAL);
      ctx.body = { data, meta: { locale } };
    },

    async show(ctx) {
      const { locale } = parseRequest(localeQuery, ctx.query);
      const data = await draftsOf(strapi).show(ctx.params.token);
      ctx.set(PERSONAL);
      ctx.body = { data, meta: { locale } };
    },

    async change(ctx) {
      const { locale } = parseRequest(localeQuery, ctx.query);
      const body: unknown = ctx.request.body ?? {};
      const { sessions, ...fields } = given(parseRequest(draftChanges, body), body);
      const data = await draftsOf(strapi).change(ctx.params.token, { sessions, fields });
      ctx.set(PERSONAL);
      ctx.body = { data, meta: { locale } };
    },

    async submit(ctx) {
      const { hops } = registrationOf(strapi);
      const { locale } = parseRequest(localeQuery, ctx.query);
      const visitor = addressKey(ctx, hops);
      const data = await draftsOf(strapi).submit(ctx.params.token, { locale, visitor });
      ctx.set(PERSONAL);
      ctx.body = { data, meta: { locale } };
    },
  });
