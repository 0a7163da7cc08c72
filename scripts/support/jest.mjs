import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { runShown } from './children.mjs';
import { inRoot, ROOT } from './paths.mjs';

const base = createRequire(import.meta.url)(inRoot('jest.config.js'));

/** What belongs to the run as a whole, whatever groups it has. */
const { testSequencer, testTimeout, workerIdleMemoryLimit, ...perGroup } = base;

/**
 * Runs groups of tests in one go, as many of their files side by side as there are workers, and counts the results. A
 * test file that cannot run at all is a failure, and so is a group in which no test ran: nothing is skipped in silence.
 *
 * @param {{ title: string, files: string, settings: Record<string, string> }[]} groups `files`: a regular expression,
 *   without the ending; `settings`: what the tests of this group find in their environment
 * @returns {Promise<{ passed: number, failed: number, skipped: number }[]>}
 */
export const runJest = async ({ groups, workers }) => {
  if (groups.length === 0) return [];
  console.log(`\n── ${groups.map(({ title }) => title).join(', ')}`);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'webinars-results-'));
  const file = path.join(folder, 'counts.json');
  const config = {
    rootDir: ROOT,
    testSequencer,
    testTimeout,
    workerIdleMemoryLimit,
    reporters: ['default', [inRoot('scripts', 'support', 'count-reporter.cjs'), { file }]],
    projects: groups.map(({ title, files, settings }) => ({
      ...perGroup,
      rootDir: ROOT,
      displayName: title,
      testRegex: [`^${literally(ROOT)}/${files}\\.test\\.ts$`],
      testEnvironmentOptions: { settings },
    })),
  };
  try {
    const exitCode = await runShown(
      process.execPath,
      [
        ...ROOM_FOR_THE_YOUNG,
        inRoot('node_modules', 'jest', 'bin', 'jest.js'),
        ...['--config', JSON.stringify(config)],
        ...(workers === 1 ? ['--runInBand'] : ['--maxWorkers', String(workers)]),
        // A keep-alive socket that is slow to close must not hold up what comes next.
        '--forceExit',
      ],
      { env: { ...process.env, NODE_ENV: 'test', STRAPI_TELEMETRY_DISABLED: 'true' } }
    );
    return countsOf({ groups, file, exitCode });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const literally = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Megabytes. What a test makes is thrown away soon: with more room from the start, less of it is looked at on the way. */
const ROOM_FOR_THE_YOUNG = ['--min-semi-space-size=64', '--max-semi-space-size=64'];

const countsOf = ({ groups, file, exitCode }) => {
  if (!existsSync(file)) {
    console.error(`The test runner ended with ${exitCode} and without results.`);
    return [{ passed: 0, failed: 1, skipped: 0 }];
  }
  const known = JSON.parse(readFileSync(file, 'utf8'));
  const counts = groups.map(({ title }) => {
    const { passed, failed, skipped } = known[title] ?? { passed: 0, failed: 0, skipped: 0 };
    if (passed + failed > 0) {
      console.log(`${title}: ${describe({ passed, failed, skipped })}`);
      return { passed, failed, skipped };
    }
    console.error(`${title}: no test ran.`);
    return { passed, failed: 1, skipped };
  });
  const hasFailed = counts.some(({ failed }) => failed > 0);
  // Jest also fails for reasons that no test shows, a broken global set-up for one.
  return exitCode === 0 || hasFailed ? counts : [...counts, { passed: 0, failed: 1, skipped: 0 }];
};

const describe = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** Prints the sum of all groups alone on the last line, and makes the exit code follow from it. */
export const finishWith = (groups) => {
  const total = (name) => groups.reduce((sum, { [name]: count }) => sum + count, 0);
  const sums = { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
  console.log(`\n${describe(sums)}`);
  if (sums.failed > 0 || sums.passed === 0) process.exitCode = 1;
};
