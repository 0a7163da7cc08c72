import type { SeatHolder, SeatMove } from '../../../../shared/editing';
import type { RegistrationState } from '../../domain/registration';
import { readInstant, requiredInstant } from '../../platform/instant';
import type { Tx } from '../../platform/transaction';

export const findSeatHolders = async (
  tx: Tx,
  sessionId: string,
  states: readonly RegistrationState[]
): Promise<SeatHolder<Date>[]> => {
  const rows = await tx
    .table<Row>('webinars_registrations')
    .where({ session_document_id: sessionId })
    .whereIn('state', [...states])
    .orderBy([{ column: 'state' }, { column: 'waitlist_sequence' }, { column: 'id' }])
    .select(['document_id', 'reference', 'state', 'hold_expires_at', 'registered_at']);
  return rows.map((row) => ({
    documentId: text(row.document_id),
    reference: text(row.reference),
    status: row.state as RegistrationState,
    holdExpiresAt: readInstant(row.hold_expires_at),
    registeredAt: requiredInstant(row.registered_at),
  }));
};

const LATEST_MOVES = 100;

export const findSeatMoves = async (tx: Tx, sessionId: string): Promise<SeatMove<Date>[]> => {
  const rows = await tx
    .table<Row>('webinars_activities')
    .where({ session_document_id: sessionId, subject_type: 'registration' })
    .whereNotNull('to_state')
    .orderBy('id', 'desc')
    .limit(LATEST_MOVES);
  return rows.map((row) => ({
    at: requiredInstant(row.at),
    action: text(row.action),
    registration: text(row.subject_id),
    from: row.from_state === null ? null : text(row.from_state),
    to: row.to_state === null ? null : text(row.to_state),
    actor: text(row.actor_kind),
  }));
};

type Row = Record<string, unknown>;

const text = (value: unknown) => String(value);
