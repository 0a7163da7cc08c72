import { Counter, type Registry } from 'prom-client';
import type { RegistrationState } from '../domain/registration';

type RegistrationOutcome = RegistrationState | 'refused';

export type RegistrationMeter = (outcome: RegistrationOutcome) => void;

/** How a registration can begin. */
const OUTCOMES = [
  'confirmed',
  'waitlisted',
  'awaiting_approval',
  'awaiting_payment',
  'refused',
] satisfies RegistrationOutcome[];

export const createRegistrationMeter = (registry: Registry): RegistrationMeter => {
  const registrations = new Counter({
    name: 'webinars_registrations_total',
    help: 'Registrations by what became of them at once',
    labelNames: ['outcome'],
    registers: [registry],
  });
  for (const outcome of OUTCOMES) registrations.inc({ outcome }, 0);
  return (outcome) => registrations.inc({ outcome });
};
