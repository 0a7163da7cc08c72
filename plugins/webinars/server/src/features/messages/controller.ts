import type { Core } from '@strapi/strapi';
import { DomainError } from '../../domain/errors';
import { PERSONAL } from '../../platform/http/cacheable';
import { defineController } from '../../to-refusal';
import { registrationOf } from '../registration';
import { messagesOf } from './service';

export const controller = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    /** The attendee's own invitation. Whoever waits has none yet: 409 `invalid_move`. */
    async calendar(ctx) {
      const { documentId } = await registrationOf(strapi).findByToken(ctx.params.token);
      const calendar = await messagesOf(strapi).ownCalendar(documentId);
      if (calendar === null) throw new DomainError('invalid_move');
      ctx.set(PERSONAL);
      ctx.attachment('webinar.ics');
      ctx.type = `text/calendar; charset=utf-8; method=${calendar.method}`;
      ctx.body = calendar.content;
    },
  });
