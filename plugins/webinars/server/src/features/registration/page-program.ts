import type { Core } from '@strapi/strapi';
import { webAddress } from '../../domain/web-address';
import { DEFAULT_LOCALE, inOrderOf, type Locale } from '../../../../shared/locales';

/** Who stands behind the page, in its language. */
export type PageProgram = {
  name: string;
  companyName: string | null;
  companyUrl: string | null;
  supportEmail: string | null;
  supportPhone: string | null;
  brandColor: string | null;
};

export const loadPageProgram = async (
  strapi: Core.Strapi,
  locale: Locale
): Promise<PageProgram> => {
  const versions: Settings[] = await strapi.db.query('plugin::webinars.program-settings').findMany({
    where: { locale: { $in: [locale, DEFAULT_LOCALE] } },
    select: ['locale', ...FIELDS],
  });
  const localized = inOrderOf(versions, locale);
  const pick = (field: (typeof FIELDS)[number]) =>
    localized.map((version) => version[field]).find(Boolean) ?? null;
  return {
    name: pick('programName') ?? pick('organizerName') ?? pick('companyName') ?? NAMELESS[locale],
    companyName: pick('companyName'),
    companyUrl: webAddress(pick('companyUrl')),
    supportEmail: pick('supportEmail'),
    supportPhone: pick('supportPhone'),
    brandColor: pick('brandColor'),
  };
};

const FIELDS = [
  'programName',
  'organizerName',
  'companyName',
  'companyUrl',
  'supportEmail',
  'supportPhone',
  'brandColor',
] as const;

type Settings = Record<(typeof FIELDS)[number], string | null> & { locale: Locale };

const NAMELESS: Record<Locale, string> = { en: 'Webinars', de: 'Webinare' };
