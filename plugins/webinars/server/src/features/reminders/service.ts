import { clockOf, jobsOf, transactionOf } from '../../container';
import { oncePerStrapi } from '../../platform/once-per-strapi';
import { createStatements } from '../../platform/transaction';
import { explainRegistration } from './explain-registration';
import { explainSession } from './explain-session';
import { fanOut } from './fan-out';
import { loadManager } from './manager-store';
import { planRuns } from './plan-runs';
import { recipientsOf, rehearseMessages } from './rehearse-messages';

export const remindersOf = oncePerStrapi((strapi) => {
  const deps = {
    transaction: transactionOf(strapi),
    jobs: jobsOf(strapi),
    clock: clockOf(strapi),
    loadManager: () => loadManager(strapi),
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
