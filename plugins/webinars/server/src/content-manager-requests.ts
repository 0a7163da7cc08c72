import type { Core } from '@strapi/strapi';
import { contentTypes as schemas } from '@strapi/utils';
import type { Context } from 'koa';
import { EditorRefusal, refusingMiddleware } from './editor-refusal';
import { addRouteMiddleware } from './platform/http/route-middleware';
import { unreadableKey, unusableField, type FieldKinds } from './platform/usable-data';

const OURS = 'plugin::webinars.';

/** What Strapi does with drafts although a type may have none. */
const DRAFT_ACTION = /\/actions\/(?:publish|unpublish|discard|bulkPublish|bulkUnpublish)$/;

/** Before the Content Manager: refuses what it would answer with a fault, or not at all. */
export const contentManagerRequests = refusingMiddleware((strapi, ctx) => {
  const uid = String(ctx.params.model ?? bodyOf(ctx).contentTypeUID ?? '');
  const model = uid.startsWith(OURS)
    ? strapi.contentTypes[uid as keyof typeof strapi.contentTypes]
    : undefined;
  if (model === undefined) return;

  const data = ctx.params.model === undefined ? bodyOf(ctx).data : ctx.request.body;
  const field =
    unreadableKey(ctx.params) ??
    unreadableKey(ctx.query) ??
    unreadableKey(ctx.request.body) ??
    unusableField(data, model.attributes as FieldKinds, (name) => fieldsOf(strapi, name));
  if (field !== null) throw new EditorRefusal('value_unusable', { field });
  if (DRAFT_ACTION.test(ctx.path) && !schemas.hasDraftAndPublish(model)) {
    throw new EditorRefusal('no_drafts');
  }
});

export const guardContentManager = (strapi: Core.Strapi): void =>
  addRouteMiddleware(strapi, {
    plugin: 'content-manager',
    middleware: `${OURS}content-manager-requests`,
    isMeant: ({ path }) => path.includes('/:model') || path.startsWith('/uid/'),
  });

const bodyOf = (ctx: Context): Record<string, unknown> => ctx.request.body ?? {};

const fieldsOf = (strapi: Core.Strapi, component: string): FieldKinds =>
  (strapi.components[component as keyof typeof strapi.components]?.attributes ?? {}) as FieldKinds;
