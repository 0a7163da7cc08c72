/** A registration's states (spec: Registrations; `awaiting_…`, `waitlisted`, `offered`, `rejected`, `expired` are ours). */
export const REGISTRATION_STATES = [
  'awaiting_approval',
  'awaiting_payment',
  'waitlisted',
  'offered',
  'confirmed',
  'attended',
  'no_show',
  'cancelled',
  'rejected',
  'expired',
] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

export const SEATED_STATES: readonly RegistrationState[] = [
  'awaiting_payment',
  'offered',
  'confirmed',
  'attended',
  'no_show',
];

export const ENDED_STATES: readonly RegistrationState[] = ['cancelled', 'rejected', 'expired'];

const CANCELLABLE: readonly RegistrationState[] = [
  'awaiting_approval',
  'awaiting_payment',
  'waitlisted',
  'offered',
  'confirmed',
];

export const holdsSeat = (state: RegistrationState) => SEATED_STATES.includes(state);

/** One person has at most one registration per session that is active. */
export const isActive = (state: RegistrationState) => !ENDED_STATES.includes(state);

export const canCancel = (state: RegistrationState) => CANCELLABLE.includes(state);

/** What the registrant has to do next, if anything. */
export const nextStep = (state: RegistrationState): 'checkout' | 'accept' | null => {
  if (state === 'awaiting_payment') return 'checkout';
  if (state === 'offered') return 'accept';
  return null;
};
