import type { Language } from './language';

export type MailKind =
  | 'confirmation'
  | 'waitlist-joined'
  | 'waitlist-offer'
  | 'offer-expired'
  | 'approval-pending'
  | 'approved'
  | 'rejected'
  | 'cancelled-by-attendee'
  | 'cancelled-by-organizer'
  | 'manage-link'
  | 'calendar-feed'
  | 'session-moved'
  | 'access-changed'
  | 'session-renamed'
  | 'session-cancelled'
  | ReminderKind
  | FollowUpKind;

/** What a registrant can find in the mailbox: what the system writes, and what organisers wrote by hand. */
export type RegistrantMailKind = MailKind | 'announcement';

/** What goes out before a session begins. */
export type ReminderKind = 'reminder-initial' | 'reminder-final' | 'reminder-last-chance';

/** What goes out after it has ended. */
export type FollowUpKind = AttendanceKind | 'feedback-request';

/** Whoever had a seat is told one of the two, and not the other. */
export type AttendanceKind = 'follow-up-attended' | 'follow-up-missed';

/** What goes to who holds a session, or manages the programme. */
export type StaffMailKind = 'speaker-confirmation' | 'speaker-alert' | 'manager-summary';

/** What the schedule of a session plans. */
export type ScheduledKind = BulkMailKind | Exclude<StaffMailKind, 'speaker-confirmation'>;

export type BulkMailKind = ReminderKind | FollowUpKind;

/**
 * Every job's name and payload. Payloads hold ids only: a handler reloads what it needs and checks that the job
 * still makes sense, because hours may lie between enqueueing and running.
 */
export type JobCatalog = {
  /**
   * One mail to one registrant. `registrationId` is the registration's documentId. With a `change` the mail
   * tells of that change of the session, and drops itself when a later one tells the same people more.
   */
  'messages.send': { kind: MailKind; registrationId: string; change?: SessionChange };
  /**
   * One of the many mails that a schedule sends. Drops itself when the session does not begin at `startsAt` any more;
   * `dueAt` says when it was to go out. Both ISO 8601.
   */
  'messages.send-bulk': {
    kind: BulkMailKind;
    registrationId: string;
    startsAt: string;
    dueAt: string;
  };
  /** Hands out what a session's schedule says is due, to registrants a page at a time. */
  'reminders.fan-out': ScheduledRun & { after: number };
  /** One mail to somebody on stage, or to who manages the programme, by their documentId as a speaker. */
  'messages.send-staff': {
    kind: StaffMailKind;
    sessionId: string;
    speakerId: string;
    startsAt: string;
  };
  /** Hands out what organisers wrote by hand, to so many recipients at a time; `reached` of them have it already. */
  'messages.announce': { announcementId: string; reached: number };
  /** That, to one of the recipients. */
  'messages.send-announcement': { announcementId: string; registrationId: string };
  /** Tells the registrants of a changed session, a page at a time; `after` is the last row id of the page before. */
  'registration.notify-moved': { sessionId: string; change: SessionChange; after: number };
  /** Tells of a topic's new title those who know it by another, and are to come to sessions that are called by it. */
  'sessions.tell-renamed': { topicId: string };
  /** Cancels every active registration of a cancelled session, a page at a time. */
  'registration.cancel-all': { sessionId: string; after: number };
  /** Frees the seats whose holds have run out, and offers what is free. Not before `dueAt` (ISO 8601). */
  'registration.pass-seats-on': { sessionId: string; dueAt: string };
  /** Ends what still waits when a session begins, a page at a time. Nobody is told. */
  'registration.end-waiting': { sessionId: string; revision: number; after: number };
  /**
   * Shows every session anew that shows this topic, speaker, name or file, a page at a time; `after` is the last
   * session of the page before. Drops itself when something was changed again: then there is another `mark`.
   */
  'catalog.refresh-users': { shown: string; mark: string; after: string };
  /** Shows a session anew whose figures were worked out, and what else shows a speaker who has others now. */
  'catalog.refresh-session': { sessionId: string; speakerId: string | null };
  /** Makes the figures of a day and session of what visitors did. */
  'analytics.roll-up': Record<string, never>;
};

/** What about a session has changed: when it takes place (or how long), only the way in, or only what it is called. */
export type SessionChange = {
  news: SessionNews;
  revision: number;
  /** Whom a new title concerns. */
  languages?: readonly Language[];
};

/** The revisions of a session that people were told of. */
export type SessionRevisions = { movedRevision: number; accessRevision: number };

/** Whether people hear more by a later change: of everything by another time, of the way in by yet another way, too. */
export const isOutdated = (
  { news, revision }: SessionChange,
  { movedRevision, accessRevision }: SessionRevisions
) => revision < (news === 'access' ? Math.max(movedRevision, accessRevision) : movedRevision);

export type SessionNews = 'moved' | 'access' | 'renamed';

