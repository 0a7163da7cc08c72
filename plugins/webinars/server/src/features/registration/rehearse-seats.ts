import type { Locale } from '../../../../shared/locales';
import { DomainError } from '../../domain/errors';
import { ENDED_STATES, type RegistrationState } from '../../domain/registration';
import { rehearseLife, type LifeEvent } from '../../domain/rehearsed-life';
import { rehearseSeats, type Place, type RehearsedMove } from '../../domain/rehearsed-seats';
import { readInstant } from '../../platform/instant';
import type { Tx } from '../../platform/transaction';
import * as inventories from './inventory-store';
import type { Deps } from './ports';
import { findSession, type SessionForRegistration } from './session-facts-store';

export type SeatRehearsal = {
  session: SessionForRegistration & { defaultWindowDays: number | null };
  life: LifeEvent[];
  moves: RehearsedMove[];
  /** Languages of those whose registration goes on. */
  languages: Locale[];
};

/** What becomes of a session and its seats between two instants by itself. Reads only. */
export const rehearse =
  ({ rows, settings }: Pick<Deps, 'settings'> & { rows: Pick<Tx, 'table'> }) =>
  async (sessionId: string, span: { from: Date; until: Date }): Promise<SeatRehearsal> => {
    const found = await findSession(rows, sessionId);
    const inventory = await inventories.findInventory(rows, sessionId);
    if (found === null || inventory === null || found.documentId !== sessionId) {
      throw new DomainError('session_not_found');
    }
    const { registrationWindowDays } = await settings();
    const session = { ...found, defaultWindowDays: registrationWindowDays };
    const places = await findPlaces(rows, sessionId);
    return {
      session,
      life: rehearseLife(session, span),
      moves: rehearseSeats({ session, seats: inventory, places, ...span }),
      languages: await languagesOf(rows, sessionId),
    };
  };

const LOOSE: readonly RegistrationState[] = [
  'offered',
  'awaiting_payment',
  'waitlisted',
  'awaiting_approval',
];

/** In the order in which they are served, and let go. */
const findPlaces = async ({ table }: Pick<Tx, 'table'>, sessionId: string): Promise<Place[]> => {
  const rows = await table<Row>('webinars_registrations')
    .where({ session_document_id: sessionId })
    .whereIn('state', [...LOOSE])
    .orderBy([{ column: 'waitlist_sequence' }, { column: 'id' }])
    .select('document_id', 'state', 'hold_expires_at');
  return rows.map((row) => ({
    id: String(row.document_id),
    state: row.state as RegistrationState,
    holdExpiresAt: readInstant(row.hold_expires_at),
  }));
};

const languagesOf = async ({ table }: Pick<Tx, 'table'>, sessionId: string): Promise<Locale[]> =>
  table<Row>('webinars_registrations')
    .where({ session_document_id: sessionId })
    .whereNotIn('state', [...ENDED_STATES])
    .distinct()
    .pluck('language');

type Row = Record<string, unknown>;
