/**
 * `npm run test:system`: what a person sees, in a real browser and on a real calendar server, on the built application;
 * and the commands themselves. As root it installs Debian's Chromium and Radicale; `CHROMIUM_PATH` and `RADICALE_PATH`
 * name others.
 */
import { existsSync } from 'node:fs';
import os from 'node:os';
import { runStep, stopOnSignals } from './support/children.mjs';
import { Fault, runMain } from './support/fault.mjs';
import { finishWith, runJest } from './support/jest.mjs';
import { refuseOldNode } from './support/node-version.mjs';
import { buildEverything, installPackages } from './support/prepare.mjs';

refuseOldNode();

/** What the tests start, with the usual names of each on the PATH and the packages that bring it. */
const PROGRAMS = {
  CHROMIUM_PATH: {
    title: 'Chromium',
    places: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    packages: ['chromium', 'fonts-dejavu-core'],
  },
  RADICALE_PATH: {
    title: 'Radicale',
    places: ['/usr/bin/radicale', '/usr/local/bin/radicale'],
    packages: ['radicale'],
  },
};

const find = (setting) =>
  [process.env[setting], ...PROGRAMS[setting].places].find((file) => file && existsSync(file));

/** Where each of them is; what is missing is installed where that is possible. */
const findPrograms = async () => {
  const missing = Object.keys(PROGRAMS).filter((setting) => !find(setting));
  if (missing.length > 0) await install(missing);
  return Object.fromEntries(Object.keys(PROGRAMS).map((setting) => [setting, find(setting)]));
};

const install = async (missing) => {
  const titles = missing.map((setting) => PROGRAMS[setting].title).join(' and ');
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) {
    throw new Fault(
      `The system tests need ${titles}: install it, or name the program by ${missing.join(' and ')}.`
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const packages = missing.flatMap((setting) => PROGRAMS[setting].packages);
  await runStep('Reading the package lists', 'apt-get', ['update'], { env });
  await runStep(
    `Installing ${titles}`,
    'apt-get',
    ['install', '-y', '--no-install-recommends', ...packages],
    { env }
  );
};

await runMain(async () => {
  stopOnSignals({ exitCode: 1 });
  await installPackages();
  const programs = await findPrograms();
  await buildEverything();
  const settings = { ...programs, TEST_DATABASE: 'sqlite' };
  finishWith(
    await runJest({
      groups: [{ title: 'system', files: 'tests/system/.+', settings }],
      workers: os.availableParallelism() + 1,
    })
  );
});
