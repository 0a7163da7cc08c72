import type { Core } from '@strapi/strapi';
import { LOCALES } from '../../../shared/locales';

const NAMES = { en: 'English (en)', de: 'German (de)' } as const;

/** The languages of the content, which the admin refuses to delete. A fresh database knows one of them only. */
export const ensureLocales = async (strapi: Core.Strapi): Promise<void> => {
  const locales = strapi.plugin('i18n').service('locales');
  const known: { code: string }[] = await locales.find();
  const missing = LOCALES.filter((code) => known.every((locale) => locale.code !== code));
  if (missing.length === 0) return;
  // Past the service, which looks at every permission that is granted: those of plugins that boot later are not known
  // yet. The admin grants its super administrators every language once the plugins have booted.
  await strapi.db
    .query('plugin::i18n.locale')
    .createMany({ data: missing.map((code) => ({ code, name: NAMES[code] })) });
};
