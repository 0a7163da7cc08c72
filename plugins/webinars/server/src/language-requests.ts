import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { DEFAULT_LOCALE, LOCALES } from '../../shared/locales';
import { EditorRefusal, refusingMiddleware } from './editor-refusal';
import { addRouteMiddleware } from './platform/http/route-middleware';

/**
 * Before the settings of the languages: deleting one deletes every text in it, past all rules of topics and speakers;
 * and another default would be what Strapi falls back to, while the programme falls back to English.
 */
export const languageRequests = refusingMiddleware(async (strapi, ctx) => {
  const { id } = ctx.params;
  const { code, isDefault } = ctx.request.body ?? {};
  const locales = strapi.plugin('i18n').service('locales');
  // PostgreSQL answers what is no number with a fault.
  if (id !== undefined && !/^\d{1,9}$/.test(id)) throw new errors.NotFoundError();
  const known = id === undefined ? null : await locales.findById(id);
  const language: unknown = known?.code ?? code;
  if (ctx.method === 'DELETE' && LOCALES.some((locale) => locale === language)) {
    throw new EditorRefusal('language_needed');
  }
  if (ctx.method !== 'DELETE' && isDefault && language !== DEFAULT_LOCALE) {
    throw new EditorRefusal('default_language_fixed');
  }
});

export const guardLanguages = (strapi: Core.Strapi): void =>
  addRouteMiddleware(strapi, {
    plugin: 'i18n',
    middleware: 'plugin::webinars.language-requests',
    isMeant: ({ method, path }) => method !== 'GET' && /^\/locales(?:\/:id)?$/.test(path),
  });
