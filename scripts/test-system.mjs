/**
 * `npm run test:system`: what a person sees, in a real browser, on the built application; and the commands themselves.
 * As root it installs Debian's Chromium; `CHROMIUM_PATH` names another one.
 */
import { existsSync } from 'node:fs';
import { runStep, stopOnSignals } from './support/children.mjs';
import { Fault, runMain } from './support/fault.mjs';
import { finishWith, runJest } from './support/jest.mjs';
import { refuseOldNode } from './support/node-version.mjs';
import { buildEverything, installPackages } from './support/prepare.mjs';

refuseOldNode();

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const chromium = async () => {
  const present = [process.env.CHROMIUM_PATH, ...USUAL_PLACES].find(
    (file) => file && existsSync(file)
  );
  if (present) return present;

  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) {
    throw new Fault(
      'The system tests need Chromium: install it, or set CHROMIUM_PATH to the program.'
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runStep('Reading the package lists', 'apt-get', ['update'], { env });
  await runStep(
    'Installing Chromium',
    'apt-get',
    ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
    { env }
  );
  return USUAL_PLACES[0];
};

await runMain(async () => {
  stopOnSignals({ exitCode: 1 });
  await installPackages();
  const CHROMIUM_PATH = await chromium();
  await buildEverything();
  const settings = { CHROMIUM_PATH, TEST_DATABASE: 'sqlite' };
  finishWith([
    ...(await runJest({
      groups: [{ title: 'system', files: 'tests/system/(?!packed-plugin).+', settings }],
    })),
    // It writes into the build that the others use.
    ...(await runJest({
      groups: [{ title: 'packed plugin', files: 'tests/system/packed-plugin', settings }],
      isAlone: true,
    })),
  ]);
});
