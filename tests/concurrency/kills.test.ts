import { databaseKind } from '../support/database';
import { describeKills, surviveKills } from '../support/kills';

it('three kills at random moments lose no registration and no mail', async () => {
  const report = await surviveKills({ kills: 3 });
  process.stdout.write(`${describeKills(databaseKind(), report)}\n`);
}, 480_000);
