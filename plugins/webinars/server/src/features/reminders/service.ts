import { clockOf, jobsOf, transactionOf } from '../../container';
import { oncePerStrapi } from '../../platform/once-per-strapi';
import { fanOut } from './fan-out';
import { planRuns } from './plan-runs';

export const remindersOf = oncePerStrapi((strapi) => {
  const deps = {
    transaction: transactionOf(strapi),
    jobs: jobsOf(strapi),
    clock: clockOf(strapi),
  };
  return {
    /** Tick: what is due, and on no record yet, is handed out. */
    planRuns: planRuns(deps),
    handlers: { 'reminders.fan-out': fanOut(deps) },
  };
});