/** One message of a session's schedule, for the start (ISO 8601) that it was planned for. */
export type ScheduledRun = {
  sessionId: string;
  kind: ScheduledKind;
  startsAt: string;
  offsetMinutes: number;
};

/** Jobs that one slice enqueues for another, so that both spell the key alike. */
export const notifyMovedJob = (sessionId: string, change: SessionChange, after = 0) => ({
  type: 'registration.notify-moved' as const,
  key: `${sessionId}:${change.revision}:${after}`,
  payload: { sessionId, change, after },
});

/** Once for each time that it is published under another title. */
export const tellRenamedJob = (topicId: string, at: Date) => ({
  type: 'sessions.tell-renamed' as const,
  key: `${topicId}:${at.toISOString()}`,
  payload: { topicId },
});

/** Once for each time that it begins: a session that is put off raises its revision. */
export const endWaitingJob = (sessionId: string, revision: number, after = 0) => ({
  type: 'registration.end-waiting' as const,
  key: `${sessionId}:${revision}:${after}`,
  payload: { sessionId, revision, after },
});

export const fanOutJob = (run: ScheduledRun, after = 0) => ({
  type: 'reminders.fan-out' as const,
  key: `${run.kind}:${run.sessionId}:${run.startsAt}:${run.offsetMinutes}:${after}`,
  payload: { ...run, after },
});

/** A mail of a schedule. Its key names the start and the offset: another start, or offset, makes another mail. */
export const bulkMailJob = ({
  kind,
  registrationId,
  startsAt,
  offsetMinutes,
  dueAt,
}: {
  kind: BulkMailKind;
  registrationId: string;
  startsAt: Date;
  offsetMinutes: number;
  dueAt: Date;
}) => ({
  type: 'messages.send-bulk' as const,
  key: `${kind}:${registrationId}:${startsAt.toISOString()}:${offsetMinutes}`,
  payload: {
    kind,
    registrationId,
    startsAt: startsAt.toISOString(),
    dueAt: dueAt.toISOString(),
  },
});

/** The key of the mail that tells the same person the contrary; null where there is none. */
export const contraryKey = (kind: BulkMailKind, key: string): string | null => {
  if (kind !== 'follow-up-attended' && kind !== 'follow-up-missed') return null;
  const contrary = kind === 'follow-up-attended' ? 'follow-up-missed' : 'follow-up-attended';
  return `${contrary}${key.slice(kind.length)}`;
};

/** The occasion tells apart what is sent more than once about the same start. */
export const staffMailJob = (
  mail: JobCatalog['messages.send-staff'],
  occasion: number | string
) => ({
  type: 'messages.send-staff' as const,
  key: `${mail.kind}:${mail.speakerId}:${mail.sessionId}:${mail.startsAt}:${occasion}`,
  payload: mail,
});

/** Not before `runAt`. */
export const announceJob = (announcementId: string, reached: number, runAt: Date) => ({
  type: 'messages.announce' as const,
  key: `${announcementId}:${reached}`,
  payload: { announcementId, reached },
  runAt,
});

export const sendAnnouncementJob = (announcementId: string, registrationId: string) => ({
  type: 'messages.send-announcement' as const,
  key: announcedMailKey(announcementId, registrationId),
  payload: { announcementId, registrationId },
});

const ANNOUNCED = 'announcement:';

/** The key of the job, and of the mail's record: whoever has it gets the mail once. */
export const announcedMailKey = (announcementId: string, registrationId: string) =>
  `${ANNOUNCED}${announcementId}:${registrationId}`;

/** In SQL: the announcement that a mail belongs to. Its id is a UUID of 36 characters. */
export const ANNOUNCEMENT_IN_KEY = `substr(mail_key, ${ANNOUNCED.length + 1}, 36)`;

export const cancelAllJob = (sessionId: string, after = 0) => ({
  type: 'registration.cancel-all' as const,
  key: `${sessionId}:${after}`,
  payload: { sessionId, after },
});

export const refreshUsersJob = (shown: string, mark: string, after: string) => ({
  type: 'catalog.refresh-users' as const,
  key: `${shown}:${mark}:${after}`,
  payload: { shown, mark, after },
});

/** Once for each time that the session's figures were copied. */
export const refreshRatedJob = ({
  sessionId,
  speakerId,
  revision,
}: {
  sessionId: string;
  speakerId: string | null;
  revision: number;
}) => ({
  type: 'catalog.refresh-session' as const,
  key: `${sessionId}:${revision}`,
  payload: { sessionId, speakerId },
});

/** Calendars read off the catalogue which of two entries is the newer. */
export const refreshRenamedJob = (sessionId: string, revision: number) => ({
  type: 'catalog.refresh-session' as const,
  key: `${sessionId}:renamed:${revision}`,
  payload: { sessionId, speakerId: null },
});

/** Once for each state of what there is to count. */
export const rollUpJob = (state: string) => ({
  type: 'analytics.roll-up' as const,
  key: state,
  payload: {},
});
