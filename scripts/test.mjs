/**
 * `npm test`: everything that needs no browser, from a clean clone. Words narrow it down:
 *
 *   npm test                       unit tests, then the rest on SQLite and on PostgreSQL
 *   npm test api sqlite            one group on one database
 *   npm test unit
 *   npm run proof                  the long storms and kills, on both databases
 *
 * PostgreSQL is the one of `DATABASE_URL`, else one that is started for the run.
 */
import { npm, runStep, stopOnSignals } from './support/children.mjs';
import { Fault, runMain } from './support/fault.mjs';
import { finishWith, runJest } from './support/jest.mjs';
import { refuseOldNode } from './support/node-version.mjs';
import { startPostgres } from './support/postgres.mjs';
import { installPackages } from './support/prepare.mjs';

refuseOldNode();

const DATABASES = ['sqlite', 'postgres'];

/** Storms run one after the other: side by side they would only wait for each other's processor. */
const ON_DATABASE = {
  api: { paths: ['tests/api/'], inBand: false },
  contract: { paths: ['tests/contract/'], inBand: false },
  concurrency: { paths: ['tests/concurrency/'], inBand: true },
  proof: { paths: ['tests/proof/'], inBand: true },
};
const GROUPS = ['unit', ...Object.keys(ON_DATABASE)];
const BY_DEFAULT = GROUPS.filter((group) => group !== 'proof');

const chosen = (words, all, byDefault = all) => {
  const named = all.filter((name) => words.includes(name));
  return named.length > 0 ? named : byDefault;
};

await runMain(async () => {
  const words = process.argv.slice(2);
  const unknown = words.find((word) => ![...GROUPS, ...DATABASES].includes(word));
  if (unknown) throw new Fault(`"${unknown}" is none of: ${[...GROUPS, ...DATABASES].join(', ')}.`);
  const groups = chosen(words, GROUPS, BY_DEFAULT);
  const databases = groups.every((group) => group === 'unit') ? [] : chosen(words, DATABASES);

  let postgres = null;
  const stopPostgres = async () => {
    const running = postgres;
    postgres = null;
    await running?.stop();
  };
  stopOnSignals({ exitCode: 1, onStop: stopPostgres });

  await installPackages();
  const build = npm('run', 'build:server');
  await runStep('Building the server', build.command, build.args);

  try {
    if (databases.includes('postgres')) postgres = await startPostgres();

    const counts = [];
    if (groups.includes('unit')) {
      counts.push(await runJest({ title: 'unit', paths: ['plugins/'], env: process.env }));
    }
    for (const database of databases) {
      const env = { ...process.env, TEST_DATABASE: database, TEST_DATABASE_URL: postgres?.url ?? '' };
      for (const group of groups.filter((name) => name !== 'unit')) {
        counts.push(await runJest({ ...ON_DATABASE[group], title: `${group}, ${database}`, env }));
      }
    }
    finishWith(counts);
  } finally {
    await stopPostgres();
  }
});
