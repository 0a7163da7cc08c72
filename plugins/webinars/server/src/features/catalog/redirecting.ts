import type { Context } from 'koa';
import type { Locale } from '../../../../shared/locales';
import { DomainError, type ErrorCode } from '../../domain/errors';
import type { Action } from '../../platform/http/define-controller';
import type { NamedKind } from './promotion/promotion-store';

/** The present slug of whatever was called so before; null: nothing was. */
export type FollowMovedSlug = (
  kind: NamedKind,
  slug: string,
  locale: Locale
) => Promise<string | null>;

/** Answers with the new address (308) where the old one was changed: whoever has the slug now is shown first. */
export const redirecting =
  (
    kind: NamedKind,
    { follow, localeOf }: { follow: FollowMovedSlug; localeOf(ctx: Context): Locale }
  ) =>
  (action: Action): Action =>
  async (ctx) => {
    try {
      await action(ctx);
    } catch (error) {
      const isUnknown = error instanceof DomainError && error.code === NOT_FOUND[kind];
      const slug = isUnknown ? await follow(kind, ctx.params.id, localeOf(ctx)) : null;
      if (slug === null) throw error;
      ctx.set('Location', `${withName(ctx.path, kind, slug)}${ctx.search}`);
      // Somebody else may take the old address at any time.
      ctx.set('Cache-Control', 'no-cache');
      ctx.body = null;
      ctx.status = 308;
    }
  };

const NOT_FOUND: Record<NamedKind, ErrorCode> = {
  session: 'session_not_found',
  topic: 'topic_not_found',
  speaker: 'speaker_not_found',
};

const withName = (path: string, kind: NamedKind, slug: string) =>
  path.replace(new RegExp(`/${kind}s/[^/]+`, 'i'), () => `/${kind}s/${encodeURIComponent(slug)}`);
