import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { npm, runStep } from './children.mjs';
import { settingsOf } from './env-file.mjs';
import { Fault } from './fault.mjs';
import { ROOT, inRoot } from './paths.mjs';

const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

// npm writes this file last: without it an installation was interrupted.
const INSTALLED = inRoot('node_modules', '.package-lock.json');

/** Installs the packages when they are missing or older than the lock file. Answers whether it did. */
export const installPackages = async () => {
  const isCurrent =
    existsSync(INSTALLED) &&
    statSync(INSTALLED).mtimeMs >= statSync(inRoot('package-lock.json')).mtimeMs;
  if (isCurrent) return false;

  // Development packages build and show the thing: NODE_ENV=production must not leave them out.
  const { command, args } = npm('ci', '--include=dev', ...QUIET);
  try {
    await runStep('Installing packages (a few minutes the first time)', command, args);
  } catch (error) {
    if (!(error instanceof Fault) || !UNSPEAKABLE.test(ROOT)) throw error;
    throw new Fault(
      `${error.message}\n\nThe name of this folder may be the reason: compilers stumble over quotes, brackets, $ and & in ${ROOT}.`
    );
  }
  return true;
};

// Where better-sqlite3 has to be compiled, make hands the path to a shell without quoting it.
const UNSPEAKABLE = /['"`()$&;<>|*?\\#]/;

const SOURCES = [
  'plugins/webinars/admin',
  'plugins/webinars/api-page',
  'plugins/webinars/server',
  'plugins/webinars/shared',
  'plugins/webinars/package.json',
  'plugins/webinars-client/src',
  'plugins/webinars-client/package.json',
  'config',
  'database/migrations',
  'src',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

const STAMP = inRoot('dist', '.built-from');
const BUILT = [
  'dist/build',
  'dist/config',
  'dist/src',
  'plugins/webinars/dist/server',
  'plugins/webinars/dist/admin',
  'plugins/webinars/dist/api-page',
];

/** Builds plugin, application and admin unless what is there is what the last build made of the same sources. */
export const buildEverything = async ({ env = process.env } = {}) => {
  if (!isBuilt(env)) await buildAnew({ env });
};

/**
 * Whether there is nothing to build. What is built is looked at, too: since the last build, a part of it may have been
 * made of sources that are as they were again.
 */
export const isBuilt = (env) =>
  existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stampOf(sourcesOf(env));

const stampOf = (sources) => `${sources} ${hashOf(BUILT)}`;

export const buildAnew = async ({ env = process.env } = {}) => {
  const sources = sourcesOf(env);
  rmSync(STAMP, { force: true });
  const { command, args } = npm('run', 'build:steps');
  await runStep(
    'Building the plugin, the application and the admin (about a minute)',
    command,
    args,
    {
      env: { ...env, NODE_ENV: 'production' },
    }
  );
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, stampOf(sources));
};

/** The path of the public address is part of it: the admin has it built in, from wherever Strapi reads it. */
const sourcesOf = (env) => {
  const { PUBLIC_URL } = settingsOf(env);
  return `${PUBLIC_URL ? new URL(PUBLIC_URL).pathname : '/'} ${hashOf(SOURCES)}`;
};

const hashOf = (entries) => {
  const hash = createHash('sha256');
  for (const file of entries.flatMap(filesIn).sort()) {
    hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
};

const filesIn = (entry) => {
  const full = path.isAbsolute(entry) ? entry : inRoot(entry);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [full];
  return readdirSync(full)
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .flatMap((name) => filesIn(path.join(full, name)));
};
