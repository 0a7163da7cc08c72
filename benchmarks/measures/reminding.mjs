import { measureOvertaking } from './reminding/overtaking.mjs';
import { measurePlanning } from './reminding/planning.mjs';
import { measureSending } from './reminding/sending.mjs';

/** A schedule's mails: how fast they go out, whom they keep waiting, and what it costs to find out that they are due. */
export const measureReminding = async ({ reminders, ...options }) => [
  await measureSending({ ...options, counts: reminders.sent }),
  await measureOvertaking({ ...options, ...reminders.beside }),
  await measurePlanning({ ...options, ...reminders.planned }),
];
