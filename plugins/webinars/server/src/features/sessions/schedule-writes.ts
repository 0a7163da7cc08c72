import { readOffsets } from '../../domain/reminder-offsets';
import type { DocumentMiddleware } from '../../platform/document-middleware';
import { EditorRefusal } from '../../editor-refusal';

/** The lists of offsets that the program has, and that a session may have of its own. */
const SCHEDULES = ['reminderSchedule', 'speakerAlertSchedule', 'managerSummarySchedule'];

/** When reminders go out is read by a tick, which nobody watches: what it could not read is not saved. */
export const scheduleWrites: DocumentMiddleware = (write, next) => {
  const { data } = write.params;
  for (const field of SCHEDULES) {
    const value = data?.[field];
    if (data === undefined || isEmpty(value)) continue;
    const offsets = readOffsets(value);
    if (offsets === null) throw new EditorRefusal('schedule_invalid', { field });
    data[field] = offsets;
  }
  return next();
};

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';
