import type { Core } from '@strapi/strapi';
import { watchCatalogue } from './answer-cache';
import { applyConstraints, ensureLocales } from './content-types';
import { clockOf, configOf, jobsOf, transactionOf } from './container';
import { analyticsOf } from './features/analytics';
import { catalogOf } from './features/catalog';
import { messagesOf } from './features/messages';
import { draftsOf, registrationOf } from './features/registration';
import { remindersOf } from './features/reminders';
import { sessionsOf } from './features/sessions';
import { purgeOutcomes } from './platform/idempotency';
import type { JobHandlers } from './platform/jobs';
import { claimDatabase } from './platform/single-process';
import { beginByWriting } from './platform/sqlite-transactions';
import { whenListening } from './platform/when-listening';
import type { JobCatalog } from './domain/job-catalog';
import { registerPermissions } from './permissions';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  keepValuesOutOfErrors(strapi);
  await prepareSqlite(strapi);
  await applyConstraints(strapi);
  await ensureLocales(strapi);
  await registerPermissions(strapi);
  await registrationOf(strapi).createMissingInventories();
  catalogOf(strapi).followFiles();
  await catalogOf(strapi).buildMissing();
  await watchCatalogue(strapi);
  await prepareJobs(strapi);
  if (configOf(strapi).jobs === 'on') whenListening(strapi, () => startWorkers(strapi));
};

/** Whoever logs a failed statement would log its values otherwise: names and addresses of registrants. */
const keepValuesOutOfErrors = (strapi: Core.Strapi) => {
  strapi.db.connection.client.config.compileSqlOnError = false;
};

/** Write-ahead log, and every commit on disk before it is answered. better-sqlite3 defaults to less. */
const prepareSqlite = async (strapi: Core.Strapi) => {
  if (strapi.db.dialect.client !== 'sqlite') return;
  beginByWriting(strapi);
  await strapi.db.connection.raw('PRAGMA journal_mode = WAL');
  await strapi.db.connection.raw('PRAGMA synchronous = FULL');
};

const prepareJobs = async (strapi: Core.Strapi) => {
  const jobs = jobsOf(strapi);
  const registration = registrationOf(strapi);
  const handlers = {
    ...sessionsOf(strapi).handlers,
    ...messagesOf(strapi).handlers,
    ...registration.handlers,
    ...catalogOf(strapi).handlers,
    ...analyticsOf(strapi).handlers,
    ...remindersOf(strapi).handlers,
  } satisfies JobHandlers<JobCatalog>;
  await jobs.prepare();
  jobs.handle(handlers);
  await jobs.tick('sessions.move-due', EVERY_MINUTE, sessionsOf(strapi).moveDue);
  await jobs.tick('reminders.plan-runs', EVERY_MINUTE, remindersOf(strapi).planRuns);
  await jobs.tick('registration.copy-counts', EVERY_MINUTE, registration.copyCounts);
  await jobs.tick('catalog.refresh-popularity', EVERY_MINUTE, catalogOf(strapi).refreshPopularity);
  await jobs.tick('registration.purge-drafts', EVERY_MINUTE, draftsOf(strapi).purge);
  await jobs.tick('idempotency.purge', EVERY_MINUTE, () =>
    transactionOf(strapi)((tx) => purgeOutcomes(tx, clockOf(strapi).now()))
  );
  await jobs.tick('analytics.roll-up', EVERY_TEN_MINUTES, analyticsOf(strapi).planRollUp);
};

const startWorkers = async (strapi: Core.Strapi) => {
  claimDatabase(strapi);
  await jobsOf(strapi).work();
};

const EVERY_MINUTE = '* * * * *';
const EVERY_TEN_MINUTES = '*/10 * * * *';
