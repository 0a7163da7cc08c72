import { DomainError } from '../../domain/errors';
import type { PriceTag } from '../../domain/pricing';
import type { SessionLife, SessionState } from '../../domain/session';
import { readInstant, requiredInstant } from '../../platform/instant';
import type { Tx } from '../../platform/transaction';

export type SessionForRegistration = SessionLife &
  PriceTag & {
    rowId: number;
    documentId: string;
    currency: string;
    timezone: string;
    opensAt: Date | null;
    closesAt: Date | null;
    requiresApproval: boolean;
    allowWaitlist: boolean;
  };

export const loadSession = async (tx: Tx, sessionId: string): Promise<SessionForRegistration> => {
  const [row] = await tx.prepared<Row>(
    `SELECT ${SESSION_COLUMNS.join(', ')} FROM ${tx.name('webinars_sessions')}
     WHERE document_id = ? LIMIT 1`,
    [sessionId]
  );
  if (row === undefined) throw new Error(`inventory without session ${sessionId}`);
  return toSession(row);
};

/** The session at an address: a documentId, or a slug that it has or had. */
export const findSession = async (
  rows: Pick<Tx, 'table'>,
  idOrSlug: string
): Promise<SessionForRegistration | null> => {
  const found = await rows
    .table<Row>('webinars_sessions')
    .where({ document_id: idOrSlug })
    .orWhere({ slug: idOrSlug })
    .limit(2)
    .select(SESSION_COLUMNS);
  const row = found.find((each) => each.document_id === idOrSlug) ?? found[0];
  if (row !== undefined) return toSession(row);
  const movedId = await findMovedId(rows, idOrSlug);
  return movedId === null ? null : findSession(rows, movedId);
};

/** Whom a slug belonged to before an editor changed it: a form that was open meanwhile still names it. */
const findMovedId = async (rows: Pick<Tx, 'table'>, slug: string): Promise<string | null> => {
  const moved = await rows
    .table<Row>('webinars_moved_slugs')
    .where({ kind: 'session', slug })
    .first(['document_id']);
  return moved === undefined ? null : text(moved.document_id);
};

/** A session, and where it meets. */
export const findMeeting = async (
  rows: Pick<Tx, 'table'>,
  sessionId: string
): Promise<{ session: SessionForRegistration; url: string | null }> => {
  const row = await rows
    .table<Row>('webinars_sessions')
    .where({ document_id: sessionId })
    .first([...SESSION_COLUMNS, 'meeting_url']);
  if (row === undefined) throw new DomainError('session_not_found');
  return { session: toSession(row), url: row.meeting_url === null ? null : text(row.meeting_url) };
};

/** Of which changes people were told, and whether it still takes place. */
export const loadRevision = async (tx: Tx, sessionId: string) => {
  const row = await tx
    .table<Row>('webinars_sessions')
    .where({ document_id: sessionId })
    .first(['moved_revision', 'access_revision', 'state']);
  return {
    movedRevision: Number(row?.moved_revision ?? 0),
    accessRevision: Number(row?.access_revision ?? 0),
    state: row?.state as SessionState,
  };
};

type Row = Record<string, unknown>;

const SESSION_COLUMNS = [
  'id',
  'document_id',
  'state',
  'datetime',
  'duration',
  'timezone',
  'scheduled_publish_at',
  'registration_opens_at',
  'registration_closes_at',
  'requires_approval',
  'allow_waitlist',
  'price',
  'currency',
  'early_bird_price',
  'early_bird_end_date',
];

const text = (value: unknown) => String(value);
const count = (value: unknown) => Number(value);

const toSession = (row: Row): SessionForRegistration => ({
  rowId: count(row.id),
  documentId: text(row.document_id),
  state: row.state as SessionState,
  startsAt: requiredInstant(row.datetime),
  durationMinutes: count(row.duration),
  timezone: text(row.timezone),
  publishAt: readInstant(row.scheduled_publish_at),
  opensAt: readInstant(row.registration_opens_at),
  closesAt: readInstant(row.registration_closes_at),
  requiresApproval: Boolean(row.requires_approval),
  allowWaitlist: Boolean(row.allow_waitlist),
  price: count(row.price ?? 0),
  currency: text(row.currency),
  earlyBirdPrice: row.early_bird_price === null ? null : count(row.early_bird_price),
  earlyBirdEndsAt: readInstant(row.early_bird_end_date),
});
