import type { ScheduleRules, ZonedTimes } from '../../domain/reminder-schedule';
import { LONGEST_OFFSET_MINUTES } from '../../domain/reminder-offsets';
import type { SessionState } from '../../domain/session';
import { readInstant, requiredInstant } from '../../platform/instant';
import type { Tx } from '../../platform/transaction';
import { SCHEDULE_COLUMNS, schedulesIn } from '../sessions';

export type ReminderSession = ZonedTimes & {
  rowId: number;
  documentId: string;
  state: SessionState;
  startMovedAt: Date | null;
  rules: ScheduleRules;
};

const COLUMNS = [
  'id',
  'document_id',
  'state',
  'datetime',
  'duration',
  'timezone',
  'start_moved_at',
  ...SCHEDULE_COLUMNS,
];

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What was missed is put on record for so long, though little of it is still sent. */
const LOOK_BACK_MS = 30 * DAY;

/** Some zone left out a whole day once. */
const CLOCK_CHANGE_MS = 26 * 60 * MINUTE;

/** Sessions of which something may be due, the first to begin first. How many people are registered costs nothing. */
export const findNear = async (
  tx: Tx,
  { schedule, now }: { schedule: ScheduleRules; now: Date }
): Promise<ReminderSession[]> => {
  const longest = Math.max(0, ...Object.values(schedule).flat());
  const within = (minutes: number) => new Date(now.getTime() + minutes * MINUTE + CLOCK_CHANGE_MS);
  const rows = await tx
    .table<Row>('webinars_sessions')
    .whereIn('state', ['published', 'live', 'completed'])
    .where('datetime', '>=', new Date(now.getTime() - LOOK_BACK_MS))
    .where('datetime', '<=', within(LONGEST_OFFSET_MINUTES))
    .where((near) => {
      void near.where('datetime', '<=', within(longest));
      for (const column of SCHEDULE_COLUMNS) void near.orWhereNotNull(column);
    })
    .orderBy('datetime')
    .select(COLUMNS);
  return rows.map((row) => toSession(row, schedule));
};

export const find = async (
  { table }: Pick<Tx, 'table'>,
  documentId: string,
  schedule: ScheduleRules
): Promise<ReminderSession | null> => {
  const row = await table<Row>('webinars_sessions')
    .where({ document_id: documentId })
    .first(COLUMNS);
  return row === undefined ? null : toSession(row, schedule);
};

/** Everybody on stage, each once, by documentId. */
export const stageOf = async (
  tx: Pick<Tx, 'name' | 'raw'>,
  sessionRowId: number
): Promise<string[]> => {
  const found: string[] = [];
  for (const relation of ['speaker', 'panelists', 'moderator']) {
    const rows = await tx.raw<{ document_id: string }>(
      `SELECT person.document_id FROM ${tx.name(`webinars_sessions_${relation}_lnk`)} AS link
       JOIN ${tx.name('webinars_speakers')} AS person ON person.id = link.speaker_id
       WHERE link.session_id = ? ORDER BY link.id`,
      [sessionRowId]
    );
    found.push(...rows.map(({ document_id: id }) => id));
  }
  return [...new Set(found)];
};

type Row = Record<string, unknown>;

const toSession = (row: Row, schedule: ScheduleRules): ReminderSession => ({
  rowId: Number(row.id),
  documentId: String(row.document_id),
  state: row.state as SessionState,
  startsAt: requiredInstant(row.datetime),
  durationMinutes: Number(row.duration),
  timezone: String(row.timezone),
  startMovedAt: readInstant(row.start_moved_at),
  rules: schedulesIn(row, schedule),
});
