import type { Core } from '@strapi/strapi';
import { createStatements } from '../../platform/transaction';
import * as bulkStore from './bulk-store';
import type { ComposeDeps } from './compose-mail';
import { loadAddressees } from './mail-store';
import { reachesOf } from './reaches-of';
import {
  composeExample,
  rehearseAnswers,
  rehearseBulk,
  type RehearsalDeps,
} from './rehearse-mails';
import type { ComposeStaffDeps } from './staff/compose-staff-mail';
import { loadStaffCase } from './staff/load-staff-case';
import { composeStaffExample, rehearseStaffMail } from './staff/rehearse-staff-mails';

/** What becomes of mails that are to go out at a certain time. */
export const createMailRehearsal = (strapi: Core.Strapi, deps: ComposeDeps & ComposeStaffDeps) => {
  const rows = createStatements(strapi);
  const rehearsal: RehearsalDeps = {
    compose: deps,
    loadBulkFacts: (ids) => bulkStore.loadBulkFacts(rows, ids),
    mailStatesOf: (keys) => bulkStore.mailStatesOf(rows, keys),
    followUpsOf: (ids) => bulkStore.followUpsOf(rows, ids),
    loadAddressees: (ids) => loadAddressees(rows, ids),
    countComing: (emailKeys, now) => bulkStore.countComing(rows, emailKeys, now),
    loadReminders: (emailKey, now) => bulkStore.loadReminders(rows, emailKey, now),
    peopleOf: (ids) => bulkStore.peopleOf(rows, ids),
    reachesOf: reachesOf(strapi),
  };
  const staff = {
    ...deps,
    loadCase: (ids: { sessionId: string; speakerId: string }, now: Date) =>
      loadStaffCase(strapi, { ...ids, now }),
  };
  return {
    bulk: rehearseBulk(rehearsal),
    answers: rehearseAnswers(rehearsal),
    example: composeExample(rehearsal),
    staff: rehearseStaffMail(staff),
    staffExample: composeStaffExample(staff),
  };
};
