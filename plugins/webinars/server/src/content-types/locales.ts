import type { Core } from '@strapi/strapi';

const GERMAN = { code: 'de', name: 'German (de)' };

/**
 * Adds German to the languages of the content, once: a fresh database knows English only. An administrator who
 * removes it later keeps it removed.
 */
export const ensureLocales = async (strapi: Core.Strapi): Promise<void> => {
  const seeded = strapi.store({ type: 'plugin', name: 'webinars', key: 'locales_seeded' });
  if ((await seeded.get({})) === true) return;

  const locales = strapi.plugin('i18n').service('locales');
  if ((await locales.findByCode(GERMAN.code)) === null) await locales.create(GERMAN);
  await seeded.set({ value: true });
};
