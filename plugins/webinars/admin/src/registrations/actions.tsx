import type { ReactNode } from 'react';
import { Check, Cross, Mail, MinusCircle } from '@strapi/icons';
import {
  awaitsDecision,
  canCancel,
  isActive,
  type RegistrationState,
} from '../../../shared/registration-states';

/** What editors do to registrations, called as the server's routes call it; in the order of the buttons. */
export const ACTION_NAMES = ['approve', 'reject', 'resend', 'cancel'] as const;
export type ActionName = (typeof ACTION_NAMES)[number];

type Action = {
  permission: string;
  isPossible: (state: RegistrationState) => boolean;
  /** Even for a single registration: what cannot be taken back. Many at once are always asked about. */
  isAskedTwice: boolean;
  icon: ReactNode;
  variant: 'success-light' | 'danger-light' | 'secondary';
  confirmVariant: 'success' | 'danger' | 'default';
};

export const ACTIONS: Record<ActionName, Action> = {
  approve: {
    permission: 'plugin::webinars.registrations.approve',
    isPossible: awaitsDecision,
    isAskedTwice: false,
    icon: <Check />,
    variant: 'success-light',
    confirmVariant: 'success',
  },
  reject: {
    permission: 'plugin::webinars.registrations.approve',
    isPossible: awaitsDecision,
    isAskedTwice: true,
    icon: <Cross />,
    variant: 'danger-light',
    confirmVariant: 'danger',
  },
  resend: {
    permission: 'plugin::webinars.registrations.resend',
    isPossible: isActive,
    isAskedTwice: false,
    icon: <Mail />,
    variant: 'secondary',
    confirmVariant: 'default',
  },
  cancel: {
    permission: 'plugin::webinars.registrations.cancel',
    isPossible: canCancel,
    isAskedTwice: true,
    icon: <MinusCircle />,
    variant: 'danger-light',
    confirmVariant: 'danger',
  },
};
