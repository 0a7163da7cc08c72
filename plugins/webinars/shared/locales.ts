import { LANGUAGES, type Language } from '../server/src/domain/language';

/** English is the default and the fallback. */
export const LOCALES = LANGUAGES;
export type Locale = Language;
export const DEFAULT_LOCALE: Locale = 'en';

/** The wanted language first, then the default one, then whatever there is. */
export const inOrderOf = <Item extends { locale: Locale }>(
  versions: readonly Item[],
  wanted: Locale
): Item[] => {
  const rank = ({ locale }: Item) => [wanted, DEFAULT_LOCALE].indexOf(locale) >>> 0;
  return [...versions].sort((one, other) => rank(one) - rank(other));
};
