import { databaseKind } from '../support/database';
import { describeKills, surviveKills } from '../support/kills';

it('two kills at random moments lose no registration and no mail', async () => {
  const report = await surviveKills({ kills: 2 });
  process.stdout.write(`${describeKills(databaseKind(), report)}\n`);
}, 480_000);
