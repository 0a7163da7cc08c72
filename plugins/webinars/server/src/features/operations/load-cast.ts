import type { Core } from '@strapi/strapi';
import { DEFAULT_LOCALE, type Locale } from '../../../../shared/locales';
import { loadSessionText } from '../sessions';
import type { Cast } from './rehearse-session';

/** Who and what a session has to have before it takes place. */
export const loadCast =
  (strapi: Core.Strapi) =>
  async (sessionId: string): Promise<Cast> => {
    const person = { select: ['documentId', 'email'] };
    const session: Row | null = await strapi.db.query('plugin::webinars.session').findOne({
      where: { documentId: sessionId },
      select: ['meetingUrl', 'language', 'speakerDocumentId'],
      populate: { speaker: person, panelists: person, moderator: person },
    });
    const settings: { programManager: object | null }[] = await strapi.db
      .query('plugin::webinars.program-settings')
      .findMany({ where: { locale: DEFAULT_LOCALE }, populate: { programManager: true } });
    const text = await loadSessionText(strapi, sessionId, 'de');
    const people = [session?.speaker, ...(session?.panelists ?? []), session?.moderator].filter(
      (each) => each !== null && each !== undefined
    );
    const addresses = new Map(people.map(({ documentId, email }) => [documentId, email]));
    return {
      language: session?.language ?? DEFAULT_LOCALE,
      speakerId: session?.speakerDocumentId || null,
      hasGermanTitle: text?.locale === 'de',
      hasMeetingUrl: Boolean(session?.meetingUrl),
      speakers: [...addresses].map(([id, email]) => ({ id, hasAddress: Boolean(email) })),
      hasManager: settings.some(({ programManager }) => programManager !== null),
    };
  };

type Person = { documentId: string; email: string | null };
type Row = {
  meetingUrl: string | null;
  language: Locale;
  speakerDocumentId: string | null;
  speaker: Person | null;
  panelists: Person[];
  moderator: Person | null;
};
