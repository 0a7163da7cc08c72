import { endsAt, type SessionTimes } from './session';
import type { Language } from './language';

/** One calendar event, ready to be written down (RFC 5545) and sent (RFC 5546). Instants are UTC. */
export type CalendarEvent = {
  /** REQUEST puts it into the calendar or updates it, CANCEL takes it out, PUBLISH offers a copy to whoever asks. */
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  /** Stays the same for the life of the event: the update and the cancellation find it by this. */
  uid: string;
  /** The higher one wins. */
  sequence: number;
  stampedAt: Date;
  startsAt: Date;
  endsAt: Date;
  status: EventStatus;
  /** UIDs of the other parts of a series. */
  siblings: readonly string[];
  summary: string;
  description: string;
  location: string;
  url: string | null;
  organizer: CalendarPerson;
  attendee: CalendarPerson | null;
  /** Minutes before the start at which the calendar reminds. */
  alarmMinutes: readonly number[];
};

/** TENTATIVE: a seat is kept, and not taken yet. */
export type EventStatus = 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';

export type CalendarPerson = { name: string; address: string };

export type InvitedSession = {
  documentId: string;
  /** Raised with every move of the session. */
  revision: number;
  title: string;
  speakers: readonly string[];
  startsAt: Date;
  durationMinutes: number;
  /** The attendee's own, never the bare address of the meeting: following it says who was there. */
  wayIn: { url: string; password: string | null } | null;
  materialsUrl: string | null;
  /** The public page about it. */
  pageUrl: string | null;
};

/** A day and half an hour before (spec: Attendee Calendar Events). */
const ALARM_MINUTES = [24 * 60, 30];

/**
 * The registrant's own entry. Both revisions only grow, so that their sum orders every update; cancelling raises the
 * registration's, which makes the CANCEL outrank every REQUEST before it.
 */
export const personalInvitation = ({
  method,
  status = method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
  session,
  registration,
  siblings = [],
  organizer,
  manageUrl,
  host,
  language,
  now,
}: {
  method: CalendarEvent['method'];
  status?: EventStatus;
  session: InvitedSession;
  registration: {
    publicId: string;
    reference: string;
    revision: number;
    /** Null in a calendar that only shows (RFC 5546, 3.2.1). */
    attendee: CalendarPerson | null;
  };
  /** Public ids of the same person's registrations for the other parts of a series. */
  siblings?: readonly string[];
  organizer: CalendarPerson;
  /** Null where others may read along. */
  manageUrl: string | null;
  /** Makes the UID globally unique: this server's name. */
  host: string;
  language: Language;
  now: Date;
}): CalendarEvent => {
  const words = WORDS[language];
  const isTentative = status === 'TENTATIVE';
  const uidOf = (publicId: string) => `registration-${publicId}@${host}`;
  return {
    method,
    uid: uidOf(registration.publicId),
    sequence: session.revision + registration.revision,
    ...timesOf(session, now),
    status,
    siblings: siblings.map(uidOf),
    summary: isTentative ? words.offered(session.title) : words.summary(session.title),
    description: paragraphs([
      [isTentative ? words.answer : words.join(session.title)],
      [
        session.speakers.length > 0 && `${words.speaker}: ${session.speakers.join(', ')}`,
        `${words.duration}: ${words.minutes(session.durationMinutes)}`,
      ],
      !isTentative && [
        `${words.meeting}:`,
        session.wayIn?.url ?? words.linkFollows,
        typeof session.wayIn?.password === 'string' &&
          `${words.password}: ${session.wayIn.password}`,
      ],
      [`${words.preparation}:`, session.materialsUrl ?? words.noMaterials],
      [
        `${words.reference}: ${registration.reference}`,
        manageUrl !== null && `${words.manage}: ${manageUrl}`,
      ],
    ]),
    location: session.wayIn?.url ?? words.online,
    url: session.wayIn?.url ?? manageUrl,
    organizer,
    attendee: registration.attendee,
    alarmMinutes: status === 'CONFIRMED' ? ALARM_MINUTES : [],
  };
};

