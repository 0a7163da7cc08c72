import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { changeMiddlewares, nameOf } from './middlewares';

/** Path segments that are secrets: `/registrations/<token>`, `/r/<token>`, … Routes do not mind the case. */
const TOKEN_SEGMENT =
  /(\/(?:registrations\/feed|registrations|r|feedback|unsubscribe|join|drafts)\/)[^/?#]+/gi;

/** A whole token, wherever in an address somebody put it. */
const TOKEN = /[0-9a-f]{32}\.[\w-]{43}/gi;

export const maskTokens = (url: string) =>
  url.replace(TOKEN_SEGMENT, '$1***').replace(TOKEN, '***');

/** Strapi's access log, line for line, but for the tokens: it writes whole URLs, and a token is a key. */
export const accessLog =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const start = performance.now();
    await next();
    // The logger would put the line together first, and drop it then.
    if (!strapi.log.isLevelEnabled('http')) return;
    const milliseconds = Math.ceil(performance.now() - start);
    strapi.log.http(`${ctx.method} ${maskTokens(ctx.url)} (${milliseconds} ms) ${ctx.status}`);
  };

/** Puts our access log where the host has Strapi's. A host that logs by itself is left alone. */
export const replaceAccessLog = (strapi: Pick<Core.Strapi, 'config'>, name: string): void =>
  changeMiddlewares(strapi, (middlewares) =>
    middlewares.map((used) => (nameOf(used) === 'strapi::logger' ? name : used))
  );
