import type { Core } from '@strapi/strapi';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { PUBLIC_ERRORS, REQUEST_ERRORS } from '../../shared/errors';
import { configOf } from './container';
import type { RegistrationState } from './domain/registration';
import { measureRequests, type Measured } from './platform/http/measure-requests';
import type { QueueState } from './platform/jobs';
import { oncePerStrapi } from './platform/once-per-strapi';

/** How a registration can begin. */
const REGISTRATION_OUTCOMES = [
  'confirmed',
  'waitlisted',
  'awaiting_approval',
  'awaiting_payment',
  'refused',
] satisfies (RegistrationState | 'refused')[];
const MAIL_RESULTS = ['sent', 'refused', 'put_off', 'skipped'] as const;
const JOB_STATES = ['waiting', 'planned', 'running', 'dead'] as const;
const REFUSAL_CODES = Object.keys({ ...PUBLIC_ERRORS, ...REQUEST_ERRORS });

export type RegistrationMeter = (outcome: RegistrationState | 'refused') => void;
export type MailMeter = (result: (typeof MAIL_RESULTS)[number]) => void;

/**
 * What is counted. It says nothing about anybody: no label holds a name, an id or a path, and none has values that a
 * visitor could make up, or their number would grow without end.
 */
export type Meters = {
  registration: RegistrationMeter;
  mail: MailMeter;
  request(measured: Measured): void;
  /** Everything in Prometheus' text format. Without figures of the queue, nothing is said about it. */
  read(queues: QueueState[] | null): Promise<string>;
  contentType: string;
};

const createMeters = (): Meters => {
  // Of its own: prom-client's global one would mix the instances of a process, and refuse the second.
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const registrations = new Counter({
    name: 'webinars_registrations_total',
    help: 'Registrations by what became of them at once',
    labelNames: ['outcome'],
    registers,
  });
  const refusals = new Counter({
    name: 'webinars_refusals_total',
    help: 'Requests that were refused, by the code of the refusal',
    labelNames: ['code'],
    registers,
  });
  const mails = new Counter({
    name: 'webinars_mails_total',
    help: 'Attempts to send a mail, by their result',
    labelNames: ['result'],
    registers,
  });
  const requests = new Histogram({
    name: 'webinars_http_request_duration_seconds',
    help: 'Requests to the routes of the plugin',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const jobs = new Gauge({
    name: 'webinars_jobs',
    help: 'Jobs in the queue that all instances share, by type and state',
    labelNames: ['type', 'state'],
    registers,
  });
  const ages = new Gauge({
    name: 'webinars_jobs_oldest_due_seconds',
    help: 'For how long the first job of a type that waits has been due; 0 when none waits',
    labelNames: ['type'],
    registers,
  });
  // What has not happened yet is 0, not absent: a rate needs a beginning.
  for (const outcome of REGISTRATION_OUTCOMES) registrations.inc({ outcome }, 0);
  for (const result of MAIL_RESULTS) mails.inc({ result }, 0);
  for (const code of REFUSAL_CODES) refusals.inc({ code }, 0);

  return {
    contentType: registry.contentType,
    registration: (outcome) => registrations.inc({ outcome }),
    mail: (result) => mails.inc({ result }),
    request({ route, method, status, seconds, code }) {
      const known = METHODS.includes(method) ? method : 'other';
      const labels = { method: known, route, status: `${Math.floor(status / 100)}xx` };
      requests.observe(labels, seconds);
      if (code === null) return;
      refusals.inc({ code: REFUSAL_CODES.includes(code) ? code : 'other' });
    },
    read(queues) {
      jobs.reset();
      ages.reset();
      for (const { type, oldestDueSeconds, ...queue } of queues ?? []) {
        for (const state of JOB_STATES) jobs.set({ type, state }, queue[state]);
        ages.set({ type }, oldestDueSeconds ?? 0);
      }
      return registry.metrics();
    },
  };
};

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

const nothing = () => undefined;

/** Where nobody may read the figures, nothing is collected. */
const SWITCHED_OFF: Meters = {
  registration: nothing,
  mail: nothing,
  request: nothing,
  read: () => Promise.resolve(''),
  contentType: 'text/plain',
};

/** Asked for where they are switched off. */
export class MetricsOff extends Error {
  constructor() {
    super('metrics_off');
  }
}

export const metersOf = oncePerStrapi((strapi: Core.Strapi) =>
  configOf(strapi).metricsToken === undefined ? SWITCHED_OFF : createMeters()
);

/** The middleware that measures what this plugin answers, at the addresses of its API and of its admin routes. */
export const measureOwnRequests = (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  measureRequests({
    plugin: 'webinars',
    addresses: [`${strapi.config.get<string>('api.rest.prefix', '/api')}/webinars`, '/webinars'],
    observe: metersOf(strapi).request,
  });
