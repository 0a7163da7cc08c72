import type { ActivityAboutPerson } from './operations-store';

/** The slices that know something about people. */
export type ExportPorts = {
  exportRegistrations(
    emailKey: string
  ): Promise<{ registrationId: string; data: Record<string, unknown> }[]>;
  exportDrafts(emailKey: string): Promise<Record<string, unknown>[]>;
  mailsOf(registrationId: string): Promise<object[]>;
  feedAbout(emailKey: string): Promise<object | null>;
  optOutsOf(emailKey: string): Promise<object[]>;
  suppressionsOf(emailKey: string): Promise<Record<string, unknown>[]>;
  activitiesOf(registrationId: string): Promise<ActivityAboutPerson[]>;
};

export type PersonExport = {
  email: string;
  registrations: Record<string, unknown>[];
  /** Unfinished registrations that have not expired. */
  drafts: Record<string, unknown>[];
  /** Since when the person has a calendar of their own to subscribe to; null: there is none. Its address is a key. */
  calendarFeed: object | null;
  /** Which mails the person does without. */
  mailOptOuts: object[];
  /** Why nothing is sent to the address any more, if so. */
  suppressions: Record<string, unknown>[];
};

/** Everything that is stored about a person, to be handed out: no tokens, no internal ids, nobody else. */
export const exportPerson =
  ({
    exportRegistrations,
    exportDrafts,
    mailsOf,
    feedAbout,
    optOutsOf,
    suppressionsOf,
    activitiesOf,
  }: ExportPorts) =>
  async (emailKey: string): Promise<PersonExport> => {
    const registrations = await exportRegistrations(emailKey);
    return {
      email: emailKey,
      registrations: await Promise.all(
        registrations.map(async ({ registrationId, data }) => ({
          ...data,
          mails: await mailsOf(registrationId),
          activities: await activitiesOf(registrationId),
        }))
      ),
      drafts: await exportDrafts(emailKey),
      calendarFeed: await feedAbout(emailKey),
      mailOptOuts: await optOutsOf(emailKey),
      suppressions: await suppressionsOf(emailKey),
    };
  };
