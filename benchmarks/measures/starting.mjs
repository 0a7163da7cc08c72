import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { npm, startChild, stopChild } from '../../scripts/support/children.mjs';
import { inRoot, ROOT } from '../../scripts/support/paths.mjs';
import { nextFreePort } from '../../scripts/support/ports.mjs';
import { interleave, medianRatio } from '../support/statistics.mjs';
import { versionOf } from '../support/databases.mjs';

const ROUNDS = 2;
const PATIENCE_MS = 15 * 60_000;
const QUIETLY = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/**
 * How long somebody waits who has only Node: from a clean clone to the first answer of the demo, with its programme,
 * beside an empty application of Strapi's own maker, which needs the same pinned packages to install at all. npm's
 * cache is warm on both sides. The demo runs on SQLite, so this is measured once.
 */
export const measureStarting = async ({ kind, say }) => {
  if (kind !== 'sqlite') return [];
  say('a clean clone beside an empty application');
  const pairs = await interleave(ROUNDS, {
    reference: () => inFolder((folder) => startEmptyApp(folder, say)),
    candidate: () => inFolder((folder) => startDemo(folder, say)),
  });
  return [
    {
      measure: '`npm run demo` in a clean clone, until it answers with its programme (time)',
      unit: 's',
      referenceName: 'an empty application of create-strapi-app, until it answers',
      pairs,
      ratio: medianRatio(pairs),
      floor: { atMost: 1.3 },
      remarks: ["npm's cache is warm for both; the demo also seeds and starts a mailbox."],
    },
  ];
};

const inFolder = async (work) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'webinars-starting-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const startDemo = async (folder, say) => {
  execFileSync('git', ['clone', '--quiet', ROOT, folder]);
  const port = await nextFreePort(24_100, '127.0.0.1');
  const startedAt = performance.now();
  const seconds = await secondsUntilAnswer(
    start(folder, 'scripts/demo.mjs', [], { PORT: String(port) }),
    `http://127.0.0.1:${port}/api/webinars/sessions`,
    startedAt
  );
  say(`the demo: ${seconds.toFixed(1)} s`);
  return seconds;
};

const startEmptyApp = async (folder, say) => {
  const port = await nextFreePort(24_200, '127.0.0.1');
  const startedAt = performance.now();
  const make = npm('exec', '--yes', `create-strapi-app@${versionOf('@strapi/strapi')}`, '--');
  run(folder, make.command, [...make.args, 'app', ...MAKING]);
  const app = path.join(folder, 'app');
  addOverrides(path.join(app, 'package.json'));
  for (const step of [npm('install', ...QUIETLY), npm('run', 'build')]) {
    run(app, step.command, step.args);
  }
  const settings = { HOST: '127.0.0.1', PORT: String(port), NODE_ENV: 'production' };
  const seconds = await secondsUntilAnswer(
    start(app, 'node_modules/@strapi/strapi/bin/strapi.js', ['start'], settings),
    `http://127.0.0.1:${port}/_health`,
    startedAt
  );
  say(`the empty application: ${seconds.toFixed(1)} s`);
  return seconds;
};

const MAKING = [
  '--non-interactive',
  '--no-install',
  '--no-run',
  '--no-git-init',
  '--no-example',
  '--skip-cloud',
  '--skip-db',
  '--use-npm',
];

const addOverrides = (file) => {
  const { overrides } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const made = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...made, overrides }, null, 2));
};

/** What npm needs to find its cache and its registry, and nothing else of this run's. */
const KEPT = ['PATH', 'HOME', 'NODE_EXTRA_CA_CERTS', 'HTTPS_PROXY', 'NO_PROXY'];

const environment = (settings) => ({
  ...Object.fromEntries(
    KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  ),
  STRAPI_TELEMETRY_DISABLED: 'true',
  ...settings,
});

const run = (cwd, command, args) =>
  execFileSync(command, args, { cwd, env: environment({}), stdio: ['ignore', 'ignore', 'pipe'] });

/** Without npm above it, which would die of a signal and leave the rest behind. */
const start = (cwd, script, args, settings) =>
  startChild(process.execPath, [script, ...args], {
    cwd,
    env: environment(settings),
    stdio: 'ignore',
  });

const secondsUntilAnswer = async (child, url, startedAt) => {
  try {
    while (!(await isAnswered(url))) {
      if (child.exitCode !== null) throw new Error(`ended before it answered at ${url}`);
      if (performance.now() - startedAt > PATIENCE_MS) throw new Error(`no answer at ${url}`);
      await delay(100);
    }
    return (performance.now() - startedAt) / 1000;
  } finally {
    await stopChild(child);
  }
};

const isAnswered = (url) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false
  );
