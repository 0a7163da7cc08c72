/**
 * Every job's name and payload. Payloads hold ids only: a handler reloads what it needs and checks that the job
 * still makes sense, because hours may lie between enqueueing and running.
 */
export type MailKind =
  | 'confirmation'
  | 'waitlist-joined'
  | 'approval-pending'
  | 'cancelled-by-attendee'
  | 'cancelled-by-organizer'
  | 'manage-link'
  | 'session-moved'
  | 'session-cancelled';

export type JobCatalog = {
  /**
   * One mail to one registrant. `registrationId` is the registration's documentId. With a `sessionRevision` the mail
   * tells of that move of the session and drops itself when a later one has followed.
   */
  'messages.send': { kind: MailKind; registrationId: string; sessionRevision?: number };
  /** Tells the registrants of a moved session, a page at a time; `after` is the last row id of the page before. */
  'registration.notify-moved': { sessionId: string; sessionRevision: number; after: number };
  /** Cancels every active registration of a cancelled session, a page at a time. */
  'registration.cancel-all': { sessionId: string; after: number };
};
