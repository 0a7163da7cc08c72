/**
 * One person's data, for whoever asks for it or wants it gone:
 *
 *   npm run -s person -- export <email>          everything that is stored, as JSON
 *   npm run -s person -- erase <email>           what would be erased
 *   npm run -s person -- erase <email> --yes     erases it
 *
 * Works beside a running server: it waits its turn like any other writer and works no jobs off.
 */
import { parseArgs } from 'node:util';
import { loadBesideServer } from './support/beside-server.mjs';
import { Fault } from './support/fault.mjs';
import { refuseOldNode } from './support/node-version.mjs';

refuseOldNode();

const USAGE = `Usage: npm run -s person -- export <email>
       npm run -s person -- erase <email> [--yes]`;

const NO_ADDRESS = 'This is no e-mail address.';

const readArguments = () => {
  try {
    const { values, positionals } = parseArgs({
      options: { yes: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [task, email, ...rest] = positionals;
    if (email === undefined || rest.length > 0) return null;
    if (task !== 'erase' && (task !== 'export' || values.yes)) return null;
    return { task, email, isMeant: values.yes };
  } catch {
    return null;
  }
};

const erase = async (operations, { emailKey, isMeant }) => {
  const { tables, reference } = await operations.erasePerson({
    emailKey,
    dryRun: !isMeant,
    actor: { kind: 'system' },
    locale: 'en',
  });
  const width = Math.max(...tables.map(({ table }) => table.length));
  const number = (value) => String(value).padStart(8);
  console.log(`${'table'.padEnd(width)} deleted reduced    kept`);
  for (const { table, deleted, reduced, kept, why } of tables) {
    console.log(`${table.padEnd(width)}${[deleted, reduced, kept].map(number).join('')}  ${why}`);
  }
  console.log(
    reference === null
      ? '\nNothing has been changed. Add --yes to erase the person.'
      : `\nErased. The activity log knows this as ${reference}.`
  );
};

const run = async () => {
  const wanted = readArguments();
  if (wanted === null) throw new Fault(USAGE);
  // What is plainly none is said before everything is loaded.
  if (!wanted.email.includes('@')) throw new Fault(NO_ADDRESS);
  const app = await loadBesideServer();
  const operations = app.plugin('webinars').service('operations');
  const emailKey = operations.emailKeyOf(wanted.email);
  if (emailKey === null) throw new Fault(NO_ADDRESS);
  if (wanted.task === 'erase') await erase(operations, { emailKey, isMeant: wanted.isMeant });
  else console.log(JSON.stringify(await operations.exportPerson(emailKey), null, 2));
  await app.destroy();
};

try {
  await run();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Fault ? `\n${error.message}` : error);
  process.exit(1);
}
