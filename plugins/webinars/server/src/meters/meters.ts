import type { Core } from '@strapi/strapi';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { configOf } from '../container';
import type { QueueState } from '../platform/jobs';
import { oncePerStrapi } from '../platform/once-per-strapi';
import { createMailMeter, type MailMeter } from './mail-meter';
import { createQueueMeter } from './queue-meter';
import { createRegistrationMeter, type RegistrationMeter } from './registration-meter';
import { createRequestMeter, type RequestMeter } from './request-meter';

/**
 * What is counted. It says nothing about anybody: no label holds a name, an id or a path, and none has values that a
 * visitor could make up, or their number would grow without end. What has not happened yet is 0, not absent: a rate
 * needs a beginning.
 */
export type Meters = {
  registration: RegistrationMeter;
  mail: MailMeter;
  request: RequestMeter;
  /** Everything in Prometheus' text format. Without figures of the queue, nothing is said about it. */
  read(queues: QueueState[] | null): Promise<string>;
  contentType: string;
};

export const metersOf = oncePerStrapi((strapi: Core.Strapi) =>
  configOf(strapi).metricsToken === undefined ? SWITCHED_OFF : createMeters()
);

const createMeters = (): Meters => {
  // Of its own: prom-client's global one would mix the instances of a process, and refuse the second.
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const showQueues = createQueueMeter(registry);

  return {
    registration: createRegistrationMeter(registry),
    mail: createMailMeter(registry),
    request: createRequestMeter(registry),
    read(queues) {
      showQueues(queues);
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
};

const nothing = () => undefined;

/** Where nobody may read the figures, nothing is collected. */
const SWITCHED_OFF: Meters = {
  registration: nothing,
  mail: nothing,
  request: nothing,
  read: () => Promise.resolve(''),
  contentType: 'text/plain',
};
