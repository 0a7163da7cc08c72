import type { MailHistoryEntry, SessionTimeline } from '../../../../shared/messages';
import { DomainError } from '../../domain/errors';
import { isBulk, isReminder, reasonAgainstRegistrant } from '../../domain/bulk-mail';
import { bulkMailJob, type BulkMailKind } from '../../domain/job-catalog';
import { isFollowUpUseless } from '../../domain/reminder-schedule';
import type { Statements } from '../../platform/transaction';
import { findSeat, type Seat } from './recipient-store';

/** What a session's schedule means for one registrant, by the keys of the mails. */
export type PlannedMails = {
  sessionId: string;
  mails: (Pick<MailHistoryEntry<Date>, 'state' | 'reason' | 'kind'> & {
    key: string;
    dueAt: Date;
  })[];
};

/** What is to be written to a registrant, and what is not, although others of the session get it. */
export const explainRegistration =
  ({
    rows,
    timelineOf,
  }: {
    rows: Statements;
    timelineOf: (sessionId: string) => Promise<SessionTimeline<Date>>;
  }) =>
  async (registrationId: string): Promise<PlannedMails> => {
    const seat = await findSeat(rows, registrationId);
    if (seat === null) throw new DomainError('registration_not_found');
    const { messages } = await timelineOf(seat.sessionId);
    return {
      sessionId: seat.sessionId,
      mails: messages.flatMap((message) => {
        const { kind, dueAt } = message;
        if (!isBulk(kind)) return [];
        const becomes = stateFor(message, kind, seat);
        if (becomes === null) return [];
        const { key } = bulkMailJob({ ...message, kind, registrationId });
        return [{ ...becomes, kind, dueAt, key }];
      }),
    };
  };

type Message = SessionTimeline<Date>['messages'][number];

/** Null: it does not concern this registrant at all. */
const stateFor = (
  message: Message,
  kind: BulkMailKind,
  seat: Seat
): Pick<MailHistoryEntry, 'state' | 'reason'> | null => {
  if (seat.since === null) return null;
  const { state, reason, dueAt } = message;
  // Who will have been there is seen when it is over.
  const isOpen = state === 'to_come' && seat.registration.state === 'confirmed';
  if (!isOpen && reasonAgainstRegistrant(kind, seat.registration) !== null) return null;
  if (seat.since > dueAt) return { state: 'skipped', reason: 'registered_later' };
  const late = recordedLater(message, kind, seat.recordedAt);
  if (late !== null) return late;
  return state === 'to_come' || state === 'skipped' ? { state, reason } : QUEUED;
};

/** What it means that attendance was not on record yet when this was due; null: nothing. */
const recordedLater = (
  { state, dueAt, endedAt }: Message,
  kind: BulkMailKind,
  recordedAt: Date | null
): Pick<MailHistoryEntry, 'state' | 'reason'> | null => {
  if (isReminder(kind) || state === 'to_come' || recordedAt === null) return null;
  if (kind === 'feedback-request') {
    const isTooLate = state === 'done' && endedAt !== null && recordedAt >= endedAt;
    return isTooLate ? { state: 'skipped', reason: 'recorded_later' } : null;
  }
  if (recordedAt < dueAt) return null;
  return isFollowUpUseless(dueAt, recordedAt) ? { state: 'skipped', reason: 'too_late' } : QUEUED;
};

const QUEUED = { state: 'queued', reason: null } as const;
