import { clockOf, jobsOf, transactionOf } from '../../container';
import { oncePerStrapi } from '../../platform/once-per-strapi';
import { moveDueSessions } from './move-due-sessions';

export const sessionsOf = oncePerStrapi((strapi) => ({
  moveDue: moveDueSessions({
    transaction: transactionOf(strapi),
    jobs: jobsOf(strapi),
    clock: clockOf(strapi),
  }),
}));
