import type { Core } from '@strapi/strapi';

/**
 * Puts a middleware, by its registered name, before the actions of another plugin's admin routes. It runs for people who
 * are logged in and allowed to. Only in `register`: afterwards the routes are mounted.
 */
export const addRouteMiddleware = (
  strapi: Core.Strapi,
  { plugin: name, middleware, isMeant }: { plugin: string; middleware: string; isMeant: IsMeant }
): void => {
  const plugin = strapi.plugin(name);
  const { admin, ...others } = plugin.routes as Record<string, Core.Router>;
  if (admin === undefined) throw new Error(`the plugin ${name} has no routes of the admin`);
  // A copy: the modules' own objects are shared by all Strapi instances of a process.
  const routes = admin.routes.map((route) =>
    isMeant(route) ? { ...route, config: withMiddleware(route.config, middleware) } : route
  );
  plugin.routes = { ...others, admin: { ...admin, routes } };
};

type IsMeant = (route: Pick<Core.Route, 'method' | 'path'>) => boolean;

const withMiddleware = (config: Core.RouteConfig | undefined, middleware: string) => ({
  ...config,
  middlewares: [...(config?.middlewares ?? []), middleware],
});
