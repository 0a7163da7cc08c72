import type { ReminderKind } from './job-catalog';

/** A reminder that is due to one person. */
export type PersonalReminder = {
  sessionId: string;
  registrationId: string;
  kind: ReminderKind;
  offsetMinutes: number;
  startsAt: Date;
  dueAt: Date;
};

/** What falls within so many minutes after a reminder goes along with it. */
const MERGE_MINUTES = 60;

/**
 * Puts one person's reminders together that fall close to each other: the first of each group leads, and speaks of the
 * others, too. Two about the same session never go together. The same list gives the same groups, in whatever order.
 */
export const mergeReminders = <Reminder extends PersonalReminder>(
  reminders: readonly Reminder[]
): [Reminder, ...Reminder[]][] => {
  const groups: [Reminder, ...Reminder[]][] = [];
  for (const reminder of [...reminders].sort(inOrder)) {
    const group = groups.at(-1);
    if (group !== undefined && isClose(group[0], reminder) && !speaksOf(group, reminder)) {
      group.push(reminder);
    } else {
      groups.push([reminder]);
    }
  }
  return groups;
};

const inOrder = (a: PersonalReminder, b: PersonalReminder) =>
  a.dueAt.getTime() - b.dueAt.getTime() ||
  compare(a.sessionId, b.sessionId) ||
  b.offsetMinutes - a.offsetMinutes;

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

const isClose = (leader: PersonalReminder, reminder: PersonalReminder) =>
  reminder.dueAt.getTime() - leader.dueAt.getTime() <= MERGE_MINUTES * MINUTE;

const speaksOf = (group: readonly PersonalReminder[], { sessionId }: PersonalReminder) =>
  group.some((member) => member.sessionId === sessionId);

const MINUTE = 60_000;
