import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { feedbackQuery, linkQuery } from '../../../../../shared/api';
import { PUBLIC_ERRORS } from '../../../../../shared/errors';
import { feedbackBody } from '../../../../../shared/feedback';
import { describeIssues } from '../../../../../shared/field-errors';
import { DomainError } from '../../../domain/errors';
import { endsAt } from '../../../domain/session';
import { wantsPage } from '../../../platform/http/automatic-request';
import { PERSONAL } from '../../../platform/http/cacheable';
import { InvalidRequest, parseRequest } from '../../../platform/http/define-controller';
import { addressKey } from '../../../platform/http/rate-limit';
import { defineController } from '../../../to-refusal';
import { showInvalidPage, unlessRefused } from '../invalid-page';
import { pageHeaders } from '../page-headers';
import { registrationOf } from '../service';
import { renderFeedbackPage, type FeedbackPageKind } from './feedback-page';
import type { FeedbackRefusal } from './feedback-texts';
import { feedbackRefusal } from './give-feedback';
import { feedbackOf, type FeedbackLook } from './service';

/** How somebody liked a session: a page for people, JSON for front ends. */
export const feedbackController = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    async show(ctx) {
      const { locale, done } = parseRequest(feedbackQuery, ctx.query);
      if (!wantsPage(ctx)) {
        return sendView(ctx, await feedbackOf(strapi).look(ctx.params.token, locale));
      }
      const look = await unlessRefused(feedbackOf(strapi).look(ctx.params.token, locale));
      if (look === null) return showInvalidPage(strapi, ctx, locale);
      sendPage(ctx, look, { isDone: done === 'sent' && look.given.rating !== null });
    },

    async submit(ctx) {
      const { limits, hops } = registrationOf(strapi);
      await limits.links.consume(addressKey(ctx, hops));
      return isForm(ctx) ? submitForm(strapi, ctx) : submitJson(strapi, ctx);
    },
  });

const isForm = (ctx: Context) => Boolean(ctx.is('urlencoded', 'multipart'));

const submitJson = async (strapi: Core.Strapi, ctx: Context) => {
  const { locale } = parseRequest(linkQuery, ctx.query);
  const { give, look } = feedbackOf(strapi);
  await give(ctx.params.token, parseRequest(feedbackBody, ctx.request.body ?? {}));
  sendView(ctx, await look(ctx.params.token, locale));
};

/** Answers 303, so that reloading does not send it again; what is wrong is said beside the fields. */
const submitForm = async (strapi: Core.Strapi, ctx: Context) => {
  const { locale } = parseRequest(linkQuery, ctx.query);
  const sent = fieldsOf(ctx.request.body);
  try {
    await feedbackOf(strapi).give(ctx.params.token, parseRequest(feedbackBody, sent));
  } catch (error) {
    const look = await unlessRefused(feedbackOf(strapi).look(ctx.params.token, locale));
    if (look === null) return showInvalidPage(strapi, ctx, locale);
    if (error instanceof DomainError) return sendPage(ctx, look, {});
    if (!(error instanceof InvalidRequest)) throw error;
    const issues = describeIssues(error.issues, look.locale);
    const fault = (field: string) => issues.find(({ path }) => path[0] === field)?.message;
    sendPage(ctx, look, { sent, faults: { rating: fault('rating'), comment: fault('comment') } });
    ctx.status = 400;
    return;
  }
  ctx.set(PERSONAL);
  ctx.status = 303;
  ctx.set('Location', `?done=sent${locale ? `&locale=${locale}` : ''}`);
  ctx.body = '';
};

type Sent = { rating?: number; comment?: string };

/** A form knows texts only. */
const fieldsOf = (body: unknown): Sent => {
  const { rating, comment } = (body ?? {}) as Record<string, unknown>;
  return {
    ...(typeof rating === 'string' && rating !== '' && { rating: Number(rating) }),
    ...(typeof comment === 'string' && { comment }),
  };
};

const sendView = (ctx: Context, { verdict, given, session, locale }: FeedbackLook) => {
  if (verdict.kind !== 'open') throw feedbackRefusal(verdict);
  const { documentId, slug, title, startsAt, timezone } = session;
  ctx.set(PERSONAL);
  ctx.body = {
    data: {
      ...given,
      closesAt: verdict.closesAt,
      session: {
        documentId,
        slug,
        title,
        datetime: startsAt,
        endsAt: endsAt(session),
        timezone,
        locale: session.locale,
      },
    },
    meta: { locale },
  };
};

type Doing = {
  isDone?: boolean;
  sent?: Sent;
  faults?: Partial<Record<'rating' | 'comment', string | undefined>>;
};

const sendPage = (ctx: Context, look: FeedbackLook, doing: Doing) => {
  const shown = shownFor(look, doing);
  pageHeaders(ctx);
  ctx.status = statusOf(shown);
  ctx.body = renderFeedbackPage(look, shown);
};

const REFUSALS = {
  called_off: 'session_cancelled',
  not_there: 'registration_not_confirmed',
  over: 'feedback_closed',
} as const satisfies Record<string, FeedbackRefusal>;

const shownFor = (
  { verdict, given }: FeedbackLook,
  { isDone = false, sent, faults = {} }: Doing
): FeedbackPageKind => {
  switch (verdict.kind) {
    case 'open':
      return {
        kind: 'open',
        closesAt: verdict.closesAt,
        rating: sent === undefined ? given.rating : (sent.rating ?? null),
        comment: sent === undefined ? given.comment : (sent.comment ?? null),
        hasAnswered: given.rating !== null,
        isDone,
        faults,
      };
    case 'early':
      return { kind: 'early', opensAt: verdict.opensAt };
    default:
      return { kind: 'refused', why: REFUSALS[verdict.kind] };
  }
};

const statusOf = (shown: FeedbackPageKind): number => {
  if (shown.kind === 'open') return 200;
  return PUBLIC_ERRORS[shown.kind === 'early' ? 'feedback_not_open' : shown.why].status;
};
