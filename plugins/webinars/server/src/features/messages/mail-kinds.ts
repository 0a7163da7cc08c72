import type { MailKind } from '../../domain/job-catalog';
import { isActive, mayAttend, type RegistrationState } from '../../domain/registration';
import type { Tone } from './look/mail-look';

export type MailShape = {
  /** The registration's states in which this mail still makes sense. */
  isDueIn: (state: RegistrationState) => boolean;
  /** What goes along for the calendar. TENTATIVE: an entry for a seat that is not taken yet. */
  calendar: 'REQUEST' | 'TENTATIVE' | 'CANCEL' | null;
  /** Sets the colour of the badge. */
  tone: Tone;
  /** Where the button leads; none where there is no such page. */
  button: 'manage' | 'session' | 'program' | 'join' | 'feedback' | 'recording' | 'feed';
  /** Whether it brings the address of the person's own calendar along. Only mails to that person may. */
  tellsOfFeed?: true;
  /** Whether it makes sense only before the start, or after the end. */
  goesOut: 'anytime' | 'before' | 'after';
  /** What follows the session, in this order. */
  sections: readonly MailSection[];
};

export type MailSection =
  | 'others'
  | 'calendar'
  | 'feed'
  | 'expert'
  | 'agenda'
  | 'briefAgenda'
  | 'preparation'
  | 'technical'
  | 'after'
  | 'contact'
  | 'next'
  | 'share'
  | 'support'
  | 'emergency';

/** What answers something that its recipient, or the organisers, have just done. */
const ANSWER = { goesOut: 'anytime' } as const;

const REMINDER = { goesOut: 'before' } as const;

const FOLLOW_UP = { goesOut: 'after' } as const;

const isIn =
  (...states: RegistrationState[]) =>
  (state: RegistrationState) =>
    states.includes(state);

/** Which of the two follow-ups is due may be corrected as long as neither has gone out. */
const HAD_A_SEAT = isIn('confirmed', 'attended', 'no_show');

