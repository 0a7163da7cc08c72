import type { Core } from '@strapi/strapi';

export type Middleware = string | { name?: string };

/** What Strapi itself uses where an application has no `config/middlewares`. */
const BY_DEFAULT: readonly Middleware[] = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  'strapi::cors',
  'strapi::poweredBy',
  'strapi::session',
  'strapi::query',
  'strapi::body',
  'strapi::favicon',
  'strapi::public',
];

/** Changes the host's list of middlewares before Strapi sets it up: only `register()` can do so. */
export const changeMiddlewares = (
  { config }: Pick<Core.Strapi, 'config'>,
  change: (middlewares: readonly Middleware[]) => readonly Middleware[]
): void => {
  config.set('middlewares', change(config.get('middlewares', BY_DEFAULT)));
};

/** Puts a middleware right behind another one, or before all where the host has not got that. */
export const putBehind = (
  strapi: Pick<Core.Strapi, 'config'>,
  anchor: string,
  name: string
): void =>
  changeMiddlewares(strapi, (others) => {
    const place = others.findIndex((used) => nameOf(used) === anchor) + 1;
    return [...others.slice(0, place), name, ...others.slice(place)];
  });

export const nameOf = (middleware: Middleware): string | undefined =>
  typeof middleware === 'string' ? middleware : middleware.name;
