import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runShown } from './children.mjs';
import { inRoot } from './paths.mjs';

/**
 * Runs the test files below `paths` and counts the results. A test file that cannot run at all is a failure, and so is
 * a group in which no test ran: nothing is skipped in silence.
 *
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export const runJest = async ({ title, paths, env, inBand = false }) => {
  console.log(`\n── ${title}`);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'webinars-results-'));
  const resultFile = path.join(folder, 'results.json');
  try {
    const exitCode = await runShown(
      process.execPath,
      [
        inRoot('node_modules', 'jest', 'bin', 'jest.js'),
        ...['--testPathPatterns', ...paths],
        ...['--json', '--outputFile', resultFile],
        ...(inBand ? ['--runInBand'] : []),
        // A keep-alive socket that is slow to close must not hold up the next group.
        '--forceExit',
      ],
      { env: { ...env, NODE_ENV: 'test', STRAPI_TELEMETRY_DISABLED: 'true' } }
    );
    return countsOf({ title, resultFile, exitCode });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const countsOf = ({ title, resultFile, exitCode }) => {
  const results = existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, 'utf8')) : null;
  if (results === null) {
    console.error(`${title}: the test runner ended with ${exitCode} and without results.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const counts = {
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    skipped: results.numPendingTests + results.numTodoTests,
  };
  if (counts.passed + counts.failed === 0) {
    console.error(`${title}: no test ran.`);
    return { ...counts, failed: 1 };
  }
  // Jest also fails for reasons that no test shows, a broken global set-up for one.
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
};

/** Prints the sum of all groups alone on the last line, and makes the exit code follow from it. */
export const finishWith = (groups) => {
  const total = (name) => groups.reduce((sum, { [name]: count }) => sum + count, 0);
  const skipped = total('skipped');
  console.log(
    `\n${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
  );
  if (total('failed') > 0 || total('passed') === 0) process.exitCode = 1;
};