export const MAIL_KINDS: Record<MailKind, MailShape> = {
  confirmation: {
    ...ANSWER,
    isDueIn: isIn('confirmed', 'attended'),
    calendar: 'REQUEST',
    tellsOfFeed: true,
    tone: 'good',
    button: 'manage',
    sections: ['calendar', 'expert', 'agenda', 'preparation', 'technical', 'share', 'support'],
  },
  'waitlist-joined': {
    ...ANSWER,
    isDueIn: isIn('waitlisted'),
    calendar: null,
    tone: 'wait',
    button: 'manage',
    sections: ['support'],
  },
  'waitlist-offer': {
    ...ANSWER,
    isDueIn: isIn('offered'),
    calendar: 'TENTATIVE',
    tone: 'news',
    button: 'manage',
    sections: ['calendar', 'support'],
  },
  'offer-expired': {
    ...ANSWER,
    isDueIn: isIn('expired'),
    calendar: 'CANCEL',
    tone: 'over',
    button: 'session',
    sections: ['calendar', 'support'],
  },
  approved: {
    ...ANSWER,
    isDueIn: isIn('confirmed', 'attended'),
    calendar: 'REQUEST',
    tellsOfFeed: true,
    tone: 'good',
    button: 'manage',
    sections: ['calendar', 'expert', 'agenda', 'preparation', 'technical', 'share', 'support'],
  },
  rejected: {
    ...ANSWER,
    isDueIn: isIn('rejected'),
    calendar: null,
    tone: 'over',
    button: 'program',
    sections: ['support'],
  },
  'approval-pending': {
    ...ANSWER,
    isDueIn: isIn('awaiting_approval'),
    calendar: null,
    tone: 'wait',
    button: 'manage',
    sections: ['support'],
  },
  'cancelled-by-attendee': {
    ...ANSWER,
    isDueIn: isIn('cancelled'),
    calendar: 'CANCEL',
    tone: 'over',
    button: 'session',
    sections: ['calendar', 'support'],
  },
  'cancelled-by-organizer': {
    ...ANSWER,
    isDueIn: isIn('cancelled'),
    calendar: 'CANCEL',
    tone: 'over',
    button: 'session',
    sections: ['calendar', 'support'],
  },
  'manage-link': {
    ...ANSWER,
    isDueIn: isActive,
    calendar: null,
    tone: 'news',
    button: 'manage',
    sections: ['support'],
  },
  'calendar-feed': {
    ...ANSWER,
    isDueIn: () => true,
    calendar: null,
    tellsOfFeed: true,
    tone: 'news',
    button: 'feed',
    sections: ['feed', 'support'],
  },
  'session-moved': {
    ...ANSWER,
    isDueIn: isActive,
    calendar: 'REQUEST',
    tone: 'news',
    button: 'manage',
    sections: ['calendar', 'technical', 'support'],
  },
  'access-changed': {
    ...ANSWER,
    isDueIn: isActive,
    calendar: 'REQUEST',
    tone: 'news',
    button: 'manage',
    sections: ['calendar', 'technical', 'support'],
  },
  'session-renamed': {
    ...ANSWER,
    isDueIn: isIn('confirmed', 'offered'),
    calendar: 'REQUEST',
    tone: 'news',
    button: 'manage',
    sections: ['calendar', 'support'],
  },
  'session-cancelled': {
    ...ANSWER,
    isDueIn: isIn('cancelled'),
    calendar: 'CANCEL',
    tone: 'over',
    button: 'program',
    sections: ['calendar', 'support'],
  },
  'reminder-initial': {
    ...REMINDER,
    isDueIn: isIn('confirmed'),
    calendar: 'REQUEST',
    tone: 'news',
    button: 'manage',
    sections: ['others', 'calendar', 'agenda', 'preparation', 'technical', 'support'],
  },
  'reminder-final': {
    ...REMINDER,
    isDueIn: isIn('confirmed'),
    calendar: null,
    tone: 'wait',
    button: 'join',
    sections: ['others', 'preparation', 'technical', 'support'],
  },
  'reminder-last-chance': {
    ...REMINDER,
    isDueIn: isIn('confirmed'),
    calendar: null,
    tone: 'good',
    button: 'join',
    sections: ['others', 'briefAgenda', 'emergency'],
  },
  'follow-up-attended': {
    ...FOLLOW_UP,
    isDueIn: HAD_A_SEAT,
    calendar: null,
    tone: 'good',
    button: 'feedback',
    sections: ['after', 'contact', 'next', 'support'],
  },
  'follow-up-missed': {
    ...FOLLOW_UP,
    isDueIn: HAD_A_SEAT,
    calendar: null,
    tone: 'wait',
    button: 'recording',
    sections: ['after', 'next', 'support'],
  },
  'feedback-request': {
    ...FOLLOW_UP,
    isDueIn: isIn('confirmed', 'attended'),
    calendar: null,
    tone: 'news',
    button: 'feedback',
    sections: ['support'],
  },
};

/** The kinds that may have put an entry into the registrant's calendar. */
export const INVITING_KINDS = (Object.keys(MAIL_KINDS) as MailKind[]).filter((kind) => {
  const { calendar } = MAIL_KINDS[kind];
  return calendar === 'REQUEST' || calendar === 'TENTATIVE';
});

/** The kinds that tell of the person's own calendar. */
export const FEED_KINDS = (Object.keys(MAIL_KINDS) as MailKind[]).filter(
  (kind) => MAIL_KINDS[kind].tellsOfFeed === true
);

/** Whether it tells somebody who had a seat, or waited for one, that this has been called off. */
export const isCancellation = ({ calendar, isDueIn }: MailShape) =>
  calendar === 'CANCEL' && isDueIn('cancelled');

/** Only who is to be there is shown the way in. */
export const isInvited = (state: RegistrationState) =>
  state === 'confirmed' || state === 'attended';

/** An offered seat stands in the calendar, too; somebody on the waitlist hears of a new time without an entry. */
export const hasEntry = (state: RegistrationState) => mayAttend(state) || state === 'offered';
