import { readOffsets, type Offsets } from '../../domain/reminder-offsets';
import type { ScheduleRules } from '../../domain/reminder-schedule';
import type { QuietHours } from '../../domain/quiet-hours';
import { DEFAULT_LOCALE } from '../../../../shared/locales';
import type { Tx } from '../../platform/transaction';

/** What the whole programme says about reminders; a session may have schedules of its own. */
export type ReminderRules = { schedule: ScheduleRules; quietHours: QuietHours | null };

export const loadReminderRules = async ({ table }: Pick<Tx, 'table'>): Promise<ReminderRules> => {
  const row = await table<Row>('webinars_program_settings')
    .orderByRaw('locale = ? DESC', [DEFAULT_LOCALE])
    .first([...SCHEDULE_COLUMNS, 'quiet_hours_from', 'quiet_hours_to']);
  const [from, to] = [row?.quiet_hours_from, row?.quiet_hours_to];
  return {
    schedule: schedulesIn(row ?? {}, DEFAULTS),
    quietHours: from && to ? { from: String(from), to: String(to) } : null,
  };
};

/** Of a session's row: its own schedules, where it has any. */
export const SCHEDULE_COLUMNS = [
  'reminder_schedule',
  'speaker_alert_schedule',
  'manager_summary_schedule',
] as const;

/** The schedules in a row that holds `SCHEDULE_COLUMNS`; what it leaves open is as in `others`. */
export const schedulesIn = (row: Row, others: ScheduleRules): ScheduleRules => ({
  registrants: offsetsIn(row.reminder_schedule, others.registrants),
  speakers: offsetsIn(row.speaker_alert_schedule, others.speakers),
  manager: offsetsIn(row.manager_summary_schedule, others.manager),
});

/** A row that was written past the rules is read as one that leaves it open. */
const offsetsIn = (value: unknown, others: Offsets): Offsets => readOffsets(value) ?? others;

/** As the settings have them that nobody has saved yet. */
const DEFAULTS: ScheduleRules = {
  registrants: [10_080, 2_880, 120],
  speakers: [4_320],
  manager: [2_880],
};

type Row = Record<string, unknown>;
