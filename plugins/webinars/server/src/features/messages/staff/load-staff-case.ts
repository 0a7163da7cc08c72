import type { Core } from '@strapi/strapi';
import { personName } from '../../../domain/person-name';
import { sessionPhase } from '../../../domain/session';
import { readInstant, requiredInstant } from '../../../platform/instant';
import { DEFAULT_LOCALE, inOrderOf, type Locale } from '../../../../../shared/locales';
import type { StaffCase, StaffMember, StageRole } from './staff-subject';

/** Null when the session is gone. */
export const loadStaffCase = async (
  strapi: Core.Strapi,
  { sessionId, speakerId, now }: { sessionId: string; speakerId: string; now: Date }
): Promise<StaffCase | null> => {
  const reference = { select: ['documentId'] };
  const [session, speakers, settings] = await Promise.all([
    strapi.db.query('plugin::webinars.session').findOne({
      where: { documentId: sessionId },
      populate: { speaker: reference, panelists: reference, moderator: reference },
    }),
    strapi.db
      .query('plugin::webinars.speaker')
      .findMany({ where: { documentId: speakerId } }) as Promise<SpeakerRow[]>,
    strapi.db.query('plugin::webinars.program-settings').findMany({
      populate: { programManager: reference, notificationPreferences: true },
    }) as Promise<SettingsRow[]>,
  ]);
  if (session === null) return null;
  const startsAt = requiredInstant(session.datetime);
  const [program] = inOrderOf(settings, DEFAULT_LOCALE);
  return {
    member: toMember(inOrderOf(speakers, DEFAULT_LOCALE)[0]),
    role: roleIn(session, speakerId),
    isManager: program?.programManager?.documentId === speakerId,
    wantsSummaries: program?.notificationPreferences?.sessionsReminders !== false,
    session: {
      startsAt,
      phase: sessionPhase(
        {
          startsAt,
          durationMinutes: session.duration,
          state: session.state,
          publishAt: readInstant(session.scheduledPublishAt),
        },
        now
      ),
      language: session.language,
      version: `${session.revision} ${readInstant(session.updatedAt)?.getTime()}`,
    },
  };
};

type Reference = { documentId: string } | null;

type SpeakerRow = {
  locale: Locale;
  documentId: string;
  title: string | null;
  firstName: string;
  lastName: string;
  email: string | null;
  isActive: boolean | null;
  isInternal: boolean | null;
};

type SettingsRow = {
  locale: Locale;
  programManager: Reference;
  notificationPreferences: { sessionsReminders: boolean | null } | null;
};

const toMember = (row: SpeakerRow | undefined): StaffMember | null =>
  row === undefined
    ? null
    : {
        documentId: row.documentId,
        name: personName(row),
        firstName: row.firstName,
        email: (row.email ?? '').trim(),
        isActive: row.isActive !== false,
        isInternal: row.isInternal === true,
      };

const roleIn = (
  session: { speaker: Reference; panelists: Reference[] | null; moderator: Reference },
  speakerId: string
): StageRole | null => {
  const is = (person: Reference) => person?.documentId === speakerId;
  if (is(session.speaker)) return 'speaker';
  if (is(session.moderator)) return 'moderator';
  return (session.panelists ?? []).some(is) ? 'panelist' : null;
};
