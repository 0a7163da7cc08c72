/** The slice's only door: a session's texts, times and states. */
export { loadSessionText, type SessionText } from './session-texts';
export {
  loadReminderRules,
  SCHEDULE_COLUMNS,
  schedulesIn,
  type ReminderRules,
} from './reminder-rules';
export { scheduleWrites } from './schedule-writes';
export { sessionsOf } from './service';
export { sessionWrites } from './session-writes';
export { loggedWrites, speakerWrites, topicWrites } from './catalogue-writes';
