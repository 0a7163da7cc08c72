import type { Core } from '@strapi/strapi';
import type { Locale } from '../../../../shared/locales';
import { shortMemory } from '../../platform/short-memory';
import type { ProgramRules } from './ports';
import type { Consent } from './new-registration-store';

/** Settings change rarely and registrations come in crowds: a few seconds of age cost nothing. */
const MAX_AGE_SECONDS = 5;

const DEFAULT_HOLD_MINUTES = 30;
const DEFAULT_JOIN_MINUTES = 30;

/** A consent that no text is stored for is recorded as given to nothing in particular. */
const NO_TEXT = 'none';

type ConsentText = { kind: Consent['kind']; locale: Locale; version: string };

/** Reads the program settings that registrations obey, at most every few seconds. */
export const loadProgramRules = (strapi: Core.Strapi): (() => Promise<ProgramRules>) => {
  const remembered = shortMemory<ProgramRules>({ seconds: MAX_AGE_SECONDS, most: 1 });
  return () => remembered('rules', () => read(strapi));
};

const read = async (strapi: Core.Strapi): Promise<ProgramRules> => {
  const settings = await strapi.db
    .query('plugin::webinars.program-settings')
    .findOne({ populate: { consentTexts: true } });
  const texts: ConsentText[] = settings?.consentTexts ?? [];
  return {
    registrationWindowDays: settings?.registrationWindow ?? null,
    holdMinutes: settings?.holdMinutes ?? DEFAULT_HOLD_MINUTES,
    joinMinutesBefore: settings?.joinMinutesBefore ?? DEFAULT_JOIN_MINUTES,
    canTakePayment: false,
    consentVersion: (kind, locale) =>
      texts.find((text) => text.kind === kind && text.locale === locale)?.version ?? NO_TEXT,
  };
};
