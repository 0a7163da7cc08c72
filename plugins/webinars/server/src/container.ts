import type { Core } from '@strapi/strapi';
import type { JobCatalog } from './domain/job-catalog';
import { parseConfig, type WebinarsConfig } from './config';
import { systemClock, type Clock } from './platform/clock';
import type { JobsPort } from './platform/jobs';
import { createTokens, type Tokens } from './platform/tokens';
import { createTransaction, type RunInTransaction } from './platform/transaction';

/** What every slice is wired with. Registered as Strapi services, so that each exists once per instance. */
export const machinery = {
  config: ({ strapi }: { strapi: Core.Strapi }) => parseConfig(strapi.config.get('plugin::webinars')),
  clock: () => systemClock,
  tokens: ({ strapi }: { strapi: Core.Strapi }) => createTokens(configOf(strapi).secret),
  transaction: ({ strapi }: { strapi: Core.Strapi }) =>
    ({ run: createTransaction({ strapi, maxWriters: 10 }) }),
};

const serviceOf = <Service>(strapi: Core.Strapi, name: string): Service =>
  strapi.plugin('webinars').service(name);

export const configOf = (strapi: Core.Strapi) => serviceOf<WebinarsConfig>(strapi, 'config');
export const systemClockOf = (strapi: Core.Strapi) => serviceOf<Clock>(strapi, 'clock');
export const tokensOf = (strapi: Core.Strapi) => serviceOf<Tokens>(strapi, 'tokens');
export const jobsOf = (strapi: Core.Strapi) => serviceOf<JobsPort<JobCatalog>>(strapi, 'jobs');
export const transactionOf = (strapi: Core.Strapi) =>
  serviceOf<{ run: RunInTransaction }>(strapi, 'transaction').run;
