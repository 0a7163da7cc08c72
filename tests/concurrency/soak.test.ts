import { databaseKind } from '../support/database';
import { soak } from '../support/soak';

it('a server that people of all kinds use for a while answers without a fault, and lets go of what it held', async () => {
  const report = await soak({ seconds: 8, slices: 2 });
  process.stdout.write(
    `${report.requests} requests on ${databaseKind()}: ${JSON.stringify(report.statuses)}, p99 ${report.p99.join(', ')} ms, ${report.memoryMb.join(', ')} MB, ${report.openAfterFirst} → ${report.openAtEnd} files\n`
  );
  expect(Object.keys(report.statuses).filter((status) => Number(status) >= 500)).toEqual([]);
  expect(report.openAtEnd).toBeLessThanOrEqual(report.openAfterFirst);
}, 180_000);
