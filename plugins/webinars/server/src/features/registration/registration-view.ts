import type { Locale } from '../../../../shared/locales';
import { isWayInShown } from '../../domain/join-window';
import { canCancel, isActive, nextStep, type RegistrationState } from '../../domain/registration';
import { endsAt } from '../../domain/session';
import type { SessionText } from '../sessions';
import type { PersonChanges } from './details-store';
import type { Referral } from './referral';
import type { StoredRegistration } from './registration-store';

/** What registrants may see of their own registration. No internal ids, and of the meeting only their own way in. */
export type RegistrationView = {
  reference: string;
  status: RegistrationState;
  waitlistPosition?: number;
  holdExpiresAt?: Date;
  nextStep: 'checkout' | 'accept' | null;
  canCancel: boolean;
  canChange: boolean;
  /** Their own way in, for whoever has a seat, until the session is over. */
  joinUrl?: string;
  firstName: string;
  lastName: string;
  email: string;
  company: string | null;
  language: Locale;
  timezone: string | null;
  registeredAt: Date;
  details: Details;
  referral: Referral;
  session: {
    documentId: string;
    slug: string;
    title: string;
    datetime: Date;
    endsAt: Date;
    /** Minutes. */
    duration: number;
    timezone: string;
    locale: Locale;
  };
};

type Details = Omit<Required<PersonChanges>, 'firstName' | 'lastName' | 'company' | 'timezone'>;

export const toView = (
  registration: StoredRegistration,
  {
    session,
    person,
    rank,
    referral,
    joinUrl,
    now,
  }: {
    session: SessionText;
    person: Required<PersonChanges>;
    rank: number | null;
    referral: Referral;
    joinUrl: string;
    now: Date;
  }
): RegistrationView => ({
  reference: registration.reference,
  status: registration.state,
  ...(rank !== null && { waitlistPosition: rank }),
  ...(registration.holdExpiresAt && { holdExpiresAt: registration.holdExpiresAt }),
  nextStep: nextStep(registration.state),
  canCancel: canCancel(registration.state) && now < session.startsAt,
  canChange: isActive(registration.state),
  ...(isWayInShown(session, registration.state, now) && { joinUrl }),
  firstName: registration.firstName,
  lastName: registration.lastName,
  email: registration.email,
  company: registration.company,
  language: registration.language,
  timezone: registration.timezone,
  registeredAt: registration.registeredAt,
  details: detailsOf(person),
  referral,
  session: {
    documentId: session.documentId,
    slug: session.slug,
    title: session.title,
    datetime: session.startsAt,
    endsAt: endsAt(session),
    duration: session.durationMinutes,
    timezone: session.timezone,
    locale: session.locale,
  },
});

const detailsOf = ({
  firstName: _firstName,
  lastName: _lastName,
  company: _company,
  timezone: _timezone,
  ...details
}: Required<PersonChanges>): Details => details;
