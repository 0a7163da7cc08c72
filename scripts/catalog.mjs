/**
 * The public catalogue, for operators:
 *
 *   npm run -s catalog -- check      whether it shows what the Content Manager has; leaves with 1 where it does not
 *   npm run -s catalog -- rebuild    builds it anew, while it is read as before
 *
 * Works beside a running server: it waits its turn like any other writer and works no jobs off.
 */
import { loadBesideServer } from './support/beside-server.mjs';
import { Fault } from './support/fault.mjs';
import { refuseOldNode } from './support/node-version.mjs';
import { printTable } from './support/table.mjs';

refuseOldNode();

const USAGE = 'Usage: npm run -s catalog -- [check | rebuild]';
const LONGEST_LIST = 100;

const tasks = {
  async check(catalog) {
    const { checked, drift } = await catalog.check();
    if (drift.length === 0) return console.log(`The catalogue is right: ${checked} sessions.`);
    printTable(
      ['session', 'in the catalogue'],
      drift.slice(0, LONGEST_LIST).map(({ session, what }) => [session, what])
    );
    throw new Fault(`${drift.length} of ${checked} sessions are shown wrongly. Rebuild it.`);
  },

  async rebuild(catalog) {
    console.log(`Built: ${await catalog.rebuild()} sessions.`);
  },
};

const run = async () => {
  const [task = 'check', ...rest] = process.argv.slice(2);
  if (!Object.hasOwn(tasks, task) || rest.length > 0) throw new Fault(USAGE);
  const app = await loadBesideServer();
  try {
    await tasks[task](app.plugin('webinars').service('catalog'));
  } finally {
    await app.destroy();
  }
};

try {
  await run();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Fault ? `\n${error.message}` : error);
  process.exit(1);
}
