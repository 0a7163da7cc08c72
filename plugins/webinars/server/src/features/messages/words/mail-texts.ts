import type { MailKind } from '../../../domain/job-catalog';
import type { Locale } from '../../../../../shared/locales';
import { GERMAN } from './mail-texts-de';
import { ENGLISH } from './mail-texts-en';
import { ENGLISH_WORDS, GERMAN_WORDS, type KindTexts, type SharedTexts } from './mail-words';

export type MailTexts = { shared: SharedTexts; kinds: Record<MailKind, KindTexts> };

/** A missing translation does not compile. */
export const MAIL_TEXTS: Record<Locale, MailTexts> = {
  en: { shared: ENGLISH_WORDS, kinds: ENGLISH },
  de: { shared: GERMAN_WORDS, kinds: GERMAN },
};
