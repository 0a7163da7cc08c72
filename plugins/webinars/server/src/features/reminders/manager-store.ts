import type { Core } from '@strapi/strapi';
import { DEFAULT_LOCALE } from '../../../../shared/locales';
import type { ProgramManager } from './tell-staff';

/** Null when nobody is set. */
export const loadManager = async (strapi: Core.Strapi): Promise<ProgramManager | null> => {
  const settings = await strapi.db.query('plugin::webinars.program-settings').findOne({
    where: { locale: DEFAULT_LOCALE },
    populate: { programManager: true, notificationPreferences: true },
  });
  const manager: { documentId: string } | null = settings?.programManager ?? null;
  if (manager === null) return null;
  const wantsSummaries = settings?.notificationPreferences?.sessionsReminders !== false;
  return { speakerId: manager.documentId, wantsSummaries };
};
