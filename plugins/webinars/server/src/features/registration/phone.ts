import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Locale } from '../../../../shared/locales';

/** Where a number without a country code is most likely from. English is spoken everywhere: no guess. */
const COUNTRY_BY_LANGUAGE = { de: 'DE', en: undefined } as const;

/** Writes a phone number in E.164 (`+493012345678`) where it can be read as one; else as it was typed. */
export const normalizePhone = (typed: string | null, language: Locale): string | null => {
  if (typed === null) return null;
  const number = parsePhoneNumberFromString(typed, COUNTRY_BY_LANGUAGE[language]);
  return number?.isPossible() ? number.number : typed;
};
