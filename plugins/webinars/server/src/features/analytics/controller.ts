import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { localeQuery } from '../../../../shared/catalog';
import { trackBody } from '../../../../shared/tracking';
import { parseRequest, UnreadableBody } from '../../platform/http/define-controller';
import { addressKey } from '../../platform/http/rate-limit';
import { defineController } from '../../to-refusal';
import { analyticsOf } from './service';

export const controller = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    async track(ctx) {
      const { limit, hops, record } = analyticsOf(strapi);
      const address = addressKey(ctx, hops);
      await limit.consume(address);
      parseRequest(localeQuery, ctx.query);
      const { events } = parseRequest(trackBody, bodyOf(ctx));
      const data = await record(events, {
        address,
        userAgent: ctx.get('User-Agent'),
        isUnwilling: ctx.get('DNT') === '1' || ctx.get('Sec-GPC') === '1',
      });
      ctx.status = 202;
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { data };
    },
  });

/** A page that is being left sends a beacon: text, since another origin would be asked for leave before JSON. */
const bodyOf = (ctx: Context): unknown => {
  const { body } = ctx.request;
  if (typeof body !== 'string') return body ?? {};
  try {
    return JSON.parse(body);
  } catch {
    throw new UnreadableBody();
  }
};
