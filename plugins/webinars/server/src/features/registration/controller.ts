import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { LOCALES, DEFAULT_LOCALE } from '../../../../shared/locales';
import { registrationBody } from '../../../../shared/registration';
import { normalizeEmail } from '../../../../shared/email-address';
import { parseRequest } from '../../platform/http/define-controller';
import { addressKey } from '../../platform/http/rate-limit';
import { defineController } from '../../to-refusal';
import { registrationOf } from './service';

const query = z.strictObject({ locale: z.enum(LOCALES).default(DEFAULT_LOCALE) });

export const controller = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    async register(ctx) {
      const { limits, register, hops } = registrationOf(strapi);
      await limits.byAddress.consume(addressKey(ctx, hops));
      const { locale } = parseRequest(query, ctx.query);
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
      const { locale } = parseRequest(query.partial(), ctx.query);
      const data = await registrationOf(strapi).show(ctx.params.token, locale);
      ctx.set(PERSONAL);
      ctx.body = { data, meta: { locale: data.language } };
    },

    async cancel(ctx) {
      const { locale } = parseRequest(query.partial(), ctx.query);
      const { cancel, show } = registrationOf(strapi);
      await cancel(ctx.params.token);
      const data = await show(ctx.params.token, locale);
      ctx.set(PERSONAL);
      ctx.body = { data, meta: { locale: data.language } };
    },
  });

/** Nothing personal is ever cacheable, and no link on the page tells where the visitor came from. */
const PERSONAL = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };
