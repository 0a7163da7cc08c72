import type { StaffMailKind } from '../../../domain/job-catalog';
import { composeStaffMail, type ComposeStaffDeps } from './compose-staff-mail';
import { decideStaffMail } from './staff-due';
import type { StaffCase } from './staff-subject';

export type StaffRehearsalDeps = ComposeStaffDeps & {
  loadCase(ids: { sessionId: string; speakerId: string }, now: Date): Promise<StaffCase | null>;
};

export type PlannedStaffMail = {
  kind: StaffMailKind;
  sessionId: string;
  speakerId: string;
  startsAt: Date;
  at: Date;
};

/** Why a mail to one of those who work for a session stays here; null: it goes out. */
export const rehearseStaffMail =
  ({ loadCase }: StaffRehearsalDeps) =>
  async ({ kind, startsAt, at, ...ids }: PlannedStaffMail): Promise<string | null> => {
    const present = await loadCase(ids, at);
    if (present === null) return 'session_gone';
    const decision = decideStaffMail(kind, startsAt, present);
    return 'skip' in decision ? decision.skip : null;
  };

/** Such a mail as it will be; null when it stays here. */
export const composeStaffExample =
  (deps: StaffRehearsalDeps) =>
  async ({ kind, startsAt, at, ...ids }: PlannedStaffMail) => {
    const present = await deps.loadCase(ids, at);
    if (present === null) return null;
    const decision = decideStaffMail(kind, startsAt, present);
    if ('skip' in decision) return null;
    const mail = await composeStaffMail(
      { ...deps, clock: { now: () => at } },
      { kind, sessionId: ids.sessionId, member: decision.member, present }
    );
    if (mail === null) return null;
    const { subject, text, html } = mail;
    return { kind, locale: present.session.language, subject, text, html };
  };
