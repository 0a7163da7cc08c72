import { clockOf, jobsOf, transactionOf } from '../../container';
import { oncePerStrapi } from '../../platform/once-per-strapi';
import { DEFAULT_LOCALE } from '../../../../shared/locales';
import { createStatements } from '../../platform/transaction';
import { explainRegistration } from './explain-registration';
import { explainSession } from './explain-session';
import { fanOut } from './fan-out';
import { planRuns } from './plan-runs';
import { recipientsOf, rehearseMessages } from './rehearse-messages';
import type { ProgramManager } from './tell-staff';

export const remindersOf = oncePerStrapi((strapi) => {
  const deps = {
    transaction: transactionOf(strapi),
    jobs: jobsOf(strapi),
    clock: clockOf(strapi),
    async loadManager(): Promise<ProgramManager | null> {
      const settings = await strapi.db.query('plugin::webinars.program-settings').findOne({
        where: { locale: DEFAULT_LOCALE },
        populate: { programManager: true, notificationPreferences: true },
      });
      const manager: { documentId: string } | null = settings?.programManager ?? null;
      if (manager === null) return null;
      const wantsSummaries = settings?.notificationPreferences?.sessionsReminders !== false;
      return { speakerId: manager.documentId, wantsSummaries };
    },
  };
  const rows = createStatements(strapi);
  const timelineOf = explainSession({ rows });
  return {
    /** When whom a session tells what. Throws `session_not_found`. */
    explainSession: timelineOf,
    /** What a session's schedule means for one registrant. Throws `registration_not_found`. */
    explainRegistration: explainRegistration({ rows, timelineOf }),
    /** What a session will tell between two instants, and to whom. */
    rehearse: rehearseMessages({ rows, loadManager: deps.loadManager }),
    recipientsOf: recipientsOf({ rows }),
    /** Tick: what is due, and on no record yet, is handed out. */
    planRuns: planRuns(deps),
    handlers: { 'reminders.fan-out': fanOut(deps) },
  };
});
