import type { BulkMailFacts } from '../../domain/bulk-mail';
import type { BulkMailKind } from '../../domain/job-catalog';
import type { RegistrationState } from '../../domain/registration';
import { readInstant } from '../../platform/instant';
import type { Tx } from '../../platform/transaction';
import { WAS_MISSED, WAS_THERE } from '../registration';

export type Recipient = { rowId: number; documentId: string };

/** Whom a message is for, apart from who came too late for it. */
const CONDITIONS: Record<BulkMailKind, string> = {
  'reminder-initial': `state = 'confirmed'`,
  'reminder-final': `state = 'confirmed'`,
  'reminder-last-chance': `state = 'confirmed'`,
  'follow-up-attended': WAS_THERE,
  'follow-up-missed': WAS_MISSED,
  'feedback-request': `${WAS_THERE} AND rating IS NULL`,
};

/**
 * A page of a session's registrants who are to be told, in the order of their rows. Whoever had no seat yet at `dueAt`
 * has heard everything since then.
 */
export const findRecipients = async (
  tx: Pick<Tx, 'table'>,
  {
    sessionId,
    kind,
    dueAt,
    after,
    limit,
  }: { sessionId: string; kind: BulkMailKind; dueAt: Date; after: number; limit: number }
): Promise<{ page: Recipient[]; last: number | null }> => {
  const rows = await tx
    .table<Row>('webinars_registrations')
    .where({ session_document_id: sessionId })
    .whereRaw(CONDITIONS[kind])
    .where('registered_at', '<=', dueAt)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .select(['id', 'document_id']);
  const found = rows.map((row) => ({ rowId: Number(row.id), documentId: String(row.document_id) }));
  const late = await confirmedAfter(tx, found, dueAt);
  return {
    page: found.filter(({ documentId }) => !late.has(documentId)),
    last: found.length === limit ? (found.at(-1)?.rowId ?? null) : null,
  };
};

/** A seat may come long after the registration: from the waitlist, or by an editor's approval. */
const confirmedAfter = async (
  tx: Pick<Tx, 'table'>,
  recipients: readonly Recipient[],
  at: Date
): Promise<Set<string>> => {
  if (recipients.length === 0) return new Set();
  const ids: unknown[] = await tx
    .table<Row>('webinars_activities')
    .where({ subject_type: 'registration', to_state: 'confirmed' })
    .whereIn(
      'subject_id',
      recipients.map(({ documentId }) => documentId)
    )
    .where('at', '>', at)
    .pluck('subject_id');
  return new Set(ids.map(String));
};

/** Whether anybody was seen at the session, or missed: without that, nobody can be told that they were. */
export const isAttendanceKnown = async (
  tx: Pick<Tx, 'table'>,
  sessionId: string
): Promise<boolean> => {
  const row = await tx
    .table<Row>('webinars_registrations')
    .where({ session_document_id: sessionId })
    .where((known) => {
      void known.whereIn('state', ['attended', 'no_show']).orWhereNotNull('joined_at');
    })
    .first('id');
  return row !== undefined;
};

/** One registrant, with what there is to know for telling what they are written. */
export type Seat = {
  sessionId: string;
  registration: BulkMailFacts['registration'];
  /** When the seat came; null for who never had one. */
  since: Date | null;
  /** When it was first put on record that they were there, or that they were not, as it stands now. */
  recordedAt: Date | null;
};

export const findSeat = async (
  { table }: Pick<Tx, 'table'>,
  registrationId: string
): Promise<Seat | null> => {
  const row = await table<Row>('webinars_registrations')
    .where({ document_id: registrationId })
    .first(['session_document_id', 'state', 'joined_at', 'rating']);
  if (row === undefined) return null;
  const seated = await table<Row>('webinars_activities')
    .where({ subject_type: 'registration', subject_id: registrationId, to_state: 'confirmed' })
    .orderBy('id', 'desc')
    .first('at');
  const recorded = await table<Row>('webinars_activities')
    .where({ subject_type: 'registration', subject_id: registrationId })
    .where((known) => {
      void known.where({ action: 'registration.attendance-recorded', to_state: row.state });
      if (row.state !== 'no_show') void known.orWhere({ action: 'registration.joined' });
    })
    .orderBy('id')
    .first('at');
  return {
    sessionId: String(row.session_document_id),
    registration: {
      state: row.state as RegistrationState,
      joinedAt: readInstant(row.joined_at),
      hasRated: row.rating !== null,
    },
    since: readInstant(seated?.at),
    recordedAt: readInstant(recorded?.at),
  };
};

type Row = Record<string, unknown>;
