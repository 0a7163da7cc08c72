import type { Core } from '@strapi/strapi';
import type { JobCatalog } from './domain/job-catalog';
import { JOB_POLICIES } from './domain/job-policies';
import { parseConfig } from './config';
import { systemClock, type Clock } from './platform/clock';
import { createDrain } from './platform/http/drain';
import { createIcsWriter } from './platform/ics';
import { createJobs, type Jobs } from './platform/jobs';
import { oncePerStrapi } from './platform/once-per-strapi';
import { createTokens } from './platform/tokens';
import { createReads, createTransaction } from './platform/transaction';

/** What every slice is wired with. Each exists once per Strapi instance. */
export const configOf = oncePerStrapi((strapi) =>
  parseConfig(strapi.config.get('plugin::webinars'))
);

/** An object of its own for each instance, so that whoever tries out another time changes nobody else's. */
export const clockOf = oncePerStrapi((): Clock => ({ ...systemClock }));

export const tokensOf = oncePerStrapi((strapi) => createTokens(configOf(strapi).secret));

/** Fewer writers than the pool has connections (`config/database.ts`), so that none waits for a second one in vain. */
export const transactionOf = oncePerStrapi((strapi) =>
  createTransaction({ strapi, maxWriters: 10 })
);

/** For whatever a visitor waits for. */
export const readsOf = oncePerStrapi((strapi) =>
  createReads(strapi, { longestMs: configOf(strapi).readTimeout })
);

export const jobsOf = oncePerStrapi((strapi: Core.Strapi): Jobs<JobCatalog> =>
  createJobs<JobCatalog>({
    db: strapi.db,
    clock: clockOf(strapi),
    policies: JOB_POLICIES,
    log: strapi.log,
  })
);

/** Made in `register()`, so that it knows of every request. */
export const drainOf = oncePerStrapi((strapi) => createDrain(strapi.server.httpServer));

/** This server as seen from outside (`PUBLIC_URL`), without a slash at the end, and its name in calendar entries. */
export const publicAddressOf = oncePerStrapi((strapi) => {
  const url = strapi.config.get<string>('server.absoluteUrl').replace(/\/+$/, '');
  return { url, host: URL.canParse(url) ? new URL(url).hostname : 'localhost' };
});

/** Writes calendar entries in the name of this program (RFC 5545, 3.7.3). */
export const ICS_PRODUCT = '-//strapi-plugin-webinars//EN';

export const icsWriterOf = oncePerStrapi(() => createIcsWriter({ productId: ICS_PRODUCT }));
