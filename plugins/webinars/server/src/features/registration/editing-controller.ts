import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import {
  attendanceBody,
  registrationsBody,
  rejectBody,
  type EditingOutcome,
} from '../../../../shared/editing';
import { PUBLIC_ERRORS } from '../../../../shared/errors';
import { DomainError } from '../../domain/errors';
import type { Actor } from '../../platform/activity-log';
import { currentActor } from '../../platform/document-middleware';
import { PERSONAL } from '../../platform/http/cacheable';
import { parseRequest } from '../../platform/http/define-controller';
import { defineController, localeOf } from '../../to-refusal';
import type { EditorInput } from './decide-on-registration';
import { registrationOf } from './service';

/** The admin's routes. Whether the editor may use them is the routes' concern. */
export const editingController = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    async approve(ctx) {
      const { registrations } = parseRequest(registrationsBody, ctx.request.body ?? {});
      const { approve } = registrationOf(strapi);
      await each(strapi, ctx, registrations, async (input) => (await approve(input)).state);
    },

    async reject(ctx) {
      const { registrations, reason } = parseRequest(rejectBody, ctx.request.body ?? {});
      const { reject } = registrationOf(strapi);
      await each(
        strapi,
        ctx,
        registrations,
        async (input) => (await reject({ ...input, reason })).state
      );
    },

    async cancel(ctx) {
      const { registrations } = parseRequest(registrationsBody, ctx.request.body ?? {});
      const { cancelByEditor } = registrationOf(strapi);
      await each(strapi, ctx, registrations, async (input) => (await cancelByEditor(input)).state);
    },

    async resend(ctx) {
      const { registrations } = parseRequest(registrationsBody, ctx.request.body ?? {});
      const { resend } = registrationOf(strapi);
      await each(strapi, ctx, registrations, async (input) => (await resend(input)).state);
    },

    async recordAttendance(ctx) {
      const { status, joinedAt, leftAt, ...figures } = parseRequest(
        attendanceBody,
        ctx.request.body ?? {}
      );
      const { state } = await registrationOf(strapi).recordAttendance({
        documentId: ctx.params.documentId,
        actor: currentActor(strapi),
        state: status,
        attendance: {
          ...figures,
          ...(joinedAt !== undefined && { joinedAt: dateOrNull(joinedAt) }),
          ...(leftAt !== undefined && { leftAt: dateOrNull(leftAt) }),
        },
      });
      answer(ctx, { documentId: ctx.params.documentId, status: state });
    },

    async explainSeats(ctx) {
      answer(ctx, await registrationOf(strapi).explainSeats(ctx.params.documentId));
    },
  });

const answer = (ctx: Context, data: object) => {
  ctx.set(PERSONAL);
  ctx.body = { data };
};

/** One after the other, each in a transaction of its own: what is refused for one is done for the others. */
const each = async (
  strapi: Core.Strapi,
  ctx: Context,
  documentIds: readonly string[],
  run: (input: EditorInput) => Promise<string>
) => {
  const actor: Actor = currentActor(strapi);
  const results: EditingOutcome[] = [];
  for (const documentId of new Set(documentIds)) {
    try {
      results.push({ documentId, status: await run({ documentId, actor }) });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const message = PUBLIC_ERRORS[error.code].message[localeOf(ctx)];
      results.push({ documentId, code: error.code, message });
    }
  }
  answer(ctx, { results });
};

const dateOrNull = (value: string | null) => (value === null ? null : new Date(value));
