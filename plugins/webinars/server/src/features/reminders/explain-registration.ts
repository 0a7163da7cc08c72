import type { MailHistoryEntry, SessionTimeline } from '../../../../shared/messages';
import { DomainError } from '../../domain/errors';
import { isBulk, reasonAgainstRegistrant } from '../../domain/bulk-mail';
import { bulkMailJob, type BulkMailKind } from '../../domain/job-catalog';
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
  { state, reason, dueAt }: Message,
  kind: BulkMailKind,
  seat: Seat
): Pick<MailHistoryEntry, 'state' | 'reason'> | null => {
  if (seat.since === null) return null;
  // Who will have been there is seen when it is over.
  const isOpen = state === 'to_come' && seat.registration.state === 'confirmed';
  if (!isOpen && reasonAgainstRegistrant(kind, seat.registration) !== null) return null;
  if (seat.since > dueAt) return { state: 'skipped', reason: 'registered_later' };
  if (state === 'to_come' || state === 'skipped') return { state, reason };
  return { state: 'queued', reason: null };
};
