import { clockOf, jobsOf, transactionOf } from '../../container';
import { oncePerStrapi } from '../../platform/once-per-strapi';
import { moveDueSessions } from './move-due-sessions';
import { tellRenamed } from './tell-renamed';

export const sessionsOf = oncePerStrapi((strapi) => {
  const deps = {
    strapi,
    transaction: transactionOf(strapi),
    jobs: jobsOf(strapi),
    clock: clockOf(strapi),
  };
  return {
    moveDue: moveDueSessions(deps),
    handlers: { 'sessions.tell-renamed': tellRenamed(deps) },
  };
});
