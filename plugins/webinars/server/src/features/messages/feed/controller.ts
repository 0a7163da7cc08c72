import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { BODIES, linkQuery } from '../../../../../shared/api';
import { PERSONAL, sendUnlessKnown } from '../../../platform/http/cacheable';
import { parseRequest } from '../../../platform/http/define-controller';
import { addressKey } from '../../../platform/http/rate-limit';
import { defineController } from '../../../to-refusal';
import { registrationOf, unlessRefused } from '../../registration';
import { messagesOf } from '../service';
import { feedOf } from './service';

export const feedController = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    async show(ctx) {
      const { limits, hops } = registrationOf(strapi);
      await limits.links.consume(addressKey(ctx, hops));
      const content = await messagesOf(strapi).personalFeed(ctx.params.feed);
      ctx.set({ ...PERSONAL, 'Cache-Control': 'private, no-store' });
      ctx.type = 'text/calendar; charset=utf-8';
      ctx.body = content;
      sendUnlessKnown(ctx, `"${createHash('sha256').update(content).digest('base64url')}"`);
    },

    /** The same answer always: only the mailbox of the person learns more. */
    async request(ctx) {
      const { limits, hops } = registrationOf(strapi);
      await limits.links.consume(addressKey(ctx, hops));
      const { action } = parseRequest(BODIES.FeedRequest, ctx.request.body ?? {});
      await feedOf(strapi).request(ctx.params.token, action);
      ctx.set(PERSONAL);
      ctx.status = 202;
      ctx.body = '';
    },

    /** The same from the registrant's page, which says afterwards how things are. */
    async submit(ctx) {
      const { limits, hops } = registrationOf(strapi);
      await limits.links.consume(addressKey(ctx, hops));
      const { locale } = parseRequest(linkQuery, ctx.query);
      const { action } = parseRequest(BODIES.FeedRequest, ctx.request.body ?? {});
      // A link that opens nothing is for the page to say.
      await unlessRefused(feedOf(strapi).request(ctx.params.token, action));
      ctx.set(PERSONAL);
      ctx.status = 303;
      const page = `../${encodeURIComponent(ctx.params.token)}`;
      ctx.set('Location', `${page}?done=feed${locale ? `&locale=${locale}` : ''}`);
      ctx.body = '';
    },
  });
