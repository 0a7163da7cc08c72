import type { Core } from '@strapi/strapi';
import { clockOf, configOf, jobsOf, transactionOf } from '../../container';
import { createRateLimit } from '../../platform/http/rate-limit';
import { oncePerStrapi } from '../../platform/once-per-strapi';
import { createStatements } from '../../platform/transaction';
import { createWriteBehind } from '../../platform/write-behind';
import { registrationOf } from '../registration';
import { recordEvents } from './record-events';
import { planRollUp, rollUp } from './roll-up';
import { insertSignals, saltOfDay, type Signal } from './signal-store';
import { newSalt } from './visitor';

/** A visitor sends what happens on a page together, every few seconds at most. */
const BATCHES_A_MINUTE = 120;

const createService = (strapi: Core.Strapi) => {
  const { rateLimit, trustProxy } = configOf(strapi);
  const transaction = transactionOf(strapi);
  const clock = clockOf(strapi);
  const rows = createStatements(strapi);
  const deps = { transaction, clock, rows, jobs: jobsOf(strapi) };

  const signals = createWriteBehind<Signal>({
    write: (waiting) => transaction((tx) => insertSignals(tx, waiting)),
    everyMs: 1000,
    atOnce: 500,
    most: 10_000,
    onError: (error) => {
      const what = error instanceof Error ? error.name : 'fault';
      strapi.log.warn(`[webinars] signals wait: they cannot be written (${what})`);
    },
  });

  let known: { day: string; salt: Promise<string> } | null = null;
  const saltOf = (day: string): Promise<string> => {
    if (known?.day === day) return known.salt;
    const salt = transaction((tx) => saltOfDay(tx, day, newSalt()));
    known = { day, salt };
    salt.catch(() => {
      known = null;
    });
    return salt;
  };

  return {
    hops: trustProxy,
    limit: createRateLimit({
      name: 'track',
      points: rateLimit === 0 ? 0 : BATCHES_A_MINUTE,
      perSeconds: 60,
    }),
    record: recordEvents({
      ...deps,
      sessionIdOf: registrationOf(strapi).sessionIdOf,
      saltOf,
      signals,
    }),
    /** Writes what waits. */
    flush: signals.flush,
    planRollUp: planRollUp(deps),
    handlers: { 'analytics.roll-up': rollUp(deps) },
  };
};

/** Wired once per Strapi instance. */
export const analyticsOf = oncePerStrapi(createService);

export const service = ({ strapi }: { strapi: Core.Strapi }) => {
  const { flush, planRollUp: plan } = analyticsOf(strapi);
  return { flush, planRollUp: plan };
};
