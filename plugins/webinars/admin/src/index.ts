import type { StrapiApp } from '@strapi/strapi/admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { bulkActions } from './registrations/bulk-actions';
import { RegistrationPanel } from './registrations/registration-panel';
import { rowActions } from './registrations/row-actions';
import { SeatsPanel } from './seats/seats-panel';
import { translateHelp } from './translate-help';

const PLUGIN = 'webinars';

type Translations = Record<string, string>;

const admin = {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN, name: PLUGIN });
  },

  bootstrap(app: Pick<StrapiApp, 'registerHook' | 'getPlugin'>) {
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', translateHelp);
    const contentManager = app.getPlugin('content-manager')
      .apis as ContentManagerPlugin['config']['apis'];
    contentManager.addDocumentAction((actions) => [...actions, ...rowActions]);
    contentManager.addBulkAction((actions) => [...bulkActions, ...actions]);
    // Right below the button that saves.
    contentManager.addEditViewSidePanel((panels) => [
      ...panels.slice(0, 1),
      RegistrationPanel,
      SeatsPanel,
      ...panels.slice(1),
    ]);
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
