import type { StrapiApp } from '@strapi/strapi/admin';
import { translateHelp } from './translate-help';

const PLUGIN = 'webinars';

type Translations = Record<string, string>;

const admin = {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN, name: PLUGIN });
  },

  bootstrap(app: Pick<StrapiApp, 'registerHook'>) {
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', translateHelp);
  },

  /** Labels of the Content Manager among them: their keys are given in full and carry no prefix. */
  registerTrads: ({ locales }: { locales: string[] }) =>
    Promise.all(locales.map(async (locale) => ({ locale, data: await translationsOf(locale) }))),
};

/** The admin knows more languages than we do: in those, our fields are labelled in English. */
const translationsOf = async (locale: string): Promise<Translations> => {
  const { default: translations } =
    locale === 'de'
      ? await import('./translations/de.json')
      : await import('./translations/en.json');
  return translations;
};

export default admin;
