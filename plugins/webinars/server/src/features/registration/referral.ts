import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { DEFAULT_LOCALE, type Locale } from '../../../../shared/locales';
import { trackedAddress } from '../../domain/share-links';
import { siteAddress, type SitePatterns } from '../../domain/site-address';

export type Referral = {
  /** Says on whose word somebody came, and to nobody else who that is. */
  code: string;
  /** The session's page with that code; null: there is no public front end. */
  shareUrl: string | null;
  /** How many others have come on it and still take part. */
  registrations: number;
};

/**
 * Follows from the registrant's random public id, so that nothing is stored, and stays when secrets change: links that
 * people have passed on count for ever. It opens nothing.
 */
export const referralCode = (publicId: string): string =>
  createHash('sha256').update(`referral:${publicId}`).digest('base64url').slice(0, 16);

export const referralOf = (
  { code, slug, language }: { code: string; slug: string; language: Locale },
  { siteUrl, patterns }: { siteUrl: string; patterns: SitePatterns }
): Omit<Referral, 'registrations'> => {
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
