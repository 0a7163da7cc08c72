import type { Core } from '@strapi/strapi';
import { DEFAULT_LOCALE, type Locale } from '../../../../shared/locales';
import { trackedAddress } from '../../domain/share-links';
import { siteAddress, type SitePatterns } from '../../domain/site-address';
import type { Tokens } from '../../platform/tokens';

export type Referral = {
  /** Says on whose word somebody came, and to nobody else who that is. */
  code: string;
  /** The session's page with that code; null: there is no public front end. */
  shareUrl: string | null;
};

/** Derived like a token, so that nothing is stored and nobody can guess another one's. */
export const referralCode = (tokens: Pick<Tokens, 'sign'>, publicId: string): string => {
  // Raising the version revokes links that open something; a code opens nothing, and stays.
  const [, mac = ''] = tokens.sign('referral', { publicId, tokenVersion: 1 }).split('.');
  return mac.slice(0, 16);
};

export const referralOf = (
  { publicId, slug, language }: { publicId: string; slug: string; language: Locale },
  { tokens, siteUrl, patterns }: { tokens: Tokens; siteUrl: string; patterns: SitePatterns }
): Referral => {
  const code = referralCode(tokens, publicId);
  const url = siteAddress({ siteUrl, page: 'session', patterns, language, name: slug });
  const shareUrl = url && trackedAddress({ url, campaign: slug, ref: code }, null);
  return { code, shareUrl };
};

export const loadSessionPatterns = async (strapi: Core.Strapi): Promise<SitePatterns> => {
  const row = await strapi.db.query('plugin::webinars.program-settings').findOne({
    where: { locale: DEFAULT_LOCALE },
    select: ['sessionUrlPatternEn', 'sessionUrlPatternDe'],
  });
  return { en: row?.sessionUrlPatternEn || null, de: row?.sessionUrlPatternDe || null };
};
