/** @jest-environment ./tests/support/zone-environment.js */
import { databaseKind } from '../support/database';
import { describeReminderKills, surviveKillsWhileReminding } from '../support/reminder-kills';

it('two kills in the middle of a crowd’s reminders lose none of them', async () => {
  const report = await surviveKillsWhileReminding({ people: 600, kills: 2 });
  process.stdout.write(`${describeReminderKills(databaseKind(), report)}\n`);
}, 480_000);
