import type { Core } from '@strapi/strapi';
import { clockOf } from '../../../container';
import { createStatements } from '../../../platform/transaction';
import { createRenderer } from '../look/render-mail';
import { suppressionsOf } from '../suppression/service';
import { loadStaffCase } from './load-staff-case';
import type { SendStaffMailDeps } from './send-staff-mail';
import { claimStaffMail, loadAudience, loadManagerFigures } from './staff-store';
import { staffTemplate } from './staff-template';

/** What mails to staff need beside what all mails do. There are few of them: nothing is gathered. */
export const staffDeps = (
  strapi: Core.Strapi,
  { mailHost }: { mailHost: string }
): Pick<SendStaffMailDeps, 'renderStaff' | 'staff' | 'isSuppressed'> => {
  const clock = clockOf(strapi);
  const rows = createStatements(strapi);
  return {
    renderStaff: createRenderer(staffTemplate),
    isSuppressed: suppressionsOf(strapi).isSuppressed,
    staff: {
      claim: (wanted) => claimStaffMail(rows, wanted, { host: mailHost, now: clock.now() }),
      loadCase: (ids) => loadStaffCase(strapi, { ...ids, now: clock.now() }),
      loadAudience: (sessionId) => loadAudience(rows, sessionId),
      loadFigures: (sessionId, options) => loadManagerFigures(rows, sessionId, options),
    },
  };
};
