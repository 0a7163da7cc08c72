import { Gauge, type Registry } from 'prom-client';
import type { QueueState } from '../platform/jobs';

/** Shows the queue as it is now, or nothing of it where that is not known. */
export type QueueMeter = (queues: readonly QueueState[] | null) => void;

const STATES = ['waiting', 'planned', 'running', 'dead'] as const;

export const createQueueMeter = (registry: Registry): QueueMeter => {
  const jobs = new Gauge({
    name: 'webinars_jobs',
    help: 'Jobs in the queue that all instances share, by type and state',
    labelNames: ['type', 'state'],
    registers: [registry],
  });
  const ages = new Gauge({
    name: 'webinars_jobs_oldest_due_seconds',
    help: 'For how long the first job of a type that waits has been due; 0 when none waits',
    labelNames: ['type'],
    registers: [registry],
  });

  return (queues) => {
    jobs.reset();
    ages.reset();
    for (const { type, oldestDueSeconds, ...queue } of queues ?? []) {
      for (const state of STATES) jobs.set({ type, state }, queue[state]);
      ages.set({ type }, oldestDueSeconds ?? 0);
    }
  };
};
