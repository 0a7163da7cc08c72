import type { Context, Next } from 'koa';

export type Measured = {
  /** As it is declared, with the names of parameters in place of their values, which may be tokens. */
  route: string;
  method: string;
  status: number;
  seconds: number;
  /** `error.details.code` of the answer, where there is one. */
  code: string | null;
};

/**
 * Measures what one plugin answers, from outside all other middlewares, so that the time for reading a body and what
 * went wrong with it are part of it. `addresses`: where the plugin's routes begin.
 */
export const measureRequests = ({
  plugin,
  addresses,
  observe,
}: {
  plugin: string;
  addresses: readonly string[];
  observe: (measured: Measured) => void;
}) => {
  const isOurs = (path: string) =>
    addresses.some((address) => path.toLowerCase().startsWith(`${address.toLowerCase()}/`));

  return async (ctx: Context, next: Next): Promise<void> => {
    const startedAt = performance.now();
    let status = 500;
    try {
      await next();
      status = ctx.status;
    } finally {
      const route = routeOf(ctx, plugin);
      if (route !== null || isOurs(ctx.path)) {
        observe({
          route: route ?? NO_ROUTE,
          method: ctx.method,
          status,
          seconds: (performance.now() - startedAt) / 1000,
          code: codeOf(ctx.body),
        });
      }
    }
  };
};

/** Refused before a route was looked for, or there is none. */
const NO_ROUTE = 'none';

const routeOf = ({ state, _matchedRoute }: Context, plugin: string): string | null => {
  if (state.route?.info?.pluginName !== plugin) return null;
  return typeof _matchedRoute === 'string' ? _matchedRoute : null;
};

const codeOf = (body: unknown): string | null => {
  const code: unknown = (body as { error?: { details?: { code?: unknown } } } | null | undefined)
    ?.error?.details?.code;
  return typeof code === 'string' ? code : null;
};
