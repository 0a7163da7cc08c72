/**
 * A worker in a process of its own, to be killed: it takes a letter, says so, and never ends it.
 * Started with a `Place` as JSON in its first argument.
 */
import { systemClock } from '../../plugins/webinars/server/src/platform/clock';
import { createJobs } from '../../plugins/webinars/server/src/platform/jobs';
import { createLog, FAST, openDatabase, POLICIES, type Place, type Work } from './jobs-harness';

const main = async () => {
  const place: Place = JSON.parse(process.argv[2] ?? '');
  const jobs = createJobs<Work>({
    db: openDatabase(place),
    clock: systemClock,
    log: createLog(),
    policies: POLICIES,
    timings: FAST,
  });
  await jobs.prepare();
  jobs.handle({
    'letter.send': async ({ number }) => {
      process.stdout.write(`took ${number}\n`);
      await new Promise(() => {});
    },
    'report.build': async () => {},
  });
  await jobs.work();
};

void main();
