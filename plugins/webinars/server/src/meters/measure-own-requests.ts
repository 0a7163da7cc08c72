import type { Core } from '@strapi/strapi';
import { measureRequests } from '../platform/http/measure-requests';
import { metersOf } from './meters';

/** The middleware that measures what this plugin answers, at the addresses of its API and of its admin routes. */
export const measureOwnRequests = (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  measureRequests({
    plugin: 'webinars',
    addresses: [`${strapi.config.get<string>('api.rest.prefix', '/api')}/webinars`, '/webinars'],
    observe: metersOf(strapi).request,
  });
