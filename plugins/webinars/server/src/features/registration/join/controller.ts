import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { linkQuery } from '../../../../../shared/api';
import { PUBLIC_ERRORS } from '../../../../../shared/errors';
import { DomainError } from '../../../domain/errors';
import { isAutomatic, wantsPage } from '../../../platform/http/automatic-request';
import { PERSONAL } from '../../../platform/http/cacheable';
import { parseRequest } from '../../../platform/http/define-controller';
import { addressKey } from '../../../platform/http/rate-limit';
import { defineController } from '../../../to-refusal';
import { showInvalidPage, unlessRefused } from '../invalid-page';
import { pageHeaders } from '../page-headers';
import { registrationOf } from '../service';
import { JOIN_SCRIPTS, renderJoinPage, type JoinPageKind } from './join-page';
import type { JoinRefusal } from './join-texts';
import { joiningOf, type Entrance } from './service';

/** The way into a session. What counts as having been there, and what does not: ADR-0008. */
export const joinController = ({ strapi }: { strapi: Core.Strapi }) =>
  defineController({
    /** A program is sent to the meeting; a person gets a page that goes there by itself. */
    async show(ctx) {
      await limit(strapi, ctx);
      if (wantsPage(ctx)) return showPage(strapi, ctx);
      parseRequest(linkQuery, ctx.query);
      const entrance = await joiningOf(strapi).enter(ctx.params.token);
      await goIn(strapi, ctx, { entrance, status: 302 });
    },

    /** The form of the page. */
    async submit(ctx) {
      await limit(strapi, ctx);
      const { enter } = joiningOf(strapi);
      if (!wantsPage(ctx)) {
        return goIn(strapi, ctx, { entrance: await enter(ctx.params.token), status: 303 });
      }
      const entrance = await unlessRefused(enter(ctx.params.token));
      if (entrance === null || entrance.verdict.kind !== 'open') return showPage(strapi, ctx);
      return goIn(strapi, ctx, { entrance, status: 303 });
    },
  });

const limit = (strapi: Core.Strapi, ctx: Context) => {
  const { limits, hops } = registrationOf(strapi);
  return limits.links.consume(addressKey(ctx, hops));
};

const goIn = async (
  strapi: Core.Strapi,
  ctx: Context,
  { entrance: { registration, verdict }, status }: { entrance: Entrance; status: 302 | 303 }
) => {
  if (verdict.kind !== 'open') throw refusalOf(verdict);
  if (!isAutomatic(ctx)) await joiningOf(strapi).recordJoin(registration);
  ctx.set(PERSONAL);
  ctx.status = status;
  // A header has no room for letters beyond ASCII, as people paste them.
  ctx.set('Location', new URL(verdict.meetingUrl).href);
  ctx.body = '';
};

type Closed = Exclude<Entrance['verdict'], { kind: 'open' }>;

const REFUSALS: Record<Exclude<Closed['kind'], 'early'>, JoinRefusal> = {
  called_off: 'session_cancelled',
  no_seat: 'registration_not_confirmed',
  over: 'session_ended',
  no_link: 'meeting_url_missing',
};

const refusalOf = (verdict: Closed): DomainError =>
  verdict.kind === 'early'
    ? new DomainError('join_not_open', { opensAt: verdict.opensAt.toISOString() })
    : new DomainError(REFUSALS[verdict.kind]);

const showPage = async (strapi: Core.Strapi, ctx: Context) => {
  const { locale } = parseRequest(linkQuery, ctx.query);
  const entrance = await unlessRefused(joiningOf(strapi).enter(ctx.params.token));
  if (entrance === null) return showInvalidPage(strapi, ctx, locale);
  const { registration, verdict } = entrance;
  const facts = await joiningOf(strapi).describe(registration, locale);
  const shown = shownFor(verdict);
  pageHeaders(ctx, { script: JOIN_SCRIPTS[shown.kind], formsTo: "'self' https: http:" });
  ctx.status = statusOf(shown);
  ctx.body = renderJoinPage(facts, shown);
};

const shownFor = (verdict: Entrance['verdict']): JoinPageKind => {
  if (verdict.kind === 'open') return { kind: 'open' };
  if (verdict.kind === 'early') return { kind: 'early', opensAt: verdict.opensAt };
  return { kind: 'refused', why: REFUSALS[verdict.kind] };
};

const statusOf = (shown: JoinPageKind): number => {
  if (shown.kind === 'open') return 200;
  return PUBLIC_ERRORS[shown.kind === 'early' ? 'join_not_open' : shown.why].status;
};
