import type { MailKind } from '../../domain/job-catalog';
import { isActive, type RegistrationState } from '../../domain/registration';

export type MailShape = {
  /** The registration's states in which this mail still makes sense. */
  isDueIn: (state: RegistrationState) => boolean;
  /** What goes along for the calendar. */
  calendar: 'REQUEST' | 'CANCEL' | null;
  /** Sets the colour of the badge: settled, waiting, look here, over. */
  tone: 'good' | 'wait' | 'news' | 'over';
  /** Where the button leads; none where there is no such page. */
  button: 'manage' | 'session' | 'program';
  /** What follows the session, in this order. */
  sections: readonly MailSection[];
};

export type MailSection = 'calendar' | 'preparation' | 'technical' | 'share' | 'support';

const isIn =
  (...states: RegistrationState[]) =>
  (state: RegistrationState) =>
    states.includes(state);

export const MAIL_KINDS: Record<MailKind, MailShape> = {
  confirmation: {
    isDueIn: isIn('confirmed', 'attended'),
    calendar: 'REQUEST',
    tone: 'good',
    button: 'manage',
    sections: ['calendar', 'preparation', 'technical', 'share', 'support'],
  },
  'waitlist-joined': {
    isDueIn: isIn('waitlisted'),
    calendar: null,
    tone: 'wait',
    button: 'manage',
    sections: ['support'],
  },
  'waitlist-offer': {
    isDueIn: isIn('offered'),
    calendar: null,
    tone: 'news',
    button: 'manage',
    sections: ['support'],
  },
  'offer-expired': {
    isDueIn: isIn('expired'),
    calendar: null,
    tone: 'over',
    button: 'session',
    sections: ['support'],
  },
  approved: {
    isDueIn: isIn('confirmed', 'attended'),
    calendar: 'REQUEST',
    tone: 'good',
    button: 'manage',
    sections: ['calendar', 'preparation', 'technical', 'share', 'support'],
  },
  rejected: {
    isDueIn: isIn('rejected'),
    calendar: null,
    tone: 'over',
    button: 'program',
    sections: ['support'],
  },
  'approval-pending': {
    isDueIn: isIn('awaiting_approval'),
    calendar: null,
    tone: 'wait',
    button: 'manage',
    sections: ['support'],
  },
  'cancelled-by-attendee': {
    isDueIn: isIn('cancelled'),
    calendar: 'CANCEL',
    tone: 'over',
    button: 'session',
    sections: ['calendar', 'support'],
  },
  'cancelled-by-organizer': {
    isDueIn: isIn('cancelled'),
    calendar: 'CANCEL',
    tone: 'over',
    button: 'session',
    sections: ['calendar', 'support'],
  },
  'manage-link': {
    isDueIn: isActive,
    calendar: null,
    tone: 'news',
    button: 'manage',
    sections: ['support'],
  },
  'session-moved': {
    isDueIn: isActive,
    calendar: 'REQUEST',
    tone: 'news',
    button: 'manage',
    sections: ['calendar', 'technical', 'support'],
  },
  'access-changed': {
    isDueIn: isActive,
    calendar: 'REQUEST',
    tone: 'news',
    button: 'manage',
    sections: ['calendar', 'technical', 'support'],
  },
  'session-cancelled': {
    isDueIn: isIn('cancelled'),
    calendar: 'CANCEL',
    tone: 'over',
    button: 'program',
    sections: ['calendar', 'support'],
  },
};

/** The kinds that may have put an entry into the registrant's calendar. */
export const INVITING_KINDS = (Object.keys(MAIL_KINDS) as MailKind[]).filter(
  (kind) => MAIL_KINDS[kind].calendar === 'REQUEST'
);

/** Only who is to be there gets an entry; somebody on the waitlist hears of a new time without one. */
export const isInvited = (state: RegistrationState) =>
  state === 'confirmed' || state === 'attended';
