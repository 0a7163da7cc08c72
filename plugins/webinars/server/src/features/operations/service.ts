import type { Core } from '@strapi/strapi';
import type { Health } from '../../../../shared/health';
import { clockOf, jobsOf, publicAddressOf } from '../../container';
import { oncePerStrapi } from '../../platform/once-per-strapi';
import { shortMemory } from '../../platform/short-memory';
import { describeApi } from './describe-api';
import { createOperationsStore } from './operations-store';
import { readHealth } from './read-health';

const MINUTE = 60_000;
const RECENT_MINUTES = 60;
const PATIENCE_MS = 3000;

/** However often somebody asks, the database hears of it once a second. */
const HEALTH_AGE_SECONDS = 1;

const createService = (strapi: Core.Strapi) => {
  const store = createOperationsStore(strapi);
  const clock = clockOf(strapi);
  const recently = () => new Date(clock.now().getTime() - RECENT_MINUTES * MINUTE);
  const read = readHealth(
    {
      pingDatabase: () => store.pingDatabase(),
      countJobs: () => jobsOf(strapi).counts(),
      latestMailOutcomes: () => store.latestMailOutcomes(recently()),
    },
    { patienceMs: PATIENCE_MS, warn: (message) => strapi.log.warn(message) }
  );
  const remembered = shortMemory<Health>({ seconds: HEALTH_AGE_SECONDS, most: 1 });
  let description: object | null = null;

  return {
    health: (): Promise<Health> => remembered('health', read),

    /** The OpenAPI document of the public routes. */
    describeApi(): object {
      description ??= describeApi({
        serverUrl: `${publicAddressOf(strapi).url}${strapi.config.get<string>('api.rest.prefix', '/api')}/webinars`,
      });
      return description;
    },
  };
};

export const operationsOf = oncePerStrapi(createService);
