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

/** Only these are approved or rejected. */
export const awaitsDecision = (state: RegistrationState) => state === 'awaiting_approval';

export const canCancel = (state: RegistrationState) => CANCELLABLE.includes(state);

/** Whether a session's attendance may be recorded for it: only who had a seat was there, or was missed. */
export const mayAttend = (state: RegistrationState) =>
  state === 'confirmed' || state === 'attended' || state === 'no_show';

/** What the start of a session ends quietly: nothing more can come of it. */
export const endsAtStart = (state: RegistrationState) =>
  state === 'waitlisted' || state === 'offered' || state === 'awaiting_approval';

/** What the registrant has to do next, if anything. */
export const nextStep = (state: RegistrationState): 'checkout' | 'accept' | null => {
  if (state === 'awaiting_payment') return 'checkout';
  if (state === 'offered') return 'accept';
  return null;
};
