import { databaseKind } from '../support/database';
import { describeKills, surviveKills } from '../support/kills';

it('five kills at random moments lose no registration and no mail', async () => {
  const report = await surviveKills({ kills: 5 });
  process.stdout.write(`${describeKills(databaseKind(), report)}\n`);
}, 480_000);