/** The session as anybody may have it: no attendee, no meeting address, so that it can be handed out without a login. */
export const publicEvent = ({
  session,
  isCancelled,
  siblings = [],
  about,
  organizer,
  host,
  language,
  now,
}: {
  session: Omit<InvitedSession, 'wayIn' | 'materialsUrl'>;
  isCancelled: boolean;
  /** The other parts of a series, by their documentIds. */
  siblings?: readonly string[];
  /** What it is about, in plain text. */
  about: string | null;
  organizer: CalendarPerson;
  host: string;
  language: Language;
  now: Date;
}): CalendarEvent => {
  const words = WORDS[language];
  return {
    method: 'PUBLISH',
    uid: `session-${session.documentId}@${host}`,
    sequence: session.revision,
    ...timesOf(session, now),
    status: isCancelled ? 'CANCELLED' : 'CONFIRMED',
    siblings: siblings.map((documentId) => `session-${documentId}@${host}`),
    summary: words.summary(session.title),
    description: paragraphs([
      [about],
      [
        session.speakers.length > 0 && `${words.speaker}: ${session.speakers.join(', ')}`,
        `${words.duration}: ${words.minutes(session.durationMinutes)}`,
      ],
      [session.pageUrl !== null && `${words.register}: ${session.pageUrl}`],
    ]),
    location: words.online,
    url: session.pageUrl,
    organizer,
    attendee: null,
    alarmMinutes: [],
  };
};

const timesOf = (session: SessionTimes, now: Date) => ({
  stampedAt: now,
  startsAt: session.startsAt,
  endsAt: endsAt(session),
});

type Line = string | false | null;

const paragraphs = (blocks: readonly (readonly Line[] | false)[]) =>
  blocks
    .filter((lines) => lines !== false)
    .map((lines) => lines.filter((line) => typeof line === 'string' && line !== '').join('\n'))
    .filter((block) => block !== '')
    .join('\n\n');

type Words = {
  summary: (title: string) => string;
  offered: (title: string) => string;
  /** What there is to do about an offer. */
  answer: string;
  join: (title: string) => string;
  minutes: (count: number) => string;
  speaker: string;
  duration: string;
  meeting: string;
  linkFollows: string;
  password: string;
  preparation: string;
  noMaterials: string;
  reference: string;
  manage: string;
  register: string;
  online: string;
};

const WORDS: Record<Language, Words> = {
  en: {
    summary: (title) => `Webinar: ${title}`,
    offered: (title) => `Seat offered: ${title}`,
    answer:
      'A seat is kept for you for a while. Please accept or decline it on the page of your registration.',
    join: (title) => `Join the webinar: ${title}`,
    minutes: (count) => `${count} minutes`,
    speaker: 'Speaker',
    duration: 'Duration',
    meeting: 'Meeting',
    linkFollows: 'The meeting link will be shared closer to the event.',
    password: 'Password',
    preparation: 'Preparation',
    noMaterials: 'No preparation materials',
    reference: 'Registration reference',
    manage: 'Manage your registration',
    register: 'About the webinar',
    online: 'Online',
  },
  de: {
    summary: (title) => `Webinar: ${title}`,
    offered: (title) => `Platz angeboten: ${title}`,
    answer:
      'Ein Platz ist für einige Zeit für Sie reserviert. Bitte nehmen Sie ihn auf der Seite Ihrer Anmeldung an, oder lehnen Sie ihn ab.',
    join: (title) => `Zum Webinar: ${title}`,
    minutes: (count) => `${count} Minuten`,
    speaker: 'Mit',
    duration: 'Dauer',
    meeting: 'Meeting',
    linkFollows: 'Der Meeting-Link folgt kurz vor dem Termin.',
    password: 'Passwort',
    preparation: 'Vorbereitung',
    noMaterials: 'Keine Unterlagen zur Vorbereitung',
    reference: 'Buchungsnummer',
    manage: 'Anmeldung verwalten',
    register: 'Zum Webinar',
    online: 'Online',
  },
};
