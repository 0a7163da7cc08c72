import type { ScheduledKind, ScheduledRun } from '../../domain/job-catalog';
import { slotOf, type ScheduledMessage } from '../../domain/reminder-schedule';
import { readInstant, requiredInstant } from '../../platform/instant';
import type { Tx } from '../../platform/transaction';

/** What became of one message of a schedule, for one start of the session. */
export type Run = {
  rowId: number;
  sessionId: string;
  startsAt: Date;
  kind: ScheduledKind;
  offsetMinutes: number;
  dueAt: Date;
  state: 'planned' | 'done' | 'skipped';
  reason: string | null;
  /** The last registration that was looked at, by row. */
  reached: number;
  recipients: number;
  endedAt: Date | null;
};

export type NewRun = Pick<ScheduledMessage, 'kind' | 'offsetMinutes' | 'dueAt'> & {
  sessionId: string;
  startsAt: Date;
  /** Why nobody is told; null: they are. */
  skipped: string | null;
};

const MOST_ROWS = 200;

/** Puts runs on record, and answers those that were not there before. */
export const insertRuns = async (tx: Tx, runs: readonly NewRun[], now: Date): Promise<Run[]> => {
  const inserted: Row[] = [];
  for (let first = 0; first < runs.length; first += MOST_ROWS) {
    const rows = await tx
      .table<Row>('webinars_message_runs')
      .insert(runs.slice(first, first + MOST_ROWS).map((run) => toRow(run, now)))
      .onConflict(['session_document_id', 'starts_at', 'slot', 'offset_minutes'])
      .ignore()
      .returning('*');
    inserted.push(...rows);
  }
  return inserted.map(toRun);
};

const toRow = (run: NewRun, now: Date) => ({
  session_document_id: run.sessionId,
  starts_at: run.startsAt,
  kind: run.kind,
  slot: slotOf(run.kind),
  offset_minutes: run.offsetMinutes,
  due_at: run.dueAt,
  state: run.skipped === null ? 'planned' : 'skipped',
  reason: run.skipped,
  planned_at: now,
  ended_at: run.skipped === null ? null : now,
});

/** Every run of these sessions, for whatever start. */
export const runsOf = async (
  { table }: Pick<Tx, 'table'>,
  sessionIds: readonly string[]
): Promise<Run[]> => {
  const rows = await table<Row>('webinars_message_runs')
    .whereIn('session_document_id', [...sessionIds])
    .orderBy(['due_at', 'id'])
    .select('*');
  return rows.map(toRun);
};

/**
 * Locks a run that is to go on after the given registration; null when it has gone on already, or has ended. The first
 * statement of its transaction writes, so that a twin of the job waits, and then finds nothing to do.
 */
export const lockRun = async (
  tx: Tx,
  { sessionId, startsAt, kind, offsetMinutes }: ScheduledRun,
  after: number
): Promise<Run | null> => {
  const [row] = await tx
    .table<Row>('webinars_message_runs')
    .where({
      session_document_id: sessionId,
      starts_at: new Date(startsAt),
      kind,
      offset_minutes: offsetMinutes,
      state: 'planned',
      reached: after,
    })
    .update({ state: 'planned' })
    .returning('*');
  return row === undefined ? null : toRun(row);
};

/** Writes down how far a run has come. */
export const advance = async (
  tx: Tx,
  run: Run,
  { reached, recipients }: { reached: number; recipients: number }
): Promise<void> => {
  await tx
    .table('webinars_message_runs')
    .where({ id: run.rowId })
    .update({ reached, recipients: run.recipients + recipients });
};

export const end = async (
  tx: Tx,
  run: Run,
  { reason, recipients = 0, at }: { reason: string | null; recipients?: number; at: Date }
): Promise<void> => {
  await tx
    .table('webinars_message_runs')
    .where({ id: run.rowId })
    .update({
      state: reason === null ? 'done' : 'skipped',
      reason,
      recipients: run.recipients + recipients,
      ended_at: at,
    });
};

type Row = Record<string, unknown>;

const toRun = (row: Row): Run => ({
  rowId: Number(row.id),
  sessionId: String(row.session_document_id),
  startsAt: requiredInstant(row.starts_at),
  kind: row.kind as ScheduledKind,
  offsetMinutes: Number(row.offset_minutes),
  dueAt: requiredInstant(row.due_at),
  state: row.state as Run['state'],
  reason: row.reason === null ? null : String(row.reason),
  reached: Number(row.reached),
  recipients: Number(row.recipients),
  endedAt: readInstant(row.ended_at),
});
